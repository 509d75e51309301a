"""Before and after each course: the weekly rate, week by week, and on average."""

from __future__ import annotations

from collections.abc import Sequence

from cramplog.analysis.compare import Side
from cramplog.analysis.course_weeks import CourseWeeks
from cramplog.analysis.coverage import State, is_mostly_known
from cramplog.analysis.exact import poisson_interval
from cramplog.analysis.frequency import WEEK, Span
from cramplog.charts.columns import ColumnPanel
from cramplog.charts.compare import caution, rate_words, table_compare, verdict
from cramplog.charts.lettering import VALUE
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.charts.time_axis import TimeAxis
from cramplog.i18n import _, ngettext
from cramplog.words import courses as course_words
from cramplog.words import dates, numbers

PANEL_HEIGHT = 96
DAYS = 7


def draw_courses(results: Sequence[CourseWeeks], style: ChartStyle, width: float) -> Picture:
    """A panel for each course: a dot a week (hollow under 5 known days, none where nothing is known), a line
    where it began, and the mean rate of either side with its words."""
    sheet = Sheet(style, width)
    bottom = 0.0
    for result in results:
        bottom = _Panel(sheet, result, bottom).draw() + sheet.px(20)
    return sheet.picture(max(bottom - sheet.px(20), 1.0))


def summary_courses(results: Sequence[CourseWeeks], *, exact: bool = False) -> str:
    """What may be said of each course, and why a change is no proof."""
    said = [
        _("%(name)s: %(verdict)s")
        % {"name": one.effect.course.name, "verdict": verdict(one.effect.comparison, exact=exact)}
        for one in results
    ]
    return " ".join([*said, caution()])


def table_courses(results: Sequence[CourseWeeks]) -> Table:
    """Both sides of every course with cramps, known days, rate and range; then the ratio."""
    heads: tuple[str, ...] = (
        (_("Course"), *table_compare(results[0].effect.comparison).heads) if results else ()
    )
    rows = [
        (one.effect.course.name, *row) for one in results for row in table_compare(one.effect.comparison).rows
    ]
    return Table(heads, tuple(rows))


