"""Every chart once: its title, what it needs, and how it is drawn, said and listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cramplog.analysis.chart_data import ChartData
from cramplog.analysis.compare import LEAST_EPISODES, LEAST_KNOWN_DAYS
from cramplog.analysis.timing import LEAST_CRAMP_DAYS
from cramplog.charts.calendar import draw_calendar, summary_calendar, table_calendar
from cramplog.charts.compare import caution, draw_compare, summary_compare, table_compare
from cramplog.charts.courses import draw_courses, summary_courses, table_courses
from cramplog.charts.frequency import (
    Part,
    draw_frequency,
    summary_frequency,
    summary_months,
    table_frequency,
)
from cramplog.charts.load import (
    draw_load,
    draw_sessions,
    summary_load,
    summary_sessions,
    table_load,
    table_sessions,
)
from cramplog.charts.pain import (
    draw_duration,
    draw_pain,
    summary_duration,
    summary_pain,
    table_duration,
    table_pain,
)
from cramplog.charts.picture import Picture, Table
from cramplog.charts.places import draw_places, summary_places, table_places
from cramplog.charts.relief import draw_relief, summary_relief, table_relief
from cramplog.charts.style import ChartStyle
from cramplog.charts.timing import draw_timing, summary_timing, table_timing
from cramplog.charts.trigger_words import first_missing, is_enough
from cramplog.charts.triggers import draw_triggers, summary_triggers, table_triggers
from cramplog.i18n import _, ngettext
from cramplog.words import numbers


@dataclass(frozen=True, slots=True)
class Missing:
    """How many there are of how many a chart needs, in words: "3 of 12 cramp days"."""

    has: int
    needed: int
    text: str


def _nothing_missing(_data: ChartData) -> Missing | None:
    return None


def _always(_data: ChartData) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart of the page. `wide` ones want the wider column.

    `offered` is false where the diary has nothing of the kind, as training without a workout. `missing` is
    what the chart still needs before it is drawn, None where it can be. `draw` takes the width in pixels at
    96 dots an inch and returns a picture as high as it needs; `summary` takes whether ranges are said
    exactly, as on paper. Draw only what is offered and misses nothing.
    """

    id: str
    title: Callable[[], str]
    wide: bool
    draw: Callable[[ChartData, ChartStyle, float], Picture]
    summary: Callable[[ChartData, bool], str]
    table: Callable[[ChartData], Table]
    offered: Callable[[ChartData], bool] = _always
    missing: Callable[[ChartData], Missing | None] = _nothing_missing


def chart(chart_id: str) -> Chart:
    """The chart with this id. Raises KeyError where there is none."""
    return {one.id: one for one in CHARTS}[chart_id]


def _a_known_day(data: ChartData) -> Missing | None:
    if data.insights.coverage.known:
        return None
    return Missing(
        0, 1, ngettext("%(has)d of %(n)d known day", "%(has)d of %(n)d known days", 1) % {"has": 0, "n": 1}
    )


def _cramps(has: int, needed: int) -> Missing | None:
    if has >= needed:
        return None
    words = ngettext("%(has)s of %(n)s cramp", "%(has)s of %(n)s cramps", needed)
    return Missing(has, needed, words % {"has": numbers.count(has), "n": numbers.count(needed)})


def _cramp_days_for_hours(data: ChartData) -> Missing | None:
    has, needed = data.insights.timing.cramp_days, LEAST_CRAMP_DAYS
    if has >= needed:
        return None
    words = ngettext("%(has)d of %(n)d cramp day", "%(has)d of %(n)d cramp days", needed)
    return Missing(has, needed, words % {"has": has, "n": needed})


def _two_periods(data: ChartData) -> Missing | None:
    """Known days on each side come first, since cramps cannot be had by waiting."""
    comparison = data.insights.comparison
    sides = (
        (comparison.before, _("%(has)d of %(n)d known days before")),
        (comparison.after, _("%(has)d of %(n)d known days")),
    )
    for side, words in sides:
        if side.known < LEAST_KNOWN_DAYS:
            needed = {"has": side.known, "n": LEAST_KNOWN_DAYS}
            return Missing(side.known, LEAST_KNOWN_DAYS, words % needed)
    return _cramps(comparison.before.episodes + comparison.after.episodes, LEAST_EPISODES)


def _a_trigger(data: ChartData) -> Missing | None:
    triggers = data.insights.triggers
    if any(is_enough(one) for one in triggers):
        return None
    nearest = max(triggers, key=lambda one: one.needs.cramp_days.has)
    numbers_of, words = first_missing(nearest.needs)
    return Missing(numbers_of["has"], numbers_of["needed"], words % numbers_of)


def _trained(data: ChartData) -> bool:
    return any(week.sessions for week in data.load.weeks)


