"""Which warning signs the diary holds, and when each was last seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from cramplog.analysis.timeline import Timeline
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.signs import Tier, WarningSign
from cramplog.domain.thresholds import LONG_CRAMP_S

RECENT_DAYS = 28
OVER_10_MINUTES = WarningSign.OVER_10_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFound:
    """One warning sign, the start of the newest episode with it, and the ids of all its episodes in order.

    `recent`: it was seen within the latest 28 diary days, and not only earlier in the period.
    """

    id: WarningSign
    tier: Tier
    last: datetime
    recent: bool
    evidence: tuple[str, ...]


def warning_signs(timeline: Timeline, period: Period) -> tuple[WarningFound, ...]:
    """The warning signs of the episodes of `period` and of the latest 28 diary days, most urgent first.

    A sign counts when it was ticked; `over_10_minutes` also when the cramp lasted more than 600 seconds.
    Source: NHS, CDC, NICE NG127 and others, named beside each sign's wording. Check: a cramp of 600 seconds
    gives none, one of 601 seconds gives `over_10_minutes`, to be looked at today.
    """
    recently = timeline.last_days(RECENT_DAYS)
    found: defaultdict[WarningSign, list[Episode]] = defaultdict(list)
    for episode in _looked_at(timeline, period, recently):
        for sign in signs_of(episode):
            found[sign].append(episode)
    latest = {episode.id for episode in timeline.episodes_in(recently)}
    return tuple(_found(sign, found[sign], latest) for sign in WarningSign if sign in found)


def signs_of(episode: Episode) -> tuple[WarningSign, ...]:
    """The signs ticked in an episode, and the one that its duration says."""
    ticked = episode.warning_signs or ()
    if episode.duration_s is not None and episode.duration_s > LONG_CRAMP_S:
        return tuple({*ticked, OVER_10_MINUTES}) if ticked else (OVER_10_MINUTES,)
    return ticked


def _looked_at(timeline: Timeline, period: Period, recently: Period) -> tuple[Episode, ...]:
    """The episodes of both spans, each once and in order."""
    earlier, later = sorted((period, recently))
    rest = Period(max(later.first, earlier.end), max(later.end, earlier.end))
    return timeline.episodes_in(earlier) + timeline.episodes_in(rest)


def _found(sign: WarningSign, episodes: list[Episode], latest: set[str]) -> WarningFound:
    return WarningFound(
        id=sign,
        tier=sign.tier,
        last=max([episode.started for episode in episodes]),
        recent=any(episode.id in latest for episode in episodes),
        evidence=tuple(episode.id for episode in episodes),
    )
