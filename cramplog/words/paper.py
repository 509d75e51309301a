"""The words on the paper sheet; the grid that a filled sheet is typed into has the same."""

from __future__ import annotations

from enum import StrEnum

from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign
from cramplog.i18n import _
from cramplog.words import scales
from cramplog.words.within import within

# The numbers on paper stand for these, in this order, from 1 on.
HYDRATION = tuple(Hydration)
HEAT = tuple(Heat)
CIRCUMSTANCES = tuple(Circumstance)
METHODS = tuple(Method)
EFFECTS = tuple(Effect)
SIGNS = tuple(MuscleSign)


class DayField(StrEnum):
    """What the sheet asks about a day, from left to right."""

    FREE = "free"
    EXERTION = "exertion"
    STRETCHED = "stretched"
    HYDRATION = "hydration"
    HEAT = "heat"
    ALCOHOL = "alcohol"
    ILL = "ill"
    SLEEP = "sleep"


class CrampField(StrEnum):
    """What the sheet asks about a cramp, from top to bottom."""

    DAY = "day"
    TIME = "time"
    MUSCLE = "muscle"
    SIDE = "side"
    MINUTES = "minutes"
    PAIN = "pain"
    WOKE = "woke"
    CIRCUMSTANCE = "circumstance"
    SIGNS = "signs"
    TRIED = "tried"
    EFFECT = "effect"
    WARNING = "warning"
    NOTE = "note"


def day_field(which: DayField) -> str:
    """The head of a day's column."""
    return {
        DayField.FREE: _("No cramps"),
        DayField.EXERTION: _("Exercise 0–10"),
        DayField.STRETCHED: _("Stretched"),
        DayField.HYDRATION: _("Drinks 1–3"),
        DayField.HEAT: _("Heat 1–5"),
        DayField.ALCOHOL: _("Alcohol"),
        DayField.ILL: _("Ill"),
        DayField.SLEEP: _("Bad sleep 0–10"),
    }[which]


def cramp_field(which: CrampField) -> str:
    """The label of one thing that is asked about a cramp."""
    return {
        CrampField.DAY: _("Day"),
        CrampField.TIME: _("Time"),
        CrampField.MUSCLE: _("Where"),
        CrampField.SIDE: _("Side"),
        CrampField.MINUTES: _("Minutes"),
        CrampField.PAIN: _("Pain 0–10"),
        CrampField.WOKE: _("It woke me"),
        CrampField.CIRCUMSTANCE: _("I was"),
        CrampField.SIGNS: _("The muscle"),
        CrampField.TRIED: _("I tried"),
        CrampField.EFFECT: _("It helped"),
        CrampField.WARNING: _("Warning sign"),
        CrampField.NOTE: _("Note"),
    }[which]


def numbered(names: tuple[str, ...]) -> str:
    """What the numbers stand for: "1 cool, 2 comfortable"."""
    return ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))


def hydration_numbers() -> str:
    """What the numbers in the column of drinks stand for."""
    return numbered(tuple(within(scales.hydration(step)) for step in HYDRATION))


def heat_numbers() -> str:
    """What the numbers in the column of heat stand for."""
    return numbered(tuple(within(scales.heat(step)) for step in HEAT))
