"""An icon beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme


class Drawing(QWidget):
    """An icon that only decorates: the words beside it say the same."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        token: str = "accent",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._token, self._small = theme, icon, token, small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        target, step = self._theme.target, self._theme.space.inside
        side = target.small_icon - step if self._small else target.icon + step
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        icons.paint(painter, QRectF(self.rect()), self._icon, self._theme.palette.colour(self._token))
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
