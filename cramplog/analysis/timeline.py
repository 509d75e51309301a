"""The diary as it stood at one moment, grouped by diary day once for all the numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.period import ONE_DAY, Period, diary_day
from cramplog.domain.workout import Workout

R = TypeVar("R", Episode, Workout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything that had begun by `as_of`. `today` is the diary day of that moment.

    `episodes` go by diary day and within it by onset; `episode_days` are their diary days, one each.
    `cramp_days`, `free_days` and `known_days` are in order and hold each day once.
    """

    as_of: datetime
    today: date
    day_starts_hour: int
    episodes: tuple[Episode, ...]
    episode_days: tuple[date, ...]
    cramp_days: tuple[date, ...]
    free_days: tuple[date, ...]
    known_days: tuple[date, ...]
    episodes_by_day: Mapping[date, Sequence[Episode]]
    check_ins: Mapping[date, Day]
    workouts_by_day: Mapping[date, Sequence[Workout]]

    @classmethod
    def of(cls, contents: DiaryContents, as_of: datetime) -> Timeline:
        """The diary without the episodes, workouts and days that begin after `as_of`."""
        hour = contents.settings.day_starts_hour
        today = diary_day(as_of, hour)
        by_day = _by_day(contents.episodes, as_of, hour)
        check_ins = {day.date: day for day in contents.days if day.date <= today}
        # An episode outranks a day that was checked in as cramp-free.
        free = sorted(day.date for day in check_ins.values() if day.cramp_free and day.date not in by_day)
        return cls(
            as_of=as_of,
            today=today,
            day_starts_hour=hour,
            episodes=tuple(episode for episodes in by_day.values() for episode in episodes),
            episode_days=tuple(day for day, episodes in by_day.items() for _ in episodes),
            cramp_days=tuple(by_day),
            free_days=tuple(free),
            known_days=tuple(sorted([*by_day, *free])),
            episodes_by_day=by_day,
            check_ins=check_ins,
            workouts_by_day=_by_day(contents.workouts, as_of, hour),
        )

    def episodes_in(self, period: Period) -> tuple[Episode, ...]:
        """The episodes whose diary day lies in `period`, in order."""
        return self.episodes[_slice(self.episode_days, period)]

    def dated_episodes_in(self, period: Period) -> Iterable[tuple[date, Episode]]:
        """The same, each with its diary day."""
        part = _slice(self.episode_days, period)
        return zip(self.episode_days[part], self.episodes[part], strict=True)

    def count_episodes(self, period: Period) -> int:
        """How many episodes have their diary day in `period`."""
        return _count(self.episode_days, period)

    def cramp_days_in(self, period: Period) -> tuple[date, ...]:
        """The days of `period` with at least one episode, in order."""
        return self.cramp_days[_slice(self.cramp_days, period)]

    def count_cramp_days(self, period: Period) -> int:
        """How many days of `period` have at least one episode."""
        return _count(self.cramp_days, period)

    def known_days_in(self, period: Period) -> tuple[date, ...]:
        """The days of `period` with an episode or checked in as cramp-free, in order."""
        return self.known_days[_slice(self.known_days, period)]

    def count_known(self, period: Period) -> int:
        """How many days of `period` have an episode or were checked in as cramp-free."""
        return _count(self.known_days, period)

    def latest_episodes(self, days: int, *, earlier: int = 0) -> tuple[Episode, ...]:
        """The episodes of the latest so many diary days, as the diary stood so many days `earlier`."""
        moment = self.as_of - timedelta(days=earlier)
        found = self.episodes_in(self.last_days(days, earlier=earlier))
        return tuple(episode for episode in found if episode.started <= moment)

    def last_days(self, days: int, *, earlier: int = 0) -> Period:
        """The latest so many diary days, as they were so many days `earlier`."""
        return Period.last_days(days, self.today - timedelta(days=earlier))


def _by_day(records: Iterable[R], as_of: datetime, hour: int) -> dict[date, list[R]]:
    """Records that had begun by `as_of`, by diary day; days in order, and in each the records by start."""
    groups: defaultdict[date, list[R]] = defaultdict(list)
    for record in records:
        started = record.started
        if started <= as_of:
            # As `diary_day` has it; a call for each record takes longer than all the rest here.
            day = started.date()
            groups[day if started.hour >= hour else day - ONE_DAY].append(record)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=_start)
    return {day: groups[day] for day in sorted(groups)}


def _start(record: Episode | Workout) -> tuple[datetime, str]:
    return record.started, record.id


def _slice(days: Sequence[date], period: Period) -> slice:
    return slice(bisect_left(days, period.first), bisect_left(days, period.end))


def _count(days: Sequence[date], period: Period) -> int:
    return bisect_left(days, period.end) - bisect_left(days, period.first)
