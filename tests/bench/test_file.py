"""The diary file: opening, saving, reading, verifying and copying it, beside plain sqlite3."""

from __future__ import annotations

import itertools
import os
import sqlite3
from datetime import timedelta
from pathlib import Path

from big_diary import AS_OF
from stopwatch import Filled, Stopwatch

from cramplog.domain.episode import Episode
from cramplog.domain.ids import new_id
from cramplog.domain.places import Muscle, Place, Side
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.database import PRAGMAS

CALF = (Place(Muscle.CALF, Side.LEFT),)


def plain(path: Path) -> sqlite3.Connection:
    """The same file through the standard library, with the same settings."""
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value, _reads in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def all_rows(connection: sqlite3.Connection) -> int:
    """Fetch every cell of the diary."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return sum(len(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in tables)


def test_open_and_verify(beside: Stopwatch, filled: Filled) -> None:
    def floor() -> None:
        connection = plain(filled.paths.diary)
        connection.execute("PRAGMA integrity_check").fetchall()
        all_rows(connection)
        connection.close()

    beside(
        lambda: filled.opener(create=True).close(),
        floor,
        beneath="sqlite3: integrity_check, and fetch every row",
        size=filled.size,
    )


def test_read_everything(beside: Stopwatch, filled: Filled, diary: OpenDiary) -> None:
    connection = plain(filled.paths.diary)

    beside(
        diary.file.contents,
        lambda: all_rows(connection),
        beneath="sqlite3: fetch every row",
        size=filled.size,
    )
    connection.close()


def test_save_one_cramp(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    moments = (AS_OF - timedelta(days=40_000, minutes=n) for n in itertools.count())
    connection = plain(tmp_path / "plain.db")
    connection.execute("CREATE TABLE episode (id TEXT PRIMARY KEY, started TEXT, pain INTEGER) STRICT")

    def floor() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO episode VALUES (?, ?, ?)", (new_id(), "2026-10-31T20:00", 7))
        connection.execute("COMMIT")

    beside(
        lambda: diary.diary.record(Episode(id=new_id(), started=next(moments), places=CALF, pain=7)),
        floor,
        beneath="sqlite3: insert one row of three cells and commit, same settings",
        size=filled.size,
        rounds=20,
    )
    connection.close()


def test_verify(beside: Stopwatch, filled: Filled, diary: OpenDiary) -> None:
    connection = plain(filled.paths.diary)

    def floor() -> None:
        connection.execute("PRAGMA integrity_check").fetchall()
        all_rows(connection)

    beside(
        diary.upkeep.check, floor, beneath="sqlite3: integrity_check, and fetch every row", size=filled.size
    )
    connection.close()


def test_backup(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    names = (tmp_path / f"{number}.db" for number in itertools.count())

    def floor() -> None:
        copy = next(names)
        connection = plain(filled.paths.diary)
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()
        checked = plain(copy)
        checked.execute("PRAGMA integrity_check").fetchall()
        all_rows(checked)
        checked.close()
        with copy.open("rb") as file:
            os.fsync(file.fileno())

    beside(
        lambda: diary.upkeep.back_up(tmp_path / "ours"),
        floor,
        beneath="sqlite3: VACUUM INTO, open the copy, integrity_check, fetch every row, fsync",
        size=filled.size,
        rounds=3,
    )
