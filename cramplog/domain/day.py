"""One diary day's check-in: cramp-free or not, and that day's context."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue
from cramplog.domain.scales import Heat, Hydration


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was said about one diary day. None means "not recorded" throughout.

    `cramp_free` True is a day checked in as free of cramps; False only says "checked in".
    `sleep_disturbance` (0–10) is of this diary day's own night, which ends the next morning.
    """

    date: date
    cramp_free: bool | None = None
    hydration: Hydration | None = None
    urine_colour: int | None = None
    fluid_l: float | None = None
    heat: Heat | None = None
    air_temp_c: float | None = None
    humidity_pct: float | None = None
    exercised: bool | None = None
    hardest_exertion: float | None = None
    exercise_minutes: float | None = None
    unaccustomed: bool | None = None
    stretched: bool | None = None
    alcohol: bool | None = None
    ill: bool | None = None
    sleep_disturbance: int | None = None
    weight_kg: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        put = object.__setattr__
        if check.day("date", self.date) is None:
            raise InvalidValue.missing("date")
        put(self, "hydration", check.choice("hydration", self.hydration, Hydration))
        put(self, "urine_colour", check.whole("urine_colour", self.urine_colour, 1, 8))
        put(self, "fluid_l", check.number("fluid_l", self.fluid_l, 0, 50))
        put(self, "heat", check.choice("heat", self.heat, Heat))
        put(self, "air_temp_c", check.number("air_temp_c", self.air_temp_c, -90, 90))
        put(self, "humidity_pct", check.number("humidity_pct", self.humidity_pct, 0, 100))
        put(self, "hardest_exertion", check.number("hardest_exertion", self.hardest_exertion, 0, 10))
        put(self, "exercise_minutes", check.number("exercise_minutes", self.exercise_minutes, 0, 1_500))
        put(self, "sleep_disturbance", check.whole("sleep_disturbance", self.sleep_disturbance, 0, 10))
        put(self, "weight_kg", check.number("weight_kg", self.weight_kg, 0.2, 700))
        put(self, "note", check.note("note", self.note))
        for field in ("cramp_free", "exercised", "unaccustomed", "stretched", "alcohol", "ill"):
            put(self, field, check.truth(field, getattr(self, field)))
