"""How often chance fools the analysis: `python tests/bench/calibration.py`; exits 1 out of bounds."""

from __future__ import annotations

import math
import random
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from cramplog.analysis.exact import poisson_interval
from cramplog.analysis.exposures import TriggerId
from cramplog.analysis.odds import Table, odds_ratio
from cramplog.analysis.timeline import Timeline
from cramplog.analysis.triggers import Finding, triggers
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Heat, Hydration

SEED = 20261122
FIRST = date(2025, 11, 1)
LEFT_CALF = (Place(Muscle.CALF, Side.LEFT),)
FOUND = (Finding.MORE_OFTEN, Finding.LESS_OFTEN)

# How common each exposure is on any day.
COMMON: Mapping[TriggerId, float] = {
    TriggerId.HOT: 0.25,
    TriggerId.DEHYDRATED: 0.25,
    TriggerId.HARD_EXERCISE: 0.35,
    TriggerId.UNACCUSTOMED: 0.15,
    TriggerId.ILL: 0.08,
    TriggerId.ALCOHOL: 0.3,
    TriggerId.NOT_STRETCHED: 0.5,
    TriggerId.POOR_SLEEP: 0.3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a simulated diary is made of."""

    days: int
    rate: float
    unrecorded: float
    season: bool = False
    cause: TriggerId | None = None
    odds: float = 1.0


def simulated(chance: random.Random, truth: Truth) -> DiaryContents:
    """One diary: every day's exposures, then a cramp or none, then whether it was written down."""
    episodes, days = [], []
    for number in range(truth.days):
        day = FIRST + timedelta(days=number)
        # A season moves heat and cramps together, and so misleads whoever compares June with December.
        summer = math.sin(math.tau * number / 365) if truth.season else 0.0
        exposed = {name: chance.random() < _share(name, summer) for name in COMMON}
        logit = math.log(truth.rate / (1 - truth.rate)) + 0.7 * summer
        if truth.cause is not None and exposed[truth.cause]:
            logit += math.log(truth.odds)
        cramped = chance.random() < 1 / (1 + math.exp(-logit))
        if chance.random() < truth.unrecorded:
            continue
        days.append(_check_in(day, exposed, cramped))
        if cramped:
            episodes.append(_episode(chance, day))
    return DiaryContents(episodes=tuple(episodes), days=tuple(days))


def false_alarms(chance: random.Random, diaries: int = 300) -> float:
    """The share of diaries without any effect that report a trigger."""
    alarms = 0
    for number in range(diaries):
        truth = Truth(
            days=180,
            rate=chance.uniform(0.1, 0.4),
            unrecorded=chance.uniform(0.15, 0.6),
            season=number % 2 == 0,
        )
        alarms += bool(_found(simulated(chance, truth), truth.days))
    return alarms / diaries


def discoveries(chance: random.Random, diaries: int = 200) -> tuple[float, float]:
    """The shares of diaries with one odds ratio of 4 that report the right one and a wrong one."""
    right = wrong = 0
    truth = Truth(days=365, rate=0.12, unrecorded=0.2, cause=TriggerId.HARD_EXERCISE, odds=4.0)
    for _ in range(diaries):
        found = _found(simulated(chance, truth), truth.days)
        right += TriggerId.HARD_EXERCISE in found
        wrong += bool(found - {TriggerId.HARD_EXERCISE})
    return right / diaries, wrong / diaries


def rate_coverage(chance: random.Random, draws: int = 4000) -> float:
    """How often the exact Poisson interval holds the true mean."""
    held = 0
    for _ in range(draws):
        mean = chance.uniform(0.5, 30)
        held += mean in poisson_interval(_poisson(chance, mean))
    return held / draws


def odds_coverage(chance: random.Random, draws: int = 1500) -> float:
    """How often the exact interval over six months holds the true odds ratio."""
    held = 0
    for _ in range(draws):
        true = math.exp(chance.uniform(-1.5, 1.5))
        odds = odds_ratio([_month(chance, true) for _ in range(6)])
        held += odds.ci is None or true in odds.ci
    return held / draws


def _share(name: TriggerId, summer: float) -> float:
    return COMMON[name] * (1 + 0.8 * summer) if name is TriggerId.HOT else COMMON[name]


def _check_in(day: date, exposed: Mapping[TriggerId, bool], cramped: bool) -> Day:
    return Day(
        date=day,
        cramp_free=not cramped,
        heat=Heat.HOT if exposed[TriggerId.HOT] else Heat.COOL,
        hydration=Hydration.POOR if exposed[TriggerId.DEHYDRATED] else Hydration.GOOD,
        exercised=True,
        hardest_exertion=7 if exposed[TriggerId.HARD_EXERCISE] else 3,
        unaccustomed=exposed[TriggerId.UNACCUSTOMED],
        ill=exposed[TriggerId.ILL],
        alcohol=exposed[TriggerId.ALCOHOL],
        stretched=not exposed[TriggerId.NOT_STRETCHED],
        sleep_disturbance=7 if exposed[TriggerId.POOR_SLEEP] else 1,
    )


def _episode(chance: random.Random, day: date) -> Episode:
    started = datetime(day.year, day.month, day.day, chance.randrange(7, 24), tzinfo=UTC)
    identity = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    return Episode(id=identity, started=started, places=LEFT_CALF)


def _found(diary: DiaryContents, days: int) -> set[TriggerId]:
    period = Period(FIRST, FIRST + timedelta(days=days))
    as_of = datetime(period.end.year, period.end.month, period.end.day, 5, tzinfo=UTC)
    rows = triggers(Timeline.of(diary, as_of), period)
    return {trigger.id for trigger in rows if trigger.finding in FOUND}


def _month(chance: random.Random, true: float) -> Table:
    cells = [0, 0, 0, 0]
    base = chance.uniform(0.1, 0.4)
    for _ in range(25):
        exposed = chance.random() < 0.4
        odds = base / (1 - base) * (true if exposed else 1)
        cramped = chance.random() < odds / (1 + odds)
        cells[(0 if exposed else 1) + (0 if cramped else 2)] += 1
    return Table(
        exposed_cramp=cells[0], unexposed_cramp=cells[1], exposed_free=cells[2], unexposed_free=cells[3]
    )


def _poisson(chance: random.Random, mean: float) -> int:
    count, product, stop = 0, chance.random(), math.exp(-mean)
    while product > stop:
        count, product = count + 1, product * chance.random()
    return count


def main() -> int:
    """Print the figures beside their bounds."""
    chance = random.Random(SEED)
    alarms = false_alarms(chance)
    right, wrong = discoveries(chance)
    rates, odds = rate_coverage(chance), odds_coverage(chance)
    sys.stdout.write(
        f"no effect, any trigger reported: {alarms:.1%} (at most 5%)\n"
        f"odds ratio 4, the right one found: {right:.1%} (at least 80%)\n"
        f"odds ratio 4, a wrong one reported: {wrong:.1%} (at most 8%)\n"
        f"Poisson interval holds the truth: {rates:.1%} (at least 95%)\n"
        f"odds ratio's interval holds the truth: {odds:.1%} (at least 95%)\n"
    )
    kept = alarms <= 0.05 and right >= 0.8 and wrong <= 0.08 and rates >= 0.95 and odds >= 0.95
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
