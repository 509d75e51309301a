"""From a value to a place on the picture, and the round numbers along the way."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight scale from `low` at pixel `start` to `high` at pixel `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def round_step(top: float, most: int, *, whole: bool = True) -> float:
    """The smallest step of 1, 2 or 5 times a power of ten that reaches `top` in at most `most` steps."""
    least = max(top, 1e-9) / most
    power = 10.0 ** math.floor(math.log10(least))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= least * (1 - 1e-9))
    return max(step, 1.0) if whole else step


def ticks(top: float, most: int, *, whole: bool = True) -> tuple[float, ...]:
    """Round values from 0 to the first at or above `top`."""
    step = round_step(top, most, whole=whole)
    return tuple(step * count for count in range(max(1, math.ceil(top / step - 1e-9)) + 1))
