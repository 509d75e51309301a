"""Two periods, and before and after a course."""

from __future__ import annotations

import math
from datetime import date

import pytest
from analysis.by_hand import MARCH, a_timeline, free_days
from making import a_course, an_episode

from cramplog.analysis.compare import Comparison, comparison, courses
from cramplog.analysis.coverage import State
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period

LATEST_14 = Period.including(date(2026, 3, 18), date(2026, 3, 31))


def cramps(day: str, count: int) -> list[Episode]:
    """So many on one day."""
    return [an_episode(f"2026-{day} {10 + number}:00") for number in range(count)]


def dates(compared: Comparison) -> list[str]:
    return [
        f"{side.period.first.isoformat()}..{side.period.last.isoformat()}"
        for side in (compared.before, compared.after)
    ]


def test_a_period_is_compared_with_the_one_of_equal_length_before_it() -> None:
    diary = a_timeline(*free_days("2026-03-01", "2026-03-31"), *cramps("03-10", 2), *cramps("03-20", 4))

    found = comparison(diary, LATEST_14)

    assert dates(found) == ["2026-03-04..2026-03-17", "2026-03-18..2026-03-31"]
    assert (found.before.known, found.before.episodes) == (14, 2)
    assert (found.after.known, found.after.episodes) == (14, 4)
    assert found.ratio is not None
    assert found.ratio.ratio == pytest.approx(2)
    assert found.state is State.OK


def test_known_days_are_the_exposure() -> None:
    """The same 3 cramps, in 28 known days before and in 14 after: the rate has doubled."""
    diary = a_timeline(
        *free_days("2026-02-04", "2026-03-03"),
        *free_days("2026-03-04", "2026-03-17"),
        *cramps("02-10", 3),
        *cramps("03-10", 3),
    )

    found = comparison(diary, Period.including(date(2026, 3, 4), date(2026, 3, 31)))

    assert (found.before.known, found.after.known) == (28, 14)
    assert found.ratio is not None
    assert found.ratio.ratio == pytest.approx(2)


def test_five_cramps_in_all_are_not_enough() -> None:
    diary = a_timeline(*free_days("2026-03-01", "2026-03-31"), *cramps("03-10", 1), *cramps("03-20", 4))

    found = comparison(diary, LATEST_14)

    assert found.state is State.NOT_ENOUGH
    assert found.ratio is not None
    assert found.ratio.ratio == pytest.approx(4)


def test_thirteen_known_days_on_one_side_are_not_enough() -> None:
    diary = a_timeline(*free_days("2026-03-05", "2026-03-31"), *cramps("03-10", 2), *cramps("03-20", 4))

    assert comparison(diary, LATEST_14).state is State.NOT_ENOUGH


def test_a_diary_that_begins_with_the_period_cannot_be_compared() -> None:
    diary = a_timeline(*free_days("2026-03-18", "2026-03-31"), *cramps("03-20", 9))

    found = comparison(diary, LATEST_14)

    assert found.before.known == 0
    assert found.ratio is None
    assert found.state is State.NOT_ENOUGH


def test_no_cramp_on_either_side_has_no_ratio() -> None:
    assert comparison(a_timeline(*free_days("2026-03-01", "2026-03-31")), LATEST_14).ratio is None


def test_cramps_that_began_only_now_have_an_infinite_ratio() -> None:
    diary = a_timeline(*free_days("2026-03-01", "2026-03-31"), *cramps("03-20", 6))

    found = comparison(diary, LATEST_14)

    assert found.ratio is not None
    assert found.ratio.ratio == math.inf
    assert found.ratio.ci.low > 1


def compared(course: Course, *, as_of: str) -> Comparison:
    (effect,) = courses(a_timeline(as_of=as_of), [course])
    return effect.comparison


def test_a_course_is_read_from_its_eighth_day_to_now() -> None:
    course = a_course(started=date(2026, 5, 1))

    assert dates(compared(course, as_of="2026-05-31 20:00")) == [
        "2026-03-06..2026-04-30",
        "2026-05-08..2026-05-31",
    ]


def test_a_course_is_read_for_56_days_at_most() -> None:
    course = a_course(started=date(2026, 5, 1))

    found = compared(course, as_of="2026-12-31 20:00")

    assert dates(found)[1] == "2026-05-08..2026-07-02"
    assert (found.before.period.days, found.after.period.days) == (56, 56)


def test_a_course_that_ended_is_read_to_its_last_day() -> None:
    course = a_course(started=date(2026, 5, 1), ended=date(2026, 5, 20))

    assert dates(compared(course, as_of="2026-12-31 20:00"))[1] == "2026-05-08..2026-05-20"


def test_a_course_of_less_than_a_week_has_nothing_after_it() -> None:
    course = a_course(started=date(2026, 5, 1), ended=date(2026, 5, 3))

    found = compared(course, as_of="2026-12-31 20:00")

    assert found.after.period.days == 0
    assert found.ratio is None


def test_courses_without_a_start_or_that_start_later_are_left_out() -> None:
    later = a_course(started=date(2026, 4, 1))
    today = a_course("Aspirin", started=date(2026, 3, 31))

    assert [effect.course for effect in courses(a_timeline(), [a_course(), later, today])] == [today]


def test_courses_come_in_the_order_of_their_starts_whatever_the_period() -> None:
    first, second = a_course("B", started=date(2025, 1, 1)), a_course("A", started=date(2026, 3, 1))

    assert [effect.course for effect in courses(a_timeline(), [second, first])] == [first, second]


def test_a_period_of_nothing_is_compared_with_nothing() -> None:
    nothing = Period(MARCH.first, MARCH.first)

    assert comparison(a_timeline(*cramps("03-20", 9)), nothing).ratio is None
