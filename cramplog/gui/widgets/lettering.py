"""Words laid out in lines: measured and drawn the same way by everything that paints words itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_ENDLESS = 100_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of words that is bolder or coloured differently from the rest."""

    text: str
    bold: bool = False
    tone: str | None = None


class Lettering:
    """`text` broken into lines of at most `width` pixels; words that are too long are broken too."""

    def __init__(self, text: str, font: QFont, line: int, width: float = _ENDLESS) -> None:
        self._line = line
        self._text = text.replace("\n", "\u2028")
        self._layout = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._width = max(1.0, width)

    def mark(self, parts: Sequence[Part], colours: dict[str, QColor], bold: int) -> None:
        """Draw some stretches bolder or in another colour. Their texts together are the whole text."""
        ranges, start = [], 0
        for part in parts:
            form = QTextCharFormat()
            if part.bold:
                form.setFontWeight(bold)
            if part.tone:
                form.setForeground(colours[part.tone])
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = start, len(part.text), form
            ranges.append(stretch)
            start += len(part.text)
        self._layout.setFormats(ranges)

    def lay(self) -> Lettering:
        """Break the lines; to be called once, before measuring or drawing."""
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
        self._layout.endLayout()
        return self

    @property
    def height(self) -> int:
        return max(1, self._layout.lineCount()) * self._line

    @property
    def width(self) -> float:
        """The width of the longest line."""
        lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(self, painter: QPainter, where: QRectF, colour: QColor, align: Qt.AlignmentFlag) -> None:
        """Draw all lines into `where`, each one aligned sideways, all of them in the middle by height."""
        painter.setPen(colour)
        top = where.top()
        if not align & Qt.AlignmentFlag.AlignTop:
            top += (where.height() - self.height) / 2
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            spare = where.width() - line.naturalTextWidth()
            shift = 0.0
            if align & Qt.AlignmentFlag.AlignHCenter:
                shift = spare / 2
            elif align & Qt.AlignmentFlag.AlignRight:
                shift = spare
            line.setPosition(QPointF(shift, line.y()))
        self._layout.draw(painter, QPointF(where.left(), top))


def natural_width(text: str, font: QFont) -> int:
    """The width of `text` on one line, or of its widest given line."""
    metrics = QFontMetricsF(font)
    return max((int(metrics.horizontalAdvance(line)) + 2 for line in text.split("\n")), default=0)


def longest_word(text: str, font: QFont) -> int:
    """The width below which a word would have to be broken. The path of a file may be, at each folder."""
    metrics = QFontMetricsF(font)
    words = re.split(r"\s+|(?<=[/\\])", text)
    return max((int(metrics.horizontalAdvance(word)) + 2 for word in words if word), default=0)


def over_two_lines(first: str, second: str, font: QFont, room: float) -> tuple[str, str]:
    """Words that are too long for the first line go on in the second, before what is there."""
    measure = QFontMetricsF(font)
    words = first.split(" ")
    fitting = len(words)
    while fitting > 1 and measure.horizontalAdvance(" ".join(words[:fitting])) > room:
        fitting -= 1
    rest = " ".join(words[fitting:])
    return " ".join(words[:fitting]), " · ".join(part for part in (rest, second) if part)
