"""Units: what people read and type is theirs, what is kept is the contract's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.i18n import language
from cramplog.words import dates
from cramplog.words.units import Length, Temperature, Unit, Units, Volume, Weight, kept, shown, usual_units

EVERY_UNIT: tuple[Unit, ...] = (*Temperature, *Weight, *Length, *Volume)


@pytest.mark.parametrize(
    ("typed", "unit", "stored"),
    [
        (86.0, Temperature.FAHRENHEIT, 30.0),
        (32.0, Temperature.FAHRENHEIT, 0.0),
        (-40.0, Temperature.FAHRENHEIT, -40.0),
        (100.0, Weight.POUNDS, 45.359237),
        (70.0, Length.INCHES, 177.8),
        (500.0, Volume.MILLILITRES, 0.5),
        (16.0, Volume.FLUID_OUNCES, 0.473176),
        (1.5, Volume.LITRES, 1.5),
    ],
)
def test_what_is_typed_is_kept_in_the_contracts_unit(typed: float, unit: Unit, stored: float) -> None:
    assert kept(typed, unit) == pytest.approx(stored, abs=1e-6)


@given(st.integers(-400, 4000), st.sampled_from(EVERY_UNIT))
def test_what_was_typed_is_shown_again(tenths: int, unit: Unit) -> None:
    typed = float(tenths) if unit is Volume.MILLILITRES else tenths / 10

    assert shown(kept(typed, unit), unit) == pytest.approx(typed, abs=1e-9)


def test_a_value_in_its_own_unit_keeps_every_digit() -> None:
    assert shown(36.123456789, Temperature.CELSIUS) == 36.123456789


@pytest.mark.parametrize(
    ("territory", "units"),
    [
        (
            "US",
            Units(
                temperature=Temperature.FAHRENHEIT,
                weight=Weight.POUNDS,
                length=Length.INCHES,
                volume=Volume.FLUID_OUNCES,
            ),
        ),
        ("DE", Units()),
        ("GB", Units()),
        ("", Units()),
        ("BS", Units(temperature=Temperature.FAHRENHEIT)),
    ],
)
def test_units_follow_the_country(territory: str, units: Units) -> None:
    assert usual_units(territory) == units


@pytest.fixture
def hours() -> Iterator[None]:
    yield
    language.hours = None


@pytest.mark.parametrize(("chosen", "words"), [(None, "14:05"), (24, "14:05"), (12, "2:05 pm")])
def test_the_hours_of_the_clock_can_be_chosen(hours: None, chosen: int | None, words: str) -> None:
    language.hours = chosen

    assert dates.time(datetime(2026, 9, 6, 14, 5)).replace("\u202f", " ") == words


def test_the_first_day_of_the_week_follows_the_country_or_the_choice(hours: None) -> None:
    assert dates.first_weekday() == 0
