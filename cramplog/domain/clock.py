"""What time it is, given to whoever needs it so that every result can be repeated."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Protocol

from cramplog.domain.wall_time import zone_named


class Clock(Protocol):
    """Says what time it is, and where."""

    def now(self) -> datetime:
        """Wall time with its UTC offset."""
        ...

    def zone(self) -> str | None:
        """The IANA name of the zone, where this computer knows it."""
        ...

    def rules(self) -> tzinfo:
        """When clocks are put forward and back here, also where the zone has no known name."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """This computer's clock."""

    def now(self) -> datetime:
        """Wall time with its UTC offset, to the second."""
        return datetime.now().astimezone().replace(microsecond=0)

    def zone(self) -> str | None:
        """The zone that the system is set to; None where it does not say."""
        named = os.environ.get("TZ", "").lstrip(":")
        if named:
            # It may be a rule such as "CET-1CEST,M3.5.0,M10.5.0/3" instead of a name.
            return named if "/" in named and zone_named(named) is not None else None
        target = str(Path("/etc/localtime").resolve())
        _, found, name = target.partition("/zoneinfo/")
        return name if found and "/" in name else None

    def rules(self) -> tzinfo:
        """Those of the named zone, else the system's own."""
        return zone_named(self.zone()) or SystemRules()


class SystemRules(tzinfo):
    """The system's own rules, for computers that do not say what their zone is called."""

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """The offset that clocks here have at a wall time."""
        if moment is None:
            return -timedelta(seconds=time.timezone)
        try:
            offset = moment.replace(tzinfo=None).astimezone().utcoffset()
        except (OSError, OverflowError, ValueError):
            # Windows knows nothing of the years before 1970.
            offset = None
        return -timedelta(seconds=time.timezone) if offset is None else offset

    def fromutc(self, moment: datetime, /) -> datetime:
        """The wall time here at a moment."""
        try:
            offset = moment.replace(tzinfo=UTC).astimezone().utcoffset() or timedelta()
        except (OSError, OverflowError, ValueError):
            offset = -timedelta(seconds=time.timezone)
        wall = (moment + offset).replace(fold=0)
        return wall if self.utcoffset(wall) == offset else wall.replace(fold=1)

    def dst(self, moment: datetime | None, /) -> timedelta | None:  # noqa: ARG002
        """Not known apart from the offset."""
        return None

    def tzname(self, moment: datetime | None, /) -> str | None:  # noqa: ARG002
        """Not known."""
        return None


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, so that what is shown or counted can be repeated."""

    moment: datetime
    zone_name: str | None = None

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def zone(self) -> str | None:
        """The zone it was set to."""
        return self.zone_name

    def rules(self) -> tzinfo:
        """Those of its zone, else the offset of its moment all year round."""
        return zone_named(self.zone_name) or timezone(self.moment.utcoffset() or timedelta())