class _Panel:
    """One course."""

    def __init__(self, sheet: Sheet, result: CourseWeeks, top: float) -> None:
        self._sheet = sheet
        self._weeks = result.weeks
        self._changes, self._today = result.changes, result.today
        self._effect = result.effect
        self._before = result.effect.comparison.before
        self._after = result.effect.comparison.after
        self._top = top
        rates = [_rate(week) for week in result.weeks if week.known]
        sides = [DAYS * side.episodes / side.known for side in (self._before, self._after) if side.known]
        most = max([*rates, *sides, 1.0])
        axis = TimeAxis.fitted(sheet, [_("days known"), _("week from")], most)
        self._axis = axis.with_slots(len(result.weeks))
        self._heads = self._head_lines()
        grid_top = top + len(self._heads) * sheet.letters.line(VALUE) + sheet.px(4)
        self._panel = ColumnPanel(sheet, self._axis, top=grid_top, height=PANEL_HEIGHT, most=most)

    def draw(self) -> float:
        """Everything; returns where it ends."""
        for number, (words, bold) in enumerate(self._heads):
            line = self._sheet.letters.line(VALUE)
            self._sheet.text(0, self._top + line * (number + 0.5), words, points=VALUE, bold=bold)
        self._panel.draw_grid(_("cramps a week"))
        self._draw_start()
        self._draw_changes()
        for side, colour in ((self._before, self._sheet.style.ink2), (self._after, self._sheet.style.cramp)):
            self._draw_mean(side, colour)
        for at, week in enumerate(self._weeks):
            self._draw_week(at, week)
        return self._draw_below()

    def _head_lines(self) -> list[tuple[str, bool]]:
        """Name, and the rates before and after in words: what the means are called is read here."""
        course = self._effect.course
        parts = (course_words.name_and_dose(course, self._today), course_words.since(course, self._today))
        name = ", ".join(part for part in parts if part)
        exact = self._sheet.style.exact_ranges
        said = [
            _("%(side)s: %(rate)s") % {"side": side, "rate": rate_words(one, exact=exact)}
            for side, one in ((_("Before"), self._before), (_("After the first week"), self._after))
            if one.known
        ]
        if self._effect.comparison.state is not State.OK:
            said = [_("Not enough data yet to compare.")]
        said += [
            _("Dashed upright line: %(dose)s from %(date)s.")
            % {"dose": change.dose, "date": dates.short_day(change.from_date)}
            for change in self._changes
        ]
        letters, width = self._sheet.letters, self._sheet.width
        heads = [(line, True) for line in letters.wrapped(name, width, VALUE, bold=True)]
        return heads + [(line, False) for words in said for line in letters.wrapped(words, width, VALUE)]

    def _draw_start(self) -> None:
        sheet, started = self._sheet, self._effect.course.started
        if started is None:
            return
        x = self._x((started - self._before.period.first) / WEEK)
        top = self._panel.scale.end - sheet.letters.line()
        sheet.line((x, top), (x, self._panel.bottom), sheet.style.ink, width=1.5)
        words = _("from %(date)s") % {"date": dates.short_day(started)}
        right = x + sheet.px(6) + sheet.letters.width(words) <= sheet.width
        sheet.text(
            x + sheet.px(6 if right else -6),
            top + sheet.letters.line() / 2,
            words,
            colour=sheet.style.ink2,
            align="left" if right else "right",
        )

    def _draw_changes(self) -> None:
        """A dashed line for each new dose: what comes after it is no longer the same medicine."""
        sheet = self._sheet
        for change in self._changes:
            x = self._x((change.from_date - self._before.period.first) / WEEK)
            top = self._panel.scale.end
            sheet.line((x, top), (x, self._panel.bottom), sheet.style.ink2, dashed=True)
            said = {"dose": change.dose, "date": dates.day(change.from_date)}
            room = Box(x - sheet.px(4), top, sheet.px(8), self._panel.bottom - top)
            sheet.say(room, _("New dose from %(date)s: %(dose)s") % said)

    def _draw_mean(self, side: Side, colour: str) -> None:
        if not side.known or self._effect.comparison.state is not State.OK:
            return
        start, end = (
            self._x((day - self._before.period.first) / WEEK) for day in (side.period.first, side.period.end)
        )
        rate = DAYS * side.episodes / side.known
        interval = poisson_interval(side.episodes).times(DAYS / side.known)
        y, top = self._panel.scale(rate), self._panel.scale(min(interval.high, self._panel.scale.high))
        bottom = self._panel.scale(interval.low)
        for edge in (top, bottom):
            self._sheet.line((start, edge), (end, edge), colour, dashed=True)
        self._sheet.line((start, y), (end, y), colour, width=3)
        words = {"period": dates.period(side.period), "rate": rate_words(side)}
        self._sheet.say(Box(start, top, end - start, bottom - top), _("%(period)s: %(rate)s") % words)

    def _draw_week(self, at: int, week: Span) -> None:
        if not week.known:
            return
        sheet = self._sheet
        x, y, size = self._axis.middle(at), self._panel.scale(_rate(week)), sheet.px(9)
        in_after = week.start >= self._after.period.first
        colour = sheet.style.cramp if in_after else sheet.style.ink2
        sheet.dot(x, y, colour, size=size, hollow=not is_mostly_known(week.known, DAYS))
        words = {
            "week": dates.day(week.start),
            "cramps": numbers.cramps(week.episodes),
            "known": ngettext("%(n)d known day", "%(n)d known days", week.known) % {"n": week.known},
        }
        said = _("Week from %(week)s: %(cramps)s in %(known)s") % words
        sheet.say(Box(x - size, y - size, 2 * size, 2 * size), said)

    def _draw_below(self) -> float:
        """How full each week is, and the dates."""
        top = self._panel.bottom + self._sheet.px(14)
        spans = [(week.start, week.start + WEEK) for week in self._weeks]
        shares = [week.known / DAYS for week in self._weeks]
        bottom = self._axis.draw_days_known(top, spans, shares, {})
        return self._axis.draw_dates(
            bottom, _("week from"), [week.start for week in self._weeks], dates.short_day
        )

    def _x(self, weeks: float) -> float:
        return self._axis.left + weeks * self._axis.slot


def _rate(week: Span) -> float:
    """Cramps for every 7 known days."""
    return DAYS * week.episodes / week.known
