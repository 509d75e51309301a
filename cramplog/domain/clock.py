"""What time it is, given to whoever needs it so that every result can be repeated."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Says what time it is, and where."""

    def now(self) -> datetime:
        """Wall time with its UTC offset."""
        ...

    def zone(self) -> str | None:
        """The IANA name of the zone, where this computer knows it."""
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
        if "/" in named and not named.startswith("/"):
            return named
        target = str(Path("/etc/localtime").resolve())
        _, found, name = target.partition("/zoneinfo/")
        return name if found and "/" in name else None


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for `--as-of` and for tests."""

    moment: datetime
    zone_name: str | None = None

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def zone(self) -> str | None:
        """The zone it was set to."""
        return self.zone_name
