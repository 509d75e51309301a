"""A button that lets a day be picked from a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.i18n import _


class CalendarButton(Button):
    """`picked` gives the day. The month is made when it is first wanted; days to come cannot be picked."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="calendar", parent=parent)
        self.setAccessibleName(_("Pick a day"))
        self.setToolTip(_("Pick a day"))
        self._menu: QMenu | None = None
        self._month: QCalendarWidget | None = None
        self.clicked.connect(self._open)

    def month(self) -> QCalendarWidget:
        """The month that is shown."""
        if self._month is None:
            self._month = QCalendarWidget()
            self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            self._month.setAccessibleName(_("Pick a day"))
            self._month.activated.connect(self._pick)
            self._month.clicked.connect(self._pick)
        return self._month

    def _open(self) -> None:
        if self._menu is None:
            self._menu = QMenu(self)
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self.month())
            self._menu.addAction(action)
        self.month().setMaximumDate(QDate.currentDate())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.month().setFocus()

    def _pick(self, day: QDate) -> None:
        if self._menu is not None and self._menu.isVisible():
            self._menu.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
