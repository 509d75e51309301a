"""What could not be saved: kept in memory until it is saved after all, or written elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.errors import DiaryError
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record

Answers = Mapping[date, Mapping[str, Any]]


class Unsaved:
    """The latest state of each record whose save failed; of days, only what was said in those saves."""

    def __init__(self) -> None:
        self._left: dict[tuple[Kind, str], Record] = {}
        self._answers: dict[date, dict[str, Any]] = {}

    @contextmanager
    def kept_if_it_fails(
        self, *records: tuple[Kind, str, Record], answers: Answers | None = None
    ) -> Iterator[None]:
        """Remember these where saving them raises a DiaryError, and forget them where it does not.

        `answers` about a day are kept one by one: what else is known of the day must not be lost with them.
        """
        try:
            yield
        except DiaryError:
            self._left |= {(kind, key): record for kind, key, record in records}
            for day, said in (answers or {}).items():
                self._answers.setdefault(day, {}).update(said)
            raise
        for kind, key, _record in records:
            self._left.pop((kind, key), None)
        for day, said in (answers or {}).items():
            for name in said:
                self._answers.get(day, {}).pop(name, None)

    def forget(self, kind: Kind, keys: Iterable[str]) -> None:
        """These records were deleted."""
        for key in keys:
            self._left.pop((kind, key), None)

    def added_to(self, contents: DiaryContents) -> DiaryContents:
        """The diary as it would be, had all been saved."""
        person, settings = self._left.get((Kind.PERSON, "")), self._left.get((Kind.SETTINGS, ""))
        return replace(
            contents,
            episodes=self._merged(Kind.EPISODES, contents.episodes),
            days=self._amended(contents.days),
            workouts=self._merged(Kind.WORKOUTS, contents.workouts),
            courses=self._merged(Kind.COURSES, contents.courses),
            person=person if isinstance(person, Person) else contents.person,
            settings=settings if isinstance(settings, DiarySettings) else contents.settings,
        )

    def _amended(self, days: Iterable[Day]) -> tuple[Day, ...]:
        amended = {day.date: day for day in days}
        for day, said in self._answers.items():
            if said:
                amended[day] = replace(amended.get(day) or Day(date=day), **said)
        return tuple(amended[day] for day in sorted(amended))

    def _merged(self, kind: Kind, records: Iterable[Any]) -> tuple[Any, ...]:
        merged = {record.id: record for record in records}
        merged |= {key: record for (of, key), record in self._left.items() if of is kind}
        return tuple(sorted(merged.values(), key=_order))


def everything_of(day: Day) -> dict[str, Any]:
    """All that a check-in says of its day, with what it leaves open."""
    return {field.name: getattr(day, field.name) for field in fields(day) if field.name != "date"}


def said_in(day: Day) -> dict[str, Any]:
    """The same without what it leaves open."""
    return {name: value for name, value in everything_of(day).items() if value not in (None, "")}


def _order(record: Any) -> tuple[Any, ...]:
    started = record.started
    return (started.astimezone(UTC) if hasattr(started, "tzinfo") else started or date.min), record.id
