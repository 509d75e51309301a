"""“Erase everything” means everything that the program keeps, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.errors import DiaryInUse
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.window_lock import WindowLock


def test_diary_backups_copies_and_notes_go_and_everything_else_stays(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    diary.upkeep.choose_second_folder(tmp_path / "stick")
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    made = diary.upkeep.back_up()
    diary.exchange.export_json(tmp_path / "export.json")
    diary.close()
    opener.restoring().put_back(made.path)
    with DiaryFile.create(tmp_path / "diary-of-another.db") as other:
        other.back_up(tmp_path / "backups", now=at("2026-11-22 12:00"))

    opener.erasing().erase()

    left = sorted(file.name for file in tmp_path.rglob("*") if file.is_file())
    assert len(left) == 4
    assert all(name.startswith("diary-of-another") or name == "export.json" for name in left)
    opener(create=True).close()


def test_nothing_is_erased_under_an_open_window(diary: OpenDiary, opener: Opener) -> None:
    diary.close()
    with WindowLock.take(opener.paths.diary, now=at("2026-11-22 12:00")), pytest.raises(DiaryInUse):
        opener.erasing().erase()

    assert opener.paths.diary.exists()
