"""Finished backups are looked at again, copied elsewhere, and let go when newer ones make them needless."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from making import a_day, at

from cramplog.domain.errors import DiaryError
from cramplog.storage import backup_care
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Backup, backups

NOW = at("2026-11-22 18:00 +01:00")


@pytest.fixture
def made(diary: DiaryFile, tmp_path: Path) -> Backup:
    with diary.write() as writing:
        writing.days.save(a_day(note="kept"))
    return diary.back_up(tmp_path / "backups", now=NOW)


def test_a_backup_is_good_until_one_bit_of_it_turns(made: Backup) -> None:
    assert backup_care.is_good(made)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)

    assert not backup_care.is_good(made)


def test_one_that_is_not_good_is_kept_but_counts_no_more(made: Backup) -> None:
    backup_care.set_aside(made)

    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name + ".bad"]
    assert backups(made.path.parent) == ()


def test_a_copy_in_a_second_folder_is_a_backup_of_its_own(made: Backup, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "cramplog"
    stick.parent.mkdir()

    copied = backup_care.copy_to(made, stick)

    assert backups(stick) == (copied,)
    assert backup_care.is_good(copied)
    assert {file.stat().st_mode & 0o777 for file in stick.iterdir()} == {0o600}


def test_a_stick_that_is_not_plugged_in_is_said_and_no_folder_is_made_for_it(
    made: Backup, tmp_path: Path
) -> None:
    with pytest.raises(DiaryError):
        backup_care.copy_to(made, tmp_path / "stick" / "cramplog")

    assert not (tmp_path / "stick").exists()


def test_only_needless_backups_of_this_diary_go(diary: DiaryFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with DiaryFile.create(tmp_path / "other" / "diary.db") as other:
        for minute in range(6):
            other.back_up(folder, now=NOW + timedelta(minutes=minute))
    for minute in range(7):
        made = diary.back_up(folder, now=NOW + timedelta(minutes=minute))

    gone = backup_care.let_old_ones_go(folder, diary=made.diary, now=NOW + timedelta(hours=1))

    assert [it.made for it in gone] == [NOW + timedelta(minutes=1), NOW]
    assert len(backups(folder, diary=made.diary)) == 5
    assert len(backups(folder)) == 11
    assert len(list(folder.iterdir())) == 22
