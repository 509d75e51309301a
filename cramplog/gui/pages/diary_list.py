"""The table of the Diary page: two lines a cramp, painted only where they are seen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cramplog.domain.period import ONE_DAY
from cramplog.gui.models.episode_table import SECOND_LINE, SHORT_LINE, Column, EpisodeTable
from cramplog.gui.models.month import month_after
from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import natural_width, over_two_lines
from cramplog.gui.widgets.pain_square import paint_pain_square
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _, language
from cramplog.words import dates

# So few that the page need not be scrolled beside a month of six weeks; the list takes what room there is.
ROWS_SHOWN = 7
_A_YEAR = date(2026, 1, 1)
_Select = QItemSelectionModel.SelectionFlag


class DiaryList(QTableView):
    """Enter or a double click opens a cramp, Delete asks to delete the chosen ones."""

    opened = Signal()
    delete_wanted = Signal()
    choice_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_compact = False
        self._widest_when = 0
        self._measured_for: tuple[str, float] = ("", 0.0)
        self.table = EpisodeTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_CrampPainter(theme, self))
        self.setHorizontalHeader(_Head(theme, self))
        self.setAccessibleName(_("Cramps"))
        self.setProperty("own_focus", True)
        self._set_up()
        self.selectionModel().selectionChanged.connect(lambda: self.choice_changed.emit())
        self.table.modelReset.connect(self.choice_changed)
        theme.changed.connect(self._follow)
        self._follow()

    @property
    def is_compact(self) -> bool:
        """Whether all words of a cramp stand in one column."""
        return self._is_compact

    def chosen_rows(self) -> list[int]:
        """The rows of the chosen cramps, from the top down."""
        # By stretches: asked for every single index, ten thousand chosen rows would freeze the window.
        chosen = self.selectionModel().selection()
        stretches = [chosen.at(number) for number in range(chosen.count())]
        return sorted({row for stretch in stretches for row in range(stretch.top(), stretch.bottom() + 1)})

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the chosen cramps, from the top down."""
        return tuple(self.table.entry(row).episode.id for row in self.chosen_rows())

    def choose_ids(self, ids: Collection[str]) -> None:
        """Choose cramps by their ids, and bring the first into view."""
        self._choose(self.table.rows_of(ids))

    def choose_day(self, day: date) -> None:
        """Choose the cramps of a diary day, and bring the first into view."""
        self._choose(self.table.rows_of_day(day))

    def fit_columns(self) -> None:
        """Measure the widest night there is; to be called once the words for dates are loaded."""
        reader = (language.locale, self._theme.text_size)
        if reader == self._measured_for:
            return
        self._measured_for = reader
        font = self._theme.font("label")
        nights = [dates.night(month_after(_A_YEAR, number) + 21 * ONE_DAY) for number in range(12)]
        self._widest_when = max(natural_width(night, font) for night in nights)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's names)
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Typing letters is left to the search field: looking through every row's words would take long."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        row = self.currentIndex().row()
        where = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        painter = QPainter(self.viewport())
        edge = Edge(colour=self._theme.colour("accent"), width=self._theme.shape.ring)
        box(
            painter,
            where.adjusted(1, 1, -1, -1),
            ground=None,
            edge=edge,
            radius=self._theme.shape.square_radius,
        )
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802
        row = self.verticalHeader().defaultSectionSize()
        return QSize(
            super().sizeHint().width(), row * ROWS_SHOWN + self.horizontalHeader().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _choose(self, rows: list[int]) -> None:
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.table.index(row, 0), self.table.index(row, self.table.columnCount() - 1))
        if rows:
            first = self.table.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, _Select.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(chosen, _Select.ClearAndSelect)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # One height for all rows, so that nobody has to measure ten thousand of them.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSortIndicator(Column.WHEN, Qt.SortOrder.DescendingOrder)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)

    def _follow(self) -> None:
        theme = self._theme
        lines = theme.type.line("body") + theme.type.line("small") + theme.space.group
        self.verticalHeader().setDefaultSectionSize(max(theme.target.table_row, lines))
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    def _arrange(self) -> None:
        """Share the width among the columns; where it is too little, all words stand in one."""
        theme, space = self._theme, self._theme.space
        body, small = theme.font("body"), theme.font("small", weight=600)
        pain = max(
            theme.target.pain_square + space.medium,
            natural_width(_("Pain"), small) + space.medium + space.small,
        )
        length = max(
            natural_width("1 h 58 min", body), natural_width(_("Length"), small) + theme.target.small_icon
        )
        length += space.medium + space.small
        when = self._widest_when + space.medium
        place = natural_width(_("Where and what"), small) + theme.target.small_icon + space.medium
        room = self.viewport().width()
        self._is_compact = theme.large_text or room < pain + when + place + length
        for column in (Column.PLACE, Column.LENGTH):
            self.setColumnHidden(column, self._is_compact)
        self.setColumnWidth(Column.PAIN, pain)
        self.setColumnWidth(Column.WHEN, room - pain if self._is_compact else when)
        self.setColumnWidth(Column.PLACE, room - pain - when - length)
        self.setColumnWidth(Column.LENGTH, length)


