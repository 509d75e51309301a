"""The exact odds ratio over several strata, each compared only within itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING

from cramplog.analysis.exact import TAIL, Interval

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

    Vector = NDArray[float64]

CLOSE = 1e-11
SMALLEST = 1e-290
# Tilted back by so many powers of e, what was too unlikely to be held is still below 1e-70.
NEAR = 500.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Days by two questions: was the person exposed, and was there a cramp."""

    exposed_cramp: int
    unexposed_cramp: int
    exposed_free: int
    unexposed_free: int

    @property
    def rows(self) -> int:
        """All days of the table."""
        return self.exposed_cramp + self.unexposed_cramp + self.exposed_free + self.unexposed_free

    @property
    def least(self) -> int:
        """The fewest exposed cramp-days that its margins allow."""
        return max(0, self.exposed_cramp - self.unexposed_free)

    @property
    def most(self) -> int:
        """The most exposed cramp-days that its margins allow."""
        return self.exposed_cramp + min(self.unexposed_cramp, self.exposed_free)


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsRatio:
    """The common odds ratio (0 to infinity), its exact interval, and the central p value.

    `ratio` and `ci` are None where no stratum says anything; then `p` is 1.
    """

    ratio: float | None
    ci: Interval | None
    p: float


def odds_ratio(strata: Sequence[Table]) -> OddsRatio:
    """The exact conditional odds ratio common to all strata, with its central 95 % interval and p value.

    Given the margins of every stratum, the number of exposed cramp-days is a sum of independent
    hypergeometric counts, tilted by the odds ratio; their distributions are convolved. The estimate makes the
    expected number the observed one; each limit leaves 2.5 % beyond it; p is twice the smaller tail, at most
    1, so that it never disagrees with the interval.
    Source: Gart, Biometrika 1970;57:471; Mehta, Patel and Gray, J Am Stat Assoc 1985;80:969. Check: one
    stratum 12, 8, 24, 46 gives 2.8393 [0.9228, 9.2136]; R's rabbits give 10.36105 [1.07739, 531.513],
    p 0.0399449.
    """
    informative = [table for table in strata if table.most > table.least]
    if not informative:
        return OddsRatio(ratio=None, ci=None, p=1.0)
    observed = sum(table.exposed_cramp - table.least for table in informative)
    most = sum(table.most - table.least for table in informative)
    start = _rough_log_ratio(informative)
    # Around the estimate, so that many strata with a strong effect do not run out of small numbers.
    near = _Sum.of(informative, start)
    even = near if abs(start) * most < NEAR else _Sum.of(informative, 0.0)
    tail = min(even.log_at_least(observed, 0.0), even.log_at_most(observed, 0.0))
    return OddsRatio(
        ratio=_estimate(near, observed, most),
        ci=Interval(_lower_limit(near, observed), _upper_limit(near, observed, most)),
        p=min(1.0, 2 * math.exp(tail)),
    )


@dataclass(frozen=True, slots=True)
class _Sum:
    """The distribution of the summed counts, from `counts` on, known at one log odds ratio `at`."""

    at: float
    counts: Vector
    logs: Vector

    @classmethod
    def of(cls, strata: Sequence[Table], at: float) -> _Sum:
        import numpy as np

        first, chances = _convolved(strata, at)
        return cls(at, np.arange(first, first + len(chances), dtype=float), np.log(chances))

    def expected(self, theta: float) -> float:
        """The mean at the log odds ratio `theta`."""
        import numpy as np

        logs = self._tilted(theta)
        weights = np.exp(logs - logs.max())
        return float(weights @ self.counts / weights.sum())

    def log_at_least(self, count: int, theta: float) -> float:
        """The log of the chance of `count` or more."""
        return self._log_share(self._tilted(theta), self.counts >= count)

    def log_at_most(self, count: int, theta: float) -> float:
        """The log of the chance of `count` or fewer."""
        return self._log_share(self._tilted(theta), self.counts <= count)

    def _tilted(self, theta: float) -> Vector:
        return self.logs + (theta - self.at) * self.counts

    @staticmethod
    def _log_share(logs: Vector, inside: NDArray[bool_]) -> float:
        part = logs[inside]
        return _log_sum(part) - _log_sum(logs) if len(part) else -math.inf


def _log_sum(logs: Vector) -> float:
    import numpy as np

    top = float(logs.max())
    return top + math.log(float(np.exp(logs - top).sum()))


