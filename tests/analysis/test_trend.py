"""The weekly trend, against Dobson's AIDS counts and against statsmodels."""

from __future__ import annotations

import random
import warnings
from datetime import date, timedelta

import numpy as np
import pytest
import statsmodels.api as sm

from cramplog.analysis.coverage import State
from cramplog.analysis.exact import Interval
from cramplog.analysis.frequency import Span
from cramplog.analysis.trend import fit, trend

MONDAY = date(2026, 1, 5)

# Australian AIDS cases by quarter (Dobson, An Introduction to Generalized Linear Models)
AIDS = [0, 1, 2, 3, 1, 4, 9, 18, 23, 31, 20, 25, 37, 45]


def weeks(*episodes: int, known: int = 7, first: int = 0) -> list[Span]:
    """Weeks one after another with so many episodes each."""
    return [
        Span(start=MONDAY + timedelta(weeks=first + n), days=7, known=known, episodes=count)
        for n, count in enumerate(episodes)
    ]


def test_dobsons_aids_counts_come_out() -> None:
    line = fit(x=range(1, 15), counts=AIDS, exposures=[1] * 14)

    assert line is not None
    assert line.slope == pytest.approx(0.25652, abs=5e-6)
    assert line.dispersion == pytest.approx(2.403942, abs=1e-6)
    assert line.error == pytest.approx(0.03417, abs=5e-6)
    assert line.slope / line.error == pytest.approx(7.507, abs=5e-4)
    assert line.p == pytest.approx(7.17e-6, abs=5e-9)


def test_a_rate_that_doubles_each_week_changes_by_a_factor_of_two() -> None:
    # Known days make up for it: 1, 2, 4 … a day, with a little scatter in the sixth week.
    found = trend(weeks(7, 14, 28, 56, 112, 230, 448, 896))

    assert found.state is State.OK
    assert found.per_week_change == pytest.approx(2, abs=0.01)


def test_weeks_with_fewer_known_days_count_for_less() -> None:
    halved = [*weeks(6, 5, 6, 7), *weeks(3, 3, 4, 2, known=3, first=4)]

    found = trend(halved)

    assert found.ci is not None
    assert 1.0 in found.ci


def test_a_gap_in_the_weeks_is_not_closed() -> None:
    """Eight weeks of a diary, a year's pause, eight more: x is weeks on the calendar."""
    early, late = weeks(4, 6, 5, 4, 6, 5, 5, 4), weeks(2, 3, 2, 3, 2, 2, 3, 2, first=60)
    pause = weeks(*[0] * 52, known=0, first=8)

    found = trend([*early, *pause, *late])

    assert found.weeks == 16
    # Halved in about 60 weeks: each week by about half to the power of 1/60.
    assert found.per_week_change == pytest.approx(0.5 ** (1 / 60), abs=0.003)


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([5, 5, 4, 6, 5, 4, 6], "seven weeks"),
        ([2, 3, 2, 3, 2, 3, 2, 2], "nineteen episodes"),
        ([4, 4, 4, 4, 4, 4, 4, 4], "no scatter at all"),
        ([30, 0, 0, 0, 0, 0, 0, 0], "all at the beginning, so that the slope is infinite"),
        ([0, 0, 0, 0, 0, 0, 0, 30], "all at the end"),
    ],
)
def test_too_little_for_a_trend_says_so(counts: list[int], why: str) -> None:
    found = trend(weeks(*counts))

    assert found.state is State.NOT_ENOUGH, why
    assert (found.per_week_change, found.ci, found.p, found.dispersion) == (None, None, None, None)
    assert found.episodes == sum(counts)


def test_eight_weeks_and_twenty_episodes_are_enough() -> None:
    assert trend(weeks(2, 3, 2, 3, 2, 3, 2, 3)).state is State.OK


def test_weeks_without_a_known_day_are_not_weeks_without_a_cramp() -> None:
    known = weeks(3, 2, 3, 3, 2, 3, 3, 2)

    assert trend([*known, *weeks(0, 0, 0, known=0, first=8)]) == trend(known)


def test_nothing_at_all_is_not_enough() -> None:
    assert trend([]).state is State.NOT_ENOUGH
    assert fit(x=[0, 1, 2], counts=[0, 0, 0], exposures=[7, 7, 7]) is None


@pytest.mark.parametrize("seed", range(25))
def test_random_weeks_give_what_statsmodels_gives(seed: int) -> None:
    chance = random.Random(seed)
    count = chance.randrange(8, 120)
    x = sorted(chance.sample(range(150), count))
    exposures = [chance.randrange(1, 8) for _ in x]
    steep = chance.uniform(-0.03, 0.03)
    counts = [
        np.random.default_rng(seed + n).poisson(np.exp(steep * n) * 0.6 * e)
        for n, e in zip(x, exposures, strict=True)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = sm.GLM(counts, sm.add_constant(x), family=sm.families.Poisson(), offset=np.log(exposures))
        theirs = model.fit(scale="X2", tol=1e-12)

    ours = fit(x=x, counts=[int(n) for n in counts], exposures=exposures)

    assert ours is not None
    assert ours.slope == pytest.approx(theirs.params[1], rel=1e-7, abs=1e-9)
    assert ours.error == pytest.approx(theirs.bse[1], rel=1e-7)
    assert ours.dispersion == pytest.approx(theirs.scale, rel=1e-7)


def test_the_interval_and_the_p_value_agree() -> None:
    found = trend(weeks(9, 8, 9, 7, 8, 5, 6, 4, 5, 3))

    assert found.p is not None
    assert found.ci is not None
    assert found.p < 0.05
    assert found.ci.high < 1
    assert isinstance(found.ci, Interval)