class _Head(QHeaderView):
    """The head of the table in small letters, with our own arrow at the column that is sorted by."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's names)
        return QSize(super().sizeHint().width(), self._theme.type.line("small") + self._theme.space.medium)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        theme, space = self._theme, self._theme.space
        painter.fillRect(rect, theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line"), theme.shape.line))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font("small", weight=600))
        painter.setPen(theme.colour("ink2"))
        before = space.medium if logicalIndex == Column.PAIN else space.small
        after = space.medium if logicalIndex == Column.LENGTH else 0
        room = rect.adjusted(before, 0, -after, 0)
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        align = Qt.AlignmentFlag.AlignRight if logicalIndex == Column.LENGTH else Qt.AlignmentFlag.AlignLeft
        place = painter.boundingRect(room, align | Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        if logicalIndex == self.sortIndicatorSection():
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            side = theme.target.small_icon - space.inside
            left = place.left() - side if logicalIndex == Column.LENGTH else place.right() + 2
            arrow = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
            icons.paint(painter, arrow, "down" if down else "up", theme.palette.ink2)


class _CrampPainter(QStyledItemDelegate):
    """Draws one cell: the pain square, or two lines of words."""

    def __init__(self, theme: Theme, view: DiaryList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._theme
        where = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, theme.colour("tint"))
        painter.setPen(QPen(theme.colour("line"), theme.shape.line))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        if index.column() == Column.PAIN:
            self._pain(painter, where, index)
        else:
            self._lines(painter, where, index)
        painter.restore()

    def _pain(self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        side = self._theme.target.pain_square - self._theme.space.inside
        left = where.left() + self._theme.space.medium
        place = QRectF(left, where.center().y() - side / 2, side, side)
        paint_pain_square(painter, place, self._view.table.entry(index.row()).episode.pain, self._theme)

    def _lines(self, painter: QPainter, where: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme, space = self._theme, self._theme.space
        first, second, bold = self._words(index)
        side = space.medium if index.column() == Column.LENGTH else space.small
        room = where.adjusted(space.small, 0, -side, 0)
        if index.column() == Column.PLACE or self._view.is_compact:
            letters = theme.font("label" if bold else "body")
            first, second = over_two_lines(first, second, letters, room.width())
        align = Qt.AlignmentFlag.AlignRight if index.column() == Column.LENGTH else Qt.AlignmentFlag.AlignLeft
        heights = theme.type.line("body"), theme.type.line("small") if second else 0
        top = where.center().y() - sum(heights) / 2
        font = theme.font("label" if bold else "body", equal_figures=index.column() == Column.LENGTH)
        for words, height, letters, ink in (
            (first, heights[0], font, "ink"),
            (second, heights[1], theme.font("small"), "ink2"),
        ):
            painter.setFont(letters)
            painter.setPen(theme.colour(ink))
            measure = QFontMetricsF(letters)
            if measure.horizontalAdvance(words) > room.width() and words == first:
                # A night between two months is too long for the column; its date is not.
                words = index.data(SHORT_LINE) or words
            shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), top, room.width(), height)
            painter.drawText(line, align | Qt.AlignmentFlag.AlignVCenter, shown)
            top += height

    def _words(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str, bool]:
        if not self._view.is_compact:
            return index.data(), index.data(SECOND_LINE), index.column() == Column.WHEN
        row = index.row()
        place, when, length = (
            index.sibling(row, column) for column in (Column.PLACE, Column.WHEN, Column.LENGTH)
        )
        details = (when.data(), when.data(SECOND_LINE), place.data(SECOND_LINE), length.data())
        return place.data(), " · ".join(part for part in details if part and part != "–"), True
