"""Values with their likely ranges: how they are said, and how they are drawn one under the other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cramplog.analysis.exact import Interval
from cramplog.charts.lettering import VALUE
from cramplog.charts.picture import Box
from cramplog.charts.scale import Scale, ticks
from cramplog.charts.sheet import Sheet
from cramplog.i18n import _
from cramplog.words import numbers

RANGE_WIDTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One value on the axis: what it is of, its range, its words, and the colour of its mark."""

    name: str
    value: float
    interval: Interval
    words: str
    colour: str


def likely(interval: Interval, *, exact: bool = False, decimals: int = 1) -> str:
    """The range within a sentence: "likely 2.0 to 4.1", or on paper "95 %: 2.0–4.1"."""
    low = numbers.number(interval.low, decimals)
    if not math.isfinite(interval.high):
        return (_("95 %%: over %(low)s") if exact else _("likely over %(low)s")) % {"low": low}
    words = {"low": low, "high": numbers.number(interval.high, decimals)}
    return (_("95 %%: %(low)s–%(high)s") if exact else _("likely %(low)s to %(high)s")) % words


def draw_ranges(sheet: Sheet, rows: Sequence[RangeRow], unit: str) -> float:
    """Each row's name, its range and its words, over one axis from 0 on; returns the height."""
    line = sheet.letters.line(VALUE)
    values = _ticks(rows)
    half = sheet.letters.width(numbers.number(values[-1], 0)) / 2
    scale = Scale(low=0, high=values[-1], start=half, end=sheet.width - half)
    row_height = 2 * line + sheet.px(28)
    bottom = row_height * len(rows) + sheet.px(6)
    for value in values:
        sheet.line((scale(value), 0), (scale(value), bottom))
    for number, row in enumerate(rows):
        _draw_row(sheet, row, scale, number * row_height + line / 2 + sheet.px(6))
    small = sheet.letters.line()
    for value in values:
        _write_tick(sheet, scale(value), bottom + small * 0.7, _plain(value))
    lines = sheet.letters.wrapped(unit, sheet.width)
    for number, words in enumerate(lines):
        y = bottom + small * (1.9 + number)
        sheet.text(sheet.width / 2, y, words, colour=sheet.style.ink2, align="center")
    return bottom + small * (1.4 + len(lines))


def _ticks(rows: Sequence[RangeRow]) -> tuple[float, ...]:
    ends = [row.interval.high for row in rows if math.isfinite(row.interval.high)]
    top = max([*ends, *(row.value for row in rows if math.isfinite(row.value)), 0.1])
    return ticks(top, 6, whole=top > 2)


def _plain(value: float) -> str:
    return numbers.number(value, 0 if value == round(value) else 1 if value * 10 == round(value * 10) else 2)


def _draw_row(sheet: Sheet, row: RangeRow, scale: Scale, top: float) -> None:
    line = sheet.letters.line(VALUE)
    y = top + line / 2 + sheet.px(10)
    left, right = scale(row.interval.low), scale(min(row.interval.high, scale.high))
    sheet.line((left, y), (right, y), row.colour, width=sheet.px(RANGE_WIDTH))
    sheet.dot(scale(row.value), y, row.colour, size=sheet.px(14))
    _write(sheet, left, top, row.name, bold=True)
    _write(sheet, left, y + sheet.px(10) + line / 2, row.words)
    sheet.say(Box(left, top - line / 2, right - left, y - top + line * 2), f"{row.name}: {row.words}")


def _write(sheet: Sheet, x: float, y: float, words: str, *, bold: bool = False) -> None:
    """Words at `x`, or further left where they would be cut, on their own ground so that no line crosses."""
    words = sheet.letters.cut(words, sheet.width, VALUE, bold=bold)
    width = sheet.letters.width(words, VALUE, bold=bold)
    left = max(0.0, min(x, sheet.width - width))
    height = sheet.letters.line(VALUE)
    sheet.bar(Box(left - 2, y - height / 2, width + 4, height), sheet.style.ground)
    sheet.text(left, y, words, points=VALUE, bold=bold)


def _write_tick(sheet: Sheet, x: float, y: float, words: str) -> None:
    sheet.text(x, y, words, colour=sheet.style.ink2, align="center")
