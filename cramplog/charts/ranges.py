"""How a likely range is said: in plain words on screen, exactly on paper."""

from __future__ import annotations

import math

from cramplog.analysis.exact import Interval
from cramplog.i18n import _
from cramplog.words import numbers


def likely(interval: Interval, *, exact: bool = False, decimals: int = 1) -> str:
    """The range within a sentence: "likely 2.0 to 4.1", or on paper "95 %: 2.0–4.1"."""
    low = numbers.number(interval.low, decimals)
    if not math.isfinite(interval.high):
        return (_("95 %%: over %(low)s") if exact else _("likely over %(low)s")) % {"low": low}
    words = {"low": low, "high": numbers.number(interval.high, decimals)}
    return (_("95 %%: %(low)s–%(high)s") if exact else _("likely %(low)s to %(high)s")) % words
