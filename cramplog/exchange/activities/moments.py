"""Times and numbers as XML writes them."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from cramplog.exchange.activities.recording import is_set


def utc(text: str) -> datetime | None:
    """The moment; one without an offset is meant in UTC, as GPX and TCX ask for. None if it is none."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if is_set(moment) else None


def number(text: str) -> float | None:
    """The number; None if it is none that could have been measured."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
