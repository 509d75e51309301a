"""A button that lets a day be picked from a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.i18n import _
from cramplog.words import dates

_WEEK, _ROWS = 7, 8


class CalendarButton(Button):
    """`picked` gives the day. The month is made when it is first wanted; days to come cannot be picked."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="calendar", parent=parent)
        self.setAccessibleName(_("Pick a day"))
        self.setToolTip(_("Pick a day"))
        self._menu: QMenu | None = None
        self._month: QCalendarWidget | None = None
        self._shown = QDate.currentDate()
        self._last = self._shown
        self.clicked.connect(self._open)

    def set_days(self, shown: date, last: date) -> None:
        """Which day is marked, and which is the last that can be picked."""
        self._shown = QDate(shown.year, shown.month, shown.day)
        self._last = QDate(last.year, last.month, last.day)

    def month(self) -> QCalendarWidget:
        """The month that is shown."""
        if self._month is None:
            self._month = QCalendarWidget()
            self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            self._month.setAccessibleName(_("Pick a day"))
            # Qt's own little window for typed dates shows them as nobody here writes them.
            self._month.setDateEditEnabled(False)
            self._month.activated.connect(self._pick)
            self._month.clicked.connect(self._pick)
        self._dress(self._month)
        self._month.setMaximumDate(self._last)
        self._month.setSelectedDate(self._shown)
        return self._month

    def _open(self) -> None:
        if self._menu is None:
            self._menu = QMenu(self)
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self.month())
            self._menu.addAction(action)
        month = self.month()
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        month.setFocus()

    def _dress(self, month: QCalendarWidget) -> None:
        """Our letters, sizes and arrows, and no red Sundays: red is for warnings."""
        theme, plain = self.theme, QTextCharFormat()
        plain.setFont(theme.font("body"))
        plain.setForeground(theme.colour("ink"))
        for day in Qt.DayOfWeek:
            month.setWeekdayTextFormat(day, plain)
        month.setFirstDayOfWeek(Qt.DayOfWeek(dates.first_weekday() + 1))
        head = QTextCharFormat(plain)
        head.setForeground(theme.colour("ink2"))
        month.setHeaderTextFormat(head)
        month.setMinimumSize(theme.target.choice * _WEEK, theme.target.choice * _ROWS)
        for name, icon, words in (
            ("qt_calendar_prevmonth", "left", _("Month before")),
            ("qt_calendar_nextmonth", "right", _("Month after")),
        ):
            arrow = month.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(theme.icon(icon))
                arrow.setAccessibleName(words)
                arrow.setToolTip(words)

    def _pick(self, day: QDate) -> None:
        if self._menu is not None:
            self._menu.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))
