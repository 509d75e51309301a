"""Who keeps the diary, as far as they wish to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cramplog.domain import check

# The conditions that a doctor asks for; others are kept in the person's own words.
CONDITIONS = ("diabetes", "dialysis", "thyroid", "liver", "kidney", "artery", "nerve", "spine", "heart")


class Sex(StrEnum):
    """Sex as the person gives it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The person.

    `conditions` are words of CONDITIONS or the person's own; None means not asked, an empty tuple asked
    and none.
    """

    name: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    height_cm: float | None = None
    weight_kg: float | None = None
    pregnant: bool | None = None
    conditions: tuple[str, ...] | None = None
    note: str = ""

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "name", check.name("name", self.name))
        check.day("birth_date", self.birth_date)
        put(self, "sex", check.choice("sex", self.sex, Sex))
        put(self, "height_cm", check.number("height_cm", self.height_cm, 20, 300))
        put(self, "weight_kg", check.number("weight_kg", self.weight_kg, 0.2, 700))
        put(self, "pregnant", check.truth("pregnant", self.pregnant))
        if self.conditions is not None:
            words = [check.needed_name("conditions", condition) for condition in self.conditions]
            put(self, "conditions", check.distinct("conditions", words))
        put(self, "note", check.note("note", self.note))
