"""Where the person is: the zone that times without one are meant in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from cramplog.domain import wall_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The person's zone: its rules, and its IANA name where this computer knows it."""

    zone: tzinfo | None = None
    name: str | None = None

    def wall(self, moment: datetime) -> datetime:
        """The moment as clocks there show it, with a plain offset."""
        return wall_time.at_offset(moment.astimezone(self.zone))

    def moments(self, wall: datetime) -> tuple[datetime, ...]:
        """The moments at which clocks there show `wall`: one, two in the autumn, none in the spring."""
        if self.zone is not None:
            return wall_time.moments(wall, self.zone)
        return (wall_time.at_offset(wall.astimezone()),)
