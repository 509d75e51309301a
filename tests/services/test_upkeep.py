"""Backups come in time and of themselves, and a failure is said until one succeeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from making import an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryError
from cramplog.services.open_diary import OpenDiary
from cramplog.storage.manifest import Reason

START = at("2026-11-22 12:30 +01:00")
At = Callable[[timedelta], OpenDiary]


@pytest.fixture
def after(opener: Opener) -> Iterator[At]:
    """The diary, opened so long after the start."""
    opened: list[OpenDiary] = []

    def open_at(later: timedelta) -> OpenDiary:
        for before in opened:
            before.close()
        opened.append(Opener(opener.paths, FixedClock(START + later, "Europe/Berlin"))(create=True))
        return opened[-1]

    yield open_at
    for each in opened:
        each.close()


def log(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00"))


def reasons(diary: OpenDiary) -> list[Reason]:
    return [it.reason for it in diary.upkeep.backups()]


def test_the_first_save_of_a_day_makes_one_and_the_second_none(after: At) -> None:
    diary = after(timedelta(0))
    log(diary)
    assert diary.upkeep.after_save() is not None
    log(diary)
    assert diary.upkeep.after_save() is None

    tomorrow = after(timedelta(days=1))
    log(tomorrow)
    assert tomorrow.upkeep.after_save() is not None
    assert reasons(tomorrow) == [Reason.FIRST_OF_DAY, Reason.FIRST_OF_DAY]


def test_closing_makes_one_only_of_what_was_changed_since(after: At) -> None:
    diary = after(timedelta(0))
    assert diary.upkeep.at_closing() is None
    log(diary)
    assert diary.upkeep.at_closing() is not None

    later = after(timedelta(hours=1))
    assert later.upkeep.at_closing() is None
    log(later)
    assert later.upkeep.at_closing() is not None


def test_within_half_an_hour_there_is_no_second_one(after: At) -> None:
    diary = after(timedelta(0))
    log(diary)
    diary.upkeep.at_closing()

    soon = after(timedelta(minutes=29))
    log(soon)
    assert soon.upkeep.at_closing() is None
    assert after(timedelta(minutes=31)).upkeep.at_closing() is not None


def test_a_clock_that_was_wrong_once_does_not_stop_backups(after: At) -> None:
    wrong = after(timedelta(days=26_000))
    log(wrong)
    assert wrong.upkeep.at_closing() is not None

    right = after(timedelta(days=1))
    log(right)
    assert right.upkeep.after_save() is not None


def test_every_backup_goes_to_the_second_folder_too(after: At, tmp_path: Path) -> None:
    diary, stick = after(timedelta(0)), tmp_path / "stick"
    log(diary)
    diary.upkeep.back_up()
    diary.upkeep.choose_second_folder(stick)
    assert len(list(stick.iterdir())) == 2

    later = after(timedelta(hours=1))
    log(later)
    later.upkeep.at_closing()

    state = later.upkeep.state()
    assert state.second == stick
    assert state.second_newest is not None
    assert state.second_newest.revision == 2
    assert state.warning is None


def test_a_stick_pulled_out_is_said_and_the_own_backup_is_made(after: At, tmp_path: Path) -> None:
    diary, stick = after(timedelta(0)), tmp_path / "media" / "stick"
    stick.parent.mkdir()
    diary.upkeep.choose_second_folder(stick)
    stick.parent.rename(tmp_path / "gone")

    log(diary)
    assert diary.upkeep.at_closing() is not None

    warning = after(timedelta(hours=2)).upkeep.state().warning
    assert warning is not None
    assert str(stick) in warning
    (tmp_path / "gone").rename(stick.parent)
    again = after(timedelta(hours=3))
    again.upkeep.back_up()
    assert again.upkeep.state().warning is None


def test_a_folder_in_which_nothing_can_be_written_is_said_too(after: At) -> None:
    diary = after(timedelta(0))
    diary.file.path.with_name("backups").write_text("a file in the way")
    log(diary)

    assert diary.upkeep.after_save() is None
    with pytest.raises(DiaryError):
        diary.upkeep.back_up()
    assert diary.upkeep.backup_line() == ("The last backup failed", True)
    assert diary.upkeep.state().warning is not None


def test_a_week_without_one_is_said(after: At) -> None:
    diary = after(timedelta(0))
    assert diary.upkeep.backup_line() == ("No backup yet", False)
    log(diary)
    diary.upkeep.back_up()
    log(diary)
    assert diary.upkeep.backup_line().words.startswith("Backup: today, ")
    assert after(timedelta(days=1)).upkeep.backup_line().words.startswith("Backup: 1 day ago, ")
    assert after(timedelta(days=9)).upkeep.backup_line().words.startswith("Backup: 9 days ago, ")
    assert after(timedelta(days=9)).upkeep.backup_line().warns

    assert after(timedelta(days=6)).upkeep.state().warning is None
    assert after(timedelta(days=9)).upkeep.state().warning == (
        "The newest backup is 9 days old. Make one now."
    )


def test_an_old_copy_in_the_diarys_place_is_noticed(after: At, tmp_path: Path) -> None:
    diary = after(timedelta(0))
    log(diary)
    diary.close()
    old = diary.file.path.read_bytes()
    later = after(timedelta(hours=1))
    log(later)
    later.upkeep.back_up()
    later.close()
    later.file.path.write_bytes(old)

    assert "older than its newest backup" in str(after(timedelta(hours=2)).upkeep.state().warning)


def test_once_a_week_old_backups_are_read_again_and_rot_is_replaced(after: At) -> None:
    diary = after(timedelta(0))
    log(diary)
    made = diary.upkeep.back_up()
    assert diary.upkeep.look_at_old_backups() == ()
    content = bytearray(made.path.read_bytes())
    content[-1] ^= 1
    made.path.write_bytes(content)

    assert after(timedelta(days=6)).upkeep.look_at_old_backups() == ()
    week_later = after(timedelta(days=8))
    assert week_later.upkeep.look_at_old_backups() == (made,)

    assert made.path.with_name(made.path.name + ".bad").exists()
    assert [it.made for it in week_later.upkeep.backups()] == [START + timedelta(days=8)]


def test_a_comparison_names_what_would_be_gained_lost_and_changed(after: At) -> None:
    diary = after(timedelta(0))
    kept, gone, altered = (an_episode("2026-11-20 02:10 +01:00") for _ in range(3))
    for episode in (kept, gone, altered):
        diary.diary.record(episode)
    made = diary.upkeep.back_up()
    diary.diary.remove((gone.id,))
    diary.diary.record(an_episode("2026-11-21 02:10 +01:00", id=altered.id, pain=3))
    new = an_episode("2026-11-21 02:10 +01:00")
    diary.diary.record(new)

    found = diary.upkeep.compare(made.path)

    assert [it.key for it in found.gained] == [gone.id]
    assert [it.key for it in found.lost] == [new.id]
    assert [it.key for it in found.changed] == [altered.id]


def test_only_what_is_missing_is_brought_back_in_one_step(after: At) -> None:
    diary = after(timedelta(0))
    gone = an_episode("2026-11-20 02:10 +01:00")
    diary.diary.record(gone)
    made = diary.upkeep.back_up()
    diary.diary.remove((gone.id,))
    log(diary)

    diary.upkeep.bring_back_missing(made.path)

    assert len(diary.reading.episodes()) == 2
    assert reasons(diary)[0] is Reason.BEFORE_RESTORE
    diary.diary.undo()
    assert len(diary.reading.episodes()) == 1
