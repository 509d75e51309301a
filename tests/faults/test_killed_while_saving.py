"""A process that dies in the middle of a save leaves the diary as it was before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from children import exit_status_of
from making import a_day, an_episode

from cramplog.storage.diary_file import DiaryFile

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")

# More than SQLite keeps in memory, so that half of the save is in the file already when the process dies.
MANY = 6_000


def another_process_can_write(path: Path) -> bool:
    """Asked of a process of its own: a forked one would inherit what SQLite remembers of our locks."""
    program = (
        "import sqlite3, sys;"
        "sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
    )
    asked = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "diary.db"
    with DiaryFile.create(file) as diary, diary.write() as writing:
        writing.days.save(a_day(note="saved before"))
    return file


def test_half_a_save_is_taken_back_at_the_next_opening(path: Path) -> None:
    with DiaryFile.open(path) as diary:
        before = diary.contents()

    def dies_while_saving() -> None:
        with DiaryFile.open(path) as diary, diary.write() as writing:
            writing.episodes.save_all(an_episode(note="half saved " * 20) for _ in range(MANY))
            os._exit(9)

    assert exit_status_of(dies_while_saving) == 9
    assert path.with_name("diary.db-journal").stat().st_size > 0

    with DiaryFile.open(path) as diary:
        assert diary.contents() == before
        assert diary.check().ok
        assert diary.revision() == 1
    assert not path.with_name("diary.db-journal").exists()


def test_without_its_journal_the_same_file_is_noticed(path: Path) -> None:
    def dies_while_saving() -> None:
        with DiaryFile.open(path) as diary, diary.write() as writing:
            writing.episodes.save_all(an_episode(note="half saved " * 20) for _ in range(MANY))
            os._exit(9)

    exit_status_of(dies_while_saving)
    path.with_name("diary.db-journal").unlink()

    with DiaryFile.open(path) as diary:
        assert not diary.check().ok


def test_looking_at_a_diary_again_does_not_drop_the_lock_of_a_save(path: Path) -> None:
    with DiaryFile.open(path) as diary, diary.write() as writing:
        writing.days.save(a_day("2026-03-05"))
        with DiaryFile.open(path) as again:
            assert again.revision() == 1

        assert not another_process_can_write(path)

    assert another_process_can_write(path)


def test_python_opening_the_file_itself_would_drop_that_lock(path: Path) -> None:
    with DiaryFile.open(path) as diary, diary.write() as writing:
        writing.days.save(a_day("2026-03-05"))
        path.read_bytes()

        assert another_process_can_write(path)
