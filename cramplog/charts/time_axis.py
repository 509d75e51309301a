"""The axis of days under a chart: the days known, and as many dates as fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from cramplog.charts.picture import Box
from cramplog.charts.sheet import Sheet
from cramplog.i18n import _
from cramplog.words import numbers

STROKES_HEIGHT = 16
THINNEST_STROKE = 2.5
WIDEST_STROKE = 5.0
GAP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Columns of equal width from `left` to the sheet's right edge.

    `beside`: the row's names stand left of the axis; where the letters are too large for that, above it.
    """

    sheet: Sheet
    left: float
    beside: bool
    slots: int = 1

    @classmethod
    def fitted(cls, sheet: Sheet, names: Sequence[str], highest: float) -> TimeAxis:
        """An axis with room on its left for the row names; if they take too much, for the values alone.

        A step of the grid may be over the `highest` value: there is room for twice that, in the widest digit.
        """
        beside = max(sheet.letters.width(name) for name in names) + sheet.px(GAP)
        widest = re.sub(r"\d", "0", numbers.count(round(highest * 2)))
        values = sheet.letters.width(widest) + sheet.px(GAP + 2)
        fits = beside <= 0.25 * sheet.width
        return cls(sheet=sheet, left=max(beside, values) if fits else values, beside=fits)

    @property
    def width(self) -> float:
        """From the axis' left end to its right one."""
        return self.sheet.width - self.left

    @property
    def slot(self) -> float:
        """The width of one column."""
        return self.width / max(self.slots, 1)

    def with_slots(self, slots: int) -> TimeAxis:
        """The same axis with so many columns."""
        return replace(self, slots=slots)

    def middle(self, at: int) -> float:
        """The centre of a column."""
        return self.left + (at + 0.5) * self.slot

    def draw_days_known(
        self,
        top: float,
        spans: Sequence[tuple[date, date]],
        shares: Sequence[float],
        known: Mapping[date, bool],
    ) -> float:
        """One stroke for each day in `known`, filled if it is, in the columns `spans`; where they are too
        narrow, or nothing is said of single days, one box a column, filled as far as its days are known.
        Returns where it ends."""
        top = self._name_row(top, _("days known"))
        longest = max(((end - start).days for start, end in spans), default=1)
        pitch = min(self.slot * 0.8 / longest, self.sheet.px(WIDEST_STROKE))
        if known and pitch >= THINNEST_STROKE:
            self._draw_strokes(top, spans, pitch, known)
        else:
            self._draw_boxes(top, shares)
        return top + self.sheet.px(STROKES_HEIGHT + 4)

    def draw_dates(
        self,
        top: float,
        name: str,
        starts: Sequence[date],
        label: Callable[[date], str],
        choices: Iterable[Sequence[int]] | None = None,
    ) -> float:
        """The first of `choices` whose dates fit (else every n-th, counted back from the last), with the year
        under the first of each where there are several years. Returns where it ends."""
        top = self._name_row(top, name)
        line = self.sheet.letters.line()
        with_years = starts[0].year != starts[-1].year and label(starts[0]) != str(starts[0].year)
        shown = self._that_fit(starts, label, choices or every_nth(len(starts)), with_years=with_years)
        before = None
        for at in shown:
            self._label(at, top + line / 2, label(starts[at]))
            if with_years and starts[at].year != before:
                self._label(at, top + line * 1.5, str(starts[at].year))
                before = starts[at].year
        return top + line * (2 if with_years else 1)

    def _name_row(self, top: float, name: str) -> float:
        """Write the name of a row; returns the top of the row itself."""
        line, colour = self.sheet.letters.line(), self.sheet.style.ink2
        if self.beside:
            self.sheet.text(0, top + line / 2, name, colour=colour)
            return top
        self.sheet.text(0, top + line / 2, name, colour=colour)
        return top + line

    def _draw_strokes(
        self, top: float, spans: Sequence[tuple[date, date]], pitch: float, known: Mapping[date, bool]
    ) -> None:
        filled: list[Box] = []
        hollow: list[Box] = []
        for at, (start, end) in enumerate(spans):
            days = (end - start).days
            left = self.middle(at) - pitch * days / 2
            for number in range(days):
                day = start + timedelta(days=number)
                box = Box(left + number * pitch, top, pitch * 0.72, self.sheet.px(STROKES_HEIGHT))
                if day in known:
                    (filled if known[day] else hollow).append(box)
        self.sheet.bars(filled, self.sheet.style.known)
        self.sheet.bars(hollow, "none", edge=self.sheet.style.edge)

    def _draw_boxes(self, top: float, shares: Sequence[float]) -> None:
        height = self.sheet.px(STROKES_HEIGHT)
        width = min(self.slot * 0.7, self.sheet.px(30))
        boxes = [Box(self.middle(at) - width / 2, top, width, height) for at in range(len(shares))]
        full = [
            Box(box.left, box.bottom - height * share, box.width, height * share)
            for box, share in zip(boxes, shares, strict=True)
            if share > 0
        ]
        self.sheet.bars(full, self.sheet.style.known)
        if width >= 6:
            self.sheet.bars(boxes, "none", edge=self.sheet.style.edge)
        else:
            self.sheet.line((self.left, top + height), (self.sheet.width, top + height))

    def _that_fit(
        self,
        starts: Sequence[date],
        label: Callable[[date], str],
        choices: Iterable[Sequence[int]],
        *,
        with_years: bool,
    ) -> Sequence[int]:
        boxes = [self._label_box(at, label(start)) for at, start in enumerate(starts)]
        if with_years:
            years = [self._label_box(at, str(start.year)) for at, start in enumerate(starts)]
            boxes = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(boxes, years, strict=True)]
        gap = self.sheet.px(8)
        for shown in choices:
            if all(boxes[one][1] + gap <= boxes[two][0] for one, two in pairwise(shown)):
                return shown
        return ()

    def _label_box(self, at: int, words: str) -> tuple[float, float]:
        half = self.sheet.letters.width(words) / 2
        middle = min(self.middle(at), self.sheet.width - half)
        return middle - half, middle + half

    def _label(self, at: int, y: float, words: str) -> None:
        left, right = self._label_box(at, words)
        self.sheet.text((left + right) / 2, y, words, colour=self.sheet.style.ink2, align="center")


def every_nth(count: int) -> Iterator[Sequence[int]]:
    """All of so many columns, then every second, every third …, always with the last."""
    return (range((count - 1) % step, count, step) for step in range(1, count + 1))
