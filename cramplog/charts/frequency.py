"""Cramps per week, month or year, with the days known under each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import partial

from cramplog.analysis.calendar import CalendarDay
from cramplog.analysis.coverage import State, is_mostly_known
from cramplog.analysis.frequency import Frequency, Span
from cramplog.charts.columns import ColumnPanel
from cramplog.charts.picture import Picture, Table
from cramplog.charts.ranges import likely
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.charts.time_axis import TimeAxis
from cramplog.i18n import _, ngettext, pgettext
from cramplog.words import dates, numbers

PLOT_HEIGHT = 160
NARROWEST_SLOT = 4.0


class Part(Enum):
    """Into which parts of the calendar the cramps are counted."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Column:
    """One part of the calendar from `start` up to `end`, and its `days` in the period with what they hold."""

    start: date
    end: date
    days: int
    known: int
    episodes: int

    @property
    def is_sound(self) -> bool:
        """Whether enough of the whole week, month or year is known: 5 days of a week."""
        return is_mostly_known(self.known, (self.end - self.start).days)


def draw_frequency(
    result: Frequency,
    style: ChartStyle,
    width: float,
    *,
    part: Part = Part.WEEK,
    days: Sequence[CalendarDay] = (),
) -> Picture:
    """The cramps of each week or month as a bar; too many for the width are drawn by the next longer part.

    A column without known days is left open, a known one without cramps says 0, and one under 70 % known (5
    days of a week) is a dashed, hollow bar. `days` are the strokes under the bars.
    """
    sheet = Sheet(style, width)
    axis_words = [_("days known"), *(_start_words(part) for part in Part)]
    most = max((column.episodes for column in _columns(result, Part.YEAR)), default=0)
    axis = TimeAxis.fitted(sheet, axis_words, most)
    part, columns = _that_fit(result, part, axis.width / sheet.px(NARROWEST_SLOT))
    plot = _Plot(sheet, axis.with_slots(len(columns)), columns, part)
    plot.draw_counts()
    bottom = plot.draw_days_known({day.date: day.known for day in days})
    return sheet.picture(plot.draw_dates(bottom))


def summary_frequency(result: Frequency, *, exact: bool = False) -> str:
    """The number of cramps and of known days, and the rate with its range where enough is known.

    `exact` says the range as on paper.
    """
    known = sum(span.known for span in result.by_week)
    counted = ngettext("%(cramps)s in %(n)s known day", "%(cramps)s in %(n)s known days", known) % {
        "cramps": numbers.cramps(result.episodes),
        "n": numbers.count(known),
    }
    if result.state is not State.OK or result.per_week is None or result.per_week_ci is None:
        days = sum(span.days for span in result.by_week)
        return _("%(counted)s of %(days)s. Too few days are known for a rate.") % {
            "counted": counted,
            "days": numbers.count(days),
        }
    return _("%(counted)s: %(rate)s a week, %(range)s.") % {
        "counted": counted,
        "rate": numbers.number(result.per_week),
        "range": likely(result.per_week_ci, exact=exact),
    }


def summary_months(result: Frequency) -> str:
    """The month with the most cramps, of those with enough known days to say so."""
    sound = [column for column in _columns(result, Part.MONTH) if column.is_sound and column.episodes]
    if not sound:
        return _("Too few days are known to compare months.")
    most = max(sound, key=lambda column: column.episodes)
    return _("Most in one month: %(cramps)s, %(month)s.") % {
        "cramps": numbers.cramps(most.episodes),
        "month": dates.month(most.start),
    }


def table_frequency(result: Frequency, *, part: Part = Part.WEEK) -> Table:
    """Each week or month with its cramps and its known days; a dash where nothing is known."""
    rows = [(_name(column, part), _counted(column), _of_days(column)) for column in _columns(result, part)]
    return Table((_start_words(part).capitalize(), _("Cramps"), _("Days known")), tuple(rows))


def _that_fit(result: Frequency, part: Part, most: float) -> tuple[Part, Sequence[Column]]:
    longer = list(Part)[list(Part).index(part) :]
    for one in longer:
        columns = _columns(result, one)
        if len(columns) <= most:
            return one, columns
    return Part.YEAR, _columns(result, Part.YEAR)


def _columns(result: Frequency, part: Part) -> Sequence[Column]:
    if part is Part.WEEK:
        return [_column(span, span.start + timedelta(days=7)) for span in result.by_week]
    months = [_column(span, _month_after(span.start)) for span in result.by_month]
    return months if part is Part.MONTH else _years(months)


