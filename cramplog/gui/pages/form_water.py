"""Water and heat: what had been drunk, how warm it was, and whether the body lost water."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cramplog.domain.heat import heat_index_f
from cramplog.domain.scales import Heat, Hydration
from cramplog.gui.pages.form_measure import MeasureField, measure_text
from cramplog.gui.pages.form_number import NumberField, number_text
from cramplog.gui.pages.form_part import Part, choices_of, in_short, key_of, truth, yes_or_no
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.gui.widgets.urine_scale import UrineScale
from cramplog.i18n import _, pgettext
from cramplog.words import scales
from cramplog.words.units import shown, sign

if TYPE_CHECKING:
    from cramplog.domain.day import Day
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.gui.settings import WindowSettings
    from cramplog.words.units import Temperature


class WaterPart(Part):
    """Eight fields that analysis reads as context; each may stay not recorded."""

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self.hydration = ChoiceRow(theme, _("Water"), choices_of(Hydration, scales.hydration))
        self.urine = UrineScale(theme)
        self.fluid = fluid_field(theme, settings, pgettext("fluids", "Drunk that day"))
        self.sweating = yes_or_no(theme, _("Sweating a lot?"))
        self.heat = ChoiceRow(theme, _("Heat"), choices_of(Heat, scales.heat))
        self.temperature = temperature_field(theme, settings)
        self.humidity = NumberField(theme, _("Humidity (%)"), low=0, high=100)
        self.ill = yes_or_no(theme, _("Vomiting, diarrhoea or fever that day?"), beside=False)
        self._set_up()
        self._listen()

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was recorded."""
        self.hydration.set_value(draft.hydration)
        self.urine.set_value(draft.urine_colour)
        self.fluid.set_value(draft.fluid_l)
        self.sweating.set_value(key_of(draft.heavy_sweating))
        self.heat.set_value(draft.heat)
        self.temperature.set_value(draft.air_temp_c)
        self.humidity.set_value(draft.humidity_pct)
        self.ill.set_value(key_of(draft.ill))
        self._show_heat_index()

    def suggest(self, draft: EpisodeDraft, day: Day | None) -> str:
        """Show what the day's check-in says where the cramp says nothing; the words of what is shown."""
        for row in (self.hydration, self.urine, self.heat, self.ill):
            if row.is_suggestion():
                row.set_value(None)
        shown = type(draft)(id=draft.id)
        if day is not None:
            for field in ("hydration", "urine_colour", "heat", "ill"):
                if getattr(draft, field) is None and getattr(day, field) is not None:
                    shown = shown.with_(**{field: getattr(day, field)})
        origin = _("from your day card")
        if shown.hydration is not None:
            self.hydration.suggest(shown.hydration, origin)
        if shown.urine_colour is not None:
            self.urine.suggest(shown.urine_colour, origin)
        if shown.heat is not None:
            self.heat.suggest(shown.heat, origin)
        if shown.ill is not None:
            self.ill.suggest(key_of(shown.ill) or "", origin)
        return self.summary(shown)

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "Water: some · Urine: 3 · Warm"."""
        units = self._settings.units
        water = scales.hydration(draft.hydration) if draft.hydration else None
        return in_short(
            _("Water: %(word)s") % {"word": water} if water else None,
            _("Urine: %(step)d") % {"step": draft.urine_colour} if draft.urine_colour else None,
            _("%(much)s drunk") % {"much": measure_text(draft.fluid_l, units.volume)}
            if draft.fluid_l is not None
            else None,
            {True: _("sweating"), False: _("not sweating"), None: None}[draft.heavy_sweating],
            scales.heat(draft.heat) if draft.heat else None,
            measure_text(draft.air_temp_c, units.temperature) if draft.air_temp_c is not None else None,
            _("%(n)s %% humid") % {"n": number_text(draft.humidity_pct)}
            if draft.humidity_pct is not None
            else None,
            {True: _("ill"), False: _("not ill"), None: None}[draft.ill],
        )

    def _set_up(self) -> None:
        air = QHBoxLayout()
        air.setSpacing(self.theme.space.medium)
        air.addWidget(self.temperature, 1)
        air.addWidget(self.humidity, 1)
        for row in (self.hydration, self.urine, self.fluid, self.sweating, self.heat):
            self.body.addWidget(row)
        self.body.addLayout(air)
        self.body.addWidget(self.ill)

    def _listen(self) -> None:
        self.hydration.changed.connect(
            lambda key: self.chosen.emit({"hydration": Hydration(key) if key else None})
        )
        self.urine.changed.connect(lambda step: self.chosen.emit({"urine_colour": step}))
        self.fluid.changed.connect(lambda litres: self.typed.emit({"fluid_l": litres}))
        self.sweating.changed.connect(lambda key: self.chosen.emit({"heavy_sweating": truth(key)}))
        self.heat.changed.connect(lambda key: self.chosen.emit({"heat": Heat(key) if key else None}))
        self.temperature.changed.connect(lambda degrees: self.typed.emit({"air_temp_c": degrees}))
        self.humidity.changed.connect(lambda percent: self.typed.emit({"humidity_pct": percent}))
        self.ill.changed.connect(lambda key: self.chosen.emit({"ill": truth(key)}))
        for field in (self.temperature, self.humidity):
            field.changed.connect(self._show_heat_index)
        self._settings.reader_changed.connect(self._show_heat_index)

    def _show_heat_index(self) -> None:
        degrees, percent = self.temperature.value(), self.humidity.value()
        self.temperature.set_hint(feels_like(degrees, percent, self._settings.units.temperature))


def fluid_field(theme: Theme, settings: WindowSettings, label: str) -> MeasureField:
    """How much was drunk."""
    return MeasureField(theme, label, settings=settings, which=lambda units: units.volume, low=0, high=50)


def temperature_field(theme: Theme, settings: WindowSettings, label: str | None = None) -> MeasureField:
    """How warm the air was, unless the label says of what."""
    words = label or _("Air temperature")
    return MeasureField(
        theme, words, settings=settings, which=lambda units: units.temperature, low=-90, high=90
    )


def feels_like(air_temp_c: float | None, humidity_pct: float | None, unit: Temperature) -> str:
    """The heat index in words; "" where one of the two is not known."""
    if air_temp_c is None or humidity_pct is None:
        return ""
    felt = shown((heat_index_f(air_temp_c, humidity_pct) - 32) * 5 / 9, unit)
    return _("Feels like %(degrees)d %(unit)s (heat index)") % {"degrees": round(felt), "unit": sign(unit)}
