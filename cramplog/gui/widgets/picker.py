"""A drop-down list with our own arrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme


class Picker(QComboBox):
    """A combo box; fill it with `addItem(words, key)` and read `currentData()`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # A wheel that scrolls the page must not change what stands under the pointer.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def choose(self, key: object) -> None:
        """Show the entry with the key `key`."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's names)
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._paint_arrow(painter)
        painter.end()

    def _paint_arrow(self, painter: QPainter) -> None:
        side = self._theme.target.small_icon
        left = self.width() - side - self._theme.space.group
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self._theme.space.group
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, "down", self._theme.palette.ink2)