def _column(span: Span, end: date) -> Column:
    return Column(span.start, end, span.days, span.known, span.episodes)


def _years(months: Sequence[Column]) -> Sequence[Column]:
    years = sorted({month.start.year for month in months})
    groups = [(year, [month for month in months if month.start.year == year]) for year in years]
    return [
        Column(
            date(year, 1, 1),
            date(year + 1, 1, 1),
            sum(month.days for month in group),
            sum(month.known for month in group),
            sum(month.episodes for month in group),
        )
        for year, group in groups
    ]


def _month_after(start: date) -> date:
    return (start + timedelta(days=32)).replace(day=1)


def _start_words(part: Part) -> str:
    return {
        Part.WEEK: pgettext("axis", "week from"),
        Part.MONTH: pgettext("axis", "month"),
        Part.YEAR: pgettext("axis", "year"),
    }[part]


def _name(column: Column, part: Part) -> str:
    if part is Part.YEAR:
        return str(column.start.year)
    return dates.day(column.start) if part is Part.WEEK else dates.month(column.start)


def _counted(column: Column) -> str:
    return numbers.count(column.episodes) if column.known else "–"


def _of_days(column: Column) -> str:
    return _("%(known)s of %(days)s") % {
        "known": numbers.count(column.known),
        "days": numbers.count(column.days),
    }


class _Plot:
    """The bars of one chart and what stands under them."""

    def __init__(self, sheet: Sheet, axis: TimeAxis, columns: Sequence[Column], part: Part) -> None:
        most = max((column.episodes for column in columns), default=0)
        self._sheet = sheet
        self._axis = axis
        self._columns = columns
        self._part = part
        self._panel = ColumnPanel(sheet, axis, top=0, height=PLOT_HEIGHT, most=most)

    def draw_counts(self) -> None:
        """Grid, bars, and the number on each bar where all the numbers fit."""
        self._panel.draw_grid(_("cramps"))
        numbered = all(self._panel.fits(_counted(column)) for column in self._columns)
        for at, column in enumerate(self._columns):
            self._draw_bar(at, column)
            if numbered and column.known:
                self._panel.write(at, column.episodes, _counted(column))
            self._sheet.say(self._panel.slot(at), partial(_said, column, self._part))

    def draw_days_known(self, known: Mapping[date, bool]) -> float:
        """One stroke a day where there is room, else how full each column is; returns where they end."""
        top = self._panel.bottom + self._sheet.px(14)
        spans = [(column.start, column.end) for column in self._columns]
        shares = [column.known / max(column.days, 1) for column in self._columns]
        return self._axis.draw_days_known(top, spans, shares, known)

    def draw_dates(self, top: float) -> float:
        """The dates under the columns, as many as fit; returns where they end."""
        names = {Part.WEEK: dates.short_day, Part.MONTH: dates.short_month, Part.YEAR: _year}[self._part]
        starts = [column.start for column in self._columns]
        choices = _month_choices(starts) if self._part is Part.MONTH else None
        return self._axis.draw_dates(top, _start_words(self._part), starts, names, choices)

    def _draw_bar(self, at: int, column: Column) -> None:
        name = f"{self._part.value}-{column.start.isoformat()}"
        box, colour = self._panel.bar(at, column.episodes), self._sheet.style.cramp
        if column.episodes and column.is_sound:
            self._sheet.bar(box, colour, name=name)
        elif column.episodes:
            self._sheet.hollow_bar(box, colour, name=name)


def _said(column: Column, part: Part) -> str:
    words = {
        "span": _name(column, part),
        "cramps": numbers.cramps(column.episodes),
        "days": _of_days(column),
    }
    if not column.known:
        return _("%(span)s: nothing known") % words
    return _("%(span)s: %(cramps)s, %(days)s days known") % words


def _month_choices(starts: Sequence[date]) -> Iterator[Sequence[int]]:
    """Every month, every second of the year, every quarter, every half year; then the turns of the years."""
    for step in (1, 2, 3, 6):
        yield [at for at, start in enumerate(starts) if (start.month - 1) % step == 0]
    for years in range(1, len(starts)):
        yield [at for at, start in enumerate(starts) if start.month == 1 and start.year % years == 0]


def _year(start: date) -> str:
    return str(start.year)
