"""How much of a period was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cramplog.analysis.timeline import Timeline
from cramplog.domain.period import Period
from cramplog.domain.thresholds import days_needed


class State(StrEnum):
    """Whether there is enough in the diary for a number to be shown."""

    OK = "ok"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Diary days of a period: known = free + cramp, and unknown is all the rest."""

    known: int
    free: int
    cramp: int
    unknown: int


def coverage(timeline: Timeline, period: Period) -> Coverage:
    """Count the diary days of `period` by what is known of them.

    Unit: diary days, each 0 to `period.days`. A day is known with an episode or checked in as cramp-free; a
    check-in that says neither leaves it unknown. Source: resources/help/statistics.md.
    Check: an episode on 2 May and a free check-in on 2 and 3 May give, for 1–4 May, known 2, free 1, cramp 1,
    unknown 2.
    """
    known, cramp = timeline.count_known(period), timeline.count_cramp_days(period)
    return Coverage(known=known, free=known - cramp, cramp=cramp, unknown=period.days - known)


def is_mostly_known(known: int, days: int) -> bool:
    """Whether at least 70 % of so many days are known; of no days, nothing is.

    Source: our judgement; under 70 % recorded days a rate says more about the recording than about cramps.
    Check: 20 of 28 days are enough, 19 are not.
    """
    return days > 0 and known >= days_needed(days)
