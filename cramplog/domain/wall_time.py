"""Wall time in a zone: on two nights a year one hour exists twice, or not at all."""

from __future__ import annotations

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
