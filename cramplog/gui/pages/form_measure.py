"""A field for something that is measured, in the unit that the person chose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cramplog.gui.pages.form_number import NumberField, number_text
from cramplog.i18n import _
from cramplog.words import units

if TYPE_CHECKING:
    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.theme.theme import Theme
    from cramplog.words.units import Unit, Units


class MeasureField(NumberField):
    """`which` picks this field's unit from the person's. Values go in and out as the diary keeps them."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        settings: WindowSettings,
        which: Callable[[Units], Unit],
        low: float,
        high: float,
        parent: QWidget | None = None,
    ) -> None:
        self._settings, self._which, self._plain_label = settings, which, label
        super().__init__(theme, label, low=low, high=high, parent=parent)
        self._unit = which(settings.units)
        self._name_unit()
        settings.reader_changed.connect(self._follow_reader)

    def kept(self, typed: float) -> float:
        """What is typed in the person's unit, in the diary's."""
        return units.kept(typed, self._unit)

    def shown(self, kept: float) -> float:
        """What the diary has, in the person's unit."""
        return units.shown(kept, self._unit)

    def _follow_reader(self) -> None:
        value = self.value()
        self._unit = self._which(self._settings.units)
        self._name_unit()
        # What cannot be read is in no unit.
        if value is not None:
            self.line.setText(number_text(self.shown(value)))

    def _name_unit(self) -> None:
        words = _("%(what)s (%(unit)s)") % {"what": self._plain_label, "unit": units.sign(self._unit)}
        self.label.setText(words)
        self.editor.setAccessibleName(words)


def measure_text(kept: float, unit: Unit) -> str:
    """A value of the diary in a unit, with its sign: "31 °C", "64 fl oz"."""
    return _("%(number)s %(unit)s") % {
        "number": number_text(units.shown(kept, unit)),
        "unit": units.sign(unit),
    }
