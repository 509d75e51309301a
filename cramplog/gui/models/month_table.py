"""A month as a table of six weeks, so that keyboards and screen readers know their way about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cramplog.gui.models.month import (
    DAYS_A_WEEK,
    WEEKS_SHOWN,
    DayKind,
    DayMark,
    DiaryDays,
    is_in_month,
    month_after,
)
from cramplog.i18n import _, pgettext
from cramplog.words import dates, numbers

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class MonthTable(QAbstractTableModel):
    """One month of the diary. Empty until `show_days` has been called."""

    def __init__(self, first_weekday: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_weekday = first_weekday
        self._days: DiaryDays | None = None
        self._first = date(1, 1, 1)
        self._marks: tuple[DayMark, ...] = ()

    def begin_weeks_with(self, weekday: int) -> None:
        """Let weeks begin with another day; 0 is Monday. Seen when the next month is shown."""
        self._first_weekday = weekday

    def show_days(self, days: DiaryDays, month: date) -> None:
        """Show the month in which `month` lies."""
        first = month.replace(day=1)
        marks = days.month(first, self._first_weekday)
        self._days = days
        if [mark.day for mark in marks] == [mark.day for mark in self._marks] and first == self._first:
            self._show_changed(marks)
            return
        self.beginResetModel()
        self._first, self._marks = first, marks
        self.endResetModel()

    def _show_changed(self, marks: tuple[DayMark, ...]) -> None:
        """The same month: only days that are other than before are painted again."""
        before, self._marks = self._marks, marks
        for place, (old, new) in enumerate(zip(before, marks, strict=True)):
            if old != new:
                cell = self.index(place // DAYS_A_WEEK, place % DAYS_A_WEEK)
                self.dataChanged.emit(cell, cell)

    @property
    def first(self) -> date:
        """The first day of the month that is shown."""
        return self._first

    @property
    def is_latest(self) -> bool:
        """Whether nothing but days to come follows this month."""
        return self._days is None or month_after(self._first, 1) > self._days.today

    def has(self, day: date) -> bool:
        """Whether a day belongs to the month that is shown."""
        return is_in_month(day, self._first)

    def mark(self, index: Index) -> DayMark:
        """What is known of the day in a cell."""
        return self._marks[index.row() * DAYS_A_WEEK + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid index where it is not among the six weeks."""
        for place, mark in enumerate(self._marks):
            if mark.day == day:
                return self.index(place // DAYS_A_WEEK, place % DAYS_A_WEEK)
        return QModelIndex()

    def count(self, kind: DayKind) -> int:
        """How many days of the month are of a kind."""
        return sum(mark.kind is kind for mark in self._marks if self.has(mark.day))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 (Qt's names)
        return 0 if parent.isValid() or not self._marks else WEEKS_SHOWN

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else DAYS_A_WEEK

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not self._marks:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return dates.short_weekday(self._marks[section].day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return dates.weekday(self._marks[section].day)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.has(self.mark(index).day):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self.mark(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(mark.day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = {"day": dates.weekday_and_day(mark.day), "what": what_it_was(mark)}
            return _("%(day)s: %(what)s") % said
        return None


def what_it_was(mark: DayMark) -> str:
    """A day in words, for those who do not see its square."""
    match mark.kind:
        case DayKind.CRAMP if mark.pain is None:
            return _("%(cramps)s, pain not recorded") % {"cramps": numbers.cramps(mark.cramps)}
        case DayKind.CRAMP:
            return _("%(cramps)s, worst pain %(pain)d") % {
                "cramps": numbers.cramps(mark.cramps),
                "pain": mark.pain,
            }
        case DayKind.FREE:
            return _("free of cramps")
        case DayKind.UNKNOWN:
            return pgettext("day", "unknown")
        case DayKind.OUTSIDE:
            return _("not in this month, or still to come")
