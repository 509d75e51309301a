"""A layout that sets its items one after the other and begins a new line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Words on a page, but with widgets: used for chips and for rows of buttons."""

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Add `widget` before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's names)
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, where: QRect) -> None:  # noqa: N802
        super().setGeometry(where)
        self._place(where, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), 0)

    def _place(self, where: QRect, *, move: bool) -> int:
        at, tallest = QPoint(where.topLeft()), 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), where.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if at.x() > where.left() and at.x() + width > where.left() + where.width():
                at = QPoint(where.left(), at.y() + tallest + self._gap)
                tallest = 0
            if move:
                item.setGeometry(self._mirrored(QRect(at, QSize(width, height)), where))
            at.setX(at.x() + width + self._gap)
            tallest = max(tallest, height)
        return at.y() + tallest - where.top()

    def _mirrored(self, place: QRect, whole: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(whole.left() + whole.right() - place.right(), place.top(), place.width(), place.height())
