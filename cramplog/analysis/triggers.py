"""On which kinds of day cramps are more or less common, tested so that chance seldom becomes a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cramplog.analysis.exact import Interval, adjusted_p
from cramplog.analysis.exposures import EXPOSURES, Exposure, TriggerId
from cramplog.analysis.odds import Table, odds_ratio
from cramplog.analysis.timeline import Timeline
from cramplog.domain.period import Period

LEAST_CRAMP_DAYS = 24
LEAST_ROWS = 60
LEAST_EXPOSED = 10
LEAST_UNEXPOSED = 10
CHANCE = 0.05

# A diary day, its year and month, and whether it had a cramp.
_KnownDay = tuple[date, tuple[int, int], bool]


class Finding(StrEnum):
    """What can be said about a trigger."""

    MORE_OFTEN = "more_often"
    LESS_OFTEN = "less_often"
    NO_ASSOCIATION = "no_association"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class Need:
    """How many there are, of how many are needed."""

    has: int
    needed: int

    @property
    def met(self) -> bool:
        """Whether there are enough."""
        return self.has >= self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The four minimums before a trigger is judged, all in rows (known days whose exposure is recorded)."""

    cramp_days: Need
    rows: Need
    exposed: Need
    unexposed: Need

    @property
    def met(self) -> bool:
        """Whether all four are met."""
        return self.cramp_days.met and self.rows.met and self.exposed.met and self.unexposed.met


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One kind of day against the others: raw counts of days, odds ratio, and what can be said.

    `ratio` and `ci` are None where no month says anything. They and `p` are given also where `finding` is
    not enough; `p_adjusted` is None there.
    """

    id: TriggerId
    counts: Table
    ratio: float | None
    ci: Interval | None
    p: float
    p_adjusted: float | None
    finding: Finding
    needs: Needs


def triggers(timeline: Timeline, period: Period) -> tuple[Trigger, ...]:
    """Compare the known days of `period` with and without each of the eight exposures.

    One row for each known day whose exposure is recorded; strata are year and month, so that a season is not
    taken for a trigger. Exact conditional odds ratio, interval and central p value (`odds.odds_ratio`),
    corrected over all eight (`exact.adjusted_p`; one without enough data counts as p = 1). A finding needs 24
    cramp-days, 60 rows, 10 exposed and 10 unexposed rows and an adjusted p below 0.05. It is an association,
    never a cause. Source of the strata: Lumley and Levy, Environmetrics 2000;11:689.
    Check: 12 of 20 cramp-days exposed and 24 of 70 others in one month give 2.8393 [0.9228, 9.2136],
    p 0.0718.
    """
    days = _known_days(timeline, period)
    found = [_unadjusted(timeline, name, days) for name in TriggerId]
    return tuple(_adjusted(found))


def _unadjusted(timeline: Timeline, name: TriggerId, days: Sequence[_KnownDay]) -> Trigger:
    tables = _strata(timeline, EXPOSURES[name], days)
    counts, odds = _pooled(tables), odds_ratio(tables)
    needs = _needs(counts)
    return Trigger(
        id=name,
        counts=counts,
        ratio=odds.ratio,
        ci=odds.ci,
        p=odds.p,
        p_adjusted=None,
        finding=Finding.NO_ASSOCIATION if needs.met else Finding.NOT_ENOUGH,
        needs=needs,
    )


def _known_days(timeline: Timeline, period: Period) -> list[_KnownDay]:
    """The known days in order: made once for all eight exposures."""
    cramped = frozenset(timeline.cramp_days_in(period))
    return [(day, (day.year, day.month), day in cramped) for day in timeline.known_days_in(period)]


def _strata(timeline: Timeline, exposure: Exposure, days: Iterable[_KnownDay]) -> tuple[Table, ...]:
    """The days whose exposure is recorded, as one table for each year and month."""
    months: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for day, month, cramped in days:
        exposed = exposure(timeline, day)
        if exposed is not None:
            months[month][(0 if exposed else 1) + (0 if cramped else 2)] += 1
    return tuple(
        Table(
            exposed_cramp=counts[0],
            unexposed_cramp=counts[1],
            exposed_free=counts[2],
            unexposed_free=counts[3],
        )
        for counts in months.values()
    )


def _pooled(tables: Sequence[Table]) -> Table:
    return Table(
        exposed_cramp=sum(table.exposed_cramp for table in tables),
        unexposed_cramp=sum(table.unexposed_cramp for table in tables),
        exposed_free=sum(table.exposed_free for table in tables),
        unexposed_free=sum(table.unexposed_free for table in tables),
    )


def _needs(counts: Table) -> Needs:
    return Needs(
        cramp_days=Need(counts.exposed_cramp + counts.unexposed_cramp, LEAST_CRAMP_DAYS),
        rows=Need(counts.rows, LEAST_ROWS),
        exposed=Need(counts.exposed_cramp + counts.exposed_free, LEAST_EXPOSED),
        unexposed=Need(counts.unexposed_cramp + counts.unexposed_free, LEAST_UNEXPOSED),
    )


def _adjusted(found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers with their p values corrected for all that were looked at, and so with their findings."""
    corrected = adjusted_p([trigger.p if trigger.needs.met else 1.0 for trigger in found])
    return [
        replace(trigger, p_adjusted=p, finding=_finding(trigger, p)) if trigger.needs.met else trigger
        for trigger, p in zip(found, corrected, strict=True)
    ]


def _finding(trigger: Trigger, p: float) -> Finding:
    if p >= CHANCE or trigger.ratio is None:
        return Finding.NO_ASSOCIATION
    return Finding.MORE_OFTEN if trigger.ratio > 1 else Finding.LESS_OFTEN
