"""What was tried, and how often it helped not at all, a little, mostly, or completely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cramplog.analysis.relief import MethodResult
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.domain.scales import Effect
from cramplog.i18n import _, ngettext
from cramplog.words import numbers, scales

ROW_HEIGHT = 34
BAR_HEIGHT = 14
GAP = 12
NARROWEST_BAR = 26


def draw_relief(result: Sequence[MethodResult], style: ChartStyle, width: float) -> Picture:
    """A row for each method, with a bar and a count for each effect in its own column, and the minutes."""
    sheet = Sheet(style, width)
    return sheet.picture(_Grid(sheet, result).draw())


def summary_relief(result: Sequence[MethodResult]) -> str:
    """What was tried most, and how often it eased the cramp mostly or completely."""
    if not result:
        return _("Nothing tried is recorded yet.")
    first = result[0]
    return ngettext(
        "Tried most: %(method)s, in %(n)s cramp. It eased %(eased)s mostly or fully.",
        "Tried most: %(method)s, in %(n)s cramps. It eased %(eased)s mostly or fully.",
        first.tried,
    ) % {
        "method": scales.method(first.method),
        "n": numbers.count(first.tried),
        "eased": numbers.count(first.mostly + first.complete),
    }


def table_relief(result: Sequence[MethodResult]) -> Table:
    """Each method with how often it was tried, each effect, those without a recorded effect, and minutes."""
    heads = (
        _("Tried"),
        _("Cramps"),
        *(scales.effect(effect) for effect in Effect),
        _("Not recorded"),
        _("Typical minutes until better"),
    )
    rows = tuple(
        (
            scales.method(one.method),
            numbers.count(one.tried),
            *(numbers.count(count) for count in _effects(one)),
            numbers.count(one.tried - sum(_effects(one))),
            _minutes(one),
        )
        for one in result
    )
    return Table(heads, rows)


def _effects(one: MethodResult) -> tuple[int, int, int, int]:
    return one.none, one.little, one.mostly, one.complete


def _minutes(one: MethodResult) -> str:
    if one.median_minutes is None:
        return "–"
    return numbers.number(one.median_minutes, 0 if one.median_minutes == round(one.median_minutes) else 1)


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    width: float


class _Grid:
    """Columns that are aligned over all rows; where they do not fit beside the names, these stand above."""

    def __init__(self, sheet: Sheet, result: Sequence[MethodResult]) -> None:
        self._sheet = sheet
        self._result = result
        letters = sheet.letters
        gap = sheet.px(GAP)
        names = max((letters.width(scales.method(one.method), bold=True) for one in result), default=0.0)
        names = max(names, max((letters.width(_tried(one)) for one in result), default=0.0))
        heads = [*(scales.effect(effect) for effect in Effect), _("Minutes")]
        least = [self._least(head) for head in heads]
        self._beside = names + gap + sum(least) + gap * (len(heads) - 1) <= sheet.width
        left = names + gap if self._beside else 0.0
        spare = max(0.0, sheet.width - left - sum(least) - gap * (len(heads) - 1)) / (len(heads) - 1)
        self._heads, self._columns = heads, list[_Column]()
        for head, needed in zip(heads, least, strict=True):
            width = needed + (spare if head is not heads[-1] else 0.0)
            self._columns.append(_Column(left, width))
            left += width + gap
        most = max((max(_effects(one)) for one in result), default=0)
        number = letters.width(numbers.count(most), bold=True) + sheet.px(6)
        narrowest = min(column.width for column in self._columns[:-1])
        self._per_cramp = max(0.0, narrowest - number) / max(most, 1)

    def draw(self) -> float:
        """Heads and rows; returns the height."""
        sheet, line = self._sheet, self._sheet.letters.line()
        words = [
            sheet.letters.wrapped(head, column.width)
            for head, column in zip(self._heads, self._columns, strict=True)
        ]
        y = line * max(len(lines) for lines in words)
        for column, lines in zip(self._columns, words, strict=True):
            for number, text in enumerate(lines):
                at = y - line * (len(lines) - number - 0.5)
                sheet.text(column.left, at, text, colour=sheet.style.ink2)
        y += sheet.px(4)
        for one in self._result:
            y = self._draw_row(one, y)
        return y

    def _least(self, head: str) -> float:
        longest = max(head.split(" "), key=self._sheet.letters.width)
        return max(self._sheet.letters.width(longest), self._sheet.px(NARROWEST_BAR))

    def _draw_row(self, one: MethodResult, top: float) -> float:
        sheet, line = self._sheet, self._sheet.letters.line()
        sheet.line((0, top), (sheet.width, top))
        names = 2 * line + sheet.px(8)
        name, tried = scales.method(one.method), _tried(one)
        sheet.text(0, top + sheet.px(4) + line / 2, name, bold=True)
        if self._beside:
            sheet.text(0, top + sheet.px(4) + line * 1.5, tried, colour=sheet.style.ink2)
            middle, bottom = top + names / 2, top + names
        else:
            sheet.text(
                sheet.width, top + sheet.px(4) + line / 2, tried, colour=sheet.style.ink2, align="right"
            )
            middle, bottom = top + line + sheet.px(ROW_HEIGHT / 2), top + line + sheet.px(ROW_HEIGHT)
        for effect, count, column in zip(Effect, _effects(one), self._columns, strict=False):
            self._draw_count(one, effect, count, column, middle)
        sheet.text(self._columns[-1].left, middle, _minutes(one))
        return bottom

    def _draw_count(
        self, one: MethodResult, effect: Effect, count: int, column: _Column, middle: float
    ) -> None:
        sheet = self._sheet
        height = sheet.px(BAR_HEIGHT)
        bar = Box(column.left, middle - height / 2, count * self._per_cramp, height)
        helped = effect in (Effect.MOSTLY, Effect.COMPLETE)
        if count:
            sheet.bar(bar, sheet.style.known if helped else sheet.style.ink2, name=f"{one.method}-{effect}")
        after = bar.right + (sheet.px(5) if count and bar.width else 0)
        colour = sheet.style.ink if count else sheet.style.ink2
        sheet.text(after, middle, numbers.count(count), bold=bool(count), colour=colour)
        words = {
            "method": scales.method(one.method),
            "effect": scales.effect(effect),
            "cramps": numbers.cramps(count),
        }
        box = Box(column.left, middle - height, column.width, height * 2)
        sheet.say(box, _("%(method)s, %(effect)s: %(cramps)s") % words)


def _tried(one: MethodResult) -> str:
    return ngettext("tried in %(n)s cramp", "tried in %(n)s cramps", one.tried) % {
        "n": numbers.count(one.tried)
    }
