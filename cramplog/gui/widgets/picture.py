"""A drawn chart: an image that scales, can have the focus, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.announcing import announce
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _

# Shorter waits need no word; the word would only flicker.
_PATIENCE_MS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mark of the picture, as shares of its width and height, and what it says when it is asked."""

    left: float
    top: float
    width: float
    height: float
    said: Callable[[], str]


class Picture(QWidget):
    """Shows the image at its own shape in the width it gets; `resized` asks for one that fits better.

    The arrow keys go from mark to mark, which are read out and shown as a tip, as under the mouse.
    """

    resized = Signal(QSize)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._spots: tuple[Spot, ...] = ()
        self._at = -1
        self._is_late = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_drawing)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_image(self, image: QImage, description: str, spots: Sequence[Spot] = ()) -> None:
        """Show a drawn chart; `description` is its finding in a sentence."""
        self._patience.stop()
        self._is_late = False
        moves = image.size() != self._image.size()
        self._image, self._spots, self._at = image, tuple(spots), -1
        self.setAccessibleDescription(description)
        # Else the whole page is laid out anew for each of a dozen pictures.
        if moves:
            self.updateGeometry()
        self.update()

    def image(self) -> QImage:
        """The image as it was drawn, to be saved or copied."""
        return self._image

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if self._image.isNull():
            return self._theme.target.cramp_now
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        if self._image.isNull():
            return QSize(self._theme.space.text_column, self._theme.target.cramp_now)
        return self._image.size() / self._image.devicePixelRatio()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.target.body_figure, self._theme.target.main)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(self._place(), self._image)
        elif self._is_late:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing …"))
        if self.hasFocus() and self._at >= 0:
            edge = Edge(colour=self._theme.colour("accent"), width=self._theme.shape.ring)
            box(painter, self._area(self._spots[self._at]), ground=None, edge=edge, radius=2)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._image.isNull():
            self._patience.start()

    def says_drawing(self) -> bool:
        """Whether it says that the first picture is still to come."""
        return self._is_late

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit(event.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._spots:
            super().keyPressEvent(event)
            return
        self._at = min(len(self._spots) - 1, max(0, self._at + step))
        spot = self._spots[self._at]
        text = spot.said()
        QToolTip.showText(self.mapToGlobal(self._area(spot).center().toPoint()), text, self)
        announce(self, text)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._at = -1
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spot.said() if spot else "", self)
            return True
        return super().event(event)

    def spot_at(self, point: QPointF) -> Spot | None:
        """The mark under a pixel of this widget."""
        return next((spot for spot in self._spots if self._area(spot).contains(point)), None)

    def _say_drawing(self) -> None:
        self._is_late = True
        self.setAccessibleDescription(_("Drawing …"))
        self.update()

    def _place(self) -> QRectF:
        """Where the image lies: as large as it fits, in the middle."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def _area(self, spot: Spot) -> QRectF:
        whole = self._place()
        return QRectF(
            whole.left() + spot.left * whole.width(),
            whole.top() + spot.top * whole.height(),
            spot.width * whole.width(),
            spot.height * whole.height(),
        )
