"""The analysis, each chart and the doctor's page."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from big_diary import AS_OF, LAST_DAY
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from stopwatch import Filled, Stopwatch

from cramplog.analysis.compare import comparison
from cramplog.analysis.context import context
from cramplog.analysis.coverage import coverage
from cramplog.analysis.criteria import criteria
from cramplog.analysis.frequency import frequency
from cramplog.analysis.insights import analyse
from cramplog.analysis.pain import duration, pain
from cramplog.analysis.places import places
from cramplog.analysis.relief import relief
from cramplog.analysis.timeline import Timeline
from cramplog.analysis.timing import timing
from cramplog.analysis.trend import trend
from cramplog.analysis.triggers import triggers
from cramplog.analysis.warning_signs import warning_signs
from cramplog.charts import render
from cramplog.charts.catalogue import CHARTS, Chart
from cramplog.charts.paper import PAPER
from cramplog.domain.period import Period
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.rules import CriteriaRules
from cramplog.report.options import Options, Paper
from cramplog.services.open_diary import OpenDiary

WIDTH = 700.0
ANALYSES: dict[str, Callable[[Timeline, Period], object]] = {
    "coverage": coverage,
    "frequency": frequency,
    "pain": lambda timeline, period: pain(timeline.episodes_in(period)),
    "duration": lambda timeline, period: duration(timeline.episodes_in(period)),
    "places": lambda timeline, period: places(timeline.episodes_in(period)),
    "timing": timing,
    "relief": lambda timeline, period: relief(timeline.episodes_in(period)),
    "context": lambda timeline, period: context(timeline, period, CriteriaRules().no_obvious_cause),
    "criteria": lambda timeline, _period: criteria(timeline, CriteriaRules()),
    "warning signs": warning_signs,
    "comparison": comparison,
    "trend": lambda timeline, period: trend(frequency(timeline, period).by_week),
    "triggers": triggers,
}


def whole(filled: Filled) -> Period:
    """The latest half of the diary's days, so that the comparison has the other half."""
    return Period.last_days(max(len(filled.contents.days) // 2, 14), LAST_DAY)


def one_look(filled: Filled) -> Callable[[], object]:
    """The floor of every analysis: look at each cramp and each day once."""

    def look() -> tuple[int, int]:
        pains = sum(one.pain or 0 for one in filled.contents.episodes)
        return pains, sum(bool(one.cramp_free) for one in filled.contents.days)

    return look


def test_every_number(beside: Stopwatch, filled: Filled) -> None:
    period = whole(filled)

    beside(
        lambda: analyse(filled.contents, as_of=AS_OF, period=period),
        one_look(filled),
        beneath="look at one field of each cramp and day",
        size=filled.size,
    )


@pytest.mark.parametrize("name", ANALYSES)
def test_analysis(beside: Stopwatch, filled: Filled, name: str) -> None:
    timeline, period = Timeline.of(filled.contents, AS_OF), whole(filled)

    beside(
        lambda: ANALYSES[name](timeline, period),
        one_look(filled),
        beneath="look at one field of each cramp and day",
        size=filled.size,
    )


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_chart(beside: Stopwatch, filled: Filled, diary: OpenDiary, chart: Chart) -> None:
    for span in (Span.ALL, Span.MONTHS_12, Span.DAYS_90, Span.DAYS_28):
        data = diary.reading.charts(PeriodChoice(span))
        if chart.offered(data) and chart.missing(data) is None:
            break
    else:
        pytest.skip("not drawn on this diary")
    height = chart.draw(data, PAPER, WIDTH).height

    beside(
        lambda: render.image(chart.draw(data, PAPER, WIDTH)),
        lambda: bare_figure(height),
        beneath="draw a bare matplotlib figure of that size with two axes labels",
        size=filled.size,
    )


def bare_figure(height: float) -> None:
    """What matplotlib needs for a picture with next to nothing on it."""
    figure = Figure(figsize=(WIDTH / 96, height / 96), dpi=96)
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1])
    axes.set_xlabel("x")
    axes.set_ylabel("y")
    FigureCanvasAgg(figure).draw()


def test_summary(beside: Stopwatch, filled: Filled, diary: OpenDiary) -> None:
    beside(
        lambda: diary.summaries.pdf(diary.summaries.page_of(whole(filled), Options()), Paper.A4),
        lambda: one_line(b"one line"),
        beneath="Typst: a page with one line, a new compiler",
        size=filled.size,
    )


def one_line(text: bytes) -> Any:
    """The smallest document that Typst sets."""
    return typst.compile(io.BytesIO(text).getvalue(), format="pdf")


def test_preview_of_the_page(beside: Stopwatch, filled: Filled, diary: OpenDiary, tmp_path: Path) -> None:
    page = diary.summaries.page_of(whole(filled), Options())

    beside(
        lambda: diary.summaries.pictures(page, Paper.A4, ppi=110),
        lambda: typst.compile(b"one line", format="png", ppi=110),
        beneath="Typst: a picture with one line, a new compiler",
        size=filled.size,
    )
