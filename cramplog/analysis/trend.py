"""Whether the cramps become more or fewer from week to week."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cramplog.analysis.coverage import State
from cramplog.analysis.exact import TAIL, Interval
from cramplog.analysis.frequency import WEEK, Span

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Vector = NDArray[float64]

LEAST_WEEKS = 8
LEAST_EPISODES = 20
MOST_STEPS = 100
CLOSE = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The factor by which the weekly rate changes each week; None throughout where there is not enough.

    `weeks` (with a known day) and `episodes` are what there is of the 8 and 20 that are needed.
    """

    state: State
    weeks: int
    episodes: int
    per_week_change: float | None = None
    ci: Interval | None = None
    p: float | None = None
    dispersion: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A fitted log-linear rate: its slope, the slope's quasi-Poisson error, and the dispersion."""

    slope: float
    error: float
    dispersion: float
    free: int

    @property
    def p(self) -> float:
        """The two-sided p value of the slope, by the t distribution."""
        from scipy.special import stdtr

        return 2 * float(stdtr(self.free, -abs(self.slope) / self.error))

    @property
    def ci(self) -> Interval:
        """The 95 % interval of the slope, by the t distribution."""
        from scipy.special import stdtrit

        width = float(stdtrit(self.free, 1 - TAIL)) * self.error
        return Interval(self.slope - width, self.slope + width)


def trend(by_week: Sequence[Span]) -> Trend:
    """Fit the weekly counts with a log-linear rate.

    Weeks without a known day are left out; x is weeks between Mondays, the offset the log of the known days.
    `per_week_change`: the rate's factor a week (over 0; 0.97 is 3 % fewer each week), its 95 % interval and p
    value by the t distribution. `dispersion`: Pearson's chi-square over its degrees of freedom; 1 is Poisson.
    Not enough under 8 such weeks or 20 episodes, or where no finite slope or no scatter exists. See `fit`.
    """
    weeks = [week for week in by_week if week.known]
    episodes = sum(week.episodes for week in weeks)
    missing = Trend(state=State.NOT_ENOUGH, weeks=len(weeks), episodes=episodes)
    if len(weeks) < LEAST_WEEKS or episodes < LEAST_EPISODES:
        return missing
    line = fit(
        x=[(week.start - weeks[0].start) / WEEK for week in weeks],
        counts=[week.episodes for week in weeks],
        exposures=[week.known for week in weeks],
    )
    if line is None:
        return missing
    return Trend(
        state=State.OK,
        weeks=len(weeks),
        episodes=episodes,
        per_week_change=math.exp(line.slope),
        ci=Interval(_exp(line.ci.low), _exp(line.ci.high)),
        p=line.p,
        dispersion=line.dispersion,
    )


def fit(*, x: Sequence[float], counts: Sequence[int], exposures: Sequence[float]) -> Line | None:
    """A quasi-Poisson regression of counts on x with a log link and the log of the exposures as offset.

    None under three values, where all events lie at one end (the slope would be infinite), and where the fit
    is perfect (no scatter to judge by). Source: McCullagh and Nelder, Generalized Linear Models, 1989.
    Check: Australian AIDS counts 0 1 2 3 1 4 9 18 23 31 20 25 37 45 at 1 to 14 give a slope of 0.25652, error
    0.03417, dispersion 2.403942, p 7.17e-6.
    """
    import numpy as np

    at, y, exposure = (np.asarray(values, dtype=float) for values in (x, counts, exposures))
    happened = at[y > 0]
    free = len(at) - 2
    if free < 1 or not len(happened) or happened.min() == at.max() or happened.max() == at.min():
        return None
    width = float(np.ptp(at))
    scaled = (at - at.mean()) / width
    line = _likeliest(scaled, y, exposure)
    if line is None:
        return None
    mean = exposure * np.exp(line[0] + line[1] * scaled)
    dispersion = float((((y - mean) ** 2) / mean).sum() / free)
    if dispersion < CLOSE:
        return None
    information = float(mean @ (scaled - mean @ scaled / mean.sum()) ** 2)
    return Line(
        slope=line[1] / width,
        error=math.sqrt(dispersion / information) / width,
        dispersion=dispersion,
        free=free,
    )


def _likeliest(x: Vector, y: Vector, exposure: Vector) -> tuple[float, float] | None:
    """Intercept and slope by Newton's method, its steps halved where they overshoot; None if it fails."""
    import numpy as np

    level, slope = math.log(y.sum() / exposure.sum()), 0.0
    for _ in range(MOST_STEPS):
        mean = exposure * np.exp(level + slope * x)
        off = y - mean
        a, b, c = mean.sum(), mean @ x, mean @ (x * x)
        up, along = off.sum(), off @ x
        area = a * c - b * b
        if area <= 0:
            return None
        to_level, to_slope = (c * up - b * along) / area, (a * along - b * up) / area
        if max(abs(to_level), abs(to_slope)) < CLOSE * max(1.0, abs(level), abs(slope)):
            return level, slope
        # Near the top, rounding makes a step look worse by less than this.
        reached = _log_likelihood(level, slope, x, y, exposure)
        reached -= CLOSE * (1 + abs(reached))
        share = 1.0
        while _log_likelihood(level + share * to_level, slope + share * to_slope, x, y, exposure) < reached:
            share /= 2
        level, slope = level + share * to_level, slope + share * to_slope
    return None


def _log_likelihood(level: float, slope: float, x: Vector, y: Vector, exposure: Vector) -> float:
    import numpy as np

    logs = level + slope * x
    return float(y @ logs - (exposure * np.exp(np.minimum(logs, 700))).sum())


def _exp(value: float) -> float:
    return math.exp(value) if value < 700 else math.inf
