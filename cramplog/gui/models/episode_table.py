"""The table of cramps: it holds frozen entries, and puts them into words only where they are seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cramplog.domain.period import DAY_STARTS_HOUR
from cramplog.domain.places import Place
from cramplog.gui.models.entries import EVERYTHING, Entry, EntryFilter
from cramplog.gui.widgets.pain_square import pain_sentence
from cramplog.i18n import _
from cramplog.words import dates, places, scales

Index = QModelIndex | QPersistentModelIndex
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
SHORT_LINE = Qt.ItemDataRole.UserRole + 2
_NO_PARENT = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    PAIN = 0
    WHEN = 1
    PLACE = 2
    LENGTH = 3


class EpisodeTable(QAbstractTableModel):
    """Narrowing and sorting are done here and not by a proxy: it would ask for ten thousand texts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._shown: list[Entry] = []
        self._filter = EVERYTHING
        self._order = (Column.WHEN, Qt.SortOrder.DescendingOrder)
        self._hour = DAY_STARTS_HOUR
        self._year = 0

    def show_entries(
        self, entries: tuple[Entry, ...], wanted: EntryFilter, *, day_starts_hour: int, today: date
    ) -> None:
        """Show what `wanted` keeps of another state of the diary, the newest cramp first in `entries`."""
        self._all, self._filter, self._hour, self._year = entries, wanted, day_starts_hour, today.year
        self._arrange()

    def narrow(self, wanted: EntryFilter) -> None:
        """List only what `wanted` keeps."""
        self._filter = wanted
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; cramps of which it is not recorded stand last either way."""
        self._order = (Column(column), order)
        self._arrange()

    @property
    def total(self) -> int:
        """How many cramps there are, listed or not."""
        return len(self._all)

    def entry(self, row: int) -> Entry:
        """The cramp in a row."""
        return self._shown[row]

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """The rows of cramps by their ids; those that are not listed have none."""
        wanted = frozenset(ids)
        if not wanted:
            return []
        return [row for row, entry in enumerate(self._shown) if entry.episode.id in wanted]

    def rows_of_day(self, day: date) -> list[int]:
        """The rows of the cramps that count to a diary day."""
        return [row for row, entry in enumerate(self._shown) if entry.day == day]

    def when(self, row: int) -> str:
        """Day and time of the cramp in a row, as one speaks of it: "6 Sep, 02:10"."""
        started = self._shown[row].episode.started
        return _("%(day)s, %(time)s") % {"day": dates.short_day(started.date()), "time": dates.time(started)}

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 (Qt's names)
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.LENGTH else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Pain"), _("When"), _("Where and what"), _("Length"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._first_line(entry, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == Column.PAIN:
                return pain_sentence(entry.episode.pain)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                lines = (
                    self._first_line(entry, Column(index.column())),
                    self._second_line(entry, Column(index.column())),
                )
                return "\n".join(line for line in lines if line)
            case _ if role == SECOND_LINE:
                return self._second_line(entry, Column(index.column()))
            case _ if role == SHORT_LINE and index.column() == Column.WHEN:
                return dates.weekday_and_day(entry.episode.started.date())
        return None

    def _first_line(self, entry: Entry, column: Column) -> str:
        episode = entry.episode
        match column:
            case Column.PAIN:
                return "–" if episode.pain is None else str(episode.pain)
            case Column.WHEN:
                return dates.night_or_day(episode.started, self._hour)
            case Column.PLACE:
                return places.places(episode.places)
            case Column.LENGTH:
                return "–" if episode.duration_s is None else dates.duration(episode.duration_s)

    def _second_line(self, entry: Entry, column: Column) -> str:
        episode = entry.episode
        match column:
            case Column.WHEN if episode.started.year != self._year:
                day = dates.day(episode.started.date())
                return _("%(day)s, %(time)s") % {"day": day, "time": dates.time(episode.started)}
            case Column.WHEN:
                return dates.time(episode.started)
            case Column.PLACE if episode.circumstance is not None:
                return scales.circumstance(episode.circumstance)
        return ""

    def _arrange(self) -> None:
        self.beginResetModel()
        narrowed = self._filter != EVERYTHING
        kept = [entry for entry in self._all if self._filter.keeps(entry)] if narrowed else self._all
        self._shown = _sorted(kept, *self._order)
        self.endResetModel()


def _sorted(entries: Sequence[Entry], column: Column, order: Qt.SortOrder) -> list[Entry]:
    downward = order == Qt.SortOrder.DescendingOrder
    if column is Column.WHEN:
        return list(entries if downward else reversed(entries))
    key = _key(column)
    known = [entry for entry in entries if key(entry) is not None]
    known.sort(key=key, reverse=downward)
    return known + [entry for entry in entries if key(entry) is None]


def _key(column: Column) -> Callable[[Entry], Any]:
    if column is Column.PAIN:
        return lambda entry: entry.episode.pain
    if column is Column.LENGTH:
        return lambda entry: entry.episode.duration_s
    names: dict[tuple[Place, ...], str] = {}

    def name(entry: Entry) -> str:
        found = entry.episode.places
        if found not in names:
            names[found] = places.places(found).casefold()
        return names[found]

    return name
