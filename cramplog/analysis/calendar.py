"""Every day of a period: known or not, how many cramps, and how bad the worst was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cramplog.analysis.timeline import Timeline
from cramplog.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One diary day. `worst_pain` (0–10) is None where no cramp has a pain; an unknown day has no cramps."""

    date: date
    known: bool
    episodes: int
    worst_pain: int | None


def calendar(timeline: Timeline, period: Period) -> tuple[CalendarDay, ...]:
    """Each diary day of `period` in order.

    Unit: episodes, 0 or more; pain 0–10. A day is known with an episode or checked in as cramp-free. Source:
    resources/help/statistics.md. Check: cramps with pain 4 and 7 on 2 May, free on 3 May, nothing on
    4 May give (known, 2, 7), (known, 0, None), (unknown, 0, None).
    """
    known = frozenset(timeline.known_days_in(period))
    return tuple(_day(timeline, day, known=day in known) for day in period)


def _day(timeline: Timeline, day: date, *, known: bool) -> CalendarDay:
    episodes = timeline.episodes_by_day.get(day)
    if episodes is None:
        return CalendarDay(date=day, known=known, episodes=0, worst_pain=None)
    pains = [episode.pain for episode in episodes if episode.pain is not None]
    return CalendarDay(date=day, known=known, episodes=len(episodes), worst_pain=max(pains, default=None))
