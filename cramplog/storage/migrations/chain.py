"""The numbered steps in their order, and how they are taken."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import TYPE_CHECKING

from cramplog.storage.migrations import step_001, step_002
from cramplog.storage.migrations.step import Step

if TYPE_CHECKING:
    from sqlalchemy import Connection

# "CRMP" in ASCII: tells a diary from any other SQLite file.
APPLICATION_ID = 0x43524D50

STEPS: tuple[Step, ...] = (step_001.STEP, step_002.STEP)
NEWEST = STEPS[-1].number


def migrate(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Take every step that the file has not taken yet, inside the caller's one transaction."""
    present = schema_number(connection)
    for step in steps:
        if step.number > present:
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {step.number}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def schema_number(connection: Connection) -> int:
    """The number of the schema that the file has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def schema_text(connection: Connection) -> frozenset[tuple[str, str, str | None]]:
    """Kind, name and text of everything the file's schema defines."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema")
    return frozenset((kind, name, text) for kind, name, text in rows)


@cache
def expected_schema(number: int) -> frozenset[tuple[str, str, str | None]]:
    """What `schema_text` gives of a sound file with schema `number`."""
    # Here, because the first look at a diary asks for the newest number long before SQLAlchemy is there.
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    memory = create_engine("sqlite://", poolclass=StaticPool, creator=lambda: sqlite3.connect(":memory:"))
    try:
        with memory.connect() as connection:
            migrate(connection, tuple(step for step in STEPS if step.number <= number))
            return schema_text(connection)
    finally:
        memory.dispose()
