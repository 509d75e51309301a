"""The live timer: a cramp that has begun and has not ended yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTimer:
    """When it was started, in which zone, and the places ticked so far."""

    started: datetime
    zone: str | None = None
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        put = object.__setattr__
        started = check.moment("started", self.started)
        if started is None:
            raise InvalidValue.missing("started")
        put(self, "started", started)
        put(self, "zone", check.zone("zone", self.zone))
        put(self, "places", check.distinct("places", self.places))
