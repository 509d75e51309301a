"""Two periods, and before and after a course: what may be said of a change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from making import a_course, a_day, an_episode
from matplotlib.lines import Line2D

from cramplog.analysis.chart_data import ChartData
from cramplog.analysis.compare import Comparison, Side
from cramplog.analysis.coverage import State
from cramplog.analysis.exact import rate_ratio
from cramplog.charts.catalogue import chart
from cramplog.charts.compare import draw_compare, summary_compare, table_compare
from cramplog.charts.courses import draw_courses, summary_courses, table_courses
from cramplog.charts.style import ChartStyle
from cramplog.domain.course import DoseChange
from cramplog.domain.period import Period

BEFORE = Period.including(date(2026, 2, 2), date(2026, 3, 1))
AFTER = Period.including(date(2026, 3, 2), date(2026, 3, 29))


def compared(before: int, after: int, *, known: int = 28, state: State = State.OK) -> Comparison:
    """So many cramps in 28 days before and after."""
    return Comparison(
        before=Side(period=BEFORE, known=known, episodes=before),
        after=Side(period=AFTER, known=28, episodes=after),
        ratio=rate_ratio(before=before, before_time=known, after=after, after_time=28),
        state=state,
    )


def test_a_change_that_could_be_chance_is_called_so() -> None:
    # 1.75 times, 0.685 to 4.82 (Przyborowski and Wilenski).
    assert summary_compare(compared(8, 14)) == (
        "14 cramps in 28 known days; before, 8 in 28. Could be chance."
    )


def test_a_change_is_said_with_its_range_and_without_a_cause() -> None:
    assert summary_compare(compared(4, 20)) == (
        "20 cramps in 28 known days; before, 4 in 28. "
        "More often: 5.00 times as many, likely 1.67 to 20.12. It does not show why."
    )
    assert summary_compare(compared(20, 4)).endswith(
        "Less often: 0.20 times as many, likely 0.05 to 0.60. It does not show why."
    )


def test_with_too_little_data_nothing_is_said_of_the_change() -> None:
    assert summary_compare(compared(0, 1, state=State.NOT_ENOUGH)) == (
        "1 cramp in 28 known days; before, 0 in 28. Not enough data yet to compare."
    )


def test_none_before_has_no_ratio_in_numbers() -> None:
    assert summary_compare(compared(0, 9)).endswith("More often than before.")
    assert len(table_compare(compared(0, 9)).rows) == 2


def test_both_rates_are_marked_on_one_axis(light: ChartStyle) -> None:
    picture = draw_compare(compared(8, 16), light, 440)

    dots = [line for line in picture.figure.get_children() if is_dot(line)]
    before, after = (line.get_xdata()[0] for line in dots)
    zero = next(text for text in picture.figure.texts or picture.figure.get_children() if says(text, "0"))

    assert (after - zero.get_position()[0]) / (before - zero.get_position()[0]) == pytest.approx(2)
    assert "2–29 Mar 2026: 4.0 a week, likely 2.3 to 6.5" in {point.text for point in picture.points}


def test_a_period_without_a_known_day_has_no_mark(light: ChartStyle) -> None:
    picture = draw_compare(compared(0, 8, known=0, state=State.NOT_ENOUGH), light, 440)

    assert len([line for line in picture.figure.get_children() if is_dot(line)]) == 1


def test_on_paper_a_range_is_said_exactly(style: ChartStyle, see: Any) -> None:
    words = " ".join(see(draw_compare(compared(8, 14), style, 600)).words())

    assert ("95 %: 1.9–5.9" in words) is (style.name == "paper")
    assert ("likely 1.9 to 5.9" in words) is (style.name != "paper")


def test_the_table_has_both_periods_and_the_ratio() -> None:
    assert table_compare(compared(8, 14)).rows == (
        ("2 Feb – 1 Mar 2026", "8", "28", "2.00", "0.86–3.94"),
        ("2–29 Mar 2026", "14", "28", "3.50", "1.91–5.87"),
        ("Later / earlier rate", "", "", "1.75", "0.69–4.81"),
    )


@pytest.fixture
def course(charted: Callable[..., ChartData], free: Callable[..., Any]) -> ChartData:
    """A course from 1 May 2026, with known days but for one week, and cramps in two weeks."""
    cramps = [an_episode(f"2026-04-{day:02d} 20:00") for day in (6, 7, 8, 9, 10, 20)]
    cramps += [an_episode("2026-05-09 20:00")]
    days = [*free("2026-03-06", 42), *free("2026-04-24", 60)]
    return charted(
        "2026-04-01",
        "2026-06-30",
        episodes=cramps,
        days=days,
        courses=[a_course("Magnesium", started=date(2026, 5, 1))],
    )


def test_each_known_week_has_a_dot_and_an_unknown_one_none(course: ChartData, light: ChartStyle) -> None:
    texts = [point.text for point in draw_courses(course.courses, light, 630).points]

    # 17 April to 23 April has one known day: that of its cramp.
    assert "Week from 17 Apr 2026: 1 cramp in 1 known day" in texts
    assert "Week from 3 Apr 2026: 4 cramps in 7 known days" in texts
    weeks = [text for text in texts if text.startswith("Week from")]
    assert len(weeks) == 16


def test_the_start_of_the_course_and_both_rates_are_written(
    course: ChartData, light: ChartStyle, see: Any
) -> None:
    words = see(draw_courses(course.courses, light, 630)).words()

    assert "Magnesium, since 1 May 2026" in words
    assert "from 1 May" in words
    # Six cramps in 50 known days; one in 46, from the eighth day to 22 June.
    assert "Before: 0.8 a week, likely 0.3 to 1.8" in words
    assert "After the first week: 0.2 a week, likely 0.0 to 0.8" in words


def test_why_a_change_is_no_proof_is_said_beside_it(course: ChartData) -> None:
    said = summary_courses(course.courses)

    assert said.startswith("Magnesium: ")
    assert "Bad weeks end by themselves" in said
    assert "time of year" in said


def test_a_new_dose_in_the_weeks_after_is_named_and_marked(
    charted: Callable[..., ChartData], light: ChartStyle, see: Any
) -> None:
    new_dose = DoseChange(from_date=date(2026, 6, 1), dose="10 mg")
    found = charted(
        "2026-04-01",
        "2026-06-30",
        days=[a_day(str(date(2026, 3, 6) + timedelta(days=n))) for n in range(110)],
        episodes=[an_episode("2026-05-20 20:00")],
        courses=[a_course("Amlodipine", dose="5 mg", started=date(2026, 5, 1), doses=(new_dose,))],
    )

    seen = draw_courses(found.courses, light, 630)
    words = see(seen).words()

    assert "Amlodipine 10 mg, since 1 Jun 2026 (5 mg from 1 May)" in words
    assert "Dashed upright line: 10 mg from 1 Jun." in words
    assert "New dose from 1 Jun 2026: 10 mg" in [point.text for point in seen.points]


def test_the_table_of_courses_names_each(course: ChartData) -> None:
    table = table_courses(course.courses)

    assert {row[0] for row in table.rows} == {"Magnesium"}
    assert table.rows[0][2:4] == ("6", "50")


def is_dot(artist: Any) -> bool:
    return isinstance(artist, Line2D) and artist.get_marker() == "o"


def says(artist: Any, words: str) -> bool:
    return hasattr(artist, "get_text") and artist.get_text() == words


def test_a_before_and_after_names_what_else_it_could_be(charted: Callable[..., ChartData]) -> None:
    data = charted("2026-03-02", "2026-03-29", episodes=[an_episode("2026-03-04 20:00")])

    for one in (chart("compare"), chart("courses")):
        words = one.summary(data, False)
        assert "end by themselves" in words
        assert "time of year can matter too." in words
