"""Where a cramp was: the muscles and sides of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cramplog.domain import check


class Muscle(StrEnum):
    """Every muscle that a cramp can be logged for, from the feet up as the calf comes first."""

    CALF = "calf"
    HAMSTRING = "hamstring"
    QUADRICEPS = "quadriceps"
    FOOT = "foot"
    TOES = "toes"
    SHIN = "shin"
    HIP = "hip"
    HAND = "hand"
    FINGERS = "fingers"
    FOREARM = "forearm"
    UPPER_ARM = "upper_arm"
    SHOULDER = "shoulder"
    NECK = "neck"
    JAW = "jaw"
    CHEST = "chest"
    RIBCAGE = "ribcage"
    ABDOMEN = "abdomen"
    UPPER_BACK = "upper_back"
    LOWER_BACK = "lower_back"
    BUTTOCK = "buttock"
    OTHER = "other"


class Side(StrEnum):
    """The person's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Place:
    """One muscle on one side."""

    muscle: Muscle
    side: Side

    def __post_init__(self) -> None:
        object.__setattr__(self, "muscle", check.needed_choice("muscle", self.muscle, Muscle))
        object.__setattr__(self, "side", check.needed_choice("side", self.side, Side))
