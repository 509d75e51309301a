"""The dial of 24 hours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import an_episode

from cramplog.analysis.chart_data import ChartData
from cramplog.analysis.timing import Timing
from cramplog.charts.style import ChartStyle
from cramplog.charts.timing import draw_timing, summary_timing, table_timing
from cramplog.i18n import language


@pytest.fixture
def timing(charted: Callable[..., ChartData]) -> Timing:
    """Four cramps from 02:00 on, two from 12:00 on, each on a day of its own."""
    starts = [f"2026-03-0{day} 02:10" for day in (3, 4, 5, 6)] + [f"2026-03-0{day} 12:30" for day in (7, 8)]
    return charted("2026-03-01", "2026-03-28", episodes=[an_episode(one) for one in starts]).insights.timing


def test_an_hour_with_cramps_has_a_wedge_and_no_other(timing: Timing, light: ChartStyle, see: Any) -> None:
    assert set(see(draw_timing(timing, light, 286)).marks("hour-")) == {"hour-2", "hour-12"}


def test_midnight_is_on_top_and_hours_go_clockwise(timing: Timing, light: ChartStyle, see: Any) -> None:
    seen = see(draw_timing(timing, light, 286))
    middle = next(text for text in seen.boxes() if text[0] == "6")[1]
    top = next(text for text in seen.boxes() if text[0] == "midnight")[1]

    night = seen.marks("hour-2")["hour-2"].get_path().get_extents()
    noon = seen.marks("hour-12")["hour-12"].get_path().get_extents()

    assert night.x0 > 143
    assert noon.x1 < 143 + 1
    assert night.y1 < noon.y0
    # Pixels of the window count from the bottom.
    assert top.y0 > middle.y1


def test_a_wedge_is_as_long_as_its_count(timing: Timing, light: ChartStyle, see: Any) -> None:
    marks = see(draw_timing(timing, light, 286)).marks("hour-")

    lengths = {name: length(mark.get_path().vertices) for name, mark in marks.items()}

    assert lengths["hour-12"] / lengths["hour-2"] == pytest.approx(2 / 4)


def length(outline: Any) -> float:
    """From the inner to the outer arc of a wedge: from its first point to its last but one."""
    (x0, y0), (x1, y1) = outline[0], outline[-2]
    return float(((x0 - x1) ** 2 + (y0 - y1) ** 2) ** 0.5)


def test_counts_from_three_up_are_written_and_the_sum_stands_in_the_middle(
    timing: Timing, light: ChartStyle, see: Any
) -> None:
    words = see(draw_timing(timing, light, 286)).words()

    assert "4" in words
    assert "2" not in words
    assert words[-2:] == ["6", "cramps"]


def test_the_pointer_reads_the_hour(timing: Timing, light: ChartStyle) -> None:
    picture = draw_timing(timing, light, 286)

    assert [point.text for point in picture.points] == [
        "02:00 to 03:00: 4 cramps",
        "12:00 to 13:00: 2 cramps",
    ]


def test_readers_of_a_twelve_hour_clock_see_one_on_the_dial(
    timing: Timing, light: ChartStyle, see: Any, tmp_path: Path
) -> None:
    usual = language.locale
    language.speak("en_US", tmp_path)
    try:
        words = see(draw_timing(timing, light, 286)).words()
    finally:
        language.speak(usual, tmp_path)

    assert "6\u202fAM" in words or "6 AM" in words
    assert "6\u202fPM" in words or "6 PM" in words


def test_the_sentence_counts_the_night(timing: Timing) -> None:
    assert summary_timing(timing) == "4 of 6 cramps came between 22:00 and 06:00."


def test_with_twelve_cramp_days_a_favoured_time_is_named(charted: Callable[..., ChartData]) -> None:
    starts = [f"2026-03-{day:02d} 02:00" for day in range(2, 15)]
    found = charted("2026-03-01", "2026-03-28", episodes=[an_episode(one) for one in starts]).insights.timing

    assert summary_timing(found) == "13 of 13 cramps came between 22:00 and 06:00. Most came around 02:00."


def test_without_a_favoured_time_that_is_said(charted: Callable[..., ChartData]) -> None:
    starts = [f"2026-03-{day:02d} {2 * day - 4:02d}:30" for day in range(2, 14)]
    found = charted("2026-03-01", "2026-03-28", episodes=[an_episode(one) for one in starts]).insights.timing

    assert summary_timing(found).endswith("No time of day stands out.")


def test_the_table_has_every_hour(timing: Timing) -> None:
    rows = table_timing(timing).rows

    assert len(rows) == 24
    assert rows[2] == ("02:00 to 03:00", "4")
    assert rows[23] == ("23:00 to 00:00", "0")
