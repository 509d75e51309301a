"""The exact odds ratio over strata, against R's data sets, scipy and whole-number arithmetic."""

from __future__ import annotations

import math

import pytest
from analysis.naive import common_odds_ratio
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cramplog.analysis.odds import OddsRatio, Table, odds_ratio

Cells = tuple[int, int, int, int]

# Penicillin for rabbits, five levels (R, `Rabbits`; Mantel and Haenszel 1959): exposed is a delay of none.
RABBITS = [(0, 0, 6, 5), (3, 0, 3, 6), (6, 2, 0, 4), (5, 6, 1, 0), (2, 5, 0, 0)]


def table(cells: Cells) -> Table:
    """Exposed with a cramp, unexposed with, exposed without, unexposed without."""
    a, b, c, d = cells
    return Table(exposed_cramp=a, unexposed_cramp=b, exposed_free=c, unexposed_free=d)


def pooled(*cells: Cells) -> OddsRatio:
    return odds_ratio([table(each) for each in cells])


def limits(odds: OddsRatio) -> tuple[float, float]:
    assert odds.ci is not None
    return odds.ci.low, odds.ci.high


@pytest.mark.parametrize(
    ("cells", "ratio", "low", "high"),
    [
        # scipy.stats.contingency.odds_ratio, its example; R prints 3.78328
        ((7, 15, 58, 472), 3.7837, 1.2515, 10.363),
        # Fisher's tea; R prints an upper limit of 621.93 from a looser root
        ((3, 1, 1, 3), 6.4083, 0.21174, 626.24),
        ((12, 8, 24, 46), 2.8393, 0.9228, 9.2136),
    ],
)
def test_one_table_gives_the_published_odds_ratio(
    cells: Cells, ratio: float, low: float, high: float
) -> None:
    odds = pooled(cells)

    assert odds.ratio == pytest.approx(ratio, rel=2e-5)
    assert limits(odds) == pytest.approx((low, high), rel=5e-5)


def test_the_p_value_is_twice_the_smaller_tail() -> None:
    assert pooled((3, 1, 1, 3)).p == pytest.approx(0.485714, abs=1e-6)
    # One tail of Fisher's test is 0.0358913; his own two-sided p value, 0.06820, adds the tails differently.
    assert pooled((12, 8, 24, 46)).p == pytest.approx(2 * 0.0358913, abs=1e-6)


def test_fishers_twins_come_out() -> None:
    assert pooled((2, 15, 10, 3)).ratio == pytest.approx(0.046937, abs=1e-6)


def test_rs_rabbits_come_out() -> None:
    odds = pooled(*RABBITS)

    assert odds.ratio == pytest.approx(10.36105, rel=1e-6)
    assert limits(odds) == pytest.approx((1.07739, 531.513), rel=1e-5)
    assert odds.p == pytest.approx(0.0399449, abs=1e-7)


def test_matched_pairs_give_the_ratio_of_the_discordant_ones() -> None:
    odds = pooled(*[(1, 0, 0, 1)] * 12, *[(0, 1, 1, 0)] * 3)

    assert odds.ratio == pytest.approx(4)
    assert limits(odds) == pytest.approx((1.07947, 22.08829), rel=1e-5)
    assert odds.p == pytest.approx(0.03515625)


def test_hundreds_of_pairs_give_the_ratio_too() -> None:
    odds = pooled(*[(1, 0, 0, 1)] * 157, *[(0, 1, 1, 0)] * 24)

    assert odds.ratio == pytest.approx(6.5417, abs=1e-4)
    assert limits(odds) == pytest.approx((4.240, 10.515), abs=5e-4)


@pytest.mark.parametrize(("pairs", "p"), [(6, 0.03125), (8, 0.0078125), (9, 0.00390625)])
def test_pairs_that_all_point_one_way_halve_the_p_value_each(pairs: int, p: float) -> None:
    odds = pooled(*[(1, 0, 0, 1)] * pairs)

    assert odds.ratio == math.inf
    assert limits(odds)[1] == math.inf
    assert odds.p == pytest.approx(p)


def test_no_exposed_cramp_day_is_an_odds_ratio_of_zero() -> None:
    odds = pooled((0, 5, 5, 5))

    assert odds.ratio == 0
    assert limits(odds)[0] == 0


def test_strata_that_say_nothing_change_nothing() -> None:
    told = pooled((12, 8, 24, 46))

    assert pooled((12, 8, 24, 46), (5, 0, 9, 0), (0, 0, 3, 9)) == told
    assert pooled((5, 0, 9, 0)) == OddsRatio(ratio=None, ci=None, p=1.0)
    assert pooled() == OddsRatio(ratio=None, ci=None, p=1.0)


@given(st.tuples(*[st.integers(0, 60)] * 4))
@settings(max_examples=40, deadline=None)
def test_one_table_gives_scipys_odds_ratio(cells: Cells) -> None:
    a, b, c, d = cells
    if min(a + b, c + d, a + c, b + d) == 0:
        return
    theirs = stats.contingency.odds_ratio([[a, b], [c, d]])
    interval = theirs.confidence_interval(0.95)

    ours = pooled(cells)

    assert ours.ratio == pytest.approx(theirs.statistic, rel=1e-5)
    assert limits(ours) == pytest.approx((interval.low, interval.high), rel=1e-4)


small_tables = st.tuples(*[st.integers(0, 8)] * 4)


@given(st.lists(small_tables, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_many_tables_give_what_whole_numbers_give(strata: list[Cells]) -> None:
    ratio, ci, p = common_odds_ratio([list(cells) for cells in strata])

    ours = pooled(*strata)

    assert ours.p == pytest.approx(p, rel=1e-8)
    if ci is None:
        assert ours.ci is None
    else:
        assert ours.ratio == pytest.approx(math.inf if ratio is None else ratio, rel=1e-7)
        assert limits(ours) == pytest.approx((ci[0], math.inf if ci[1] is None else ci[1]), rel=1e-7)


@given(st.lists(small_tables, min_size=1, max_size=10))
@settings(max_examples=60, deadline=None)
def test_the_p_value_and_the_interval_never_disagree(strata: list[Cells]) -> None:
    odds = pooled(*strata)

    if odds.ci is not None and abs(odds.p - 0.05) > 1e-7:
        assert (1.0 in odds.ci) == (odds.p > 0.05)


@given(st.lists(small_tables, min_size=1, max_size=10))
@settings(max_examples=40, deadline=None)
def test_naming_the_exposure_the_other_way_round_inverts_the_ratio(strata: list[Cells]) -> None:
    one = pooled(*strata)
    other = pooled(*[(b, a, d, c) for a, b, c, d in strata])

    assert one.p == pytest.approx(other.p, rel=1e-9)
    if one.ratio and not math.isinf(one.ratio):
        assert other.ratio == pytest.approx(1 / one.ratio, rel=1e-7)


def test_a_hundred_years_with_a_strong_effect_stay_finite() -> None:
    """The tails are far below the smallest number that a float holds."""
    odds = pooled(*[(12, 3, 3, 12)] * 1200)

    assert odds.ratio == pytest.approx(pooled(*[(12, 3, 3, 12)] * 40).ratio, rel=1e-3)
    assert limits(odds)[0] > 10
    assert limits(odds)[1] < 25
    assert odds.p == 0
