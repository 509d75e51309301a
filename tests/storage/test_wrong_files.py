"""A file that is not this version's diary is refused in one line, and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from children import NOBODY, exit_status_of
from making import an_episode

from cramplog.domain.errors import (
    CrampLogError,
    DiaryDamaged,
    DiaryError,
    DiaryMissing,
    DiaryReadOnly,
    DiaryTooNew,
    NotADiary,
)
from cramplog.storage.diary_file import DiaryFile


def a_diary_at(path: Path) -> None:
    with DiaryFile.create(path) as diary, diary.write() as writing:
        writing.episodes.save(an_episode(note="kept"))


def changed_by_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def text(path: Path) -> None:
    path.write_text("Dear diary, " * 1_000)


def empty(path: Path) -> None:
    path.touch()


def another_programs(path: Path) -> None:
    changed_by_sql(path, "CREATE TABLE bookmarks (url)", "PRAGMA user_version = 1")


def another_programs_in_wal(path: Path) -> None:
    changed_by_sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE bookmarks (url)")


def another_programs_that_crashed(path: Path) -> None:
    changed_by_sql(path, "CREATE TABLE bookmarks (url)")
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 1_000)


def newer(path: Path) -> None:
    a_diary_at(path)
    changed_by_sql(path, "UPDATE meta SET app = 'cramplog 99.5'", "PRAGMA user_version = 99")


def newer_and_strange(path: Path) -> None:
    a_diary_at(path)
    changed_by_sql(path, "DROP TABLE meta", "PRAGMA user_version = 99")


def without_a_schema(path: Path) -> None:
    changed_by_sql(path, "CREATE TABLE half (made)", f"PRAGMA application_id = {0x43524D50}")


def cut_off(path: Path) -> None:
    a_diary_at(path)
    with path.open("r+b") as file:
        file.truncate(300)


def a_folder(path: Path) -> None:
    path.mkdir()


def seen(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        file.name: (
            file.read_bytes() if file.is_file() else b"",
            file.stat().st_mtime_ns,
            file.stat().st_mode,
        )
        for file in folder.iterdir()
    }


@pytest.mark.parametrize(
    ("make", "kind", "says"),
    [
        (text, NotADiary, "is not a CrampLog diary"),
        (empty, NotADiary, "is empty"),
        (another_programs, NotADiary, "is not a CrampLog diary"),
        (another_programs_in_wal, NotADiary, "is not a CrampLog diary"),
        (another_programs_that_crashed, NotADiary, "is not a CrampLog diary"),
        (without_a_schema, NotADiary, "is not a CrampLog diary"),
        (a_folder, NotADiary, "is not a CrampLog diary"),
        (newer, DiaryTooNew, "newer version (cramplog 99.5)"),
        (newer_and_strange, DiaryTooNew, "newer version (?)"),
        (cut_off, (NotADiary, DiaryDamaged), "damaged"),
    ],
)
def test_the_wrong_file_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None], kind: type[DiaryError], says: str
) -> None:
    path = tmp_path / "diary.db"
    make(path)
    before = seen(tmp_path)

    with pytest.raises(kind) as caught:
        DiaryFile.open(path)

    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, CrampLogError)
    assert seen(tmp_path) == before


def test_sqlite_itself_would_take_an_empty_file_for_a_sound_diary(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    empty(path)

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


def test_the_right_file_is_not_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    a_diary_at(path)
    before = seen(tmp_path)

    DiaryFile.open(path).close()

    assert seen(tmp_path) == before


def test_a_missing_diary_is_said_to_be_missing_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(DiaryMissing, match="There is no diary"):
        DiaryFile.open(tmp_path / "diary.db")

    assert list(tmp_path.iterdir()) == []


def test_a_diary_that_vanished_is_not_made_again_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    a_diary_at(path)
    diary = DiaryFile.open(path)
    diary.close()
    path.unlink()

    with pytest.raises(DiaryMissing):
        diary.revision()

    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def place_of_somebody() -> Iterator[Path]:
    """A folder that a person without special rights can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child process with other rights")
@pytest.mark.parametrize("read_only", ["folder", "file"])
def test_a_diary_that_cannot_be_written_is_read(place_of_somebody: Path, read_only: str) -> None:
    home = place_of_somebody / "home"
    path = home / "diary.db"
    a_diary_at(path)
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
        os.chown(path, NOBODY, NOBODY)
    path.chmod(0o400 if read_only == "file" else 0o600)
    home.chmod(0o500 if read_only == "folder" else 0o700)
    before = seen(home)

    def reads_but_does_not_write() -> None:
        with DiaryFile.open(path) as diary:
            assert [episode.note for episode in diary.contents().episodes] == ["kept"]
            assert diary.check().ok
            assert not diary.writable
            with pytest.raises(DiaryReadOnly, match="cannot be written to"), diary.write():
                pass
        with pytest.raises(DiaryReadOnly) if read_only == "folder" else pytest.raises(DiaryError):
            DiaryFile.create(home / ("new.db" if read_only == "folder" else "diary.db"))

    assert exit_status_of(reads_but_does_not_write, without_rights=True) == 0

    assert seen(home) == before
    home.chmod(0o700)
