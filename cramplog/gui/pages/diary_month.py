"""The month of the Diary page: four kinds of day, told apart by shape and word as well as by colour."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cramplog.gui.models.month import DAYS_A_WEEK, WEEKS_SHOWN, DayKind, DayMark, DiaryDays
from cramplog.gui.models.month_table import MonthTable
from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import natural_width
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _, language, pgettext
from cramplog.words import dates

_DAYS_KEPT = 400
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_A_WEEK,
    Qt.Key.Key_Down: DAYS_A_WEEK,
}


class MonthView(QTableView):
    """Arrow keys go from day to day, also into the next month. `chosen` gives a day that a person chose.

    `left` gives a day outside the month, which the page is to turn to.
    """

    chosen = Signal(object)
    left = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = MonthTable(0, self)
        self.setModel(self.table)
        self.setItemDelegate(_DayPainter(theme, self))
        self.setHorizontalHeader(_Weekdays(theme, self))
        self.setAccessibleName(_("Month"))
        self.setProperty("own_focus", True)
        self._set_up()
        self.clicked.connect(self._clicked)
        theme.changed.connect(self._follow)
        self._follow()

    def show_days(self, days: DiaryDays, month: date) -> None:
        """Show a month; a chosen day of it stays chosen."""
        before = self.chosen_day()
        self.table.begin_weeks_with(dates.first_weekday())
        self.table.show_days(days, month)
        self.mark_day(before)

    def chosen_day(self) -> date | None:
        """The day that is marked as chosen."""
        marked = self.selectedIndexes()
        return self.table.mark(marked[0]).day if marked else None

    def mark_day(self, day: date | None) -> None:
        """Mark a day of this month as chosen, or none; says nothing to those who listen."""
        if day is not None and self.table.has(day):
            self.setCurrentIndex(self.table.index_of(day))
        else:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's names)
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            step = None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.chosen_day():
            self.chosen.emit(self.chosen_day())
        elif step is not None:
            self._go(step)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Typing letters looks for nothing here."""

    def _go(self, days: int) -> None:
        here = self.chosen_day()
        to = self.table.first if here is None else here + timedelta(days=days)
        if self.table.has(to):
            self.mark_day(to)
            self.chosen.emit(to)
        else:
            self.left.emit(to)

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.table.mark(index).day)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(1)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _follow(self) -> None:
        type_, space = self._theme.type, self._theme.space
        row = type_.line("small") * 2 + type_.pixels("section") + space.group + space.inside
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(type_.line("small") + space.inside)
        self.setFixedHeight(row * WEEKS_SHOWN + self.horizontalHeader().height())
        self.viewport().update()


