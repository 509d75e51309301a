"""At which hour the cramps come: a dial of 24 hours with the night shaded."""

from __future__ import annotations

import math
from datetime import date, datetime, time

from cramplog.analysis.coverage import State
from cramplog.analysis.timing import HOURS, Timing
from cramplog.charts.lettering import FIGURE, SMALL
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.sheet import Align, Sheet
from cramplog.charts.style import ChartStyle
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers

NIGHT_FROM, NIGHT_TO = 22, 6
LEAST_WRITTEN = 3
RADIUS = 112
HUB = 38
DEGREES = 360 / HOURS
CHANCE = 0.05
SOME_DAY = date(2024, 1, 1)


def draw_timing(result: Timing, style: ChartStyle, width: float) -> Picture:
    """A wedge for each hour, as long as its count; counts from 3 up at its end; midnight on top."""
    sheet = Sheet(style, width)
    return sheet.picture(_Dial(sheet, result).draw())


def summary_timing(result: Timing) -> str:
    """How many cramps came at night, and around which time where one stands out."""
    total = sum(result.by_hour)
    night = sum(result.by_hour[NIGHT_FROM:]) + sum(result.by_hour[:NIGHT_TO])
    said = ngettext(
        "%(n)s of %(all)s cramp came between %(from)s and %(to)s.",
        "%(n)s of %(all)s cramps came between %(from)s and %(to)s.",
        total,
    ) % {
        "n": numbers.count(night),
        "all": numbers.count(total),
        "from": _clock(NIGHT_FROM),
        "to": _clock(NIGHT_TO),
    }
    return f"{said} {_favoured(result)}".strip()


def table_timing(result: Timing) -> Table:
    """Each hour with its number of cramps."""
    rows = tuple((_span(hour), numbers.count(count)) for hour, count in enumerate(result.by_hour))
    return Table((_("Time"), _("Cramps")), rows)


