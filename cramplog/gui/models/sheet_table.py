"""The cells of a paper sheet that is typed in; each says at once whether it can be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _
from cramplog.words.typed_sheet import Cell

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
_NO_PARENT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the field it fills, its head, what can be typed, and how that is read."""

    field: str
    head: str
    hint: str
    read: Callable[[str], Cell]


class SheetTable(QAbstractTableModel):
    """Rows of typed cells. With `grows` there is always one empty row more at the end."""

    def __init__(self, columns: Sequence[Column], *, grows: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._grows = grows
        self._rows: list[dict[str, str]] = []
        self._wrong: dict[tuple[int, str], str] = {}
        self._warn: QColor | None = None

    def set_rows(self, count: int) -> None:
        """So many rows; what was typed in those that stay is kept."""
        self.beginResetModel()
        self._rows = [self._rows[row] if row < len(self._rows) else {} for row in range(count)]
        self._wrong = {place: why for place, why in self._wrong.items() if place[0] < count}
        self.endResetModel()

    def clear(self) -> None:
        """Forget what was typed."""
        self.beginResetModel()
        self._rows = [{} for _row in self._rows]
        self._wrong.clear()
        self.endResetModel()

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(any(row.values()) for row in self._rows)

    def typed(self) -> Iterator[tuple[int, str, str]]:
        """Row, field and text of each cell that is not empty."""
        for row, cells in enumerate(self._rows):
            yield from ((row, field, text) for field, text in cells.items() if text)

    def type_in(self, cells: Mapping[tuple[int, str], str]) -> None:
        """Put texts into cells, as if they were typed there."""
        if self._grows:
            self.set_rows(max((row + 2 for row, _field in cells), default=1))
        order = [column.field for column in self._columns]
        for (row, field), text in sorted(cells.items()):
            if row < len(self._rows) and field in order:
                self.setData(self.index(row, order.index(field)), text)

    def field(self, column: int) -> str:
        """What a column fills."""
        return self._columns[column].field

    def set_warning_ground(self, colour: QColor) -> None:
        """The ground of cells that cannot be understood."""
        self._warn = colour

    def hint(self, column: int) -> str:
        """What can be typed in a column."""
        return self._columns[column].hint

    def results(self, read_row: Callable[[int, dict[str, str]], T | None]) -> list[T]:
        """What the rows come to; rows that cannot be understood are marked, and left out."""
        found = []
        for row, cells in enumerate(self._rows):
            if any(place == row for place, _field in self._wrong):
                continue
            try:
                result = read_row(row, cells)
            except InvalidValue as error:
                self._mark(row, error.field, error.reason)
            else:
                if result is not None:
                    found.append(result)
        return found

    def first_wrong(self) -> tuple[QModelIndex, str] | None:
        """The first cell that cannot be understood, and why."""
        if not self._wrong:
            return None
        order = [column.field for column in self._columns]
        row, field = min(self._wrong, key=lambda place: (place[0], order.index(place[1])))
        return self.index(row, order.index(field)), self._wrong[row, field]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 (Qt's names)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == _Role.DisplayRole else None
        column = self._columns[section]
        return {_Role.DisplayRole: column.head, _Role.ToolTipRole: column.hint}.get(_Role(role))

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        text = self._rows[index.row()].get(column.field, "")
        wrong = self._wrong.get((index.row(), column.field))
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return text
            case _Role.ToolTipRole:
                return wrong or column.hint
            case _Role.BackgroundRole:
                return self._warn if wrong else None
            case _Role.AccessibleTextRole:
                where = {"head": column.head, "row": index.row() + 1, "text": text or _("empty")}
                said = _("%(head)s, row %(row)d: %(text)s") % where
                return f"{said}. {wrong}" if wrong else said
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        if role != _Role.EditRole or not index.isValid():
            return False
        column, row = self._columns[index.column()], index.row()
        text = str(value)
        # What a row lacks is asked again when all of it is read.
        self._wrong = {place: why for place, why in self._wrong.items() if place[0] != row}
        self._rows[row][column.field] = text
        for other in self._columns:
            self._read(row, other)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
        if self._grows and row == len(self._rows) - 1 and any(self._rows[row].values()):
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._rows.append({})
            self.endInsertRows()
        return True

    def _read(self, row: int, column: Column) -> None:
        text = self._rows[row].get(column.field, "")
        try:
            self._rows[row][column.field] = column.read(text).shown
        except InvalidValue as error:
            self._wrong[row, column.field] = error.reason

    def _mark(self, row: int, field: str, why: str) -> None:
        known = {column.field for column in self._columns}
        self._wrong[row, field if field in known else self._columns[0].field] = why
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
