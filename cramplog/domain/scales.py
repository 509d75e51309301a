"""The words on the scales that an episode, a day or a workout is described with."""

from __future__ import annotations

from enum import StrEnum


class Circumstance(StrEnum):
    """What the person was doing when the cramp began."""

    DURING_EXERCISE = "during_exercise"
    AFTER_EXERCISE = "after_exercise"
    WORKING = "working"
    RESTING = "resting"
    ASLEEP = "asleep"
    WAKING = "waking"
    OTHER = "other"


class MuscleSign(StrEnum):
    """What the muscle felt or looked like."""

    HARD = "hard"
    DISTORTED = "distorted"
    TWITCHING = "twitching"


class Hydration(StrEnum):
    """How much the person had drunk, as felt."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class Heat(StrEnum):
    """How warm it felt."""

    COOL = "cool"
    COMFORTABLE = "comfortable"
    WARM = "warm"
    HOT = "hot"
    VERY_HOT = "very_hot"


class Method(StrEnum):
    """What was tried against the cramp."""

    STOP = "stop"
    STRETCH = "stretch"
    MASSAGE = "massage"
    HEAT = "heat"
    COLD = "cold"
    WALK = "walk"
    FLUIDS = "fluids"
    ELECTROLYTES = "electrolytes"
    MEDICINE = "medicine"
    OTHER = "other"


class Effect(StrEnum):
    """How much a method eased the cramp, from nothing to all of it."""

    NONE = "none"
    LITTLE = "little"
    MOSTLY = "mostly"
    COMPLETE = "complete"


class Source(StrEnum):
    """How an episode came into the diary."""

    TYPED = "typed"
    TIMER = "timer"
    IMPORT = "import"