def _favoured(result: Timing) -> str:
    if result.state is not State.OK or result.rayleigh_p is None:
        return ""
    # Hours that balance out have no mean.
    if result.rayleigh_p >= CHANCE or result.mean_hour is None:
        return _("No time of day stands out.")
    minutes = round(result.mean_hour * 4) * 15 % (HOURS * 60)
    return _("Most came around %(time)s.") % {"time": _time(time(minutes // 60, minutes % 60))}


def _time(which: time) -> str:
    return dates.time(datetime.combine(SOME_DAY, which))


def _clock(hour: int) -> str:
    return _time(time(hour % HOURS))


def _span(hour: int) -> str:
    return _("%(from)s to %(to)s") % {"from": _clock(hour), "to": _clock(hour + 1)}


class _Dial:
    """The geometry of one dial; angles go clockwise from midnight."""

    def __init__(self, sheet: Sheet, result: Timing) -> None:
        self._sheet = sheet
        self._counts = result.by_hour
        self._most = max([*result.by_hour, 1])
        self._line = sheet.letters.line()
        self._gap = sheet.px(6)
        beside = max(sheet.letters.width(dates.hour(6)), sheet.letters.width(dates.hour(18))) + self._gap
        self._ring = min(sheet.px(RADIUS + 20), sheet.width / 2 - beside)
        self._radius = self._ring - self._line * 1.3
        self._hub = min(sheet.px(HUB), self._ring * 0.4)
        self._x, self._y = sheet.width / 2, self._line + self._gap + self._ring

    def draw(self) -> float:
        """Everything, from the back to the front; returns the height."""
        self._draw_ground()
        for hour, count in enumerate(self._counts):
            if count:
                self._draw_wedge(hour, count)
        self._draw_hub()
        return self._y + self._ring + self._gap + self._line

    def _draw_ground(self) -> None:
        style = self._sheet.style
        self._wedge(self._ring, NIGHT_FROM, NIGHT_TO + HOURS, style.shade, hub=0)
        for hour in (NIGHT_FROM, NIGHT_TO):
            self._sheet.line(self._at(0, hour), self._at(self._ring, hour), style.line)
        self._circle(self._ring, "none", style.line)
        places: tuple[tuple[int, str, Align], ...] = (
            (0, _("midnight"), "center"),
            (6, dates.hour(6), "left"),
            (12, _("noon"), "center"),
            (18, dates.hour(18), "right"),
        )
        for hour, words, align in places:
            beside = self._gap + (self._line / 2 if align == "center" else 0)
            x, y = self._at(self._ring + beside, hour)
            self._sheet.text(x, y, words, colour=style.ink2, align=align)

    def _draw_wedge(self, hour: int, count: int) -> None:
        sheet, end = self._sheet, self._end(count)
        self._wedge(end, hour + 0.06, hour + 0.94, sheet.style.cramp, name=f"hour-{hour}")
        if count >= LEAST_WRITTEN:
            self._write(hour, count)
        words = {"span": _span(hour), "cramps": numbers.cramps(count)}
        sheet.say(self._middle_of(hour, end), _("%(span)s: %(cramps)s") % words)

    def _middle_of(self, hour: int, end: float) -> Box:
        """The middle part of a wedge as a rectangle: where the pointer finds it."""
        x, y = self._at((self._hub + end) / 2, hour + 0.5)
        side = max(self._sheet.px(12), (end - self._hub) * 0.7)
        return Box(x - side / 2, y - side / 2, side, side)

    def _write(self, hour: int, count: int) -> None:
        """The count at the end of its wedge, or further out where its 15 degrees are wide enough for it."""
        sheet, words = self._sheet, numbers.count(count)
        width, height = sheet.letters.width(words, SMALL, bold=True), self._line * 0.75
        angle = math.radians((hour + 0.5) * DEGREES)
        across = width * abs(math.cos(angle)) + height * abs(math.sin(angle))
        along = width * abs(math.sin(angle)) + height * abs(math.cos(angle))
        wide_enough = (across + 2) / 2 / math.tan(math.radians(DEGREES / 2))
        radius = max(self._end(count) + along / 2 + 2, wide_enough)
        if radius + along / 2 <= self._ring - 1:
            x, y = self._at(radius, hour + 0.5)
            sheet.text(x, y, words, bold=True, align="center")

    def _draw_hub(self) -> None:
        sheet, total = self._sheet, sum(self._counts)
        self._circle(self._hub, sheet.style.ground, sheet.style.line)
        line = self._line * 0.75
        sheet.text(
            self._x, self._y - line * 0.8, numbers.count(total), points=FIGURE, bold=True, align="center"
        )
        sheet.text(
            self._x,
            self._y + line,
            ngettext("cramp", "cramps", total),
            colour=sheet.style.ink2,
            align="center",
        )

    def _end(self, count: int) -> float:
        return self._hub + (self._radius - self._hub) * count / self._most

    def _at(self, radius: float, hour: float) -> tuple[float, float]:
        angle = math.radians(hour * DEGREES)
        return self._x + radius * math.sin(angle), self._y - radius * math.cos(angle)

    def _wedge(
        self,
        radius: float,
        start: float,
        end: float,
        colour: str,
        *,
        hub: float | None = None,
        name: str = "",
    ) -> None:
        from matplotlib.path import Path

        inner = self._hub if hub is None else hub
        # One point for every two degrees is as round as a screen can show.
        count = max(2, math.ceil((end - start) * DEGREES / 2))
        hours = [start + (end - start) * step / count for step in range(count + 1)]
        outline = [self._at(radius, hour) for hour in hours] + [
            self._at(inner, hour) for hour in reversed(hours)
        ]
        self._sheet.shape(Path([*outline, outline[0]], closed=True), colour, name=name)

    def _circle(self, radius: float, fill: str, edge: str) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D

        circle = Path.unit_circle().transformed(Affine2D().scale(radius).translate(self._x, self._y))
        self._sheet.shape(circle, fill, edge=edge)
