"""A backup is a copy that was opened and checked."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from making import a_day, an_episode, at

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryError, DiaryMissing, DiaryReadOnly
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import backups

NOW = at("2026-11-22 18:00 +01:00")


def test_a_backup_holds_what_the_diary_holds(diary: DiaryFile, tmp_path: Path) -> None:
    with diary.write() as writing:
        writing.episodes.save(an_episode(note="in the backup too"))
        writing.days.save(a_day())

    made = diary.back_up(tmp_path / "backups", now=NOW)

    with DiaryFile.open(made.path) as copy:
        assert copy.contents() == diary.contents()
        assert copy.revision() == diary.revision() == made.revision == 1
        assert copy.check().ok


def test_its_manifest_says_what_it_is(diary: DiaryFile, tmp_path: Path) -> None:
    with diary.write() as writing:
        writing.episodes.save_all((an_episode(), an_episode()))

    made = diary.back_up(tmp_path / "backups", now=NOW)

    manifest = json.loads(made.path.with_name(made.path.name + ".json").read_text())
    assert manifest["made"] == "2026-11-22T18:00:00+01:00"
    assert manifest["made_utc"] == "2026-11-22T17:00:00+00:00"
    assert manifest["counts"]["episodes"] == 2
    assert manifest["revision"] == 1
    assert manifest["schema"] == 2
    assert manifest["size"] == made.path.stat().st_size
    assert manifest["sha256"] == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert backups(tmp_path / "backups") == (made,)
    assert made.age(NOW + timedelta(days=2)) == timedelta(days=2)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_backups_are_for_the_person_only(diary: DiaryFile, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        diary.back_up(tmp_path / "safe" / "backups", now=NOW)
    finally:
        os.umask(before)

    folder = tmp_path / "safe" / "backups"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 2


def test_two_backups_in_one_second_are_two_files(diary: DiaryFile, tmp_path: Path) -> None:
    first = diary.back_up(tmp_path, now=NOW)
    second = diary.back_up(tmp_path, now=NOW)

    assert first.path != second.path
    assert sorted(it.path for it in backups(tmp_path)) == sorted((first.path, second.path))


def test_the_newest_is_the_one_of_the_latest_revision_whatever_the_clock_says(
    diary: DiaryFile, tmp_path: Path
) -> None:
    made = []
    for days in (0, -400):
        with diary.write() as writing:
            writing.days.save(a_day())
        made.append(diary.back_up(tmp_path, now=NOW + timedelta(days=days)))

    assert backups(tmp_path) == (made[1], made[0])


def test_what_an_interrupted_backup_left_is_cleared_away(diary: DiaryFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "diary-20261101-120000-r1.db.tmp").write_bytes(b"half a backup")
    (folder / "diary-20261101-120000-r1.db.tmp.json").write_bytes(b"{}")
    for leftover in folder.iterdir():
        os.utime(leftover, (0, 0))
    # Another process may be in the middle of this one.
    (folder / "diary-20261122-175959-r1.db.tmp").write_bytes(b"being made")
    (folder / "holiday.jpg").write_bytes(b"not ours")

    made = diary.back_up(folder, now=NOW)

    names = {file.name for file in folder.iterdir()}
    assert names == {
        made.path.name,
        made.path.name + ".json",
        "holiday.jpg",
        "diary-20261122-175959-r1.db.tmp",
    }


def test_a_copy_of_a_damaged_diary_is_not_called_a_backup(diary: DiaryFile, tmp_path: Path) -> None:
    with diary.write() as writing:
        writing.episodes.save(an_episode(pain=3))
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9")
    folder = tmp_path / "backups"

    with pytest.raises(DiaryError, match="did not pass its check"):
        diary.back_up(folder, now=NOW)

    assert [file.suffix for file in folder.iterdir()] == [".bad"]
    assert backups(folder) == ()


def test_a_file_that_was_cut_off_or_is_gone_is_listed_no_more(diary: DiaryFile, tmp_path: Path) -> None:
    cut_off = diary.back_up(tmp_path, now=NOW)
    gone = diary.back_up(tmp_path, now=NOW + timedelta(hours=1))
    with cut_off.path.open("r+b") as file:
        file.truncate(4_096)
    gone.path.unlink()
    (tmp_path / "strange.db.json").write_text("[]")

    assert backups(tmp_path) == ()
    assert backups(tmp_path / "no such folder") == ()


def test_a_folder_that_cannot_be_is_said_in_one_line(diary: DiaryFile, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DiaryReadOnly, match="cannot be opened"):
        diary.back_up(tmp_path / "file" / "backups", now=NOW)


def test_a_diary_that_is_gone_makes_no_backup(diary: DiaryFile, tmp_path: Path) -> None:
    diary.close()
    diary.path.unlink()

    with pytest.raises(DiaryMissing):
        diary.back_up(tmp_path / "backups", now=NOW)

    assert list((tmp_path / "backups").iterdir()) == []


def test_the_counts_of_all_kinds_are_kept_in_the_manifest(diary: DiaryFile, tmp_path: Path) -> None:
    assert set(diary.back_up(tmp_path, now=NOW).counts) == set(Kind)
