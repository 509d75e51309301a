"""Scales and their round numbers."""

from __future__ import annotations

import pytest

from cramplog.charts.scale import Scale, ticks


def test_a_value_has_its_place_between_the_ends() -> None:
    scale = Scale(low=0, high=10, start=100, end=0)

    assert (scale(0), scale(2.5), scale(10)) == (100, 75, 0)


@pytest.mark.parametrize(
    ("top", "steps"),
    [
        (1, (0, 1)),
        (4, (0, 1, 2, 3, 4)),
        (5, (0, 2, 4, 6)),
        (13, (0, 5, 10, 15)),
        (20, (0, 5, 10, 15, 20)),
        (1740, (0, 500, 1000, 1500, 2000)),
    ],
)
def test_counts_have_whole_round_steps_up_to_the_highest(top: float, steps: tuple[float, ...]) -> None:
    assert ticks(top, 4) == steps


def test_small_rates_have_steps_below_one() -> None:
    assert ticks(0.9, 6, whole=False) == pytest.approx((0, 0.2, 0.4, 0.6, 0.8, 1.0))
