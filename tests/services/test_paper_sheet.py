"""A paper sheet is saved as one step, and typing it in twice changes nothing."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from making import an_episode

from cramplog.domain.changes import Kind
from cramplog.domain.day import Day
from cramplog.domain.errors import InvalidValue
from cramplog.domain.steps import StepName
from cramplog.services.open_diary import OpenDiary

FREE = Day(date=date(2026, 11, 3), cramp_free=True)


def test_a_sheet_is_one_step_to_undo(diary: OpenDiary) -> None:
    cramps = (an_episode("2026-11-04 02:10 +01:00"), an_episode("2026-11-06 20:00 +01:00"))

    changed = diary.diary.record_sheet(cramps, (FREE,))

    assert changed.kinds == {Kind.EPISODES, Kind.DAYS}
    last, _next = diary.diary.steps()
    assert last is not None
    assert last.name is StepName.SHEET
    assert len(diary.reading.episodes()) == 2
    diary.diary.undo()
    assert diary.reading.episodes() == ()
    assert diary.reading.contents().days == ()


def test_a_sheet_that_is_typed_in_twice_changes_nothing(diary: OpenDiary) -> None:
    first = an_episode("2026-11-04 02:10 +01:00")
    diary.diary.record_sheet((first,), (FREE,))

    again = an_episode("2026-11-04 02:10 +01:00", id=str(uuid4()))
    changed = diary.diary.record_sheet((again, again), (FREE,))

    assert changed.ids == ()
    assert [episode.id for episode in diary.reading.episodes()] == [first.id]


def test_what_the_sheet_leaves_empty_stays_in_the_diary(diary: OpenDiary) -> None:
    diary.diary.check_in(
        Day(date=FREE.date, ill=True, note="a cold", exercised=True, hardest_exertion=6, exercise_minutes=30)
    )

    diary.diary.record_sheet((), (Day(date=FREE.date, cramp_free=True, exercised=False),))

    assert diary.reading.contents().days == (
        Day(date=FREE.date, cramp_free=True, exercised=False, ill=True, note="a cold"),
    )


def test_a_sheet_from_the_future_is_refused(diary: OpenDiary) -> None:
    with pytest.raises(InvalidValue, match="future"):
        diary.diary.record_sheet((an_episode("2026-11-23 02:10 +01:00"),), ())
    with pytest.raises(InvalidValue, match="future"):
        diary.diary.record_sheet((), (Day(date=date(2026, 11, 23), cramp_free=True),))

    assert diary.reading.episodes() == ()
