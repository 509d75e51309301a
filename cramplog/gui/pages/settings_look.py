"""How the window looks and reads: colours, text size, units, hours and weeks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.gui.look_choice import TEXT_STEP
from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.settings import LARGEST_TEXT, SMALLEST_TEXT, WindowSettings
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _, pgettext
from cramplog.words import units
from cramplog.words.units import Length, Temperature, Volume, Weight

if TYPE_CHECKING:
    from cramplog.words.units import Unit

_SYSTEM = "system"
_MONDAY, _SATURDAY, _SUNDAY = "0", "5", "6"


class LookCard(SettingsCard):
    """`look_chosen` gives the palette's name, `text_size_chosen` the size as a share of the usual one."""

    look_chosen = Signal(str)
    text_size_chosen = Signal(float)

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Look"), parent=parent)
        self._settings = settings
        looks = (
            Choice("system", _("As the system")),
            Choice("light", pgettext("look", "Light")),
            Choice("dark", pgettext("look", "Dark")),
            Choice("contrast", pgettext("look", "High contrast")),
        )
        self.look = ChoiceRow(theme, _("Colours"), looks, clearable=False)
        self.smaller = Button(theme, _("Smaller"), icon="minus")
        self.larger = Button(theme, _("Larger"), icon="plus")
        self.smaller.setAccessibleName(_("Smaller text"))
        self.larger.setAccessibleName(_("Larger text"))
        self.shown_size = Text(theme, "", "label")
        self.night = TickBox(theme, _("The timer is dark from 22 to 6 o’clock"))
        self._put_together()
        self._listen()
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is worn now."""
        self.look.set_value(self._settings.look)
        size = self._theme.text_size
        self.shown_size.setText(_("Text size: %(percent)d %%") % {"percent": round(size * 100)})
        self.smaller.set_possible(size > SMALLEST_TEXT, reason=_("This is the smallest text."))
        self.larger.set_possible(size < LARGEST_TEXT, reason=_("This is the largest text."))
        self.night.setChecked(self._settings.night_timer)

    def _put_together(self) -> None:
        buttons = FlowLayout(gap=self._theme.space.small)
        for button in (self.smaller, self.larger):
            buttons.addWidget(button)
        sizes = QWidget()
        column = QVBoxLayout(sizes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space.small)
        column.addWidget(self.shown_size)
        column.addLayout(buttons)
        self.add(self.look, self.look.label.text(), _("dark light contrast theme palette"))
        self.add(sizes, self.shown_size.text(), _("text size larger smaller letters zoom"))
        self.add(self.night, self.night.text())

    def _listen(self) -> None:
        self.look.changed.connect(lambda look: self.look_chosen.emit(look))
        self.smaller.clicked.connect(lambda: self._step(-TEXT_STEP))
        self.larger.clicked.connect(lambda: self._step(TEXT_STEP))
        self.night.clicked.connect(self._choose_night)
        self._theme.changed.connect(self.show_settings)

    def _step(self, by: float) -> None:
        # What was asked for last, which the window may not wear yet.
        self.text_size_chosen.emit(self._settings.text_size + by)

    def _choose_night(self, dark: bool) -> None:
        self._settings.night_timer = dark


class ReaderCard(SettingsCard):
    """Units, hours and weeks: chosen here for the whole window, while the diary keeps its own."""

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        about = _("What is typed and shown. Your diary keeps the same values whatever you choose.")
        super().__init__(theme, _("Units and times"), about, parent=parent)
        self._settings = settings
        self.temperature = self._unit_row(_("Temperature"), Temperature)
        self.weight = self._unit_row(_("Weight"), Weight)
        self.length = self._unit_row(_("Height"), Length)
        self.volume = self._unit_row(_("Drinks"), Volume)
        self.hours = self._row(_("Clock"), (("12", _("12 hours")), ("24", _("24 hours"))), self._choose_hours)
        days = ((_MONDAY, _("Monday")), (_SATURDAY, _("Saturday")), (_SUNDAY, _("Sunday")))
        self.weekday = self._row(_("Weeks begin on"), days, self._choose_weekday)
        pairs = ((self.temperature, self.weight), (self.length, self.volume))
        for pair in pairs:
            self.add(self.side_by_side(*pair), *(row.label.text() for row in pair), _("units"))
        self.add(self.hours, self.hours.label.text(), _("time hours"))
        self.add(self.weekday, self.weekday.label.text(), _("week first day"))
        settings.reader_changed.connect(self.show_settings)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is chosen, or usual in the reader's country."""
        chosen = self._settings.units
        self.temperature.set_value(chosen.temperature)
        self.weight.set_value(chosen.weight)
        self.length.set_value(chosen.length)
        self.volume.set_value(chosen.volume)
        hours, weekday = self._settings.hours, self._settings.first_weekday
        self.hours.set_value(_SYSTEM if hours is None else str(hours))
        self.weekday.set_value(_SYSTEM if weekday is None else str(weekday))

    def _unit_row(self, label: str, kind: type[Unit]) -> ChoiceRow:
        choices = [Choice(unit.value, units.sign(unit)) for unit in kind]
        row = ChoiceRow(self._theme, label, choices, clearable=False)
        row.changed.connect(lambda key: self._settings.choose_unit(kind(key)))
        return row

    def _row(
        self, label: str, choices: tuple[tuple[str, str], ...], chosen: Callable[[int | None], None]
    ) -> ChoiceRow:
        offered = [Choice(_SYSTEM, _("As the system")), *(Choice(key, words) for key, words in choices)]
        row = ChoiceRow(self._theme, label, offered, clearable=False)
        row.changed.connect(lambda key: chosen(None if key == _SYSTEM else int(key)))
        return row

    def _choose_hours(self, hours: int | None) -> None:
        self._settings.hours = hours

    def _choose_weekday(self, weekday: int | None) -> None:
        self._settings.first_weekday = weekday
