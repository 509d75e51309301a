"""A layout that sets its items side by side, and in equal columns where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.painting import Corners


class RowOrGrid(QLayout):
    """One row that fills the width, or rows of equal cells.

    `joined` buttons share their edges while they stand in one row. `equal` cells are equally wide there, too.
    `cell` is the least width of a cell where the items' own hints say too much. `spare` is room that one of
    the items may still need: the row already counts it, so that a choice never changes the number of rows.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int,
        joined: bool = False,
        equal: bool = False,
        cell: int | None = None,
    ) -> None:
        # What was measured holds until an item says that it is another, as in Qt's own layouts.
        self._heights: dict[int, int] = {}
        self._wishes: list[int] | None = None
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._joined, self._equal, self._cell = gap, joined, equal, cell
        self._spare = 0
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def spare(self) -> int:
        """Room that one of the items may still need."""
        return self._spare

    @spare.setter
    def spare(self, spare: int) -> None:
        self._spare = spare
        self._forget()

    def set_cell(self, cell: int) -> None:
        """Change the least width of a cell."""
        self._cell = cell
        self.invalidate()

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's names)
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, where: QRect) -> None:  # noqa: N802
        super().setGeometry(where)
        self._place(where, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = self._one_row()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802
        widths = [item.minimumSize().width() for item in self._shown()]
        return QSize(max(widths, default=0), 0)

    def columns(self, width: int) -> int:
        """How many items stand side by side in `width` pixels."""
        shown = self._shown()
        if not shown or self._one_row() <= width:
            return max(1, len(shown))
        widest = max(self._wished()) + (0 if self._equal else self.spare)
        fitting = max(1, min(len(shown) - 1, (width + self._gap) // (widest + self._gap)))
        rows = -(-len(shown) // fitting)
        return -(-len(shown) // rows)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _wish(self, item: QLayoutItem) -> int:
        return self._cell if self._cell is not None else item.sizeHint().width()

    def _wished(self) -> list[int]:
        if self._wishes is None:
            self._wishes = [self._wish(item) for item in self._shown()]
        return self._wishes

    def _forget(self) -> None:
        self._heights.clear()
        self._wishes = None

    def _one_row(self) -> int:
        wishes = self._wished()
        if not wishes:
            return 0
        between = -1 if self._joined else self._gap
        words = len(wishes) * max(wishes) if self._equal else sum(wishes) + self.spare
        return words + between * (len(wishes) - 1)

    def _place(self, where: QRect, *, move: bool) -> int:
        shown, columns = self._shown(), self.columns(where.width())
        in_one_row = columns >= len(shown)
        joined = self._joined and in_one_row
        widths = self._widths(where.width(), columns, joined=joined, own=in_one_row and not self._equal)
        between = -1 if joined else self._gap
        top = where.top()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            height = max(self._height(item, width) for item, width in zip(row, widths, strict=False))
            if move:
                self._place_row(row, widths, between, QPoint(where.left(), top), height, joined=joined)
            top += height + self._gap
        return top - self._gap - where.top() if shown else 0

    def _widths(self, width: int, columns: int, *, joined: bool, own: bool) -> list[int]:
        """The widths of the columns, which together fill the whole width."""
        room = width - (-1 if joined else self._gap) * (columns - 1)
        base = list(self._wished()) if own else [room // columns] * columns
        left = room - sum(base)
        return [one + left // columns + (number < left % columns) for number, one in enumerate(base)]

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _place_row(
        self,
        row: list[QLayoutItem],
        widths: list[int],
        between: int,
        start: QPoint,
        height: int,
        *,
        joined: bool,
    ) -> None:
        left = start.x()
        for number, (item, width) in enumerate(zip(row, widths, strict=False)):
            place = QRect(left, start.y(), width, height)
            item.setGeometry(self._mirrored(place))
            left += width + between
            button = item.widget()
            if self._joined and isinstance(button, Button):
                first, last = number == 0 or not joined, number == len(row) - 1 or not joined
                button.set_corners(Corners(left=first, right=last))

    def _mirrored(self, place: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        whole = self.geometry()
        return QRect(whole.left() + whole.right() - place.right(), place.top(), place.width(), place.height())
