"""Diary days and periods: to which day a moment belongs, and spans of days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import at
from strategies import dates, moments

from cramplog.domain.errors import InvalidValue
from cramplog.domain.period import Period, diary_day

MARCH_3, MARCH_4 = date(2026, 3, 3), date(2026, 3, 4)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ("2026-03-03 06:00", MARCH_3),
        ("2026-03-03 23:59", MARCH_3),
        ("2026-03-04 00:00", MARCH_3),
        ("2026-03-04 02:10", MARCH_3),
        ("2026-03-04 05:59", MARCH_3),
        ("2026-03-04 06:00", MARCH_4),
        ("2026-01-01 02:00", date(2025, 12, 31)),
        ("2028-03-01 05:00", date(2028, 2, 29)),
    ],
)
def test_a_diary_day_runs_from_six_to_six(wall: str, day: date) -> None:
    assert diary_day(at(wall)) == day


def test_the_wall_clock_decides_whatever_the_offset_is() -> None:
    for offset in ("+14:00", "-12:00", "+05:45", "-00:01"):
        assert diary_day(at(f"2026-03-04 02:10 {offset}")) == MARCH_3


@pytest.mark.parametrize("hour", range(13))
def test_every_start_hour_parts_the_days_at_that_hour(hour: int) -> None:
    start = datetime(2026, 3, 4, hour)

    assert diary_day(start, hour) == MARCH_4
    assert diary_day(start - timedelta(seconds=1), hour) == MARCH_3
    assert diary_day(start + timedelta(hours=23, minutes=59), hour) == MARCH_4


@pytest.mark.parametrize(
    ("wall", "night_of"),
    [
        ("2026-10-25 02:30 +02:00", date(2026, 10, 24)),
        ("2026-10-25 02:30 +01:00", date(2026, 10, 24)),
        ("2026-10-25 05:59 +01:00", date(2026, 10, 24)),
        ("2026-10-25 06:00 +01:00", date(2026, 10, 25)),
        ("2026-03-29 01:59 +01:00", date(2026, 3, 28)),
        ("2026-03-29 03:00 +02:00", date(2026, 3, 28)),
        ("2026-03-29 06:00 +02:00", date(2026, 3, 29)),
    ],
)
def test_the_nights_when_clocks_change_are_one_night(wall: str, night_of: date) -> None:
    assert diary_day(at(wall)) == night_of


def test_every_minute_of_a_long_and_a_short_night_has_its_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for last_evening, minutes in ((date(2026, 10, 24), 25 * 60), (date(2026, 3, 28), 23 * 60)):
        start = datetime(last_evening.year, last_evening.month, last_evening.day, 6, tzinfo=berlin)
        elapsed = [start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=count) for count in range(minutes)]

        assert {diary_day(moment.astimezone(berlin)) for moment in elapsed} == {last_evening}
        end = elapsed[-1] + timedelta(minutes=1)
        assert diary_day(end.astimezone(berlin)) == last_evening + timedelta(days=1)


@given(moments(), st.integers(0, 12))
def test_a_moment_lies_within_the_day_it_belongs_to(moment: datetime, hour: int) -> None:
    day = diary_day(moment, hour)

    since = moment.replace(tzinfo=None) - datetime(day.year, day.month, day.day, hour)
    assert timedelta(0) <= since < timedelta(days=1)


def test_a_period_holds_its_first_day_and_not_its_end() -> None:
    period = Period(date(2026, 2, 27), date(2026, 3, 2))

    assert list(period) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]
    assert (period.days, period.last) == (3, date(2026, 3, 1))
    assert date(2026, 3, 1) in period
    assert date(2026, 3, 2) not in period
    assert date(2026, 2, 26) not in period


def test_periods_are_made_from_first_and_last_day_or_from_a_number_of_days() -> None:
    quarter = Period(date(2026, 1, 1), date(2026, 4, 1))

    assert Period.including(date(2026, 1, 1), date(2026, 3, 31)) == quarter
    assert Period.last_days(90, date(2026, 3, 31)) == quarter


def test_a_period_may_be_empty_and_not_less() -> None:
    empty = Period(MARCH_4, MARCH_4)

    assert (empty.days, list(empty)) == (0, [])
    with pytest.raises(InvalidValue, match="period"):
        Period(MARCH_4, MARCH_3)


def test_the_period_before_is_as_long_and_ends_where_this_one_begins() -> None:
    before = Period(date(2026, 3, 1), date(2026, 3, 29)).before()

    assert before == Period(date(2026, 2, 1), date(2026, 3, 1))


def test_a_period_is_cut_at_the_last_day_that_exists_yet() -> None:
    period = Period(date(2026, 3, 1), date(2026, 4, 1))

    assert period.cut_at(date(2026, 3, 10)) == Period(date(2026, 3, 1), date(2026, 3, 11))
    assert period.cut_at(date(2026, 5, 1)) == period
    assert period.cut_at(date(2026, 2, 1)).days == 0


@given(dates().filter(lambda day: day.year < 2190), st.integers(0, 2_000))
def test_a_periods_days_are_as_many_as_it_says(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))

    assert len(list(period)) == period.days == days
