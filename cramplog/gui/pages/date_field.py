"""A field for a day that can be typed in words or picked from a month, and may stay empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.errors import InvalidValue
from cramplog.gui.pages.form_calendar import CalendarButton
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _
from cramplog.words import dates, typed

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.gui.theme.theme import Theme


class DateField(Field):
    """`changed` says that another day was typed or picked; `is_sound` whether it can be read."""

    changed = Signal()

    def __init__(
        self, theme: Theme, label: str, clock: Clock, *, empty: str = "", parent: QWidget | None = None
    ) -> None:
        self._clock = clock
        self.line = Line()
        super().__init__(theme, label, self.line, parent=parent)
        self.line.setPlaceholderText(empty or _("Not recorded"))
        self.calendar = CalendarButton(theme)
        beside = QHBoxLayout()
        beside.setSpacing(theme.space.small)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.calendar)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, beside)
        self.line.textEdited.connect(lambda _text: self._edited())
        self.line.editingFinished.connect(self._finished)
        self.calendar.picked.connect(self._picked)
        self.calendar.pressed.connect(self._mark)

    def value(self) -> date | None:
        """The day; None where nothing is typed, or nothing that can be read."""
        try:
            return typed.day(self.line.text(), today=self._clock.now().date())
        except InvalidValue:
            return None

    def set_value(self, day: date | None) -> None:
        """Show a day, or none."""
        self.line.setText(dates.day(day) if day is not None else "")
        self.set_problem("")

    def is_sound(self) -> bool:
        """Whether what is typed is a day or nothing; says what is wrong otherwise."""
        sound = not self.line.text().strip() or self.value() is not None
        self.set_problem("" if sound else _("Type a day such as “6 Sep 2026” or “yesterday”."))
        return sound

    def _edited(self) -> None:
        self.set_problem("")
        self.changed.emit()

    def _finished(self) -> None:
        if self.is_sound():
            self.set_value(self.value())

    def _picked(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit()

    def _mark(self) -> None:
        """A medicine may begin, and a routine end, on a day to come."""
        today = self._clock.now().date()
        self.calendar.set_days(self.value() or today, today.replace(month=12, day=31))
