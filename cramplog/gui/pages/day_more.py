"""What else can be said of a day: the air, what was drunk, weight, exercise in figures, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from cramplog.domain.day import Day
from cramplog.gui.pages.form_measure import MeasureField, measure_text
from cramplog.gui.pages.form_number import NumberField, number_text
from cramplog.gui.pages.form_part import in_short, key_of, truth, yes_or_no
from cramplog.gui.pages.form_water import feels_like, fluid_field, temperature_field
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.group import Group
from cramplog.gui.widgets.plain_words import words_of
from cramplog.i18n import _, pgettext

if TYPE_CHECKING:
    from datetime import date

    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.theme.theme import Theme

_NOTE_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadEntry:
    """A field of today's card, what was typed there without being a number, and what is wrong with it."""

    field: NumberField
    text: str
    problem: str


class DayMore(Group):
    """Folded while nothing is in it. `typed` carries what was typed, `chosen` what was clicked, by field.

    `explained` comes when what is wrong with an entry is another.
    """

    typed = Signal(object)
    chosen = Signal(object)
    explained = Signal()

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Air, drinks, weight, note"), parent=parent)
        self.setProperty("ground", "none")
        self._settings = settings
        self._date: date | None = None
        self.temperature = temperature_field(theme, settings)
        self.humidity = NumberField(theme, _("Humidity (%)"), low=0, high=100)
        self.fluid = fluid_field(theme, settings, pgettext("fluids", "Drunk"))
        self.weight = MeasureField(
            theme, _("Weight"), settings=settings, which=lambda units: units.weight, low=0.2, high=700
        )
        self.minutes = NumberField(theme, _("Exercise (minutes)"), low=0, high=1_500)
        self.unaccustomed = yes_or_no(theme, _("New or unusual exercise?"), beside=False)
        self.note_text = QPlainTextEdit()
        self.note_text.setTabChangesFocus(True)
        self.note = Field(theme, _("Note"), self.note_text)
        self._fields = {
            "air_temp_c": self.temperature,
            "humidity_pct": self.humidity,
            "fluid_l": self.fluid,
            "weight_kg": self.weight,
            "exercise_minutes": self.minutes,
        }
        self._put_together()
        self._listen()
        theme.changed.connect(self._fit)
        self._fit()

    def show_day(self, day: Day) -> None:
        """Show what is known of a day. While somebody types here, what they type stays."""
        same = day.date == self._date
        show = NumberField.set_recorded if same else NumberField.set_value
        self.set_summary(self._words(day))
        if same and self.isAncestorOf(self.window().focusWidget() or self):
            return
        for name, field in self._fields.items():
            show(field, getattr(day, name))
        self.unaccustomed.set_value(key_of(day.unaccustomed))
        self.note_text.blockSignals(True)
        self.note_text.setPlainText(day.note)
        self.note_text.blockSignals(False)
        self._show_heat_index()
        if not same:
            self.set_open(bool(self._words(day)))
        self._date = day.date

    def unread(self) -> UnreadEntry | None:
        """What was typed for a number and is none: it stays until it is put right, or the day is over."""
        for field in self._fields.values():
            if wrong := field.wrong():
                return UnreadEntry(field=field, text=field.line.text().strip(), problem=wrong)
        return None

    def _words(self, day: Day) -> str:
        units = self._settings.units
        measured = (
            (day.air_temp_c, units.temperature),
            (day.fluid_l, units.volume),
            (day.weight_kg, units.weight),
        )
        said = [measure_text(value, unit) for value, unit in measured if value is not None]
        if day.exercise_minutes is not None:
            said.append(_("%(n)s min") % {"n": number_text(day.exercise_minutes)})
        if day.humidity_pct is not None:
            said.append(_("%(n)s %% humid") % {"n": number_text(day.humidity_pct)})
        new = {True: _("new exercise"), False: _("usual exercise"), None: None}[day.unaccustomed]
        return in_short(*said, new, _("note") if day.note else None)

    def _put_together(self) -> None:
        for pair in ((self.temperature, self.humidity), (self.fluid, self.weight)):
            row = QHBoxLayout()
            row.setSpacing(self._theme.space.medium)
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        for part in (self.minutes, self.unaccustomed, self.note):
            self.body.addWidget(part)
        edge = self._theme.space
        self.body.setContentsMargins(edge.none, edge.none, edge.none, edge.small)

    def _listen(self) -> None:
        for name, field in self._fields.items():
            field.changed.connect(lambda value, one=name: self._tell(**{one: value}))
            field.explained.connect(self.explained)
        self.unaccustomed.changed.connect(lambda key: self.chosen.emit({"unaccustomed": truth(key)}))
        self.note_text.textChanged.connect(lambda: self._tell(note=words_of(self.note_text)))
        self._settings.reader_changed.connect(self._show_heat_index)

    def _tell(self, **values: Any) -> None:
        self._show_heat_index()
        self.typed.emit(values)

    def _show_heat_index(self) -> None:
        degrees, percent = self.temperature.value(), self.humidity.value()
        self.temperature.set_hint(feels_like(degrees, percent, self._settings.units.temperature))

    def _fit(self) -> None:
        lines = self._theme.type.line("body") * _NOTE_LINES
        self.note_text.setFixedHeight(lines + 2 * self._theme.space.group)
