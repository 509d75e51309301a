"""Training against cramps: week by week, and cramps for every 10 hours of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from cramplog.analysis.calendar import CalendarDay
from cramplog.analysis.coverage import State
from cramplog.analysis.load import Load, SessionRate, TrainingWeek
from cramplog.charts.columns import ColumnPanel
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.ranges import RangeRow, draw_ranges, likely
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.charts.time_axis import TimeAxis
from cramplog.i18n import _, ngettext, pgettext
from cramplog.words import dates, numbers

PANEL_HEIGHT = 84
NARROWEST_SLOT = 3.5
# How many weeks may be put together where single ones do not fit.
GROUPS = (1, 4, 13, 52, 260)
MOSTLY_KNOWN_DAYS = 5


def draw_load(result: Load, style: ChartStyle, width: float, *, days: Sequence[CalendarDay] = ()) -> Picture:
    """Cramps above, training load below, over the same weeks; weeks that do not fit are put together.

    Load is exertion × minutes. A week whose sessions lack both is left open; `days` are the strokes below.
    """
    sheet = Sheet(style, width)
    most = sum(week.load or 0 for week in result.weeks)
    names = [_("days known"), *(_start_words(size) for size in GROUPS)]
    axis = TimeAxis.fitted(sheet, names, most)
    size, weeks = _that_fit(result.weeks, axis.width / sheet.px(NARROWEST_SLOT))
    axis = axis.with_slots(len(weeks))
    bottom = _draw_cramps(sheet, axis, weeks, size)
    bottom = _draw_loads(sheet, axis, weeks, bottom + sheet.px(8))
    for at, week in enumerate(weeks):
        sheet.say(Box(axis.left + at * axis.slot, 0, axis.slot, bottom), partial(_said, week, size))
    spans = [(week.start, week.start + timedelta(weeks=size)) for week in weeks]
    shares = [week.known / (7 * size) for week in weeks]
    known = {day.date: day.known for day in days}
    bottom = axis.draw_days_known(bottom + sheet.px(14), spans, shares, known)
    starts = [week.start for week in weeks]
    return sheet.picture(axis.draw_dates(bottom, _start_words(size), starts, dates.short_day))


def summary_load(result: Load) -> str:
    """How much was trained, and how many cramps came with it."""
    words = {
        "hours": numbers.number(result.all.hours),
        "cramps": numbers.cramps(result.all.cramps),
        "n": numbers.count(result.all.sessions),
    }
    return (
        ngettext(
            "%(n)s session on known days, %(hours)s hours. %(cramps)s during it or within an hour after.",
            "%(n)s sessions on known days, %(hours)s hours. %(cramps)s during them or within an hour after.",
            result.all.sessions,
        )
        % words
    )


def table_load(result: Load) -> Table:
    """Each week with its sessions, hours, load, cramps and known days."""
    heads = (_("Week from"), _("Sessions"), _("Hours"), _("Load"), _("Cramps"), _("Days known"))
    rows = tuple(
        (
            dates.day(week.start),
            numbers.count(week.sessions),
            numbers.number(week.hours),
            _load_words(week),
            numbers.count(week.episodes) if week.known else "–",
            numbers.count(week.known),
        )
        for week in result.weeks
    )
    return Table(heads, rows)


def draw_sessions(result: Load, style: ChartStyle, width: float) -> Picture:
    """Cramps for every 10 hours of all, hot and cooler sessions, each with its likely range."""
    sheet = Sheet(style, width)
    rows = [
        RangeRow(
            name=name,
            value=rate.per_10_hours,
            interval=rate.ci,
            words=_rate_words(rate, exact=style.exact_ranges),
            colour=colour,
        )
        for name, rate, colour in (
            (_("All sessions"), result.all, style.ink2),
            (_("Hot sessions"), result.hot, style.cramp),
            (_("Cooler sessions"), result.cool, style.ink2),
        )
        if rate.per_10_hours is not None and rate.ci is not None
    ]
    return sheet.picture(draw_ranges(sheet, rows, _("cramps in 10 hours of training, with the likely range")))


def summary_sessions(result: Load, *, exact: bool = False) -> str:
    """Cramps for every 10 hours, and whether hot sessions differ from cooler ones."""
    if result.all.per_10_hours is None or result.all.ci is None:
        return _("No training with a time on known days yet.")
    said = _("%(rate)s cramps in 10 hours of training, %(range)s.") % {
        "rate": numbers.number(result.all.per_10_hours),
        "range": likely(result.all.ci, exact=exact),
    }
    return f"{said} {_heat_verdict(result, exact=exact)}"


def table_sessions(result: Load) -> Table:
    """All, hot and cooler sessions with hours, cramps, rate and range."""
    heads = (
        _("Sessions"),
        _("Number"),
        _("Hours"),
        _("Cramps"),
        _("Cramps in 10 hours"),
        _("Range, 95 %"),
    )
    groups = (
        (pgettext("sessions", "All"), result.all),
        (pgettext("sessions", "Hot"), result.hot),
        (pgettext("sessions", "Cooler"), result.cool),
    )
    return Table(heads, tuple(_session_row(name, rate) for name, rate in groups))


def _heat_verdict(result: Load, *, exact: bool) -> str:
    if result.state is not State.OK or result.ratio is None:
        return _("Not enough data yet to compare hot and cooler sessions.")
    ratio = result.ratio
    if 1 in ratio.ci or not math.isfinite(ratio.ratio):
        return _("The difference between hot and cooler sessions could be chance.")
    words = {"ratio": numbers.number(ratio.ratio), "range": likely(ratio.ci, exact=exact)}
    return _("In hot sessions %(ratio)s times as many, %(range)s. It does not show a cause.") % words


def _session_row(name: str, rate: SessionRate) -> tuple[str, ...]:
    counted = (name, numbers.count(rate.sessions), numbers.number(rate.hours), numbers.count(rate.cramps))
    if rate.per_10_hours is None or rate.ci is None:
        return (*counted, "–", "–")
    span = f"{numbers.number(rate.ci.low, 2)}–{numbers.number(rate.ci.high, 2)}"
    return (*counted, numbers.number(rate.per_10_hours, 2), span)


def _rate_words(rate: SessionRate, *, exact: bool) -> str:
    if rate.per_10_hours is None or rate.ci is None:
        return ""
    return _("%(rate)s (%(cramps)s in %(hours)s hours), %(range)s") % {
        "rate": numbers.number(rate.per_10_hours),
        "cramps": numbers.cramps(rate.cramps),
        "hours": numbers.number(rate.hours),
        "range": likely(rate.ci, exact=exact),
    }


def _start_words(size: int) -> str:
    return _("week from") if size == 1 else _("%(n)d weeks from") % {"n": size}


def _that_fit(weeks: Sequence[TrainingWeek], most: float) -> tuple[int, Sequence[TrainingWeek]]:
    size = next((size for size in GROUPS if math.ceil(len(weeks) / size) <= most), GROUPS[-1])
    return size, [_together(weeks[at : at + size]) for at in range(0, len(weeks), size)]


def _together(weeks: Sequence[TrainingWeek]) -> TrainingWeek:
    loads = [week.load for week in weeks if week.load is not None]
    return TrainingWeek(
        start=weeks[0].start,
        known=sum(week.known for week in weeks),
        sessions=sum(week.sessions for week in weeks),
        rated=sum(week.rated for week in weeks),
        hours=sum(week.hours for week in weeks),
        load=sum(loads) if loads else None,
        episodes=sum(week.episodes for week in weeks),
    )


def _draw_cramps(sheet: Sheet, axis: TimeAxis, weeks: Sequence[TrainingWeek], size: int) -> float:
    most = max(week.episodes for week in weeks)
    panel = ColumnPanel(sheet, axis, top=0, height=PANEL_HEIGHT, most=most)
    panel.draw_grid(_("cramps"))
    numbered = panel.fits(numbers.count(most))
    for at, week in enumerate(weeks):
        name = f"cramps-{week.start.isoformat()}"
        if week.episodes and week.known >= MOSTLY_KNOWN_DAYS * size:
            sheet.bar(panel.bar(at, week.episodes), sheet.style.cramp, name=name)
        elif week.episodes:
            sheet.hollow_bar(panel.bar(at, week.episodes), sheet.style.cramp, name=name)
        if numbered and week.known:
            panel.write(at, week.episodes, numbers.count(week.episodes))
    return panel.bottom


def _draw_loads(sheet: Sheet, axis: TimeAxis, weeks: Sequence[TrainingWeek], top: float) -> float:
    loads = [week.load or 0 for week in weeks]
    panel = ColumnPanel(sheet, axis, top=top, height=PANEL_HEIGHT, most=max(loads))
    panel.draw_grid(_("load: exertion × minutes"))
    numbered = panel.fits(numbers.count(round(max(loads))))
    for at, week in enumerate(weeks):
        if week.load:
            sheet.bar(panel.bar(at, week.load), sheet.style.ink2, name=f"load-{week.start.isoformat()}")
        if numbered and week.load is not None:
            panel.write(at, week.load, numbers.count(round(week.load)))
    return panel.bottom


def _load_words(week: TrainingWeek) -> str:
    if not week.sessions:
        return numbers.count(0)
    return _("not recorded") if week.load is None else numbers.count(round(week.load))


def _said(week: TrainingWeek, size: int) -> str:
    words = {
        "name": _start_words(size),
        "date": dates.day(week.start),
        "load": _load_words(week),
        "hours": numbers.number(week.hours),
        "cramps": numbers.cramps(week.episodes) if week.known else _("nothing known"),
    }
    return _("%(name)s %(date)s: load %(load)s, %(hours)s hours, %(cramps)s") % words
