"""Every day: with a cramp and its worst pain, free of cramps, or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from cramplog.analysis.calendar import CalendarDay
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.i18n import _, ngettext, pgettext
from cramplog.words import dates, numbers

CELL_WIDTH, CELL_HEIGHT = 30, 21
SMALLEST_CELL = 20
GAP = 4
WEEK = 7
# From this many bands on, a year takes one band of small cells without numbers.
MOST_BANDS = 4
SMALL_CELL = 12
SHADES = ((0, 2), (3, 4), (5, 6), (7, 8), (9, 10))


def draw_calendar(days: Sequence[CalendarDay], style: ChartStyle, width: float) -> Picture:
    """Weeks as columns, Monday on top, in as many bands as the width asks for.

    A day with a cramp is coloured by its worst pain and says it; a free one has a dot; an unknown one is
    dashed and has a question mark. Several years are drawn small, a band each, without the numbers.
    """
    sheet = Sheet(style, width)
    grid = _numbered_grid(sheet, days) or _small_grid(sheet, days)
    bottom = 0.0
    for band in grid.bands(days):
        bottom = _draw_band(sheet, grid, band, bottom)
    return sheet.picture(_draw_key(sheet, grid, bottom + sheet.px(4)))


def summary_calendar(days: Iterable[CalendarDay]) -> str:
    """How many days had a cramp, how many were free, how many are unknown."""
    kinds = [_kind(day) for day in days]
    cramp = kinds.count("cramp")
    counted = ngettext("%(n)s day with a cramp", "%(n)s days with a cramp", cramp) % {
        "n": numbers.count(cramp)
    }
    return _("%(cramp)s, %(free)s free, %(unknown)s unknown.") % {
        "cramp": counted,
        "free": numbers.count(kinds.count("free")),
        "unknown": numbers.count(kinds.count("unknown")),
    }


def table_calendar(days: Iterable[CalendarDay]) -> Table:
    """Each day with its number of cramps and the worst pain; "unknown" where nothing was recorded."""
    rows = tuple(
        (
            dates.day(day.date),
            numbers.count(day.episodes) if day.known else pgettext("day", "unknown"),
            "–" if day.worst_pain is None else str(day.worst_pain),
        )
        for day in days
    )
    return Table((_("Day"), _("Cramps"), _("Worst pain")), rows)


def shade(style: ChartStyle, pain: int) -> int:
    """The step of the heat colours for a pain from 0 to 10."""
    step = next(at for at, (_low, high) in enumerate(SHADES) if pain <= high)
    return min(step, len(style.heat) - 1)


def _kind(day: CalendarDay) -> str:
    if not day.known:
        return "unknown"
    return "cramp" if day.episodes else "free"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """The size of the cells, how many weeks go into a band, and whether a band is a year."""

    left: float
    column: float
    row: float
    gap: float
    weeks: int
    numbered: bool

    def bands(self, days: Sequence[CalendarDay]) -> list[Sequence[CalendarDay]]:
        """The days of each band."""
        if not self.numbered:
            return [list(group) for _year, group in groupby(days, key=lambda day: day.date.year)]
        first = _monday(days[0].date)
        size = self.weeks * WEEK
        return [
            list(group) for _band, group in groupby(days, key=lambda day: (day.date - first).days // size)
        ]

    def cell(self, day: date, first: date, top: float) -> Box:
        """Where a day stands in the band that begins with the Monday `first`."""
        week = (day - first).days // WEEK
        return Box(
            self.left + week * self.column,
            top + day.weekday() * self.row,
            self.column - self.gap,
            self.row - self.gap,
        )


def _numbered_grid(sheet: Sheet, days: Sequence[CalendarDay]) -> _Grid | None:
    """Cells with numbers, as long as the bands stay few; the bands are made equally long."""
    left = _names_width(sheet)
    weeks = (_monday(days[-1].date) - _monday(days[0].date)).days // WEEK + 1
    most = max(1, int((sheet.width - left) // sheet.px(SMALLEST_CELL + GAP)))
    bands = -(-weeks // most)
    if bands > MOST_BANDS and days[0].date.year != days[-1].date.year:
        return None
    in_band = -(-weeks // bands)
    column = min(sheet.px(CELL_WIDTH + GAP), (sheet.width - left) / in_band)
    return _Grid(
        left=left,
        column=column,
        row=sheet.px(CELL_HEIGHT + GAP),
        gap=sheet.px(GAP),
        weeks=in_band,
        numbered=True,
    )


def _small_grid(sheet: Sheet, days: Sequence[CalendarDay]) -> _Grid:
    left = max(_names_width(sheet), sheet.letters.width(str(days[0].date.year)) + sheet.px(8))
    column = min(sheet.px(SMALL_CELL), (sheet.width - left) / 54)
    return _Grid(left=left, column=column, row=sheet.px(SMALL_CELL), gap=1.5, weeks=54, numbered=False)


def _names_width(sheet: Sheet) -> float:
    monday = date(2024, 1, 1)
    names = (dates.short_weekday(monday + timedelta(days=number)) for number in range(WEEK))
    return max(sheet.letters.width(name) for name in names) + sheet.px(12)


def _draw_band(sheet: Sheet, grid: _Grid, days: Sequence[CalendarDay], above: float) -> float:
    first = _monday(days[0].date)
    line = sheet.letters.line()
    top = above + line + sheet.px(4)
    _draw_months(sheet, grid, days, first, above + line / 2)
    _draw_row_names(sheet, grid, days, top)
    cells = {day.date: grid.cell(day.date, first, top) for day in days}
    _draw_cells(sheet, days, cells, numbered=grid.numbered)
    return top + WEEK * grid.row + sheet.px(6)


def _draw_months(sheet: Sheet, grid: _Grid, days: Sequence[CalendarDay], first: date, y: float) -> None:
    """The months' names over the weeks in which they begin, as far as they do not run into each other."""
    starts = [day.date for day in days if day.date.day == 1]
    # A band may begin within a month: its name helps there too, where the next one leaves room for it.
    starts = starts if days[0].date.day == 1 else [days[0].date, *starts]
    lefts = [grid.cell(start, first, 0).left for start in starts]
    for start, left, limit in zip(starts, lefts, [*lefts[1:], sheet.width + sheet.px(6)], strict=True):
        name = dates.short_month(start)
        if left + sheet.letters.width(name) + sheet.px(6) <= limit:
            sheet.text(left, y, name, colour=sheet.style.ink2)


