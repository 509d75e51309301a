"""What helped, and training against cramps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from making import a_workout, an_episode

from cramplog.analysis.chart_data import ChartData
from cramplog.analysis.relief import MethodResult
from cramplog.charts.load import (
    draw_load,
    draw_sessions,
    summary_load,
    summary_sessions,
    table_load,
    table_sessions,
)
from cramplog.charts.relief import draw_relief, summary_relief, table_relief
from cramplog.charts.style import ChartStyle
from cramplog.domain.scales import Method

STRETCHING = MethodResult(
    method=Method.STRETCH, tried=13, none=1, little=3, mostly=3, complete=5, median_minutes=3
)
HEAT = MethodResult(method=Method.HEAT, tried=1, none=0, little=1, mostly=0, complete=0, median_minutes=None)


def test_each_effect_has_a_bar_as_long_as_its_count(light: ChartStyle, see: Any) -> None:
    bars = see(draw_relief((STRETCHING, HEAT), light, 630)).marks("stretch-")

    widths = {name: bar.boxes[0].width for name, bar in bars.items()}

    assert widths["stretch-none"] / widths["stretch-complete"] == pytest.approx(1 / 5)
    assert widths["stretch-little"] == pytest.approx(widths["stretch-mostly"])


def test_no_effect_of_a_kind_says_0(light: ChartStyle, see: Any) -> None:
    seen = see(draw_relief((HEAT,), light, 630))

    assert set(seen.marks("heat-")) == {"heat-little"}
    assert seen.words().count("0") == 3


@pytest.mark.parametrize("width", [630, 286])
def test_columns_are_named_instead_of_a_legend(light: ChartStyle, see: Any, width: float) -> None:
    words = " ".join(see(draw_relief((STRETCHING,), light, width)).words())

    for name in ("No help", "A little", "Mostly", "All gone", "Minutes", "Stretching", "tried in 13 cramps"):
        assert name in words


def test_the_sentences_of_relief() -> None:
    assert summary_relief((STRETCHING, HEAT)) == (
        "Tried most: Stretching, in 13 cramps. It eased 8 mostly or fully."
    )
    assert summary_relief((HEAT,)) == "Tried most: Warmth, in 1 cramp. It eased 0 mostly or fully."


def test_the_table_of_relief_counts_those_without_an_effect_apart() -> None:
    assert table_relief((STRETCHING, HEAT)).rows == (
        ("Stretching", "13", "1", "3", "3", "5", "1", "3"),
        ("Warmth", "1", "0", "1", "0", "0", "0", "–"),
    )


@pytest.fixture
def trained(charted: Callable[..., ChartData], free: Callable[..., Any]) -> ChartData:
    """Two weeks of March 2026 with sessions of an hour, loads of 300 and 600, and one cramp in a session."""
    workouts = [
        a_workout("2026-03-04 10:00", exertion=5, elapsed_s=3600),
        a_workout("2026-03-10 10:00", exertion=6, elapsed_s=3600),
        a_workout("2026-03-11 10:00", exertion=4, elapsed_s=3600),
        a_workout("2026-03-18 10:00", elapsed_s=3600),
    ]
    return charted(
        "2026-03-02",
        "2026-03-29",
        workouts=workouts,
        days=free("2026-03-02", 20),
        episodes=[an_episode("2026-03-10 10:30")],
    )


def test_load_stands_under_the_cramps_of_the_same_week(
    trained: ChartData, light: ChartStyle, see: Any
) -> None:
    marks = see(draw_load(trained.load, light, 630)).marks()

    first, second = marks["load-2026-03-02"].boxes[0], marks["load-2026-03-09"].boxes[0]
    cramps = marks["cramps-2026-03-09"].boxes[0]
    assert first.height / second.height == pytest.approx(300 / 600)
    assert cramps.left == second.left
    assert cramps.top < second.top
    # A session without exertion has no load, which is not a load of 0.
    assert "load-2026-03-16" not in marks


def test_a_week_says_its_load_hours_and_cramps(trained: ChartData, light: ChartStyle) -> None:
    texts = [point.text for point in draw_load(trained.load, light, 630).points]

    assert texts == [
        "week from 2 Mar 2026: load 300, 1.0 hours, 0 cramps",
        "week from 9 Mar 2026: load 600, 2.0 hours, 1 cramp",
        "week from 16 Mar 2026: load not recorded, 1.0 hours, 0 cramps",
        "week from 23 Mar 2026: load 0, 0.0 hours, nothing known",
    ]


def test_weeks_that_do_not_fit_are_put_together(charted: Callable[..., ChartData], light: ChartStyle) -> None:
    workouts = [a_workout(f"{year}-05-05 10:00", exertion=5, elapsed_s=3600) for year in range(2016, 2026)]
    data = charted("2016-01-01", "2025-12-31", workouts=workouts)

    texts = [point.text for point in draw_load(data.load, light, 630).points]

    assert len(texts) == 131
    assert texts[0].startswith("4 weeks from 28 Dec 2015: ")


def test_the_sentences_of_training(trained: ChartData) -> None:
    assert summary_load(trained.load) == (
        "4 sessions on known days, 4.0 hours. 1 cramp during them or within an hour after."
    )
    # One in four hours: 2.5 in ten, Garwood's 0.0253 to 5.5716 for one.
    assert summary_sessions(trained.load) == (
        "2.5 cramps in 10 hours of training, likely 0.1 to 13.9. "
        "Not enough data yet to compare hot and cooler sessions."
    )


def test_the_tables_of_training(trained: ChartData) -> None:
    assert table_load(trained.load).rows[1:3] == (
        ("9 Mar 2026", "2", "2.0", "600", "1", "7"),
        ("16 Mar 2026", "1", "1.0", "not recorded", "0", "6"),
    )
    assert table_sessions(trained.load).rows[0] == ("All", "4", "4.0", "1", "2.50", "0.06–13.93")
    assert table_sessions(trained.load).rows[1] == ("Hot", "0", "0.0", "0", "–", "–")


def test_sessions_that_do_not_exist_have_no_mark(trained: ChartData, light: ChartStyle) -> None:
    texts = [point.text for point in draw_sessions(trained.load, light, 440).points]

    assert texts == ["All sessions: 2.5 (1 cramp in 4.0 hours), likely 0.1 to 13.9"]
