"""Every day: a cramp, free, or unknown are three different things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from making import an_episode

from cramplog.analysis.chart_data import ChartData
from cramplog.charts.calendar import draw_calendar, shade, summary_calendar, table_calendar
from cramplog.charts.style import ChartStyle


@pytest.fixture
def four_days(charted: Callable[..., ChartData], free: Callable[..., Any]) -> ChartData:
    """2 to 5 March 2026: two cramps, one without a pain, free, unknown."""
    cramps = [
        an_episode("2026-03-02 20:00", pain=4),
        an_episode("2026-03-02 22:00", pain=8),
        an_episode("2026-03-03 20:00"),
    ]
    return charted("2026-03-02", "2026-03-05", episodes=cramps, days=free("2026-03-04", 1))


def test_a_cramp_shows_its_worst_pain_and_an_unknown_day_a_question_mark(
    four_days: ChartData, light: ChartStyle, see: Any
) -> None:
    words = see(draw_calendar(four_days.calendar, light, 630)).words()

    # The last three are the key: a cramp, free (a dot, no letter), unknown.
    assert [one for one in words if one in ("8", "–", "?")] == ["8", "–", "?", "?"]
    assert {"worst pain", "free", "unknown"} <= set(words)


def test_each_day_says_what_it_is(four_days: ChartData, light: ChartStyle) -> None:
    picture = draw_calendar(four_days.calendar, light, 630)

    assert [point.text for point in picture.points] == [
        "2 Mar 2026: 2 cramps, worst pain 8",
        "3 Mar 2026: 1 cramp, pain not recorded",
        "4 Mar 2026: free of cramps",
        "5 Mar 2026: unknown",
    ]
    assert picture.text_at(*picture.points[3].box.middle) == "5 Mar 2026: unknown"


def test_weeks_go_from_left_to_right_and_days_down(
    charted: Callable[..., ChartData], light: ChartStyle
) -> None:
    data = charted("2026-03-02", "2026-03-15")

    boxes = [point.box for point in draw_calendar(data.calendar, light, 630).points]

    monday, tuesday, next_monday = boxes[0], boxes[1], boxes[7]
    assert (monday.left, monday.top) < (monday.left, tuesday.top)
    assert monday.left == tuesday.left
    assert next_monday.top == monday.top
    assert next_monday.left > monday.right


def test_ten_years_are_drawn_without_numbers_a_band_a_year(
    charted: Callable[..., ChartData], light: ChartStyle, see: Any
) -> None:
    data = charted("2016-01-01", "2025-12-31", episodes=[an_episode("2020-05-05 20:00", pain=7)])

    words = see(draw_calendar(data.calendar, light, 630)).words()

    assert {str(year) for year in range(2016, 2026)} <= set(words)
    assert "7" not in words
    assert "7–8" in words


@pytest.mark.parametrize(("pain", "step"), [(0, 0), (2, 0), (3, 1), (5, 2), (7, 3), (9, 4), (10, 4)])
def test_worse_pain_has_a_stronger_colour(light: ChartStyle, pain: int, step: int) -> None:
    assert shade(light, pain) == step


def test_the_sentence_counts_each_kind(four_days: ChartData) -> None:
    assert summary_calendar(four_days.calendar) == "2 days with a cramp, 1 free, 1 unknown."
    assert summary_calendar(four_days.calendar[1:]) == "1 day with a cramp, 1 free, 1 unknown."


def test_the_table_says_unknown_and_never_0_for_it(four_days: ChartData) -> None:
    assert table_calendar(four_days.calendar).rows == (
        ("2 Mar 2026", "2", "8"),
        ("3 Mar 2026", "1", "–"),
        ("4 Mar 2026", "0", "–"),
        ("5 Mar 2026", "unknown", "–"),
    )
