"""Every chart once: its title, what it needs, and how it is drawn, said and listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cramplog.analysis.chart_data import ChartData
from cramplog.charts.frequency import Part, draw_frequency, summary_frequency, table_frequency
from cramplog.charts.picture import Picture, Table
from cramplog.charts.style import ChartStyle
from cramplog.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Missing:
    """How many there are of how many a chart needs, in words: "3 of 12 cramp days"."""

    has: int
    needed: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart of the page. `wide` ones want the wider column.

    `offered` is false where the diary has nothing of the kind, as training without a workout; `missing` is
    what a finding still needs, None where it can be shown. `draw` takes the width in pixels at 96 dots an
    inch and returns a picture as high as it needs; `summary` takes whether ranges are said as on paper.
    """

    id: str
    title: Callable[[], str]
    wide: bool
    offered: Callable[[ChartData], bool]
    missing: Callable[[ChartData], Missing | None]
    draw: Callable[[ChartData, ChartStyle, float], Picture]
    summary: Callable[[ChartData, bool], str]
    table: Callable[[ChartData], Table]


def _always(_data: ChartData) -> bool:
    return True


def _known_days(data: ChartData) -> Missing | None:
    known = data.insights.coverage.known
    if known:
        return None
    return Missing(
        0, 1, ngettext("%(has)d of %(n)d known day", "%(has)d of %(n)d known days", 1) % {"has": 0, "n": 1}
    )


CHARTS = (
    Chart(
        id="weeks",
        title=lambda: _("Cramps per week"),
        wide=True,
        offered=_always,
        missing=_known_days,
        draw=lambda data, style, width: draw_frequency(
            data.insights.frequency, style, width, days=data.calendar
        ),
        summary=lambda data, exact: summary_frequency(data.insights.frequency, exact=exact),
        table=lambda data: table_frequency(data.insights.frequency),
    ),
    Chart(
        id="months",
        title=lambda: _("Cramps per month"),
        wide=True,
        offered=lambda data: len(data.insights.frequency.by_month) > 1,
        missing=_known_days,
        draw=lambda data, style, width: draw_frequency(
            data.insights.frequency, style, width, part=Part.MONTH, days=data.calendar
        ),
        summary=lambda data, exact: summary_frequency(data.insights.frequency, exact=exact),
        table=lambda data: table_frequency(data.insights.frequency, part=Part.MONTH),
    ),
)