def _estimate(sums: _Sum, observed: int, most: int) -> float:
    if observed == 0:
        return 0.0
    if observed == most:
        return math.inf
    return math.exp(_root(lambda theta: sums.expected(theta) - observed, sums.at))


def _lower_limit(sums: _Sum, observed: int) -> float:
    if observed == 0:
        return 0.0
    return math.exp(_root(lambda theta: sums.log_at_least(observed, theta) - math.log(TAIL), sums.at))


def _upper_limit(sums: _Sum, observed: int, most: int) -> float:
    if observed == most:
        return math.inf
    return math.exp(_root(lambda theta: math.log(TAIL) - sums.log_at_most(observed, theta), sums.at))


def _rough_log_ratio(strata: Sequence[Table]) -> float:
    """Mantel and Haenszel's estimate, kept finite: good enough to start from."""
    same = sum(table.exposed_cramp * table.unexposed_free / table.rows for table in strata)
    other = sum(table.unexposed_cramp * table.exposed_free / table.rows for table in strata)
    return math.log((same + 0.5) / (other + 0.5))


def _convolved(strata: Sequence[Table], theta: float) -> tuple[int, Vector]:
    """The distribution of the sum over all strata of exposed cramp-days above the fewest possible.

    With it the lowest sum that it begins at: what is too unlikely to be held is left out at both ends.
    """
    import numpy as np

    parts = [(0, np.array(_chances(table, theta))) for table in strata]
    # In pairs, and pairs of pairs: fewer long convolutions than one after the other.
    while len(parts) > 1:
        odd = parts[-1:] if len(parts) % 2 else []
        parts = [_added(one, two) for one, two in zip(parts[::2], parts[1::2], strict=False)] + odd
    return _kept(*parts[0])


def _added(one: tuple[int, Vector], two: tuple[int, Vector]) -> tuple[int, Vector]:
    import numpy as np

    return _kept(one[0] + two[0], np.convolve(one[1], two[1]))


def _kept(first: int, chances: Vector) -> tuple[int, Vector]:
    """The distribution without its ends below the smallest chance that a number holds in full."""
    if min(chances[0], chances[-1]) >= SMALLEST:
        return first, chances
    held = (chances >= SMALLEST).nonzero()[0]
    return first + int(held[0]), chances[held[0] : held[-1] + 1]


def _chances(table: Table, theta: float) -> list[float]:
    """The noncentral hypergeometric distribution of one stratum, from its fewest to its most."""
    exposed = table.exposed_cramp + table.exposed_free
    cramp = table.exposed_cramp + table.unexposed_cramp
    other, tilt = table.rows - exposed - cramp, math.exp(theta)
    steps = [
        tilt * (exposed - count) * (cramp - count) / ((count + 1) * (other + count + 1))
        for count in range(table.least, table.most)
    ]
    # The steps fall, so the likeliest count comes after the last that rises. From it to both ends, nothing
    # can grow too large.
    likeliest = sum(step > 1 for step in steps)
    below = accumulate((1 / step for step in reversed(steps[:likeliest])), mul, initial=1.0)
    above = accumulate(steps[likeliest:], mul, initial=1.0)
    weights = [*list(below)[:0:-1], *above]
    total = math.fsum(weights)
    return [weight / total for weight in weights]


def _root(function: Callable[[float], float], start: float) -> float:
    """Where an increasing function crosses 0: bracketed from `start`, then closed in on (Illinois method)."""
    (low, at_low), (high, at_high) = _bracket(function, start)
    moved_low = None
    while at_low < -CLOSE and at_high > CLOSE and high - low > CLOSE * max(1.0, abs(low)):
        middle = high - at_high * (high - low) / (at_high - at_low)
        value = function(middle)
        if abs(value) <= CLOSE:
            return middle
        # An end that stays a second time counts half from then on, so that it does not stay for long.
        stays = moved_low is (value < 0)
        moved_low = value < 0
        if moved_low:
            low, at_low, at_high = middle, value, at_high / 2 if stays else at_high
        else:
            high, at_high, at_low = middle, value, at_low / 2 if stays else at_low
    return low if -at_low < at_high else high


def _bracket(
    function: Callable[[float], float], start: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    low, high = start - 0.5, start + 0.5
    at_low, at_high = function(low), function(high)
    while at_low > 0:
        low, at_low, high, at_high = low - 2 * (high - low), function(low - 2 * (high - low)), low, at_low
    while at_high < 0:
        high, at_high, low, at_low = high + 2 * (high - low), function(high + 2 * (high - low)), high, at_high
    return (low, at_low), (high, at_high)
