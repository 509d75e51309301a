"""That there was a diary is known outside its folder too: lost whole, it is not silently begun anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import canary
import pytest
from making import a_day, an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryMissing
from cramplog.paths import Paths


def at_home(folder: Path) -> Paths:
    """As a system keeps them: the diary with its backups here, the settings there."""
    return Paths(
        diary=folder / "data" / "diary.db",
        backups=folder / "data" / "backups",
        logs=folder / "logs",
        settings=folder / "config" / "window.ini",
    )


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    """Opens the diary in a folder apart from the settings."""
    return Opener(at_home(tmp_path), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))


def write_and_lose(opener: Opener) -> None:
    """Two cramps and a day, and then the folder is gone."""
    diary = opener(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    diary.diary.check_in(a_day("2026-11-19"))
    diary.close()
    shutil.rmtree(opener.paths.diary.parent)


def test_a_diary_that_is_lost_with_its_whole_folder_is_no_first_run(opener: Opener) -> None:
    write_and_lose(opener)

    with pytest.raises(DiaryMissing) as missing:
        opener(create=True)

    said = str(missing.value)
    assert said.startswith(f"Your diary is not where it was: {opener.paths.diary}.")
    assert "it held 2 cramps, 1 day." in said
    assert not opener.paths.diary.parent.exists()


def test_without_the_note_it_would_be_taken_for_one(opener: Opener) -> None:
    write_and_lose(opener)
    opener.paths.last_seen.unlink()

    diary = opener(create=True)

    assert diary.reading.episodes() == ()
    diary.close()


def test_what_was_there_when_the_program_died_is_known_from_the_opening_before(opener: Opener) -> None:
    diary = opener(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.close()
    killed = opener(create=True)
    killed.file.close()
    shutil.rmtree(opener.paths.diary.parent)

    with pytest.raises(DiaryMissing, match="it held 1 cramp, 0 days"):
        opener(create=True)


def test_a_first_session_that_was_killed_is_known_from_its_first_save(opener: Opener) -> None:
    killed = opener(create=True)
    killed.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    killed.after_save()
    killed.file.close()
    shutil.rmtree(opener.paths.diary.parent)

    with pytest.raises(DiaryMissing, match="it held 1 cramp, 0 days"):
        opener(create=True)


def test_an_empty_diary_that_is_gone_is_begun_anew_without_asking(opener: Opener) -> None:
    opener(create=True).close()
    shutil.rmtree(opener.paths.diary.parent)

    opener(create=True).close()

    assert opener.paths.diary.exists()


def test_begun_anew_by_the_person_it_is_not_asked_about_again(opener: Opener) -> None:
    write_and_lose(opener)
    opener.restoring().start_anew()
    opener(create=True).close()
    shutil.rmtree(opener.paths.diary.parent)

    opener(create=True).close()


def test_another_diary_of_the_same_person_is_a_first_run(opener: Opener, tmp_path: Path) -> None:
    write_and_lose(opener)
    there = opener.paths
    other = Paths(
        diary=tmp_path / "other" / "diary.db",
        backups=tmp_path / "other" / "backups",
        logs=there.logs,
        settings=there.settings,
    )

    Opener(other, opener.clock)(create=True).close()

    assert other.last_seen != there.last_seen


def test_the_note_has_numbers_and_a_place_and_not_a_word_of_the_diary(opener: Opener) -> None:
    diary = opener(create=True)
    canary.fill(diary, opener.clock)
    diary.close()

    note = opener.paths.last_seen
    assert note.read_text(encoding="utf-8") == (
        f'{{"diary": "{opener.paths.diary}", "episodes": 3, "days": 2, "workouts": 2, "courses": 2}}\n'
    )
    assert note.stat().st_mode & 0o777 == 0o600
    assert note.parent == opener.paths.settings.parent
    assert canary.files_with(opener.paths.diary.parent) != []
    assert canary.files_with(note.parent) == []


def test_erasing_everything_takes_the_note_too(opener: Opener) -> None:
    diary = opener(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.close()
    assert opener.paths.last_seen.exists()

    opener.erasing().erase(second=False)

    assert not opener.paths.last_seen.exists()
    opener(create=True).close()


@pytest.mark.parametrize("left", [b"", b"[]", b'{"episodes": "many"}', b"\xff\xfe", b'{"episodes": 2}'])
def test_a_note_that_cannot_be_read_is_no_note(opener: Opener, left: bytes) -> None:
    opener.paths.last_seen.parent.mkdir()
    opener.paths.last_seen.write_bytes(left)

    opener(create=True).close()


def test_where_the_note_cannot_be_written_everything_goes_on_without_it(
    opener: Opener, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")

    diary = opener(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))
    diary.close()

    assert opener.paths.diary.exists()
