"""Cramps per week and month: what stands, what is hollow, and what is left open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from making import an_episode

from cramplog.analysis.chart_data import ChartData
from cramplog.charts.frequency import Part, draw_frequency, summary_frequency, summary_months, table_frequency
from cramplog.charts.picture import Picture
from cramplog.charts.rectangles import Rectangles
from cramplog.charts.style import ChartStyle


@pytest.fixture
def four_weeks(charted: Callable[..., ChartData], free: Callable[..., Any]) -> ChartData:
    """Weeks from 2, 9, 16 and 23 March 2026: four cramps; none; three, with 2 days known; nothing known."""
    cramps = [an_episode(f"2026-03-0{day} 20:00") for day in (2, 2, 3, 4)]
    cramps += [an_episode(f"2026-03-{day} 20:00") for day in (16, 17, 17)]
    days = [*free("2026-03-02", 7), *free("2026-03-09", 7)]
    return charted("2026-03-02", "2026-03-29", episodes=cramps, days=days)


@pytest.fixture
def drawn(four_weeks: ChartData, light: ChartStyle) -> Picture:
    return draw_frequency(four_weeks.insights.frequency, light, 630, days=four_weeks.calendar)


def test_a_week_without_known_days_has_no_bar_and_no_number(drawn: Picture, see: Any) -> None:
    seen = see(drawn)

    assert "week-2026-03-23" not in seen.marks("week-")
    # One number for each known week, besides the steps of the grid: 4, 0 and 3.
    bold_or_none = [words for words in seen.words() if words in ("3", "0", "4")]
    assert sorted(bold_or_none) == ["0", "0", "3", "3", "4", "4"]
    assert drawn.text_at(*week(drawn, 3)) == "23 Mar 2026: nothing known"


def test_a_known_week_without_cramps_says_0_and_has_no_bar(drawn: Picture, see: Any) -> None:
    assert "week-2026-03-09" not in see(drawn).marks("week-")
    assert drawn.text_at(*week(drawn, 1)) == "9 Mar 2026: 0 cramps, 7 of 7 days known"


def test_each_bar_is_as_high_as_its_count(drawn: Picture, see: Any) -> None:
    bars = see(drawn).marks("week-")

    four, three = bars["week-2026-03-02"].boxes[0].height, bars["week-2026-03-16"].boxes[0].height

    # The hollow bar is drawn inside its outline, one pixel in at the top.
    assert (three + 1) / four == pytest.approx(3 / 4)


def test_a_week_with_under_five_known_days_is_hollow_and_dashed(drawn: Picture, see: Any) -> None:
    bars = see(drawn).marks("week-")

    assert bars["week-2026-03-16"].fills == ("none",)
    assert bars["week-2026-03-16"].dashed
    assert bars["week-2026-03-02"].fills == (drawn.style.cramp,)


def test_a_stroke_a_day_filled_where_it_is_known(drawn: Picture) -> None:
    filled, hollow = (
        len(strokes.boxes)
        for strokes in drawn.figure.get_children()
        if isinstance(strokes, Rectangles) and not strokes.get_gid()
    )

    assert (filled, hollow) == (16, 12)


def test_days_outside_the_period_have_no_stroke(
    charted: Callable[..., ChartData], free: Callable[..., Any], light: ChartStyle
) -> None:
    data = charted("2026-03-08", "2026-03-10", days=free("2026-03-08", 3))

    picture = draw_frequency(data.insights.frequency, light, 630, days=data.calendar)

    children = picture.figure.get_children()
    strokes = [one for one in children if isinstance(one, Rectangles) and not one.get_gid()]
    assert [len(one.boxes) for one in strokes] == [3]


def test_weeks_that_do_not_fit_are_drawn_as_months_and_those_as_years(
    charted: Callable[..., ChartData], light: ChartStyle, see: Any
) -> None:
    cramps = [an_episode(f"{year}-05-05 20:00") for year in range(2016, 2026)]
    data = charted("2016-01-01", "2025-12-31", episodes=cramps)

    wide = see(draw_frequency(data.insights.frequency, light, 630))
    narrow = see(draw_frequency(data.insights.frequency, light, 286))

    assert "month-2016-05-01" in wide.marks()
    assert "year-2016-01-01" in narrow.marks()


def test_the_sentence_has_the_counts_the_rate_and_its_range(four_weeks: ChartData) -> None:
    frequency = four_weeks.insights.frequency

    # 16 of 28 days are under 70 %.
    assert summary_frequency(frequency) == (
        "7 cramps in 16 known days of 28. Too few days are known for a rate."
    )


def test_the_sentence_counts_one_in_the_singular(
    charted: Callable[..., ChartData], free: Callable[..., Any]
) -> None:
    data = charted("2026-03-02", "2026-03-02", episodes=[an_episode("2026-03-02 20:00")])

    # One in one day: 7 a week; Garwood's 0.0253 to 5.5716 a day.
    assert summary_frequency(data.insights.frequency) == (
        "1 cramp in 1 known day: 7.0 a week, likely 0.2 to 39.0."
    )
    assert summary_frequency(data.insights.frequency, exact=True) == (
        "1 cramp in 1 known day: 7.0 a week, 95 %: 0.2–39.0."
    )


def test_the_months_have_a_sentence_of_their_own(
    charted: Callable[..., ChartData], free: Callable[..., Any]
) -> None:
    cramps = [an_episode(f"2026-03-0{day} 20:00") for day in (2, 2, 3)] + [an_episode("2026-04-05 20:00")]
    data = charted("2026-03-01", "2026-04-30", episodes=cramps, days=free("2026-03-01", 61))

    assert summary_months(data.insights.frequency) == "Most in one month: 3 cramps, March 2026."
    little = charted("2026-03-01", "2026-04-30", episodes=cramps)
    assert summary_months(little.insights.frequency) == "Too few days are known to compare months."


def test_the_table_has_the_same_weeks_and_a_dash_for_the_unknown(four_weeks: ChartData) -> None:
    table = table_frequency(four_weeks.insights.frequency)

    assert table.rows == (
        ("2 Mar 2026", "4", "7 of 7"),
        ("9 Mar 2026", "0", "7 of 7"),
        ("16 Mar 2026", "3", "2 of 7"),
        ("23 Mar 2026", "–", "0 of 7"),
    )


def test_the_table_of_months_names_them(four_weeks: ChartData) -> None:
    table = table_frequency(four_weeks.insights.frequency, part=Part.MONTH)

    assert table.rows == (("March 2026", "7", "16 of 28"),)


def week(picture: Picture, number: int) -> tuple[float, float]:
    """The middle of the column of a week."""
    return picture.points[number].box.middle
