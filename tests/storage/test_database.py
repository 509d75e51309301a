"""How the file is opened: its settings, its rights, its transactions and its errors."""

from __future__ import annotations

import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from making import an_episode
from sqlalchemy.exc import IntegrityError

from cramplog.domain.changes import Kind
from cramplog.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    DiaryMoved,
    DiskFailed,
    DiskFull,
)
from cramplog.storage import failures
from cramplog.storage.database import Database
from cramplog.storage.diary_file import DiaryFile

CANARY = "canary-of-a-note"

# What each connection must say of itself, and why: section 3 of the storage rules.
EXPECTED = {
    "journal_mode": "delete",
    "synchronous": 3,
    "locking_mode": "normal",
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "ignore_check_constraints": 0,
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.create(tmp_path / "diary.db", app="1")
    yield made
    made.close()


def test_every_connection_has_the_settings_that_lose_nothing(database: Database) -> None:
    with database.reading() as first, database.reading() as second:
        for connection in (first, second):
            said = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in EXPECTED}

            assert said == EXPECTED
            assert connection.exec_driver_sql("PRAGMA mmap_size").scalar() in (0, None)


def test_a_diary_that_another_program_turned_to_wal_is_turned_back(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    DiaryFile.create(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")

    DiaryFile.open(path).close()

    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_files_are_for_the_person_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = tmp_path / "a" / "b" / "diary.db"
        with DiaryFile.create(path) as diary, diary.write() as writing:
            writing.episodes.save(an_episode())
            seen = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert seen == {"diary.db": 0o600, "diary.db-journal": 0o600}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_rights_that_others_were_given_are_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    DiaryFile.create(path).close()
    path.chmod(0o644)

    DiaryFile.open(path).close()

    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_but_the_diary_is_left_after_making_it(diary: DiaryFile) -> None:
    assert [file.name for file in diary.path.parent.iterdir()] == ["diary.db"]


def test_what_an_interrupted_making_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "diary.db.new").write_bytes(b"half made")
    (tmp_path / "diary.db.new-journal").write_bytes(b"half written")

    DiaryFile.create(tmp_path / "diary.db").close()

    assert [file.name for file in tmp_path.iterdir()] == ["diary.db"]


def test_a_diary_is_never_made_in_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(b"precious")

    with pytest.raises(DiaryError, match="already a file"):
        DiaryFile.create(path)

    assert path.read_bytes() == b"precious"


def test_a_journal_without_its_diary_is_not_a_first_run(tmp_path: Path) -> None:
    (tmp_path / "diary.db-journal").write_bytes(b"what was being saved")

    with pytest.raises(DiaryError, match="once lay"):
        DiaryFile.create(tmp_path / "diary.db")

    assert [file.name for file in tmp_path.iterdir()] == ["diary.db-journal"]


def test_a_write_holds_the_lock_from_its_first_moment(database: Database) -> None:
    with database.writing(), closing(sqlite3.connect(database.path, timeout=0)) as other:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        # Reading stays possible.
        assert other.execute("SELECT revision FROM meta").fetchone() == (0,)


def test_a_diary_that_another_program_holds_is_said_to_be_in_use(database: Database) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with database.outside_transactions() as impatient:
            impatient.exec_driver_sql("PRAGMA busy_timeout = 1")

        with pytest.raises(DiaryLocked, match="Another program is using"), database.writing():
            pass


def test_a_diary_that_was_replaced_while_open_takes_no_more_saves(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with DiaryFile.create(path) as diary:
        DiaryFile.create(tmp_path / "other.db").close()
        (tmp_path / "other.db").replace(path)

        with pytest.raises(DiaryMoved, match="moved or replaced"), diary.write() as writing:
            writing.episodes.save(an_episode())

    with DiaryFile.open(path) as other:
        assert other.revision() == 0


def test_a_diary_that_was_moved_during_a_save_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    episode = an_episode()
    with DiaryFile.create(path) as diary:

        def moved_meanwhile() -> None:
            with diary.write() as writing:
                writing.episodes.save(episode)
                path.rename(tmp_path / "moved.db")

        with pytest.raises(DiaryMoved):
            moved_meanwhile()


def test_a_full_disk_is_named_and_nothing_is_half_saved(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "diary.db", app="1")
    with database.outside_transactions() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    episode = an_episode(note=CANARY * 4_000)
    with DiaryFile(database, app="1") as diary:

        def save() -> None:
            with diary.write() as writing:
                writing.episodes.save(episode)

        with pytest.raises(DiskFull, match="Free some space") as caught:
            save()

        assert CANARY not in "".join(traceback.format_exception(caught.value))
        assert not diary.is_saved(Kind.EPISODES, episode.id, episode)
        with database.outside_transactions() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        save()
        assert diary.contents().episodes == (episode,)
        assert diary.check().ok


def test_no_error_says_what_the_person_wrote(database: Database) -> None:
    with pytest.raises(DiaryError) as caught, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO episode_note VALUES (?, ?)", ("no-such-id", CANARY))

    assert CANARY not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        ("SQLITE_FULL", DiskFull, "Free some space"),
        ("SQLITE_IOERR_WRITE", DiskFailed, "SQLITE_IOERR_WRITE"),
        ("SQLITE_IOERR_DIR_FSYNC", DiskFailed, "another disk"),
        ("SQLITE_BUSY", DiaryLocked, "Another program"),
        ("SQLITE_LOCKED_SHAREDCACHE", DiaryLocked, "Another program"),
        ("SQLITE_READONLY_DBMOVED", DiaryMoved, "moved or replaced"),
        ("SQLITE_CORRUPT_INDEX", DiaryDamaged, "Restore a backup"),
        ("SQLITE_MISUSE", DiaryError, "SQLITE_MISUSE"),
    ],
)
def test_each_error_of_the_database_has_its_sentence(
    tmp_path: Path, name: str, kind: type[DiaryError], says: str
) -> None:
    cause = sqlite3.OperationalError(CANARY)
    cause.sqlite_errorname = name
    wrapped = IntegrityError("INSERT", {"note": CANARY}, cause)

    for error in (cause, wrapped):
        explained = failures.explained(tmp_path / "diary.db", error)

        assert type(explained) is kind
        assert says in str(explained)
        assert CANARY not in str(explained)