CHARTS = (
    Chart(
        id="weeks",
        title=lambda: _("Cramps per week"),
        wide=True,
        missing=_a_known_day,
        draw=lambda data, style, width: draw_frequency(
            data.insights.frequency, style, width, days=data.calendar
        ),
        summary=lambda data, exact: summary_frequency(data.insights.frequency, exact=exact),
        table=lambda data: table_frequency(data.insights.frequency),
    ),
    Chart(
        id="timing",
        title=lambda: _("Hour of day"),
        wide=False,
        missing=_cramp_days_for_hours,
        draw=lambda data, style, width: draw_timing(data.insights.timing, style, width),
        summary=lambda data, _exact: summary_timing(data.insights.timing),
        table=lambda data: table_timing(data.insights.timing),
    ),
    Chart(
        id="calendar",
        title=lambda: _("Every day"),
        wide=True,
        missing=_a_known_day,
        draw=lambda data, style, width: draw_calendar(data.calendar, style, width),
        summary=lambda data, _exact: summary_calendar(data.calendar),
        table=lambda data: table_calendar(data.calendar),
    ),
    Chart(
        id="pain",
        title=lambda: _("How bad"),
        wide=False,
        missing=lambda data: _cramps(data.insights.pain.n, 1),
        draw=lambda data, style, width: draw_pain(data.insights.pain, style, width),
        summary=lambda data, _exact: summary_pain(data.insights.pain),
        table=lambda data: table_pain(data.insights.pain),
    ),
    Chart(
        id="duration",
        title=lambda: _("How long"),
        wide=False,
        missing=lambda data: _cramps(data.insights.duration.n, 1),
        draw=lambda data, style, width: draw_duration(data.insights.duration, style, width),
        summary=lambda data, _exact: summary_duration(data.insights.duration),
        table=lambda data: table_duration(data.insights.duration),
    ),
    Chart(
        id="months",
        title=lambda: _("Cramps per month"),
        wide=True,
        offered=lambda data: len(data.insights.frequency.by_month) > 1,
        missing=_a_known_day,
        draw=lambda data, style, width: draw_frequency(
            data.insights.frequency, style, width, part=Part.MONTH, days=data.calendar
        ),
        summary=lambda data, _exact: summary_months(data.insights.frequency),
        table=lambda data: table_frequency(data.insights.frequency, part=Part.MONTH),
    ),
    Chart(
        id="places",
        title=lambda: _("Where"),
        wide=False,
        missing=lambda data: _cramps(data.insights.frequency.episodes, 1),
        draw=lambda data, style, width: draw_places(data.insights.places, style, width),
        summary=lambda data, _exact: summary_places(data.insights.places, data.insights.frequency.episodes),
        table=lambda data: table_places(data.insights.places),
    ),
    Chart(
        id="compare",
        title=lambda: _("This period and the one before"),
        wide=False,
        missing=_two_periods,
        draw=lambda data, style, width: draw_compare(data.insights.comparison, style, width),
        summary=lambda data, exact: f"{summary_compare(data.insights.comparison, exact=exact)} {caution()}",
        table=lambda data: table_compare(data.insights.comparison),
    ),
    Chart(
        id="triggers",
        title=lambda: _("What was different on cramp days"),
        wide=True,
        missing=_a_trigger,
        draw=lambda data, style, width: draw_triggers(data.insights.triggers, style, width),
        summary=lambda data, _exact: summary_triggers(data.insights.triggers),
        table=lambda data: table_triggers(data.insights.triggers),
    ),
    Chart(
        id="relief",
        title=lambda: _("What helped"),
        wide=True,
        offered=lambda data: bool(data.insights.relief),
        draw=lambda data, style, width: draw_relief(data.insights.relief, style, width),
        summary=lambda data, _exact: summary_relief(data.insights.relief),
        table=lambda data: table_relief(data.insights.relief),
    ),
    Chart(
        id="courses",
        title=lambda: _("Before and after a medicine or routine"),
        wide=True,
        offered=lambda data: bool(data.courses),
        draw=lambda data, style, width: draw_courses(data.courses, style, width),
        summary=lambda data, exact: summary_courses(data.courses, exact=exact),
        table=lambda data: table_courses(data.courses),
    ),
    Chart(
        id="load",
        title=lambda: _("Training and cramps"),
        wide=True,
        offered=_trained,
        draw=lambda data, style, width: draw_load(data.load, style, width, days=data.calendar),
        summary=lambda data, _exact: summary_load(data.load),
        table=lambda data: table_load(data.load),
    ),
    Chart(
        id="sessions",
        title=lambda: _("Cramps in 10 hours of training"),
        wide=False,
        offered=lambda data: _trained(data) and data.load.all.hours > 0,
        draw=lambda data, style, width: draw_sessions(data.load, style, width),
        summary=lambda data, exact: summary_sessions(data.load, exact=exact),
        table=lambda data: table_sessions(data.load),
    ),
)
