"""Sealed copies: of the whole diary and of backups, opened by the passphrase only."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.errors import UnreadableFile
from cramplog.services.open_diary import OpenDiary

PASSPHRASE = "correct horse battery"


def test_a_sealed_export_comes_in_again_with_its_passphrase(diary: OpenDiary, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    contents = diary.reading.contents()
    diary.sealing.export(tmp_path / "out.sealed", PASSPHRASE)
    diary.diary.undo()

    found = diary.sealing.read(tmp_path / "out.sealed", PASSPHRASE)
    diary.exchange.apply(diary.exchange.compared([found]))

    assert diary.reading.contents() == contents
    assert b"zebrafish" not in (tmp_path / "out.sealed").read_bytes()
    with pytest.raises(UnreadableFile, match="wrong"):
        diary.sealing.read(tmp_path / "out.sealed", "another passphrase")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        diary.sealing.read(tmp_path / "nowhere", PASSPHRASE)


def test_sealed_backups_go_to_the_second_folder_and_can_be_put_back(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    cloud = tmp_path / "cloud"
    diary.upkeep.choose_second_folder(cloud, PASSPHRASE)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    diary.upkeep.back_up()
    (copy,) = cloud.iterdir()
    assert copy.suffix == ".sealed"
    assert b"zebrafish" not in copy.read_bytes()
    diary.diary.undo()
    diary.close()

    with pytest.raises(UnreadableFile):
        opener.restoring().put_back(copy, "another passphrase")
    opener.restoring().put_back(copy, PASSPHRASE)

    again = opener(create=True)
    assert [episode.note for episode in again.reading.episodes()] == ["zebrafish"]
    again.close()
    assert not any("unsealed" in file.name for file in tmp_path.iterdir())