class _Weekdays(QHeaderView):
    """The names of the days, without the ground and the lines of a table's head."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        name = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.fillRect(rect, self._theme.colour("card"))
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name or "")


class _DayPainter(QStyledItemDelegate):
    """Draws one day."""

    def __init__(self, theme: Theme, view: MonthView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._drawn.clear)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark = self._view.table.mark(index)
        chosen = self._view.selectionModel().isSelected(index)
        density, size = self._view.devicePixelRatioF(), option.rect.size()
        like = (
            *(mark, chosen, chosen and self._view.hasFocus()),
            *(size.width(), size.height(), density, language.locale),
        )
        # A month is shown again and again with few changes: each day is drawn once.
        picture = self._drawn.get(like)
        if picture is None:
            if len(self._drawn) > _DAYS_KEPT:
                self._drawn.clear()
            picture = self._drawn[like] = self._picture(mark, size, density, chosen=chosen)
        painter.drawPixmap(option.rect.topLeft(), picture)

    def _picture(self, mark: DayMark, size: QSize, density: float, *, chosen: bool) -> QPixmap:
        picture = QPixmap(size * density)
        picture.setDevicePixelRatio(density)
        picture.fill(self._theme.colour("card"))
        gap = self._theme.space.inside / 2
        room = QRectF(0, 0, size.width(), size.height())
        painter = QPainter(picture)
        cell = self._ring(painter, room) if chosen else room.adjusted(gap, gap, -gap, -gap)
        self._ground(painter, cell, mark)
        self._words(painter, cell, mark)
        painter.end()
        return picture

    def _ground(self, painter: QPainter, cell: QRectF, mark: DayMark) -> None:
        theme, radius = self._theme, self._theme.shape.square_radius
        if mark.kind is DayKind.CRAMP and mark.pain is not None:
            patch = theme.palette.pain(mark.pain)
            edge = Edge(colour=QColor(patch.edge))
            box(painter, cell, ground=QColor(patch.fill), edge=edge, radius=radius)
        elif mark.kind is DayKind.CRAMP:
            ground, edge = theme.colour("raised"), Edge(colour=theme.colour("cramp"), width=2)
            box(painter, cell, ground=ground, edge=edge, radius=radius)
        elif mark.kind is DayKind.FREE:
            box(painter, cell, ground=None, edge=Edge(colour=theme.colour("line")), radius=radius)
        elif mark.kind is DayKind.UNKNOWN:
            edge = Edge(colour=theme.colour("control"), dashed=True)
            box(painter, cell, ground=None, edge=edge, radius=radius)

    def _words(self, painter: QPainter, cell: QRectF, mark: DayMark) -> None:
        theme, line = self._theme, self._theme.type.line("small")
        inside = theme.space.inside
        ink = self._ink(mark)
        painter.setPen(ink)
        painter.setFont(theme.font("small"))
        top = QRectF(cell.left() + inside + 2, cell.top() + 2, cell.width() - inside - 2, line)
        painter.drawText(
            top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._date(mark, top)
        )
        if mark.kind is DayKind.OUTSIDE:
            return
        word = word_under(mark)
        has_word = natural_width(word, theme.font("small")) <= cell.width() - inside
        bottom = QRectF(cell.left(), cell.bottom() - line - 2, cell.width(), line)
        middle = QRectF(cell.left(), top.bottom(), cell.width(), bottom.top() - top.bottom())
        if not has_word:
            middle.setBottom(cell.bottom() - inside)
        else:
            painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, word)
        self._sign(painter, middle, mark, ink)

    def _sign(self, painter: QPainter, where: QRectF, mark: DayMark, ink: QColor) -> None:
        """The worst pain as a number, a tick, or a question mark."""
        theme = self._theme
        if mark.kind is DayKind.FREE:
            side = theme.target.small_icon
            place = QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side)
            icons.paint(painter, place, "check", theme.palette.free)
            return
        painter.setFont(theme.font("section", weight=700 if mark.kind is DayKind.CRAMP else 400))
        painter.setPen(ink if mark.kind is DayKind.CRAMP else theme.colour("ink2"))
        sign = "?" if mark.kind is DayKind.UNKNOWN else "–" if mark.pain is None else str(mark.pain)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, sign)

    def _date(self, mark: DayMark, room: QRectF) -> str:
        """The day of the month, and how many cramps where it is more than one."""
        number = str(mark.day.day)
        if mark.cramps < 2:
            return number
        font = self._theme.font("small")
        for more in (" · %(n)d×", " %(n)d×"):
            words = number + more % {"n": mark.cramps}
            if natural_width(words, font) <= room.width():
                return words
        return number

    def _ink(self, mark: DayMark) -> QColor:
        if mark.kind is DayKind.CRAMP and mark.pain is not None:
            return QColor(self._theme.palette.pain(mark.pain).number)
        return self._theme.colour("ink2" if mark.kind is DayKind.OUTSIDE else "ink")

    def _ring(self, painter: QPainter, room: QRectF) -> QRectF:
        """The ring round a chosen day, thicker where the keyboard is; what is left for the day."""
        theme, shape = self._theme, self._theme.shape
        width = shape.ring if self._view.hasFocus() else shape.chosen_line
        edge = Edge(colour=theme.colour("accent"), width=width)
        box(painter, room, ground=None, edge=edge, radius=shape.square_radius + width)
        inset = shape.ring + shape.line
        return room.adjusted(inset, inset, -inset, -inset)


def word_under(mark: DayMark) -> str:
    """The word under the sign; it gives way where the day is too narrow, the sign does not."""
    return {
        DayKind.CRAMP: _("cramp") if mark.pain is None else _("pain"),
        DayKind.FREE: pgettext("day", "free"),
        DayKind.UNKNOWN: pgettext("day", "unknown"),
        DayKind.OUTSIDE: "",
    }[mark.kind]
