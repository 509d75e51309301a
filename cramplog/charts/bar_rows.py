"""Bars lying one under the other, each with its name before it and its count after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cramplog.charts.lettering import VALUE
from cramplog.charts.picture import Box, Picture
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.i18n import _
from cramplog.words import numbers

ROW_HEIGHT = 30
BAR_HEIGHT = 16


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: its name and its number of cramps."""

    name: str
    count: int


def draw_bar_rows(rows: Sequence[BarRow], style: ChartStyle, width: float) -> Picture:
    """The bars from 0 on, all in one scale; a row without cramps says 0."""
    sheet = Sheet(style, width)
    row = sheet.px(ROW_HEIGHT)
    names = min(max(sheet.letters.width(one.name) for one in rows), width * 0.45)
    left = names + sheet.px(12)
    after = max(sheet.letters.width(numbers.count(one.count), VALUE, bold=True) for one in rows) + sheet.px(
        10
    )
    per_cramp = (width - left - after) / max(1, *(one.count for one in rows))
    for number, one in enumerate(rows):
        middle = number * row + row / 2
        bar = Box(left, middle - sheet.px(BAR_HEIGHT / 2), one.count * per_cramp, sheet.px(BAR_HEIGHT))
        sheet.text(0, middle, sheet.letters.cut(one.name, names))
        if one.count:
            sheet.bar(bar, style.cramp, name=f"row-{number}")
        words = numbers.count(one.count)
        sheet.text(bar.right + sheet.px(8), middle, words, points=VALUE, bold=bool(one.count))
        said = {"name": one.name, "cramps": numbers.cramps(one.count)}
        sheet.say(Box(0, number * row, width, row), _("%(name)s: %(cramps)s") % said)
    return sheet.picture(row * len(rows))
