"""Where the cramps are: each muscle and side by its number of episodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cramplog.domain.episode import Episode
from cramplog.domain.places import Muscle, Side

MUSCLES, SIDES = tuple(Muscle), tuple(Side)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """One muscle and side, and in how many episodes it cramped."""

    muscle: Muscle
    side: Side
    episodes: int


def places(episodes: Sequence[Episode]) -> tuple[PlaceCount, ...]:
    """Count the episodes of each muscle and side, most first, then from the calf up.

    Unit: episodes, 1 or more. An episode counts once for each distinct place, so that the counts may sum to
    more than the episodes; `both` stays a side of its own. Source: resources/help/statistics.md.
    Check: one episode in the left calf and left foot and one in the left calf give calf 2, foot 1.
    """
    counts = Counter([(place.muscle, place.side) for episode in episodes for place in episode.places])
    found = [PlaceCount(muscle=muscle, side=side, episodes=n) for (muscle, side), n in counts.items()]
    return tuple(sorted(found, key=_order))


def _order(place: PlaceCount) -> tuple[int, int, int]:
    return -place.episodes, MUSCLES.index(place.muscle), SIDES.index(place.side)
