"""Two columns that become one where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme


class Columns(QWidget):
    """Fill `first` and `second`; the first comes first when they stand below each other.

    What is in a column stands at its top; nothing swells because the other column is longer. With
    `first_fills`, what is in the first has the whole height to move in.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        shares: tuple[int, int] = (5, 4),
        first_fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._shares = theme, shares
        self.first, self.second = QVBoxLayout(), QVBoxLayout()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(theme.space.page)
        for column in (self.first, self.second):
            column.setSpacing(theme.space.medium)
            upright = QVBoxLayout()
            if first_fills and column is self.first:
                upright.addLayout(column, 1)
            else:
                upright.addLayout(column)
                upright.addStretch(1)
            self._both.addLayout(upright)
        self._arrange()
        theme.changed.connect(self._arrange)

    def stands_in_one(self) -> bool:
        """Whether the columns stand below each other now."""
        return self._both.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's names)
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._arrange()

    def _arrange(self) -> None:
        one = self._theme.is_compact(self.window().width())
        way = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            self._both.setDirection(way)
        for column, share in enumerate(self._shares):
            self._both.setStretch(column, 0 if one else share)
