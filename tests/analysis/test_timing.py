"""The hour of the day, against Zar, pingouin and scipy."""

from __future__ import annotations

import pytest
from analysis.by_hand import MARCH, a_timeline
from hypothesis import given, settings
from hypothesis import strategies as st
from making import an_episode
from scipy import stats

from cramplog.analysis.coverage import State
from cramplog.analysis.timing import mean_hour, rayleigh_p, timing
from cramplog.domain.scales import Circumstance

NIGHT = [23, 0.5, 1, 2, 3, 3.5, 4, 23.5]
ZAR = [angle / 15 for angle in (45, 55, 81, 96, 110, 117, 132, 154)]
PINGOUIN = [angle * 12 / 3.14159265358979 for angle in (0.785, 1.570, 3.141, 0.839, 5.934)]


def test_zars_angles_come_out() -> None:
    hour = mean_hour(ZAR)

    assert hour is not None
    assert hour * 15 == pytest.approx(98.988, abs=5e-4)
    assert rayleigh_p(ZAR) == pytest.approx(0.00185, abs=5e-6)


def test_pingouins_example_comes_out() -> None:
    assert rayleigh_p(PINGOUIN) == pytest.approx(0.304844, abs=1e-6)


def test_hours_around_midnight_have_their_mean_after_it() -> None:
    assert mean_hour(NIGHT) == pytest.approx(1.5658, abs=5e-5)
    assert rayleigh_p(NIGHT) == pytest.approx(0.000356, abs=5e-7)


def test_one_hour_either_side_of_midnight_is_midnight_and_not_noon() -> None:
    hour = mean_hour([23, 1])

    assert hour is not None
    assert min(hour, 24 - hour) == pytest.approx(0, abs=1e-9)


def test_opposite_hours_have_no_mean() -> None:
    assert mean_hour([3, 15]) is None
    assert rayleigh_p([3, 15]) == pytest.approx(1)


def test_no_hour_has_no_mean() -> None:
    assert mean_hour([]) is None
    assert rayleigh_p([]) is None


@given(st.lists(st.floats(0, 23.999), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_mean_is_scipys_and_stays_within_the_day(hours: list[float]) -> None:
    hour, p = mean_hour(hours), rayleigh_p(hours)

    assert p is not None
    assert 0 <= p <= 1
    if hour is not None and p < 0.9:
        apart = abs(hour - float(stats.circmean(hours, high=24)))
        assert 0 <= hour < 24
        assert min(apart, 24 - apart) == pytest.approx(0, abs=1e-7)


def test_every_episode_counts_by_the_hour_but_only_the_first_of_a_night_for_the_mean() -> None:
    night = a_timeline(
        an_episode("2026-03-04 23:30"), an_episode("2026-03-05 01:15"), an_episode("2026-03-05 05:59")
    )

    found = timing(night, MARCH)

    assert [hour for hour, count in enumerate(found.by_hour) if count] == [1, 5, 23]
    assert found.cramp_days == 1
    assert found.mean_hour == pytest.approx(23.5)


def test_the_wall_clock_counts_wherever_it_hung() -> None:
    found = timing(a_timeline(an_episode("2026-03-04 02:10 -05:00")), MARCH)

    assert found.by_hour[2] == 1


def test_the_first_cramp_of_a_night_is_the_first_in_time_also_when_the_clock_goes_back() -> None:
    """On 29 March Europe's clocks spring forward; on 25 October 02:30 comes twice."""
    october = a_timeline(
        an_episode("2026-10-25 02:10 +01:00"),
        an_episode("2026-10-25 02:40 +02:00"),
        as_of="2026-10-31 20:00",
    )
    period = october.last_days(28)

    assert timing(october, period).mean_hour == pytest.approx(2 + 40 / 60)


def test_the_share_asleep_is_of_those_who_said_what_they_did() -> None:
    found = timing(
        a_timeline(
            an_episode("2026-03-04 02:10", circumstance=Circumstance.ASLEEP, woke=True),
            an_episode("2026-03-05 12:10", circumstance=Circumstance.WORKING, woke=False),
            an_episode("2026-03-06 12:10"),
        ),
        MARCH,
    )

    assert found.asleep_share == 0.5
    assert found.woke == 1


def test_a_mean_hour_is_shown_from_twelve_cramp_days_on() -> None:
    eleven = [an_episode(f"2026-03-{day:02d} 22:00") for day in range(1, 12)]
    more_of_one_night = [an_episode("2026-03-11 23:00"), an_episode("2026-03-12 01:00")]

    assert timing(a_timeline(*eleven, *more_of_one_night), MARCH).state is State.NOT_ENOUGH
    assert timing(a_timeline(*eleven, an_episode("2026-03-20 22:00")), MARCH).state is State.OK


def test_an_empty_diary_has_no_times() -> None:
    found = timing(a_timeline(), MARCH)

    assert found.by_hour == (0,) * 24
    assert (found.woke, found.asleep_share, found.mean_hour, found.rayleigh_p) == (0, None, None, None)