def _draw_row_names(sheet: Sheet, grid: _Grid, days: Sequence[CalendarDay], top: float) -> None:
    if not grid.numbered:
        sheet.text(0, top + grid.row * 3.5, str(days[0].date.year), bold=True)
        return
    for weekday in range(0, WEEK, 2):
        name = dates.short_weekday(date(2024, 1, 1) + timedelta(days=weekday))
        y = top + weekday * grid.row + (grid.row - grid.gap) / 2
        sheet.text(0, y, name, colour=sheet.style.ink2)


def _draw_cells(sheet: Sheet, days: Sequence[CalendarDay], cells: dict[date, Box], *, numbered: bool) -> None:
    style = sheet.style
    kinds: dict[str, list[Box]] = {"free": [], "unknown": [], "cramp": []}
    for day in days:
        kinds[_kind(day)].append(cells[day.date])
    fills = [_fill(style, day) for day in days if _kind(day) == "cramp"]
    sheet.bars(kinds["free"], style.raised, edge=style.line)
    sheet.bars(kinds["unknown"], "none", edge=style.edge, dashed=True)
    edges = [_edge(style, day) for day in days if _kind(day) == "cramp"]
    sheet.bars(kinds["cramp"], fills, edge=edges)
    sheet.dots([box.middle for box in kinds["free"]], style.ink2, size=sheet.px(4) if numbered else 2)
    for day in days if numbered else ():
        _write(sheet, day, cells[day.date])
    for day in days:
        sheet.say(cells[day.date], partial(_said, day))


def _fill(style: ChartStyle, day: CalendarDay) -> str:
    return style.ground if day.worst_pain is None else style.heat[shade(style, day.worst_pain)]


def _edge(style: ChartStyle, day: CalendarDay) -> str:
    return style.cramp if day.worst_pain is None else style.edge


def _write(sheet: Sheet, day: CalendarDay, cell: Box) -> None:
    style, (x, y) = sheet.style, cell.middle
    if not day.known:
        sheet.text(x, y, "?", colour=style.ink2, align="center")
    elif day.episodes and day.worst_pain is None:
        sheet.text(x, y, "–", bold=True, align="center")
    elif day.worst_pain is not None:
        colour = style.on_heat[shade(style, day.worst_pain)]
        sheet.text(x, y, str(day.worst_pain), bold=True, colour=colour, align="center")


def _said(day: CalendarDay) -> str:
    words: dict[str, object] = {"day": dates.day(day.date)}
    if not day.known:
        return _("%(day)s: unknown") % words
    if not day.episodes:
        return _("%(day)s: free of cramps") % words
    words["cramps"] = numbers.cramps(day.episodes)
    if day.worst_pain is None:
        return _("%(day)s: %(cramps)s, pain not recorded") % words
    return _("%(day)s: %(cramps)s, worst pain %(pain)d") % {**words, "pain": day.worst_pain}


def _draw_key(sheet: Sheet, grid: _Grid, top: float) -> float:
    """What a cell says, in the cells' own look; wrapped to the width."""
    monday = date(2024, 1, 1)
    pains = [high for _low, high in SHADES] if not grid.numbered else [6]
    marks = [
        *(CalendarDay(date=monday, known=True, episodes=1, worst_pain=pain) for pain in pains),
        CalendarDay(date=monday, known=True, episodes=0, worst_pain=None),
        CalendarDay(date=monday, known=False, episodes=0, worst_pain=None),
    ]
    pain_names = (
        [_("worst pain")]
        if grid.numbered
        else [_("worst pain 0–2"), *(f"{low}–{high}" for low, high in SHADES[1:])]
    )
    names = [*pain_names, pgettext("day", "free"), pgettext("day", "unknown")]
    width, height = min(grid.column, sheet.px(CELL_WIDTH)) - grid.gap, grid.row - grid.gap
    line = max(grid.row, sheet.letters.line()) + sheet.px(2)
    x = 0.0
    for mark, name in zip(marks, names, strict=True):
        needed = width + sheet.px(6) + sheet.letters.width(name)
        if x and x + needed > sheet.width:
            x, top = 0.0, top + line
        cell = Box(x, top + (line - height) / 2, width, height)
        _draw_cells_of_key(sheet, mark, cell, numbered=grid.numbered)
        sheet.text(x + width + sheet.px(6), top + line / 2, name, colour=sheet.style.ink2)
        x += needed + sheet.px(18)
    return top + line


def _draw_cells_of_key(sheet: Sheet, mark: CalendarDay, cell: Box, *, numbered: bool) -> None:
    style = sheet.style
    kind = _kind(mark)
    fill = {"free": style.raised, "unknown": "none"}.get(kind) or _fill(style, mark)
    sheet.bars([cell], fill, edge=style.line if kind == "free" else style.edge, dashed=kind == "unknown")
    if kind == "free":
        sheet.dots([cell.middle], style.ink2, size=sheet.px(4) if numbered else 2)
    if numbered:
        _write(sheet, mark, cell)
