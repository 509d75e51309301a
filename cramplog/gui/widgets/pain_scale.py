"""The 0–10 scale for the worst pain, with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import Part
from cramplog.gui.widgets.number_scale import NumberScale, Square
from cramplog.gui.widgets.pain_square import pain_word
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


class PainScale(NumberScale):
    """Eleven squares; the chosen one is larger written, and its word stands below."""

    def __init__(self, theme: Theme, label: str | None = None, parent: QWidget | None = None) -> None:
        self._word_below: Text | None = None
        squares = [_PainButton(theme, number) for number in range(11)]
        super().__init__(theme, label or _("How bad was the worst moment?"), squares, parent)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(self._words())
        self._show()

    def word(self, number: int) -> str:
        """The word that goes with a pain."""
        return pain_word(number)

    def cell_width(self) -> int:
        return self._theme.target.pain_width

    def _words(self) -> QHBoxLayout:
        words = QHBoxLayout()
        self._word_below = Text(self._theme, "", "small", wrap=False)
        self._word_below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        first = Text(self._theme, _("No pain"), "small", tone="ink2")
        last = Text(self._theme, _("Worst pain I can think of"), "small", tone="ink2")
        last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(first, 1)
        words.addWidget(self._word_below, 1)
        words.addWidget(last, 1)
        return words

    def _show(self) -> None:
        super()._show()
        number = self.value()
        if self._word_below is not None:
            named = (
                ""
                if number is None
                else _("%(pain)d: %(word)s") % {"pain": number, "word": self.word(number)}
            )
            self._word_below.set_parts([Part(text=named, bold=True)])


class _PainButton(Square):
    """A tall square with a large figure and no tick: the filled ground and the word say that it is chosen."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.theme.target.pain_width, self.theme.target.pain_height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.theme.target.choice, self.theme.target.pain_height)

    def heightForWidth(self, width: int) -> int:  # noqa: N802, ARG002
        return self.theme.target.pain_height

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        face = self.face()
        self.paint_ground(painter, face)
        painter.setFont(self._figures())
        painter.setPen(self.theme.colour(face.ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _figures(self) -> QFont:
        return self.theme.font(
            "title" if self.isChecked() else "heading", weight=700 if self.isChecked() else 600
        )
