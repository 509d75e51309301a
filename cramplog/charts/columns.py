"""Upright bars over a time axis: the grid behind them, and where each one stands."""

from __future__ import annotations

from cramplog.charts.lettering import VALUE
from cramplog.charts.picture import Box
from cramplog.charts.scale import Scale, ticks
from cramplog.charts.sheet import Sheet
from cramplog.charts.time_axis import TimeAxis
from cramplog.words import numbers

WIDEST_BAR = 44
BAR_SHARE = 0.7
STEPS = 4


class ColumnPanel:
    """One such picture between `top` and `bottom`, with values from 0 to at least `most`."""

    def __init__(self, sheet: Sheet, axis: TimeAxis, *, top: float, height: float, most: float) -> None:
        self._sheet = sheet
        self._axis = axis
        self._top = top
        line = sheet.letters.line()
        self._steps = ticks(max(most, 1), min(STEPS, max(1, int(sheet.px(height) // (line * 1.2)))))
        # Above the highest line there is room for the unit and for the number on the highest bar.
        above = top + 2 * line + sheet.px(6)
        self.scale = Scale(low=0, high=self._steps[-1], start=above + sheet.px(height), end=above)

    @property
    def bottom(self) -> float:
        """Where the bars stand."""
        return self.scale.start

    def draw_grid(self, unit: str) -> None:
        """The unit on top, and a line with its number at each step."""
        sheet, axis, grey = self._sheet, self._axis, self._sheet.style.ink2
        sheet.text(0, self._top + sheet.letters.line() / 2, unit, colour=grey)
        for value in self._steps:
            y = self.scale(value)
            sheet.line((axis.left, y), (sheet.width, y))
            sheet.text(axis.left - sheet.px(10), y, numbers.count(round(value)), colour=grey, align="right")

    def bar(self, at: int, value: float) -> Box:
        """The place of a bar."""
        width = min(self._axis.slot * BAR_SHARE, self._sheet.px(WIDEST_BAR))
        y = self.scale(value)
        return Box(self._axis.middle(at) - width / 2, y, width, self.bottom - y)

    def slot(self, at: int) -> Box:
        """The whole column, for the pointer."""
        top = self.scale.end
        return Box(self._axis.left + at * self._axis.slot, top, self._axis.slot, self.bottom - top)

    def fits(self, words: str) -> bool:
        """Whether a number has room over its bar."""
        room = self._axis.slot - self._sheet.px(3)
        return self._sheet.letters.width(words, VALUE, bold=True) <= room

    def write(self, at: int, value: float, words: str) -> None:
        """A number over its bar; bold unless it is none."""
        sheet = self._sheet
        sheet.text(
            self._axis.middle(at),
            self.scale(value) - sheet.letters.line(VALUE) / 2,
            words,
            points=VALUE,
            bold=bool(value),
            colour=sheet.style.ink if value else sheet.style.ink2,
            align="center",
        )
