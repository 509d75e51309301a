"""Wall time in a zone: on two nights a year one hour exists twice, or not at all."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_named(name: str | None) -> tzinfo | None:
    """The rules of an IANA zone; None for no name or one that this computer does not know."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


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


def moments(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The moments at which clocks in `zone` show `wall`: one, two in the autumn, none in the spring.

    `wall` has no offset. Each moment carries the offset of that moment; the earlier stands first.
    Check: Europe/Berlin, 02:30 on 2026-10-25 gives +02:00 and +01:00; on 2026-03-29 it gives nothing.
    """
    found: list[datetime] = []
    for fold in (0, 1):
        offset = wall.replace(tzinfo=zone, fold=fold).utcoffset()
        if offset is None:
            continue
        # Zones of before 1900 have odd seconds; a diary's offsets are whole minutes.
        offset -= offset % timedelta(minutes=1)
        moment = wall.replace(tzinfo=timezone(offset), fold=0)
        shown = moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)
        if shown == wall.replace(fold=0) and moment not in found:
            found.append(moment)
    return tuple(sorted(found))


def at_offset(moment: datetime) -> datetime:
    """The same wall time with a plain offset instead of a zone's rules."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset), fold=0)
