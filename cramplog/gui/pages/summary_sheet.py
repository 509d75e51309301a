"""The sheets of the doctor's page on screen, as they come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

_A4_RATIO = 297 / 210
_LEAST_HEIGHT = 400
# The largest size that Qt knows; it has no name for it in Python.
_NO_LIMIT = (1 << 24) - 1


class SheetPreview(QFrame):
    """One sheet at a time: the whole of it, or as wide as there is room. `shown`: others are there."""

    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images: tuple[QImage, ...] = ()
        self._at = 0
        self._room = _NO_LIMIT
        self.setProperty("ground", "sheet")
        self.sheet = _Sheet(theme, self)
        self.size_button = Button(theme, _("Larger"), icon="search", parent=self)
        self.earlier = Button(theme, _("Previous sheet"), icon="left", parent=self)
        self.later = Button(theme, _("Next sheet"), icon="right", parent=self)
        self._number = Text(theme, "", "label", wrap=False)
        self._put_together()
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.size_button.clicked.connect(self._change_size)
        self.sheet.clicked.connect(self._change_size)
        self._show()

    def show_sheets(self, images: tuple[QImage, ...], text: str) -> None:
        """Show other sheets; `text` says the same to those who listen."""
        self._images = images
        self._at = min(self._at, max(0, len(images) - 1))
        self.sheet.setAccessibleDescription(text)
        self._show()
        self.shown.emit()

    def sheets(self) -> tuple[QImage, ...]:
        """What is shown."""
        return self._images

    def set_room(self, height: int) -> None:
        """Say how much of the window's height there is for the whole sheet."""
        self._room = max(_LEAST_HEIGHT, height)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(_NO_LIMIT if self.sheet.is_wide else self._room)

    def _turn(self, step: int) -> None:
        self._at = min(max(0, self._at + step), len(self._images) - 1)
        self._show()

    def _change_size(self) -> None:
        self.sheet.set_wide(not self.sheet.is_wide)
        self._fit()
        self.size_button.set_words(_("Whole sheet") if self.sheet.is_wide else _("Larger"))

    def _show(self) -> None:
        several = len(self._images) > 1
        for part in (self.earlier, self._number, self.later):
            part.setVisible(several)
        self.earlier.set_possible(self._at > 0, reason=_("This is the first sheet."))
        self.later.set_possible(self._at < len(self._images) - 1, reason=_("This is the last sheet."))
        where = {"n": self._at + 1, "of": max(1, len(self._images))}
        self._number.setText(_("Sheet %(n)d of %(of)d") % where)
        self.sheet.setAccessibleName(_("The page as it prints, sheet %(n)d of %(of)d") % where)
        self.sheet.show_image(self._images[self._at] if self._images else QImage())

    def _put_together(self) -> None:
        space = self._theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.group, space.group, space.group, space.group)
        column.setSpacing(space.group)
        column.addWidget(self.sheet, 1)
        row = FlowLayout(gap=space.small)
        for part in (self.size_button, self.earlier, self._number, self.later):
            row.addWidget(part)
        column.addLayout(row)


class _Sheet(QWidget):
    """Paints one sheet in the middle of the room it has."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.is_wide = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_wide(False)

    def show_image(self, image: QImage) -> None:
        """Show another sheet."""
        self._image = image
        self.updateGeometry()
        self.update()

    def set_wide(self, wide: bool) -> None:
        """Take the whole width, and the height that this needs; or fit the sheet into the window."""
        self.is_wide = wide
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(wide)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return self.is_wide

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if self._image.isNull():
            return round(width * _A4_RATIO)
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        height = self.heightForWidth(self.width()) if self.is_wide else _LEAST_HEIGHT
        return QSize(round(_LEAST_HEIGHT / _A4_RATIO), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        least = _LEAST_HEIGHT - 4 * self._theme.target.choice
        return self.sizeHint() if self.is_wide else QSize(round(least / _A4_RATIO), least)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # Shrunk first and drawn dot by dot: drawn small at once, thin lines and small letters break up.
        dots = self.devicePixelRatioF()
        small = self._image.scaled(
            size * dots, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(where, small)
        box(painter, where, ground=None, edge=Edge(colour=self._theme.colour("control")), radius=0)
        painter.end()
