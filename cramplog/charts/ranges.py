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
DOT = 14
PAD = 5


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
    # A range that is all but nothing keeps a figure that says so.
    decimals = max(decimals, 2) if interval.high < 0.1 else decimals
    low = numbers.number(interval.low, decimals)
    if not math.isfinite(interval.high):
        return (_("95 %%: over %(low)s") if exact else _("likely over %(low)s")) % {"low": low}
    words = {"low": low, "high": numbers.number(interval.high, decimals)}
    return (_("95 %%: %(low)s–%(high)s") if exact else _("likely %(low)s to %(high)s")) % words


def draw_ranges(sheet: Sheet, rows: Sequence[RangeRow], unit: str) -> float:
    """Each row's name, its range and its words, over one axis from 0 on; returns the height."""
    values = _ticks(rows)
    half = max(sheet.letters.width(_plain(value)) for value in (0, *values[-2:])) / 2
    side = max(half, sheet.px(DOT / 2 + 1))
    scale = Scale(low=0, high=values[-1], start=side, end=sheet.width - side)
    bottom = sheet.px(PAD) + sum(_height(sheet, row) for row in rows)
    for value in values:
        sheet.line((scale(value), 0), (scale(value), bottom))
    top = sheet.px(PAD)
    for row in rows:
        _draw_row(sheet, row, scale, top)
        top += _height(sheet, row)
    return _draw_axis(sheet, scale, values, unit, bottom)


def _ticks(rows: Sequence[RangeRow]) -> tuple[float, ...]:
    ends = [row.interval.high for row in rows if math.isfinite(row.interval.high)]
    top = max([*ends, *(row.value for row in rows), 0.1])
    return ticks(top, 6, whole=top > 2)


def _plain(value: float) -> str:
    decimals = next((decimals for decimals in (0, 1) if round(value, decimals) == round(value, 6)), 2)
    return numbers.number(value, decimals)


def _height(sheet: Sheet, row: RangeRow) -> float:
    lines = 1 + len(sheet.letters.wrapped(row.words, sheet.width, VALUE))
    return lines * sheet.letters.line(VALUE) + sheet.px(DOT + 3 * PAD)


def _draw_row(sheet: Sheet, row: RangeRow, scale: Scale, top: float) -> None:
    line = sheet.letters.line(VALUE)
    left, right = scale(row.interval.low), scale(min(row.interval.high, scale.high))
    _write(sheet, left, top + line / 2, sheet.letters.cut(row.name, sheet.width, VALUE, bold=True), bold=True)
    y = top + line + sheet.px(DOT / 2 + 1)
    sheet.line((left, y), (right, y), row.colour, width=sheet.px(RANGE_WIDTH))
    sheet.dot(scale(row.value), y, row.colour, size=sheet.px(DOT))
    below = y + sheet.px(DOT / 2 + 2)
    for number, words in enumerate(sheet.letters.wrapped(row.words, sheet.width, VALUE)):
        _write(sheet, left, below + line * (number + 0.5), words)
    sheet.say(Box(0, top, sheet.width, _height(sheet, row)), f"{row.name}: {row.words}")


def _write(sheet: Sheet, x: float, y: float, words: str, *, bold: bool = False) -> None:
    """Words at `x`, or further left where they would be cut, on their own ground so that no line crosses."""
    width = sheet.letters.width(words, VALUE, bold=bold)
    left = max(0.0, min(x, sheet.width - width))
    height = sheet.letters.line(VALUE)
    sheet.bar(Box(left - 2, y - height / 2, width + 4, height), sheet.style.ground)
    sheet.text(left, y, words, points=VALUE, bold=bold)


def _draw_axis(sheet: Sheet, scale: Scale, values: Sequence[float], unit: str, bottom: float) -> float:
    line, grey = sheet.letters.line(), sheet.style.ink2
    for value in values:
        sheet.text(scale(value), bottom + line * 0.7, _plain(value), colour=grey, align="center")
    lines = sheet.letters.wrapped(unit, sheet.width)
    for number, words in enumerate(lines):
        y = bottom + line * (1.9 + number)
        sheet.text(sheet.width / 2, y, words, colour=grey, align="center")
    return bottom + line * (1.5 + len(lines))
