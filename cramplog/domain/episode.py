"""One muscle cramp, from its onset to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Place
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.i18n import _

LONGEST_CRAMP_S = 31 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What was done in the 24 hours before a cramp. `done` False is recorded: no exercise."""

    done: bool
    kind: str | None = None
    minutes: float | None = None
    exertion: float | None = None
    unaccustomed: bool | None = None
    ended_min_before: float | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        if not isinstance(self.done, bool):
            raise InvalidValue("exercise.done", self.done, _("must be true or false"))
        put(self, "kind", check.name("exercise.kind", self.kind))
        put(self, "minutes", check.number("exercise.minutes", self.minutes, 0, 10_080))
        put(self, "exertion", check.number("exercise.exertion", self.exertion, 0, 10))
        put(self, "unaccustomed", check.truth("exercise.unaccustomed", self.unaccustomed))
        put(
            self,
            "ended_min_before",
            check.number("exercise.ended_min_before", self.ended_min_before, 0, 10_080),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """One thing that was tried, and how it did."""

    method: Method
    effect: Effect | None = None
    minutes: float | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "method", check.needed_choice("relief.method", self.method, Method))
        put(self, "effect", check.choice("relief.effect", self.effect, Effect))
        put(self, "minutes", check.number("relief.minutes", self.minutes, 0, 44_640))


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One cramp. None means "not recorded" throughout; an empty tuple means "asked, none".

    `started` is the wall time as the person saw it with its UTC offset at that moment; `zone` the IANA name.
    `duration_s` is elapsed time in seconds, `pain` the worst moment on the 0–10 numeric rating scale.
    Raises InvalidValue, naming field and value, for anything that cannot be.
    """

    id: str
    started: datetime
    places: tuple[Place, ...]
    zone: str | None = None
    duration_s: int | None = None
    pain: int | None = None
    circumstance: Circumstance | None = None
    woke: bool | None = None
    signs: tuple[MuscleSign, ...] | None = None
    repeats: int | None = None
    warning_signs: tuple[WarningSign, ...] | None = None
    hydration: Hydration | None = None
    urine_colour: int | None = None
    fluid_l: float | None = None
    heavy_sweating: bool | None = None
    heat: Heat | None = None
    air_temp_c: float | None = None
    humidity_pct: float | None = None
    exercise: Exercise | None = None
    ill: bool | None = None
    relief: tuple[Relief, ...] | None = None
    soreness_h: float | None = None
    note: str = ""
    source: Source | None = None
    created: datetime | None = None
    changed: datetime | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", check.identity("id", self.id))
        put(self, "started", _needed_moment("started", self.started))
        put(self, "places", _places(self.places))
        # Most of the fields of most cramps are not recorded, and a diary may come with 100,000 of them.
        for field, checked in _CHECKS:
            value = getattr(self, field)
            if value is not None:
                put(self, field, checked(field, value))
        put(self, "note", check.note("note", self.note))
        self._check_lists()

    def _check_lists(self) -> None:
        put = object.__setattr__
        if self.signs is not None:
            signs = [check.needed_choice("signs", sign, MuscleSign) for sign in self.signs]
            put(self, "signs", check.distinct("signs", signs))
        if self.warning_signs is not None:
            ticked = [check.needed_choice("warning_signs", sign, WarningSign) for sign in self.warning_signs]
            put(self, "warning_signs", check.distinct("warning_signs", ticked))
        if self.relief is not None:
            for tried in self.relief:
                if not isinstance(tried, Relief):
                    raise InvalidValue("relief", tried, _("must be a method and its effect"))
            put(self, "relief", tuple(self.relief))
        if self.exercise is not None and not isinstance(self.exercise, Exercise):
            raise InvalidValue("exercise", self.exercise, _("must say whether exercise was done"))

    @property
    def ended(self) -> datetime | None:
        """When the cramp let go, with the offset of its onset; None where the duration is not known."""
        return None if self.duration_s is None else self.started + timedelta(seconds=self.duration_s)


def _needed_moment(field: str, value: datetime) -> datetime:
    found = check.moment(field, value)
    if found is None:
        raise InvalidValue.missing(field, value)
    return found


def _places(values: tuple[Place, ...]) -> tuple[Place, ...]:
    places = check.distinct("places", values)
    if not places:
        raise InvalidValue("places", values, _("must name at least one muscle"))
    for place in places:
        if not isinstance(place, Place):
            raise InvalidValue("places", place, _("must be a muscle and its side"))
    return places


_CHECKS: tuple[tuple[str, Callable[[str, Any], Any]], ...] = (
    ("zone", check.zone),
    ("duration_s", lambda field, value: check.seconds(field, value, LONGEST_CRAMP_S)),
    ("pain", lambda field, value: check.whole(field, value, 0, 10)),
    ("circumstance", lambda field, value: check.choice(field, value, Circumstance)),
    ("repeats", lambda field, value: check.whole(field, value, 0, 1_000)),
    ("hydration", lambda field, value: check.choice(field, value, Hydration)),
    ("urine_colour", lambda field, value: check.whole(field, value, 1, 8)),
    ("fluid_l", lambda field, value: check.number(field, value, 0, 50)),
    ("heat", lambda field, value: check.choice(field, value, Heat)),
    ("air_temp_c", lambda field, value: check.number(field, value, -90, 90)),
    ("humidity_pct", lambda field, value: check.number(field, value, 0, 100)),
    ("soreness_h", lambda field, value: check.number(field, value, 0, 10_000)),
    ("source", lambda field, value: check.choice(field, value, Source)),
    ("woke", check.truth),
    ("heavy_sweating", check.truth),
    ("ill", check.truth),
    ("created", check.moment),
    ("changed", check.moment),
)
