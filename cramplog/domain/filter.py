"""Which episodes somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass

from cramplog.domain import check
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Side
from cramplog.domain.scales import Circumstance


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFilter:
    """Episodes to which all of this applies; what is None applies to every episode.

    `muscle` and `side` are asked of the same place. An episode without a pain has none of at least anything.
    """

    period: Period | None = None
    muscle: Muscle | None = None
    side: Side | None = None
    pain_at_least: int | None = None
    circumstance: Circumstance | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "muscle", check.choice("muscle", self.muscle, Muscle))
        put(self, "side", check.choice("side", self.side, Side))
        put(self, "pain_at_least", check.whole("pain_at_least", self.pain_at_least, 0, 10))
        put(self, "circumstance", check.choice("circumstance", self.circumstance, Circumstance))


EVERY_EPISODE = EpisodeFilter()
