"""Sealed copies: of the whole diary and of backups, opened by the passphrase only."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import pytest
from making import an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.errors import UnreadableFile, UnwritableFile
from cramplog.exchange.asked import Asked
from cramplog.services.open_diary import OpenDiary

PASSPHRASE = "correct horse battery"


def test_a_sealed_export_comes_in_again_with_its_passphrase(diary: OpenDiary, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    contents = diary.reading.contents()
    diary.sealing.export(tmp_path / "out.sealed", PASSPHRASE)
    diary.diary.undo()

    out = tmp_path / "out.sealed"
    diary.exchange.apply(diary.exchange.preview([out], Asked(passphrase=PASSPHRASE)))

    assert diary.reading.contents() == contents
    assert b"zebrafish" not in out.read_bytes()
    with pytest.raises(UnreadableFile, match="wrong"):
        diary.exchange.preview([out], Asked(passphrase="another passphrase"))
    with pytest.raises(UnreadableFile, match="is sealed with a passphrase"):
        diary.exchange.preview([out])
    assert diary.sealing.sealed_among([out, tmp_path / "diary.db", tmp_path / "nowhere"]) == (out,)


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
    found = again.exchange.preview([copy], Asked(passphrase=PASSPHRASE))
    assert found.counts(Kind.EPISODES).same == 1
    again.close()


def test_nothing_that_opens_a_sealed_copy_is_kept(
    diary: OpenDiary, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    diary.upkeep.choose_second_folder(tmp_path / "cloud", PASSPHRASE)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.upkeep.back_up()
    (copy,) = (tmp_path / "cloud").iterdir()
    diary.upkeep.compare(copy, PASSPHRASE)

    notes = json.loads((opener.paths.backups / "diary.notes.json").read_text())
    salt, public = map(bytes.fromhex, notes["key"])
    seed = hashlib.scrypt(PASSPHRASE.encode(), salt=salt, n=1 << 16, r=8, p=1, dklen=32, maxmem=1 << 28)
    kept = b"".join(file.read_bytes() for file in opener.paths.backups.iterdir())
    for opening in (PASSPHRASE.encode(), seed, seed.hex().encode()):
        assert opening not in kept
    assert len(public) == 32
    assert list(temporary.iterdir()) == []


def test_what_lies_unsealed_in_the_second_folder_is_sealed_too(diary: OpenDiary, tmp_path: Path) -> None:
    cloud = tmp_path / "cloud"
    diary.upkeep.choose_second_folder(cloud)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    for _time in range(2):
        diary.upkeep.back_up()
    assert len(list(cloud.glob("*.db"))) == 2

    diary.upkeep.choose_second_folder(cloud, PASSPHRASE)

    assert [file.suffix for file in cloud.iterdir()] == [".sealed", ".sealed"]
    assert not any(b"zebrafish" in file.read_bytes() for file in cloud.iterdir())
    for file in cloud.iterdir():
        assert len(diary.upkeep.compare(file, PASSPHRASE).lost) == 0


def test_the_folder_of_the_backups_is_no_second_folder(diary: OpenDiary, opener: Opener) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    made = diary.upkeep.back_up()

    with pytest.raises(UnwritableFile, match="already"):
        diary.upkeep.choose_second_folder(opener.paths.backups, PASSPHRASE)

    assert made.path.exists()


def test_a_sealed_backup_is_compared_and_gives_back_what_is_missing(diary: OpenDiary, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="zebrafish"))
    copy = diary.upkeep.back_up_sealed(tmp_path / "stick", PASSPHRASE)
    diary.diary.undo()

    assert len(diary.upkeep.compare(copy, PASSPHRASE).gained) == 1
    diary.upkeep.bring_back_missing(copy, PASSPHRASE)

    assert [episode.note for episode in diary.reading.episodes()] == ["zebrafish"]
