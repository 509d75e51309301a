"""What could not be saved: kept in memory until it is saved after all, or written elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields, replace
from datetime import UTC, date
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.errors import DiaryError
from cramplog.domain.period import diary_day
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout

Answers = Mapping[date, Mapping[str, Any]]


class Unsaved:
    """The latest state of each record whose save failed; of days, only what was said in those saves.

    Each of its methods `…_if_it_fails` surrounds one save: it remembers what was to be saved where that
    raises a DiaryError, and forgets it where it does not.
    """

    def __init__(self) -> None:
        self._left: dict[tuple[Kind, str], Record] = {}
        self._answers: dict[date, dict[str, Any]] = {}
        self._free: set[date] = set()
        self._exertions: dict[str, float] = {}
        self._deleted: set[tuple[Kind, str]] = set()

    def kept_if_it_fails(
        self, *records: tuple[Kind, str, Record], answers: Answers | None = None
    ) -> AbstractContextManager[None]:
        """For these records.

        `answers` about a day are kept one by one: what else is known of the day must not be lost with them.
        """
        states = {(kind, key): record for kind, key, record in records}

        def keep() -> None:
            # What is said last counts.
            self._forget(states, answers or {})
            self._left.update(states)
            for day, said in (answers or {}).items():
                self._answers.setdefault(day, {}).update(said)

        return _either(keep, lambda: self._forget(states, answers or {}))

    def free_if_it_fails(
        self, days: Iterable[date], known: Callable[[], DiaryContents]
    ) -> AbstractContextManager[None]:
        """For days that were marked as free of cramps; one with a cramp in what is `known` is not meant."""
        wanted = {day: {"cramp_free": True} for day in days}

        def keep() -> None:
            self._forget({}, wanted)
            self._free.update(set(wanted) - _cramp_days(known()))

        return _either(keep, lambda: self._forget({}, wanted))

    def rated_if_it_fails(self, exertions: Mapping[str, float]) -> AbstractContextManager[None]:
        """For how hard workouts were."""

        def forget() -> None:
            for key in exertions:
                self._exertions.pop(key, None)

        return _either(lambda: self._exertions.update(exertions), forget)

    def deleted_if_it_fails(self, kind: Kind, keys: Iterable[str]) -> AbstractContextManager[None]:
        """For what was deleted. It stays in the copy: nothing is taken out of that unasked."""
        gone = {(kind, key) for key in keys}

        def forget() -> None:
            # What could not be saved of it before is not wanted any more either.
            self._forget(dict.fromkeys(gone), {})

        return _either(lambda: self._deleted.update(gone), forget)

    def added_to(self, contents: DiaryContents) -> DiaryContents:
        """The diary as it would be, had all been saved."""
        person, settings = self._left.get((Kind.PERSON, "")), self._left.get((Kind.SETTINGS, ""))
        merged = replace(
            contents,
            episodes=self._merged(Kind.EPISODES, contents.episodes),
            days=self._amended(contents.days),
            workouts=tuple(map(self._rated, self._merged(Kind.WORKOUTS, contents.workouts))),
            courses=self._merged(Kind.COURSES, contents.courses),
            person=person if isinstance(person, Person) else contents.person,
            settings=settings if isinstance(settings, DiarySettings) else contents.settings,
        )
        return replace(merged, days=self._marked_free(merged))

    def undeleted_in(self, contents: DiaryContents) -> int:
        """How many records are there that the person wanted to delete."""
        held = {
            *((Kind.EPISODES, it.id) for it in contents.episodes),
            *((Kind.WORKOUTS, it.id) for it in contents.workouts),
            *((Kind.COURSES, it.id) for it in contents.courses),
        }
        return len(self._deleted & held)

    def _forget(self, records: Iterable[tuple[Kind, str]], answers: Answers) -> None:
        for which in records:
            self._left.pop(which, None)
            self._deleted.discard(which)
            self._exertions.pop(which[1], None)
        for day, said in answers.items():
            for name in said:
                self._answers.get(day, {}).pop(name, None)
            if "cramp_free" in said:
                self._free.discard(day)

    def _amended(self, days: Iterable[Day]) -> tuple[Day, ...]:
        amended = {day.date: day for day in days}
        for day, said in self._answers.items():
            if said:
                amended[day] = replace(amended.get(day) or Day(date=day), **said)
        return tuple(amended[day] for day in sorted(amended))

    def _marked_free(self, contents: DiaryContents) -> tuple[Day, ...]:
        days = {day.date: day for day in contents.days}
        # A cramp may have been recorded since.
        for free in self._free - _cramp_days(contents):
            days[free] = replace(days.get(free) or Day(date=free), cramp_free=True)
        return tuple(days[day] for day in sorted(days))

    def _rated(self, workout: Workout) -> Workout:
        if workout.id not in self._exertions:
            return workout
        return replace(workout, exertion=self._exertions[workout.id])

    def _merged(self, kind: Kind, records: Iterable[Any]) -> tuple[Any, ...]:
        merged = {record.id: record for record in records}
        merged |= {key: record for (of, key), record in self._left.items() if of is kind}
        return tuple(sorted(merged.values(), key=_order))


@contextmanager
def _either(keep: Callable[[], None], forget: Callable[[], object]) -> Iterator[None]:
    try:
        yield
    except DiaryError:
        keep()
        raise
    forget()


def _cramp_days(contents: DiaryContents) -> set[date]:
    hour = contents.settings.day_starts_hour
    return {diary_day(episode.started, hour) for episode in contents.episodes}


def everything_of(day: Day) -> dict[str, Any]:
    """All that a check-in says of its day, with what it leaves open."""
    return {field.name: getattr(day, field.name) for field in fields(day) if field.name != "date"}


def said_in(day: Day) -> dict[str, Any]:
    """The same without what it leaves open."""
    return {name: value for name, value in everything_of(day).items() if value not in (None, "")}


def _order(record: Any) -> tuple[Any, ...]:
    started = record.started
    return (started.astimezone(UTC) if hasattr(started, "tzinfo") else started or date.min), record.id
