"""At which hour the cramps come."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cramplog.analysis.coverage import State
from cramplog.analysis.timeline import Timeline
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.scales import Circumstance

LEAST_CRAMP_DAYS = 12
HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Episodes by hour of the wall clock, and whether the day's first cramp keeps to a time.

    `mean_hour` (0 to under 24) and `rayleigh_p` are None where undefined. `cramp_days` is how many there are
    of the 12 that `state` asks for.
    """

    by_hour: tuple[int, ...]
    woke: int
    asleep_share: float | None
    mean_hour: float | None
    rayleigh_p: float | None
    cramp_days: int
    state: State


def timing(timeline: Timeline, period: Period) -> Timing:
    """When in the day the cramps of `period` came.

    `by_hour`: 24 counts of all episodes. `woke`: episodes that woke the person. `asleep_share` (0 to 1): of
    the episodes with a circumstance. Mean and test use the first episode of each diary day, since later ones
    of a night follow the first. Check: see `mean_hour` and `rayleigh_p`.
    """
    episodes = timeline.episodes_in(period)
    firsts = [timeline.episodes_by_day[day][0] for day in timeline.cramp_days_in(period)]
    hours = [_hour(episode) for episode in firsts]
    return Timing(
        by_hour=_by_hour(episodes),
        woke=[episode.woke for episode in episodes].count(True),
        asleep_share=_asleep_share(episodes),
        mean_hour=mean_hour(hours),
        rayleigh_p=rayleigh_p(hours),
        cramp_days=len(firsts),
        state=State.OK if len(firsts) >= LEAST_CRAMP_DAYS else State.NOT_ENOUGH,
    )


def mean_hour(hours: Sequence[float]) -> float | None:
    """The circular mean of hours of the day, 0 to under 24; None of none, or where they balance out.

    Source: Zar, Biostatistical Analysis, chapter 26. Check: 23, 0.5, 1, 2, 3, 3.5, 4 and 23.5 o'clock give
    1.5658; 23 and 1 o'clock give 0.
    """
    east, north = _resultant(hours)
    if math.hypot(east, north) <= 1e-9 * len(hours):
        return None
    hour = math.atan2(north, east) * HOURS / math.tau % HOURS
    # A tiny negative angle is rounded up to a whole turn.
    return hour if hour < HOURS else 0.0


def rayleigh_p(hours: Sequence[float]) -> float | None:
    """Rayleigh's test that hours spread evenly round the clock: a p value, 0 to 1; None of none.

    It sees one favoured time, not two. Source: Zar's approximation, Biostatistical Analysis, equation 27.4.
    Check: Zar's eight angles 45, 55, 81, 96, 110, 117, 132 and 154 degrees give 0.00185.
    """
    n = len(hours)
    if not n:
        return None
    length = math.hypot(*_resultant(hours))
    return min(1.0, math.exp(math.sqrt(1 + 4 * n + 4 * (n * n - length * length)) - (1 + 2 * n)))


def _resultant(hours: Sequence[float]) -> tuple[float, float]:
    angles = [hour * math.tau / HOURS for hour in hours]
    return math.fsum(map(math.cos, angles)), math.fsum(map(math.sin, angles))


def _hour(episode: Episode) -> float:
    started = episode.started
    return started.hour + started.minute / 60 + started.second / 3600


def _by_hour(episodes: Sequence[Episode]) -> tuple[int, ...]:
    counts = Counter([episode.started.hour for episode in episodes])
    return tuple(counts[hour] for hour in range(HOURS))


def _asleep_share(episodes: Sequence[Episode]) -> float | None:
    said = [episode.circumstance for episode in episodes if episode.circumstance is not None]
    return said.count(Circumstance.ASLEEP) / len(said) if said else None
