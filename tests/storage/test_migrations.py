"""The chain of schema steps: whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from children import exit_status_of

from cramplog.domain.changes import Kind
from cramplog.domain.course import CourseKind
from cramplog.domain.person import Sex
from cramplog.domain.scales import Circumstance, Heat, Hydration, Source
from cramplog.storage import files, tables
from cramplog.storage.database import Database
from cramplog.storage.migrations import chain
from cramplog.storage.migrations.step import Step

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")

# One step more than there is, so that what is tested holds for the next one too.
LATER = Step(number=chain.NEWEST + 1, statements=("CREATE TABLE later (id TEXT) STRICT",))
STEPS = (*chain.STEPS, LATER)
STATEMENTS = sum(len(step.statements) for step in STEPS)


class KilledBefore(tuple[str, ...]):
    """Statements, before the nth of which the process dies as by kill -9."""

    def __new__(cls, statements: tuple[str, ...], number: int) -> KilledBefore:
        made = super().__new__(cls, statements)
        made.number = number
        return made

    number: int

    def __iter__(self) -> Iterator[str]:
        for count, statement in enumerate(super().__iter__()):
            if count == self.number:
                os._exit(9)
            yield statement
        if self.number == len(self):
            os._exit(9)


def killed_before(number: int) -> tuple[Step, ...]:
    """The steps, dying before the nth statement of them all, or between the last one and the commit."""
    steps, passed = [], 0
    for step in STEPS:
        own = number - passed
        passed += len(step.statements)
        last = step is STEPS[-1]
        dies = 0 <= own < len(step.statements) or (last and own == len(step.statements))
        steps.append(replace(step, statements=KilledBefore(step.statements, own)) if dies else step)
    return tuple(steps)


def migrate(path: Path, steps: tuple[Step, ...]) -> None:
    database = Database(path, writable=True)
    with database.writing() as connection:
        chain.migrate(connection, steps)


def migrate_without_begin(path: Path, steps: tuple[Step, ...]) -> None:
    database = Database(path, writable=True)
    with database.outside_transactions() as connection:
        chain.migrate(connection, steps)


def tables_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


@pytest.mark.parametrize("number", range(STATEMENTS + 1))
def test_a_kill_before_any_statement_leaves_nothing_half_made(tmp_path: Path, number: int) -> None:
    path = tmp_path / "diary.db"
    files.make_file(path)

    status = exit_status_of(lambda: migrate(path, killed_before(number)))

    assert status == 9
    assert tables_in(path) == 0
    assert exit_status_of(lambda: migrate(path, STEPS)) == 0
    assert tables_in(path) > STATEMENTS / 2


def test_without_one_transaction_the_same_kill_leaves_half_a_schema(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    files.make_file(path)

    status = exit_status_of(lambda: migrate_without_begin(path, killed_before(3)))

    assert status == 9
    assert tables_in(path) > 0
    assert exit_status_of(lambda: migrate_without_begin(path, STEPS)) == 1


def test_the_next_step_is_taken_alone_where_those_before_were(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "diary.db", app="1")
    with database.writing() as connection:
        chain.migrate(connection, STEPS)

        assert chain.schema_number(connection) == LATER.number
        assert connection.exec_driver_sql("SELECT revision FROM meta").scalar_one() == 0
    database.close()


def test_the_columns_that_the_stores_name_are_those_of_the_file(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "diary.db", app="1")
    with database.reading() as connection:
        for table in tables.meta.metadata.tables.values():
            columns = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()

            assert [column.name for column in columns] == list(table.c.keys())
    database.close()


def test_every_table_is_strict_and_has_no_views_or_triggers_beside(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "diary.db", app="1")
    with database.reading() as connection:
        listed = connection.exec_driver_sql("PRAGMA table_list").all()
        strict = {row.name: row.strict for row in listed if not row.name.startswith("sqlite_")}
        kinds = set(connection.exec_driver_sql("SELECT DISTINCT type FROM sqlite_schema").scalars())
    database.close()

    assert set(strict) == set(tables.meta.metadata.tables)
    assert all(strict.values())
    assert kinds == {"table", "index"}


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("episode", "circumstance", Circumstance),
        ("episode", "hydration", Hydration),
        ("episode", "heat", Heat),
        ("episode", "source", Source),
        ("day", "hydration", Hydration),
        ("day", "heat", Heat),
        ("course", "kind", CourseKind),
        ("person", "sex", Sex),
    ],
)
def test_the_file_takes_the_domains_words_and_no_others(table: str, column: str, words: type) -> None:
    (text,) = (
        text for kind, name, text in chain.expected_schema(chain.NEWEST) if (kind, name) == ("table", table)
    )
    check = text.split(f" {column} TEXT")[1].split("IN (")[1].split(")")[0]

    assert {word.strip(" '\n") for word in check.split(",")} == set(words)


def test_the_page_counts_each_kind_in_a_column_of_its_name() -> None:
    assert list(tables.meta.c.keys())[5:-1] == list(Kind)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE episode SET pain = 11", "CHECK"),
        ("UPDATE episode SET pain = 'much'", "cannot store"),
        ("UPDATE episode SET started_utc = '2026-03-04T20:00:01'", "CHECK"),
        ("UPDATE episode SET started_wall = 'yesterday at noon...'", "CHECK"),
        ("UPDATE episode SET places = '[]'", "CHECK"),
        ("UPDATE episode SET places = NULL", "NOT NULL"),
        ("UPDATE episode SET exercise_minutes = 5", "CHECK"),
        ("UPDATE episode SET row_sha = x'00'", "CHECK"),
        ("INSERT INTO episode_note VALUES ('stranger', 'a note')", "FOREIGN KEY"),
        ("INSERT INTO person (id, row_sha) VALUES ('another', zeroblob(32))", "CHECK"),
        ("INSERT INTO day (date, row_sha) VALUES ('2026-02-30', zeroblob(32))", "CHECK"),
        ("INSERT INTO meta SELECT 2, diary, 0, app, 1, 0, 0, 0, 0, 0, 0, row_sha FROM meta", "CHECK"),
    ],
)
def test_the_file_itself_refuses_what_cannot_be(tmp_path: Path, statement: str, name: str) -> None:
    path = tmp_path / "diary.db"
    Database.create(path, app="1").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "INSERT INTO episode (id, started_wall, started_offset, started_utc, places, row_sha) VALUES"
            " ('00000000-0000-4000-8000-000000000001', '2026-03-04T21:00:00', 60, '2026-03-04T20:00:00',"
            ' \'[["calf","left"]]\', zeroblob(32))'
        )

        with pytest.raises(sqlite3.IntegrityError, match=name):
            connection.execute(statement)
