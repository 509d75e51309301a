"""The exact statistics, against published values and against scipy."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cramplog.analysis.exact import (
    Interval,
    adjusted_p,
    binomial_p,
    poisson_interval,
    rate_ratio,
    share_interval,
)

# R, poisson.test
GARWOOD = [
    (0, 0, 3.6889),
    (1, 0.025318, 5.571643),
    (3, 0.618672, 8.767273),
    (5, 1.623486, 11.668332),
    (10, 4.795389, 18.390356),
    (20, 12.216520, 30.888378),
]

# Benjamini and Hochberg 1995, their fifteen p values
FIFTEEN = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201),
    *(0.0278, 0.0298, 0.0344, 0.0459, 0.3240),
    *(0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]


@pytest.mark.parametrize(("count", "low", "high"), GARWOOD)
def test_the_poisson_interval_is_garwoods(count: int, low: float, high: float) -> None:
    interval = poisson_interval(count)

    assert interval.low == pytest.approx(low, abs=1e-6)
    assert interval.high == pytest.approx(high, abs=1e-4 if count == 0 else 1e-6)


def test_rs_example_of_a_rate_comes_out() -> None:
    interval = poisson_interval(137).times(1 / 24.19893)

    assert interval.low == pytest.approx(4.753125, abs=1e-6)
    assert interval.high == pytest.approx(6.692709, abs=1e-6)


def test_no_cramp_in_four_weeks_still_allows_almost_one_a_week() -> None:
    assert poisson_interval(0).times(1 / 4).high == pytest.approx(0.9222, abs=1e-4)


def test_the_interval_of_a_share_is_clopper_and_pearsons() -> None:
    interval = share_interval(9, 28)

    assert interval.low == pytest.approx(0.15878, abs=1e-5)
    assert interval.high == pytest.approx(0.52352, abs=1e-5)


def test_a_share_of_none_or_all_reaches_the_end() -> None:
    assert share_interval(0, 5).low == 0
    assert share_interval(5, 5).high == 1


@given(st.integers(0, 300), st.integers(1, 300))
@settings(max_examples=60, deadline=None)
def test_intervals_equal_scipys(count: int, more: int) -> None:
    of = count + more
    theirs = stats.binomtest(count, of).proportion_ci(0.95, "exact")

    ours = share_interval(count, of)
    rate = poisson_interval(count)

    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
    assert rate.high == pytest.approx(stats.chi2.ppf(0.975, 2 * count + 2) / 2, rel=1e-9)
    assert rate.low == pytest.approx(stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0, rel=1e-9)


@pytest.mark.parametrize(
    ("after", "after_time", "before", "before_time", "ratio", "low", "high", "p"),
    [
        # exactci's vignette (Fay): its minlike p is 0.0421, and would disagree with the interval
        (2, 17877, 10, 20000, 0.2237512, 0.02383738, 1.04995468, 0.06056),
        # R, help of poisson.test
        (11, 800, 21, 3011, 1.971488, 0.8584264, 4.2772659, 0.112017),
        (5, 28, 14, 28, 0.35714, 0.10067, 1.04930, 0.063568),
        (14, 28, 8, 28, 1.75, 0.685138, 4.814649, 0.286279),
    ],
)
def test_two_rates_are_compared_with_the_central_test(
    after: int,
    after_time: float,
    before: int,
    before_time: float,
    ratio: float,
    low: float,
    high: float,
    p: float,
) -> None:
    found = rate_ratio(before=before, before_time=before_time, after=after, after_time=after_time)

    assert found is not None
    assert found.ratio == pytest.approx(ratio, abs=5e-6)
    assert found.ci.low == pytest.approx(low, abs=5e-6)
    assert found.ci.high == pytest.approx(high, abs=5e-6)
    assert found.p == pytest.approx(p, abs=1e-5)


def test_five_cramps_cannot_tell_two_periods_apart_and_six_can() -> None:
    five = rate_ratio(before=5, before_time=28, after=0, after_time=28)
    six = rate_ratio(before=6, before_time=28, after=0, after_time=28)

    assert five is not None
    assert six is not None
    assert five.p == pytest.approx(0.0625)
    assert six.p == pytest.approx(0.03125)
    assert (six.ratio, six.ci.low, six.ci.high) == (0, 0, pytest.approx(0.84931, abs=1e-5))


def test_a_first_period_without_cramps_makes_the_ratio_infinite() -> None:
    found = rate_ratio(before=0, before_time=28, after=6, after_time=28)

    assert found is not None
    assert found.ratio == math.inf
    assert found.ci.low == pytest.approx(1 / 0.84931, abs=1e-4)
    assert found.ci.high == math.inf


@pytest.mark.parametrize(("before", "before_time", "after", "after_time"), [(0, 28, 0, 28), (3, 28, 0, 0)])
def test_rates_without_events_or_time_cannot_be_compared(
    before: int, before_time: float, after: int, after_time: float
) -> None:
    assert rate_ratio(before=before, before_time=before_time, after=after, after_time=after_time) is None


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 400), st.integers(1, 400))
@settings(max_examples=100, deadline=None)
def test_the_p_value_and_the_interval_never_disagree(
    before: int, after: int, before_time: int, after_time: int
) -> None:
    found = rate_ratio(before=before, before_time=before_time, after=after, after_time=after_time)

    if found is not None and abs(found.p - 0.05) > 1e-9:
        assert (1.0 in found.ci) == (found.p > 0.05)


@given(st.integers(1, 200), st.data())
@settings(max_examples=60, deadline=None)
def test_the_central_p_value_is_twice_scipys_smaller_tail(of: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, of))
    share = data.draw(st.floats(0.01, 0.99))
    theirs = stats.binom(of, share)

    assert binomial_p(count, of, share) == pytest.approx(
        min(1.0, 2 * min(theirs.cdf(count), theirs.sf(count - 1))), rel=1e-7, abs=1e-12
    )


def test_benjamini_and_hochbergs_own_example_rejects_four() -> None:
    adjusted = adjusted_p(FIFTEEN)

    assert adjusted[:4] == pytest.approx((0.0015, 0.0030, 0.0095, 0.035625))
    assert adjusted[4] == pytest.approx(0.0603, abs=1e-4)
    assert sum(p < 0.05 for p in adjusted) == 4


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_adjusted_p_values_equal_scipys(values: list[float]) -> None:
    assert adjusted_p(values) == pytest.approx(tuple(stats.false_discovery_control(values)), abs=1e-12)


def test_an_interval_knows_what_lies_in_it() -> None:
    assert 1.0 in Interval(0.5, 2)
    assert 2.5 not in Interval(0.5, 2)
