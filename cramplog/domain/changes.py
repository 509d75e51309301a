"""What a change touched, so that pages reload only what concerns them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record that a diary holds."""

    EPISODES = "episodes"
    DAYS = "days"
    WORKOUTS = "workouts"
    COURSES = "courses"
    PERSON = "person"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Changed:
    """The kinds a change touched, the diary's revision after it, and the ids of what it saved."""

    kinds: frozenset[Kind]
    revision: int
    ids: tuple[str, ...] = ()

    def touches(self, *kinds: Kind) -> bool:
        """Whether one of these kinds was touched."""
        return not self.kinds.isdisjoint(kinds)
