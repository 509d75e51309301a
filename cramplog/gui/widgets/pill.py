"""A small rounded label that says something about what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import Lettering, natural_width
from cramplog.gui.widgets.painting import Edge, box


class Pill(QLabel):
    """Words in a rounded frame; dashed where they say that something is missing or borrowed."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        dashed: bool = False,
        tone: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._dashed, self._tone = theme, dashed, tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        theme = self._theme
        words = natural_width(self.text(), theme.font("small"))
        height = max(theme.target.pill, theme.type.line("small") + theme.space.inside)
        return QSize(max(height, words + 2 * (theme.space.small + 2)), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme = self._theme
        painter = QPainter(self)
        edge = Edge(colour=theme.colour("control"), dashed=self._dashed)
        box(painter, QRectF(self.rect()), ground=None, edge=edge, radius=self.height() / 2 - 1)
        words = Lettering(self.text(), theme.font("small"), theme.type.line("small")).lay()
        left = (self.width() - words.width) / 2
        where = QRectF(left, 0, words.width, self.height())
        words.draw(painter, where, theme.colour(self._tone), Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
