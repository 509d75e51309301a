"""The columns of the newest schema by name, for the stores only.

What a column may hold is said once, in the migration steps: the tables are STRICT, the file knows its types.
"""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Table

_metadata = MetaData()


def _table(name: str, columns: str) -> Table:
    return Table(name, _metadata, *(Column(column) for column in columns.split()))


meta = _table(
    "meta",
    "id diary revision app min_reader episodes days workouts courses person settings row_sha",
)
episode = _table(
    "episode",
    "id started_wall started_offset started_utc zone places duration_s pain circumstance woke signs repeats"
    " warning_signs hydration urine_colour fluid_l heavy_sweating heat air_temp_c humidity_pct"
    " exercise_done exercise_kind exercise_minutes exercise_exertion exercise_unaccustomed"
    " exercise_ended_min_before ill relief soreness_h source created changed row_sha",
)
episode_note = _table("episode_note", "id note")
day = _table(
    "day",
    "date cramp_free hydration urine_colour fluid_l heat air_temp_c humidity_pct exercised hardest_exertion"
    " exercise_minutes unaccustomed stretched alcohol ill sleep_disturbance weight_kg row_sha",
)
day_note = _table("day_note", "date note")
workout = _table(
    "workout",
    "id started_wall started_offset started_utc zone sport elapsed_s active_s distance_m exertion"
    " mean_heart_rate max_heart_rate device_temp_c air_temp_c humidity_pct file_sha256 row_sha",
)
workout_note = _table("workout_note", "id note")
course = _table("course", "id kind name dose started ended doses row_sha")
course_note = _table("course_note", "id note")
person = _table("person", "id name birth_date sex height_cm weight_kg pregnant conditions row_sha")
person_note = _table("person_note", "id note")
settings = _table("settings", "id day_starts_hour criteria row_sha")
unfinished = _table("unfinished", "id kept form row_sha")
timer = _table("timer", "id started zone places row_sha")
trash = _table("trash", "id kind key deleted record row_sha")
