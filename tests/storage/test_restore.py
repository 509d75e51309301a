"""A restored backup is what it was, what was there is kept, and nothing left beside it undoes the restore."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from making import a_day, an_episode, at

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryDamaged, DiaryError, DiaryLocked, DiaryMoved, NotADiary
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Backup, Reason, backups
from cramplog.storage.restore import Restored, restore

NOW = at("2026-11-22 18:00 +01:00")
OLD = Path(__file__).parent / "old_diaries" / "schema_1_full.db"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def backup(diary: DiaryFile, home: Path) -> Backup:
    """A backup of one cramp; the diary has a second one that is not in it."""
    with diary.write() as writing:
        writing.episodes.save(an_episode(note="in the backup"))
    made = diary.back_up(home / "backups", now=NOW)
    with diary.write() as writing:
        writing.episodes.save(an_episode("2026-03-05 20:00", note="later"))
    diary.close()
    return made


def put_back(home: Path, source: Path) -> Restored:
    return restore(home / "diary.db", source, home / "backups", app="a", now=NOW + timedelta(days=1))


def notes(path: Path) -> list[str]:
    with DiaryFile.open(path) as diary:
        assert diary.check().ok
        return [episode.note for episode in diary.contents().episodes]


def test_no_file_changes_its_name_in_the_midst_of_another_programs_save(home: Path, backup: Backup) -> None:
    diary = home / "diary.db"
    before = diary.read_bytes()
    with closing(sqlite3.connect(diary, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE episode SET pain = 1")

        with pytest.raises(DiaryLocked):
            put_back(home, backup.path)

        assert diary.read_bytes() == before
        assert diary.with_name("diary.db-journal").exists()
        other.execute("ROLLBACK")

    # The control: the save is over, and nothing else stood in the way.
    put_back(home, backup.path)
    assert notes(diary) == ["in the backup"]


def test_who_waited_for_the_lock_does_not_write_into_a_file_that_has_gone(
    diary: DiaryFile, backup: Backup, home: Path
) -> None:
    waiting = DiaryFile.open(home / "diary.db")
    with closing(sqlite3.connect(home / "diary.db", isolation_level=None)) as restoring:
        restoring.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor(1) as others:
            saved = others.submit(save_a_cramp, waiting)
            time.sleep(0.3)
            (home / "diary.db").rename(home / "gone.db")
            shutil.copyfile(backup.path, home / "diary.db")
            restoring.execute("ROLLBACK")

            with pytest.raises(DiaryMoved):
                saved.result()

    assert not (home / "diary.db-journal").exists()
    assert notes(home / "diary.db") == ["in the backup"]
    waiting.close()


def save_a_cramp(diary: DiaryFile) -> None:
    with diary.write() as writing:
        writing.episodes.save(an_episode("2026-03-06 20:00", note="too late"))


def test_the_diary_is_what_the_backup_is_and_can_be_put_back_itself(home: Path, backup: Backup) -> None:
    restored = put_back(home, backup.path)

    assert notes(home / "diary.db") == ["in the backup"]
    assert [it.note for it in restored.contents.episodes] == ["in the backup"]
    assert restored.kept == home / "diary.before-restore.db"
    assert notes(restored.kept) == ["in the backup", "later"]
    assert restored.undo is not None
    assert restored.undo.reason is Reason.BEFORE_RESTORE

    put_back(home, restored.undo.path)
    assert notes(home / "diary.db") == ["in the backup", "later"]
    assert sorted(file.name for file in home.iterdir()) == ["backups", "diary.before-restore.db", "diary.db"]


def test_what_is_saved_afterwards_counts_as_newer_than_every_backup(home: Path, backup: Backup) -> None:
    put_back(home, backup.path)
    with DiaryFile.open(home / "diary.db") as diary:
        with diary.write() as writing:
            writing.days.save(a_day())
        made = diary.back_up(home / "backups", now=NOW + timedelta(days=2))

    assert backups(home / "backups")[0] == made


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_the_diary_does_not_undo_the_restore(
    home: Path, backup: Backup, ending: str
) -> None:
    stale = home / f"diary.db{ending}"
    with closing(sqlite3.connect(home / "diary.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE episode SET pain = 1")
        leftover = (home / "diary.db-journal").read_bytes()
    stale.write_bytes(leftover)

    put_back(home, backup.path)

    assert notes(home / "diary.db") == ["in the backup"]
    assert not stale.exists()


def test_a_damaged_diary_is_kept_with_all_that_lies_beside_it(home: Path, backup: Backup) -> None:
    path = home / "diary.db"
    content = path.read_bytes()[:20_000]
    path.write_bytes(content)
    (home / "diary.db-journal").write_bytes(b"what a crash left")

    restored = put_back(home, backup.path)

    kept = home / "diary.damaged-20261123-180000.db"
    assert (restored.kept, restored.undo) == (kept, None)
    assert kept.read_bytes() == content
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"what a crash left"
    assert notes(path) == ["in the backup"]


@pytest.mark.parametrize("state", ["missing", "empty", "of another program", "newer"])
def test_whatever_lies_there_a_backup_can_be_put_back(home: Path, backup: Backup, state: str) -> None:
    path = home / "diary.db"
    if state in ("missing", "of another program"):
        path.unlink()
    if state == "empty":
        path.write_bytes(b"")
    if state == "of another program":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE bookmarks (url)")
    if state == "newer":
        with closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA user_version = 99")

    restored = put_back(home, backup.path)

    assert notes(path) == ["in the backup"]
    assert (restored.kept is None) is (state == "missing")


def test_a_backup_of_an_old_version_is_brought_up_to_date(home: Path, backup: Backup) -> None:
    put_back(home, OLD)

    with DiaryFile.open(home / "diary.db") as diary:
        assert diary.writable
        assert len(diary.contents().episodes) == 63


def digest(home: Path) -> str:
    return hashlib.sha256((home / "diary.db").read_bytes()).hexdigest()


def test_a_bad_backup_is_refused_and_nothing_is_changed(home: Path, backup: Backup, tmp_path: Path) -> None:
    before = digest(home)
    bad = tmp_path / "bad.db"
    shutil.copy(backup.path, bad)
    with closing(sqlite3.connect(bad, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9")

    with pytest.raises(DiaryDamaged, match=r"bad\.db is not a sound backup"):
        put_back(home, bad)

    assert digest(home) == before
    assert sorted(file.name for file in home.iterdir()) == ["backups", "diary.db"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON episode BEGIN DELETE FROM episode; END",
        "CREATE VIEW v AS SELECT * FROM episode",
        "CREATE TABLE more (x)",
        "DROP INDEX episode_by_wall",
        "UPDATE meta SET episodes = 0",
    ],
)
def test_a_doctored_backup_is_refused(home: Path, backup: Backup, tmp_path: Path, statement: str) -> None:
    doctored = tmp_path / "doctored.db"
    shutil.copy(backup.path, doctored)
    with closing(sqlite3.connect(doctored, isolation_level=None)) as other:
        other.execute(statement)

    with pytest.raises(DiaryError):
        put_back(home, doctored)

    assert notes(home / "diary.db") == ["in the backup", "later"]


def test_the_diary_itself_and_other_files_are_no_backups(home: Path, backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Dear diary")

    with pytest.raises(DiaryError, match="is the diary itself"):
        put_back(home, home / "diary.db")
    with pytest.raises(NotADiary):
        put_back(home, tmp_path / "text.db")
    assert notes(home / "diary.db") == ["in the backup", "later"]


def test_counts_of_the_restored_diary_are_those_of_the_backup(home: Path, backup: Backup) -> None:
    put_back(home, backup.path)

    with DiaryFile.open(home / "diary.db") as diary:
        assert diary.check().counts[Kind.EPISODES] == backup.counts[Kind.EPISODES] == 1
