"""The units that the reader measures in; the diary itself keeps °C, kg, cm and litres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cramplog.i18n import pgettext

# CLDR's measurement systems by territory: where it is warm in °F, and where people weigh in pounds.
_FAHRENHEIT = frozenset(["US", "BS", "BZ", "KY", "PR", "PW", "FM", "MH", "GU", "VI", "AS", "MP", "UM"])
_POUNDS = frozenset(["US", "LR", "MM", "PR", "GU", "VI", "AS", "MP", "UM"])


class Temperature(StrEnum):
    """Degrees."""

    CELSIUS = "c"
    FAHRENHEIT = "f"


class Weight(StrEnum):
    """What a person weighs in."""

    KILOGRAMS = "kg"
    POUNDS = "lb"


class Length(StrEnum):
    """What a person's height is measured in."""

    CENTIMETRES = "cm"
    INCHES = "in"


class Volume(StrEnum):
    """What drinks are measured in."""

    LITRES = "l"
    MILLILITRES = "ml"
    FLUID_OUNCES = "floz"


Unit = Temperature | Weight | Length | Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """One unit for each thing that is measured."""

    temperature: Temperature = Temperature.CELSIUS
    weight: Weight = Weight.KILOGRAMS
    length: Length = Length.CENTIMETRES
    volume: Volume = Volume.LITRES

    def with_(self, unit: Unit) -> Units:
        """The same with another unit for what `unit` measures."""
        match unit:
            case Temperature():
                return replace(self, temperature=unit)
            case Weight():
                return replace(self, weight=unit)
            case Length():
                return replace(self, length=unit)
            case Volume():
                return replace(self, volume=unit)


@dataclass(frozen=True, slots=True)
class _Measure:
    """shown = kept × factor + offset, with so many decimals."""

    factor: float
    offset: float = 0.0
    decimals: int = 1


# Exact by definition: 1 lb = 0.45359237 kg, 1 in = 2.54 cm, 1 US fl oz = 29.5735295625 ml.
_MEASURES: dict[Unit, _Measure] = {
    Temperature.CELSIUS: _Measure(1),
    Temperature.FAHRENHEIT: _Measure(9 / 5, 32),
    Weight.KILOGRAMS: _Measure(1),
    Weight.POUNDS: _Measure(1 / 0.45359237),
    Length.CENTIMETRES: _Measure(1),
    Length.INCHES: _Measure(1 / 2.54),
    Volume.LITRES: _Measure(1, decimals=2),
    Volume.MILLILITRES: _Measure(1000, decimals=0),
    Volume.FLUID_OUNCES: _Measure(1000 / 29.5735295625),
}
_METRIC: frozenset[Unit] = frozenset(
    [Temperature.CELSIUS, Weight.KILOGRAMS, Length.CENTIMETRES, Volume.LITRES]
)
# Far finer than what is typed, so that 100 °F come back as 100 °F.
_KEPT_DECIMALS = 6


def usual_units(territory: str) -> Units:
    """What people in a territory ("US", "AT"; "" where it is not known) measure in."""
    american = territory in _POUNDS
    return Units(
        temperature=Temperature.FAHRENHEIT if territory in _FAHRENHEIT else Temperature.CELSIUS,
        weight=Weight.POUNDS if american else Weight.KILOGRAMS,
        length=Length.INCHES if american else Length.CENTIMETRES,
        volume=Volume.FLUID_OUNCES if american else Volume.LITRES,
    )


def shown(kept: float, unit: Unit) -> float:
    """A value of the diary in `unit`; one that is kept in this very unit keeps every digit."""
    if unit in _METRIC:
        return kept
    measure = _MEASURES[unit]
    return round(kept * measure.factor + measure.offset, measure.decimals)


def kept(shown_value: float, unit: Unit) -> float:
    """What the diary keeps for a value in `unit`."""
    if unit in _METRIC:
        return shown_value
    measure = _MEASURES[unit]
    return round((shown_value - measure.offset) / measure.factor, _KEPT_DECIMALS)


def sign(unit: Unit) -> str:
    """The unit's sign, as behind a number: "°C", "lb"."""
    return {
        Temperature.CELSIUS: pgettext("unit", "°C"),
        Temperature.FAHRENHEIT: pgettext("unit", "°F"),
        Weight.KILOGRAMS: pgettext("unit", "kg"),
        Weight.POUNDS: pgettext("unit", "lb"),
        Length.CENTIMETRES: pgettext("unit", "cm"),
        Length.INCHES: pgettext("unit", "in"),
        Volume.LITRES: pgettext("unit", "l"),
        Volume.MILLILITRES: pgettext("unit", "ml"),
        Volume.FLUID_OUNCES: pgettext("unit", "fl oz"),
    }[unit]
