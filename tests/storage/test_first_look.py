"""The first look shows the latest cramps as they were written, or nothing; what is wrong the opening says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from making import an_episode

from cramplog.domain.settings import DiarySettings
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.first_look import first_look

STARTS = ("2026-09-01 20:00", "2026-09-04 03:00", "2026-09-02 20:00", "2026-09-03 20:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary of four cramps, the latest two with notes, whose days start at five."""
    file = tmp_path / "diary.db"
    with DiaryFile.create(file) as diary, diary.write() as writing:
        for start in STARTS:
            note = start if start > "2026-09-03" else ""
            writing.episodes.save(an_episode(f"{start} +02:00", note=note))
        writing.settings.save(DiarySettings(day_starts_hour=5))
    return file


def do(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_the_latest_are_what_the_open_diary_shows_the_newest_first(path: Path) -> None:
    look = first_look(path, 3)

    assert look is not None
    assert [one.note for one in look.latest] == ["2026-09-04 03:00", "2026-09-03 20:00", ""]
    assert look.day_starts_hour == 5
    with DiaryFile.open(path) as diary:
        assert look.latest == diary.contents().episodes[:0:-1]


def test_looking_changes_nothing(path: Path) -> None:
    before, stamp = path.read_bytes(), path.stat()

    assert first_look(path, 4) is not None
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == stamp.st_mtime_ns
    assert [file.name for file in path.parent.iterdir()] == ["diary.db"]


def removed(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def with_a_journal(path: Path) -> None:
    path.with_name("diary.db-journal").write_bytes(b"left over")


def changed(*statements: str) -> Callable[[Path], None]:
    return lambda path: do(path, *statements)


BUSY = (
    "WITH RECURSIVE no_end(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM no_end)"
    " SELECT episode.* FROM other AS episode JOIN no_end ON n < 0"
)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(removed, id="missing"),
        pytest.param(emptied, id="empty"),
        pytest.param(foreign, id="foreign"),
        pytest.param(with_a_journal, id="a save was cut off"),
        pytest.param(changed("DELETE FROM episode"), id="no cramps"),
        pytest.param(changed("PRAGMA user_version = 1"), id="old"),
        pytest.param(changed("PRAGMA user_version = 99"), id="of a newer version"),
        pytest.param(changed("PRAGMA application_id = 7"), id="of another program"),
        pytest.param(changed("UPDATE episode SET pain = 9 WHERE rowid = 2"), id="a changed cramp"),
        pytest.param(changed("UPDATE episode_note SET note = 'other'"), id="a changed note"),
        pytest.param(changed("UPDATE settings SET day_starts_hour = 6"), id="changed settings"),
        pytest.param(changed("DROP TABLE episode_note"), id="a lost table"),
        pytest.param(
            changed("ALTER TABLE episode RENAME TO other", f"CREATE VIEW episode AS {BUSY}"), id="without end"
        ),
    ],
)
def test_nothing_is_shown_of_what_is_not_as_it_should_be(path: Path, wrong: Callable[[Path], None]) -> None:
    assert first_look(path, 4) is not None

    wrong(path)

    assert first_look(path, 4) is None


def test_nothing_is_shown_while_somebody_else_is_saving(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert first_look(path, 4) is None
