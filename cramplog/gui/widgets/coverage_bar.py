"""How much of something is there, as a bar: days known, or data that a finding still needs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.painting import Edge, box


class CoverageBar(QWidget):
    """`has` of `needed`; `words` say the same to a screen reader ("81 of 90 days known")."""

    def __init__(
        self, theme: Theme, has: int = 0, needed: int = 1, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(has, needed, words)
        theme.changed.connect(self._follow)

    def share(self) -> float:
        """The filled part, 0 to 1."""
        return self._share

    def set_share(self, has: int, needed: int, words: str) -> None:
        """Show another share."""
        self._share = min(1.0, max(0.0, has / needed)) if needed else 0.0
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._theme.target.bar * 14, self._theme.target.bar)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.target.bar * 5, self._theme.target.bar)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, area = self._theme, QRectF(self.rect())
        radius = area.height() / 2 - 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, area, ground=theme.colour("card"), edge=None, radius=radius)
        shape = QPainterPath()
        shape.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, area.width() * self._share, area.height()), theme.colour("known"))
        painter.setClipping(False)
        box(painter, area, ground=None, edge=Edge(colour=theme.colour("control")), radius=radius)
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
