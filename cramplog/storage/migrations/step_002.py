"""Schema 2: what lies beside the diary's records: unfinished forms, the running timer, and the trash.

None of it is counted on the diary's own page or raises the revision: typing in a form is no change of the
diary. `kept` and `deleted` are in UTC, so that their text sorts as their time does. A form is the JSON of a
draft; a deleted record is the JSON of its row's cells by column, with its note.
"""

from __future__ import annotations

from cramplog.storage.migrations.step import Step

_STATEMENTS = (
    """
    CREATE TABLE unfinished (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        kept TEXT NOT NULL CHECK (length(kept) BETWEEN 25 AND 32),
        form TEXT NOT NULL CHECK (form GLOB '{*}'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE timer (
        id TEXT NOT NULL PRIMARY KEY CHECK (id = 'timer'),
        started TEXT NOT NULL CHECK (length(started) BETWEEN 25 AND 32),
        zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
        places TEXT NOT NULL CHECK (places GLOB '[[]*]'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE trash (
        id TEXT NOT NULL PRIMARY KEY CHECK (id = kind || '/' || key),
        kind TEXT NOT NULL CHECK (kind IN ('episodes', 'days', 'workouts', 'courses')),
        key TEXT NOT NULL CHECK (length(key) BETWEEN 10 AND 36),
        deleted TEXT NOT NULL CHECK (length(deleted) BETWEEN 25 AND 32),
        record TEXT NOT NULL CHECK (record GLOB '{*}'),
        row_sha BLOB NOT NULL CHECK (length(row_sha) = 32)
    ) STRICT
    """,
)

STEP = Step(number=2, statements=_STATEMENTS)
