"""Training load, and cramps that came with training."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from making import a_day, a_workout, an_episode

from cramplog.analysis.coverage import State
from cramplog.analysis.load import Load, load
from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period

AS_OF = datetime.fromisoformat("2026-03-31T23:00:00+00:00")
MARCH = Period.including(date(2026, 3, 2), date(2026, 3, 29))


def load_of(**records: Any) -> Load:
    """The load of four weeks in March 2026."""
    contents = DiaryContents(**{name: tuple(values) for name, values in records.items()})
    return load(Timeline.of(contents, AS_OF), MARCH)


def test_load_is_exertion_times_minutes() -> None:
    found = load_of(workouts=[a_workout("2026-03-04 18:00", exertion=7, elapsed_s=3600)])

    # Foster's own example: 7 × 60.
    assert found.weeks[0].load == pytest.approx(420)
    assert found.weeks[0].hours == pytest.approx(1)


def test_a_week_has_the_load_of_the_sessions_that_have_one() -> None:
    found = load_of(
        workouts=[
            a_workout("2026-03-04 18:00", exertion=7, elapsed_s=3600),
            a_workout("2026-03-05 18:00", exertion=None, elapsed_s=1800),
            a_workout("2026-03-06 18:00", exertion=5, elapsed_s=None),
        ]
    )

    week = found.weeks[0]
    assert (week.sessions, week.rated, week.load, week.hours) == (
        3,
        1,
        pytest.approx(420),
        pytest.approx(1.5),
    )


def test_a_week_whose_sessions_have_no_load_is_not_a_week_without_load() -> None:
    found = load_of(workouts=[a_workout("2026-03-04 18:00", exertion=None, elapsed_s=3600)])

    assert found.weeks[0].load is None
    assert found.weeks[0].sessions == 1


def test_moving_time_counts_before_elapsed_time() -> None:
    found = load_of(workouts=[a_workout("2026-03-04 18:00", exertion=4, elapsed_s=7200, active_s=3600)])

    assert found.weeks[0].load == pytest.approx(240)


def test_cramps_during_and_up_to_an_hour_after_a_session_came_with_it() -> None:
    found = load_of(
        workouts=[a_workout("2026-03-04 18:00", elapsed_s=3600)],
        episodes=[an_episode(f"2026-03-04 {time}") for time in ("17:59", "18:00", "19:00", "20:00", "20:01")],
    )

    assert found.all.cramps == 3


def test_a_cramp_counts_for_the_latest_session_that_had_begun() -> None:
    found = load_of(
        workouts=[
            a_workout("2026-03-04 18:00", elapsed_s=3600, air_temp_c=10, humidity_pct=50),
            a_workout("2026-03-04 19:15", elapsed_s=1800, air_temp_c=38, humidity_pct=60),
        ],
        episodes=[an_episode("2026-03-04 19:20")],
    )

    assert (found.cool.cramps, found.hot.cramps, found.all.cramps) == (0, 1, 1)


def test_a_cramp_after_midnight_may_come_with_the_session_of_the_evening_before() -> None:
    found = load_of(
        workouts=[a_workout("2026-03-05 05:00", elapsed_s=3600)], episodes=[an_episode("2026-03-05 06:30")]
    )

    # The session lies on the diary day before 06:00, the cramp on the next one; both are of 4 and 5 March.
    assert found.all.sessions == 0
    assert found.weeks[0].sessions == 1


def test_three_cramps_in_twenty_hours_are_one_and_a_half_in_ten() -> None:
    days = range(2, 12)
    found = load_of(
        workouts=[a_workout(f"2026-03-{day:02d} 10:00", elapsed_s=7200) for day in days],
        days=[a_day(f"2026-03-{day:02d}") for day in days],
        episodes=[an_episode(f"2026-03-{day:02d} 11:00") for day in (2, 3, 4)],
    )

    # Garwood for 3: 0.618672 to 8.767273, in 20 hours.
    assert found.all.hours == pytest.approx(20)
    assert found.all.per_10_hours == pytest.approx(1.5)
    assert found.all.ci is not None
    assert (found.all.ci.low, found.all.ci.high) == pytest.approx((0.309336, 4.383637), abs=1e-6)


def test_sessions_on_unknown_days_count_for_the_load_but_not_for_the_rate() -> None:
    found = load_of(workouts=[a_workout("2026-03-04 18:00", elapsed_s=3600, exertion=5)])

    assert found.all.sessions == 0
    assert found.all.per_10_hours is None
    assert found.weeks[0].load == pytest.approx(300)


def test_a_session_is_hot_by_its_own_air_before_its_day() -> None:
    found = load_of(
        workouts=[
            a_workout("2026-03-04 10:00", elapsed_s=3600, air_temp_c=10, humidity_pct=50),
            a_workout("2026-03-05 10:00", elapsed_s=3600),
            a_workout("2026-03-06 10:00", elapsed_s=3600, device_temp_c=39),
        ],
        days=[
            a_day("2026-03-04", heat="hot"),
            a_day("2026-03-05", heat="very_hot"),
            a_day("2026-03-06"),
        ],
    )

    assert (found.cool.sessions, found.hot.sessions, found.all.sessions) == (1, 1, 3)


def test_hot_and_cooler_sessions_are_compared_from_ten_hours_each_and_six_cramps_on() -> None:
    days = range(2, 22)
    workouts = [a_workout(f"2026-03-{day:02d} 10:00", elapsed_s=3600) for day in days]
    said = [a_day(f"2026-03-{day:02d}", heat="hot" if day < 12 else "cool") for day in days]
    cramps = [an_episode(f"2026-03-{day:02d} 10:30") for day in (2, 3, 4, 5, 12, 13)]

    enough = load_of(workouts=workouts, days=said, episodes=cramps)
    too_few = load_of(workouts=workouts, days=said, episodes=cramps[:5])

    assert (enough.state, too_few.state) == (State.OK, State.NOT_ENOUGH)
    assert enough.ratio is not None
    assert enough.ratio.ratio == pytest.approx(2)


def test_every_week_of_the_period_is_there() -> None:
    found = load_of()

    assert [week.start for week in found.weeks] == [date(2026, 3, day) for day in (2, 9, 16, 23)]
    assert all(week.load is None and week.sessions == 0 for week in found.weeks)
