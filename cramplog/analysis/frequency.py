"""How often the cramps come: the rate and its interval, by week and by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cramplog.analysis.coverage import State, is_mostly_known
from cramplog.analysis.exact import Interval, poisson_interval, share_interval
from cramplog.analysis.timeline import Timeline
from cramplog.domain.period import Period

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One calendar week or month, clipped to the period.

    `start` is its Monday or its first of the month, also where the period begins later; `days` are the days
    of it that lie in the period, `known` those of them that are known.
    """

    start: date
    days: int
    known: int
    episodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """Episodes per 7 known days and the share of known days with a cramp; None where no day is known."""

    episodes: int
    per_week: float | None
    per_week_ci: Interval | None
    cramp_day_share: float | None
    cramp_day_share_ci: Interval | None
    by_week: tuple[Span, ...]
    by_month: tuple[Span, ...]
    state: State


def frequency(timeline: Timeline, period: Period) -> Frequency:
    """How often cramps came in `period`.

    `per_week`: episodes per 7 known days, 0 or more, with the exact Poisson interval (Garwood 1936).
    `cramp_day_share`: known days with a cramp, 0 to 1, with Clopper and Pearson's interval.
    `state` is not enough where under 70 % of the days are known: counts may be shown then, rates not.
    Check: 14 episodes in 28 known days are 3.5 a week [1.91, 5.87]; 9 cramp-days of 28 are 0.3214
    [0.15878, 0.52352].
    """
    episodes = timeline.count_episodes(period)
    known, cramp = timeline.count_known(period), timeline.count_cramp_days(period)
    return Frequency(
        episodes=episodes,
        per_week=7 * episodes / known if known else None,
        per_week_ci=poisson_interval(episodes).times(7 / known) if known else None,
        cramp_day_share=cramp / known if known else None,
        cramp_day_share_ci=share_interval(cramp, known) if known else None,
        by_week=spans(timeline, period, weeks(period)),
        by_month=spans(timeline, period, months(period)),
        state=State.OK if is_mostly_known(known, period.days) else State.NOT_ENOUGH,
    )


def spans(timeline: Timeline, period: Period, parts: Iterator[Period]) -> tuple[Span, ...]:
    """Each part of the calendar with what the days of `period` in it hold."""
    return tuple(_span(timeline, part, _clipped(part, period)) for part in parts)


def weeks(period: Period) -> Iterator[Period]:
    """The weeks, Monday to Sunday, that share a day with `period`, whole."""
    start = period.first - timedelta(days=period.first.weekday())
    while period.days and start < period.end:
        yield Period(start, start + WEEK)
        start += WEEK


def months(period: Period) -> Iterator[Period]:
    """The calendar months that share a day with `period`, whole."""
    start = period.first.replace(day=1)
    while period.days and start < period.end:
        following = (start + timedelta(days=32)).replace(day=1)
        yield Period(start, following)
        start = following


def _clipped(part: Period, period: Period) -> Period:
    return Period(max(part.first, period.first), min(part.end, period.end))


def _span(timeline: Timeline, whole: Period, part: Period) -> Span:
    return Span(
        start=whole.first,
        days=part.days,
        known=timeline.count_known(part),
        episodes=timeline.count_episodes(part),
    )
