"""A forest plot: each trigger in words and raw counts, then its odds with their likely range."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cramplog.analysis.triggers import Trigger
from cramplog.charts.picture import Box
from cramplog.charts.ranges import likely
from cramplog.charts.scale import Scale
from cramplog.charts.sheet import Sheet
from cramplog.charts.trigger_words import counts, finding, is_enough, is_found, missing, times
from cramplog.i18n import _
from cramplog.words import reasons

ROW_HEIGHT = 28
PAD = 5
GAP = 18
NARROWEST_AXIS = 220
# The axis goes at least from a quarter to 16 times, and at most from 1/64 to 64 times.
LEAST_LOW, LEAST_HIGH, MOST = -2, 4, 6
RANGE_WIDTH = 2.5


class Forest:
    """Four columns where they fit; else each trigger in a few lines, with its axis over the whole width."""

    def __init__(self, sheet: Sheet, rows: Sequence[Trigger]) -> None:
        self._sheet = sheet
        self._rows = rows
        self._line = sheet.letters.line()
        gap, width = sheet.px(GAP), sheet.letters.width
        judged = [counts(one) for one in rows if is_enough(one)]
        names = max(width(reasons.trigger(one.id), bold=True) for one in rows)
        said = max(width(words) for words in (_("Days with a cramp"), *judged))
        found = max((width(finding(one), bold=True) for one in rows if is_enough(one)), default=0.0)
        self._wide = names + said + found + 3 * gap + sheet.px(NARROWEST_AXIS) <= sheet.width
        self._counts_left = names + gap if self._wide else 0.0
        self._found_left = sheet.width - found
        self._low, self._high = _powers(rows)
        half = max(width(_power(power)) for power in (self._low, self._high)) / 2
        left = self._counts_left + said + gap if self._wide else 0.0
        right = self._found_left - gap if self._wide else sheet.width
        self._scale = Scale(low=self._low, high=self._high, start=left + half, end=right - half)

    def draw(self) -> float:
        """Heads, rows and axis; returns the height."""
        top = self._draw_heads()
        heights = [self._height(one) for one in self._rows]
        bottom = top + sum(heights)
        self._draw_grid(top, bottom)
        y = top
        for one, height in zip(self._rows, heights, strict=True):
            self._sheet.line((0, y), (self._sheet.width, y))
            (self._draw_wide if self._wide else self._draw_narrow)(one, y, height)
            self._sheet.say(Box(0, y, self._sheet.width, height), _said(one))
            y += height
        return self._draw_axis(bottom)

    def _draw_heads(self) -> float:
        sheet, y, grey = self._sheet, self._line / 2, self._sheet.style.ink2
        if self._wide:
            sheet.text(0, y, _("On days with …"), colour=grey)
        sheet.text(self._counts_left, y, _("Days with a cramp"), colour=grey)
        if not self._wide:
            y += self._line
        one = self._scale(0)
        sheet.text(one - sheet.px(8), y, _("less often"), colour=grey, align="right")
        sheet.text(one + sheet.px(8), y, _("more often"), colour=grey)
        return y + self._line / 2 + sheet.px(6)

    def _draw_grid(self, top: float, bottom: float) -> None:
        for power in range(self._low, self._high + 1):
            x = self._scale(power)
            if power:
                self._sheet.line((x, top), (x, bottom))
            else:
                self._sheet.line((x, top), (x, bottom), self._sheet.style.ink2, width=1.5)

    def _height(self, one: Trigger) -> float:
        if self._wide:
            return max(self._sheet.px(ROW_HEIGHT), self._line)
        lines = 1 + len(self._wrapped(one))
        if is_enough(one):
            lines += 1 if self._is_beside(one) else 2
        return lines * self._line + self._sheet.px(2 * PAD)

    def _draw_wide(self, one: Trigger, top: float, height: float) -> None:
        sheet, y = self._sheet, top + height / 2
        sheet.text(0, y, reasons.trigger(one.id), bold=True)
        if is_enough(one):
            sheet.text(self._counts_left, y, counts(one))
            sheet.text(self._found_left, y, finding(one), bold=is_found(one))
            self._draw_mark(one, y)
        else:
            self._write(self._counts_left, y, missing(one.needs))

    def _draw_narrow(self, one: Trigger, top: float, height: float) -> None:
        sheet, y = self._sheet, top + self._sheet.px(PAD) + self._line / 2
        self._write(0, y, reasons.trigger(one.id), bold=True)
        if is_enough(one):
            words, bold, beside = finding(one), is_found(one), self._is_beside(one)
            x = sheet.width - sheet.letters.width(words, bold=bold) if beside else 0.0
            self._write(x, y if beside else y + self._line, words, bold=bold)
            y = y if beside else y + self._line
            self._draw_mark(one, top + height - sheet.px(PAD) - self._line / 2)
        for number, words in enumerate(self._wrapped(one), start=1):
            self._write(0, y + self._line * number, words)

    def _is_beside(self, one: Trigger) -> bool:
        """Whether name and finding fit into one line."""
        width = self._sheet.letters.width
        both = width(reasons.trigger(one.id), bold=True) + width(finding(one), bold=True)
        return both + self._sheet.px(GAP) <= self._sheet.width

    def _wrapped(self, one: Trigger) -> list[str]:
        words = counts(one) if is_enough(one) else missing(one.needs)
        return self._sheet.letters.wrapped(words, self._sheet.width)

    def _write(self, x: float, y: float, words: str, *, bold: bool = False) -> None:
        """Words on their own ground, so that no line of the grid runs through them."""
        sheet = self._sheet
        width = sheet.letters.width(words, bold=bold)
        height = self._line * 0.9
        sheet.bar(Box(x - 2, y - height / 2, width + 4, height), sheet.style.ground)
        sheet.text(x, y, words, bold=bold)

    def _draw_mark(self, one: Trigger, y: float) -> None:
        if one.ratio is None or one.ci is None:
            return
        sheet, scale, found = self._sheet, self._scale, is_found(one)
        colour = sheet.style.cramp if found else sheet.style.ink2
        low, high, value = _log2(one.ci.low), _log2(one.ci.high), _log2(one.ratio)
        start, end = scale(max(low, self._low)), scale(min(high, self._high))
        if end > start:
            sheet.line((start, y), (end, y), colour, width=sheet.px(RANGE_WIDTH))
        for beyond, at, shape in ((low < self._low, self._low, "<"), (high > self._high, self._high, ">")):
            if beyond:
                sheet.dot(scale(at), y, colour, shape=shape, size=sheet.px(8))
        if self._low <= value <= self._high:
            shape = "s" if found else "o"
            sheet.dot(scale(value), y, colour, shape=shape, size=sheet.px(11), hollow=not found)

    def _draw_axis(self, bottom: float) -> float:
        sheet, grey = self._sheet, self._sheet.style.ink2
        sheet.line((0, bottom), (sheet.width, bottom))
        y = bottom + self._line * 0.8
        for power in self._labelled():
            sheet.text(self._scale(power), y, _power(power), colour=grey, align="center")
        words = _("odds, against other days")
        half = sheet.letters.width(words) / 2
        x = max(half, min((self._scale.start + self._scale.end) / 2, sheet.width - half))
        sheet.text(x, y + self._line, words, colour=grey, align="center")
        return y + self._line * 1.6

    def _labelled(self) -> Sequence[int]:
        """The powers of two that are written: all, or every second or third where they would touch."""
        powers = range(self._low, self._high + 1)
        widest = max(self._sheet.letters.width(_power(power)) for power in powers) + self._sheet.px(6)
        each = (self._scale.end - self._scale.start) / (self._high - self._low)
        step = next((step for step in (1, 2, 3) if step * each >= widest), self._high)
        return [power for power in powers if power % step == 0]


def _said(one: Trigger) -> str:
    words = {"name": reasons.trigger(one.id), "finding": finding(one), "odds": times(one.ratio)}
    if not is_enough(one):
        return _("%(name)s: %(finding)s") % {**words, "finding": missing(one.needs)}
    if one.ratio is None or one.ci is None:
        return _("%(name)s: %(finding)s") % words
    words["range"] = likely(one.ci, exact=True, decimals=2)
    return _("%(name)s: odds %(odds)s times, %(range)s. %(finding)s.") % words


def _powers(rows: Sequence[Trigger]) -> tuple[int, int]:
    """The whole powers of two between which the values lie, not fewer and not more than can be read."""
    values = [
        _log2(one.ratio)
        for one in rows
        if is_enough(one) and one.ratio is not None and 0 < one.ratio < math.inf
    ]
    low = min([LEAST_LOW, *(math.floor(value) for value in values)])
    high = max([LEAST_HIGH, *(math.ceil(value) for value in values)])
    return max(low, -MOST), min(high, MOST)


def _log2(value: float) -> float:
    if value <= 0:
        return -math.inf
    return math.log2(value) if math.isfinite(value) else math.inf


def _power(power: int) -> str:
    """A power of two as times: "¼×", "1×", "16×"."""
    if power >= 0:
        return f"{2**power}×"
    return {-1: "½×", -2: "¼×"}.get(power, f"1/{2**-power}×")
