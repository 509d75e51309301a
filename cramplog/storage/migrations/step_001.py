"""Schema 1: every kind of record of the diary, each row with its checksum, and the page that counts them.

How things are kept: a wall time is text as the person saw it, beside its UTC offset in minutes and the same
instant in UTC; a list that is only read with its record is JSON text in that record's row; a note lies in a
table of its own. The words in the CHECKs are those of this schema, written out so that they never change.
Fractions of a second are compared as text, because SQLite's own clock rounds them to thousandths.
JSON is checked for its outline only: with trusted_schema off, older SQLite lets no CHECK call JSON functions.
"""

from __future__ import annotations

from cramplog.storage.migrations.step import Step

_STATEMENTS = (
    """
    CREATE TABLE meta (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        diary TEXT NOT NULL CHECK (length(diary) = 36),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        app TEXT NOT NULL CHECK (length(app) BETWEEN 1 AND 100),
        min_reader INTEGER NOT NULL CHECK (min_reader >= 1),
        episodes INTEGER NOT NULL CHECK (episodes >= 0),
        days INTEGER NOT NULL CHECK (days >= 0),
        workouts INTEGER NOT NULL CHECK (workouts >= 0),
        courses INTEGER NOT NULL CHECK (courses >= 0),
        person INTEGER NOT NULL CHECK (person IN (0, 1)),
        settings INTEGER NOT NULL CHECK (settings IN (0, 1)),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE episode (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        started_wall TEXT NOT NULL CHECK (length(started_wall) BETWEEN 19 AND 26),
        started_offset INTEGER NOT NULL CHECK (started_offset BETWEEN -1439 AND 1439),
        started_utc TEXT NOT NULL CHECK (length(started_utc) BETWEEN 19 AND 26),
        zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
        places TEXT NOT NULL CHECK (places GLOB '[[][[]"*","*"]]'),
        duration_s INTEGER CHECK (duration_s BETWEEN 0 AND 2678400),
        pain INTEGER CHECK (pain BETWEEN 0 AND 10),
        circumstance TEXT CHECK (circumstance IN (
            'during_exercise', 'after_exercise', 'working', 'resting', 'asleep', 'waking', 'other')),
        woke INTEGER CHECK (woke IN (0, 1)),
        signs TEXT CHECK (signs GLOB '[[]*]'),
        repeats INTEGER CHECK (repeats BETWEEN 0 AND 1000),
        warning_signs TEXT CHECK (warning_signs GLOB '[[]*]'),
        hydration TEXT CHECK (hydration IN ('good', 'fair', 'poor')),
        urine_colour INTEGER CHECK (urine_colour BETWEEN 1 AND 8),
        fluid_l REAL CHECK (fluid_l BETWEEN 0 AND 50),
        heavy_sweating INTEGER CHECK (heavy_sweating IN (0, 1)),
        heat TEXT CHECK (heat IN ('cool', 'comfortable', 'warm', 'hot', 'very_hot')),
        air_temp_c REAL CHECK (air_temp_c BETWEEN -90 AND 90),
        humidity_pct REAL CHECK (humidity_pct BETWEEN 0 AND 100),
        exercise_done INTEGER CHECK (exercise_done IN (0, 1)),
        exercise_kind TEXT CHECK (length(exercise_kind) BETWEEN 1 AND 1000),
        exercise_minutes REAL CHECK (exercise_minutes BETWEEN 0 AND 10080),
        exercise_exertion REAL CHECK (exercise_exertion BETWEEN 0 AND 10),
        exercise_unaccustomed INTEGER CHECK (exercise_unaccustomed IN (0, 1)),
        exercise_ended_min_before REAL CHECK (exercise_ended_min_before BETWEEN 0 AND 10080),
        ill INTEGER CHECK (ill IN (0, 1)),
        relief TEXT CHECK (relief GLOB '[[]*]'),
        soreness_h REAL CHECK (soreness_h BETWEEN 0 AND 10000),
        source TEXT CHECK (source IN ('typed', 'timer', 'import')),
        created TEXT CHECK (length(created) BETWEEN 25 AND 32),
        changed TEXT CHECK (length(changed) BETWEEN 25 AND 32),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32),
        CHECK (ifnull(datetime(substr(started_wall, 1, 19), (-started_offset) || ' minutes')
                      = datetime(substr(started_utc, 1, 19)), 0)
               AND substr(started_wall, 20) = substr(started_utc, 20)),
        CHECK (exercise_done IS NOT NULL OR coalesce(exercise_kind, exercise_minutes, exercise_exertion,
               exercise_unaccustomed, exercise_ended_min_before) IS NULL)
    ) STRICT
    """,
    """
    CREATE TABLE episode_note (
        id TEXT NOT NULL PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
        note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 100000)
    ) STRICT
    """,
    # All that a list of episodes is narrowed by: a search at 100,000 episodes reads this and not the rows.
    """
    CREATE INDEX episode_by_instant
        ON episode (started_utc, id, started_wall, pain, circumstance, places)
    """,
    "CREATE INDEX episode_by_wall ON episode (started_wall)",
    """
    CREATE TABLE day (
        date TEXT NOT NULL PRIMARY KEY CHECK (date IS date(date, '+0 days')),
        cramp_free INTEGER CHECK (cramp_free IN (0, 1)),
        hydration TEXT CHECK (hydration IN ('good', 'fair', 'poor')),
        urine_colour INTEGER CHECK (urine_colour BETWEEN 1 AND 8),
        fluid_l REAL CHECK (fluid_l BETWEEN 0 AND 50),
        heat TEXT CHECK (heat IN ('cool', 'comfortable', 'warm', 'hot', 'very_hot')),
        air_temp_c REAL CHECK (air_temp_c BETWEEN -90 AND 90),
        humidity_pct REAL CHECK (humidity_pct BETWEEN 0 AND 100),
        exercised INTEGER CHECK (exercised IN (0, 1)),
        hardest_exertion REAL CHECK (hardest_exertion BETWEEN 0 AND 10),
        exercise_minutes REAL CHECK (exercise_minutes BETWEEN 0 AND 1500),
        unaccustomed INTEGER CHECK (unaccustomed IN (0, 1)),
        stretched INTEGER CHECK (stretched IN (0, 1)),
        alcohol INTEGER CHECK (alcohol IN (0, 1)),
        ill INTEGER CHECK (ill IN (0, 1)),
        sleep_disturbance INTEGER CHECK (sleep_disturbance BETWEEN 0 AND 10),
        weight_kg REAL CHECK (weight_kg BETWEEN 0.2 AND 700),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE day_note (
        date TEXT NOT NULL PRIMARY KEY REFERENCES day (date) ON DELETE CASCADE,
        note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 100000)
    ) STRICT
    """,
    """
    CREATE TABLE workout (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        started_wall TEXT NOT NULL CHECK (length(started_wall) BETWEEN 19 AND 26),
        started_offset INTEGER NOT NULL CHECK (started_offset BETWEEN -1439 AND 1439),
        started_utc TEXT NOT NULL CHECK (length(started_utc) BETWEEN 19 AND 26),
        zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
        sport TEXT CHECK (length(sport) BETWEEN 1 AND 1000),
        elapsed_s INTEGER CHECK (elapsed_s BETWEEN 0 AND 2678400),
        active_s INTEGER CHECK (active_s BETWEEN 0 AND 2678400),
        distance_m REAL CHECK (distance_m BETWEEN 0 AND 10000000),
        exertion REAL CHECK (exertion BETWEEN 0 AND 10),
        mean_heart_rate REAL CHECK (mean_heart_rate BETWEEN 0 AND 300),
        max_heart_rate REAL CHECK (max_heart_rate BETWEEN 0 AND 300),
        device_temp_c REAL CHECK (device_temp_c BETWEEN -90 AND 90),
        air_temp_c REAL CHECK (air_temp_c BETWEEN -90 AND 90),
        humidity_pct REAL CHECK (humidity_pct BETWEEN 0 AND 100),
        file_sha256 TEXT CHECK (length(file_sha256) = 64),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32),
        CHECK (ifnull(datetime(substr(started_wall, 1, 19), (-started_offset) || ' minutes')
                      = datetime(substr(started_utc, 1, 19)), 0)
               AND substr(started_wall, 20) = substr(started_utc, 20))
    ) STRICT
    """,
    """
    CREATE TABLE workout_note (
        id TEXT NOT NULL PRIMARY KEY REFERENCES workout (id) ON DELETE CASCADE,
        note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 100000)
    ) STRICT
    """,
    "CREATE INDEX workout_by_instant ON workout (started_utc, id)",
    "CREATE INDEX workout_by_wall ON workout (started_wall)",
    "CREATE INDEX workout_by_file ON workout (file_sha256) WHERE file_sha256 IS NOT NULL",
    """
    CREATE TABLE course (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        kind TEXT NOT NULL CHECK (kind IN ('medicine', 'supplement', 'routine', 'other')),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
        dose TEXT CHECK (length(dose) BETWEEN 1 AND 1000),
        started TEXT CHECK (started IS date(started, '+0 days')),
        ended TEXT CHECK (ended IS date(ended, '+0 days')),
        doses TEXT CHECK (doses GLOB '[[]*]'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32),
        CHECK (ended >= started)
    ) STRICT
    """,
    """
    CREATE TABLE course_note (
        id TEXT NOT NULL PRIMARY KEY REFERENCES course (id) ON DELETE CASCADE,
        note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 100000)
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL PRIMARY KEY CHECK (id = 'person'),
        name TEXT CHECK (length(name) BETWEEN 1 AND 1000),
        birth_date TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
        sex TEXT CHECK (sex IN ('female', 'male', 'other')),
        height_cm REAL CHECK (height_cm BETWEEN 20 AND 300),
        weight_kg REAL CHECK (weight_kg BETWEEN 0.2 AND 700),
        pregnant INTEGER CHECK (pregnant IN (0, 1)),
        conditions TEXT CHECK (conditions GLOB '[[]*]'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE person_note (
        id TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 100000)
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        id TEXT NOT NULL PRIMARY KEY CHECK (id = 'settings'),
        day_starts_hour INTEGER NOT NULL CHECK (day_starts_hour BETWEEN 0 AND 12),
        criteria TEXT NOT NULL CHECK (criteria GLOB '{*}'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
)

STEP = Step(number=1, statements=_STATEMENTS)
