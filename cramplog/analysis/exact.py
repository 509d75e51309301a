"""The small exact statistics that the other findings share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Interval:
    """A two-sided 95 % interval. `high` may be infinite."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    def times(self, factor: float) -> Interval:
        """The interval in another unit."""
        return Interval(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRatio:
    """How many times the rate before the rate after is (0 to infinity), its interval and central p value."""

    ratio: float
    ci: Interval
    p: float


def poisson_interval(count: int) -> Interval:
    """The exact 95 % interval of a Poisson mean, for an observed count of 0 or more.

    Unit: events; divide by the time at risk for a rate. Source: Garwood, Biometrika 1936;28:437.
    Check: 0 gives [0, 3.6889], 10 gives [4.795389, 18.390356]; 137 in 24.19893 gives a rate of
    [4.753125, 6.692709] (R, `poisson.test`).
    """
    from scipy.special import gammaincinv

    low = float(gammaincinv(count, TAIL)) if count else 0.0
    return Interval(low, float(gammaincinv(count + 1, 1 - TAIL)))


def share_interval(count: int, of: int) -> Interval:
    """The exact 95 % interval of a share, for `count` of `of` (at least 1); 0 to 1.

    Source: Clopper and Pearson, Biometrika 1934;26:404. Check: 9 of 28 gives [0.15878, 0.52352].
    """
    from scipy.special import betaincinv

    low = float(betaincinv(count, of - count + 1, TAIL)) if count else 0.0
    high = float(betaincinv(count + 1, of - count, 1 - TAIL)) if count < of else 1.0
    return Interval(low, high)


def rate_ratio(*, before: int, before_time: float, after: int, after_time: float) -> RateRatio | None:
    """Compare two Poisson rates: after / before; None where a time is 0 or neither side has an event.

    Given all the events, those after are binomial. The p value is central (twice the smaller tail), so that
    it never disagrees with the interval, which is Clopper and Pearson's, turned into a ratio. An event-free
    side before makes the ratio and its upper limit infinite.
    Source: Przyborowski and Wilenski, Biometrika 1940;31:313; central p: Fay, Biostatistics 2010;11:373.
    Check: 2 in 17877 against 10 in 20000 gives 0.2237512 [0.02383738, 1.04995468], p 0.06056 (R, exactci).
    """
    events = before + after
    if not events or before_time <= 0 or after_time <= 0:
        return None
    scale = before_time / after_time
    share = share_interval(after, events)
    return RateRatio(
        ratio=_divided(after, before) * scale,
        ci=Interval(_odds(share.low) * scale, _odds(share.high) * scale),
        p=binomial_p(after, events, after_time / (before_time + after_time)),
    )


def binomial_p(count: int, of: int, share: float) -> float:
    """The central p value of `count` of `of` if the true share were `share` (0 to 1): twice the smaller tail.

    Source: Fay, Biostatistics 2010;11:373. Check: 0 of 6 with a share of one half gives 0.03125.
    """
    from scipy.special import betainc

    at_least = float(betainc(count, of - count + 1, share)) if count else 1.0
    at_most = float(betainc(of - count, count + 1, 1 - share)) if count < of else 1.0
    return min(1.0, 2 * min(at_least, at_most))


def adjusted_p(values: Sequence[float]) -> tuple[float, ...]:
    """P values (0 to 1) corrected for how many were looked at, so that the false discovery rate is held.

    Source: Benjamini and Hochberg, J R Stat Soc B 1995;57:289. Check: of their fifteen, the first four become
    0.0015, 0.0030, 0.0095 and 0.035625, and are all that stay under 0.05.
    """
    count = len(values)
    adjusted = [1.0] * count
    smallest = 1.0
    for rank, place in reversed(list(enumerate(sorted(range(count), key=values.__getitem__), start=1))):
        smallest = min(smallest, values[place] * count / rank)
        adjusted[place] = smallest
    return tuple(adjusted)


def _divided(count: int, by: int) -> float:
    return count / by if by else math.inf


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf
