"""What could not be saved: kept in memory until it is saved after all, or written elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryError
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record


class Unsaved:
    """The latest state of each record whose save failed."""

    def __init__(self) -> None:
        self._left: dict[tuple[Kind, str], Record] = {}

    @contextmanager
    def kept_if_it_fails(self, *records: tuple[Kind, str, Record]) -> Iterator[None]:
        """Remember these records where saving them raises a DiaryError, and forget them where it does not."""
        try:
            yield
        except DiaryError:
            self._left |= {(kind, key): record for kind, key, record in records}
            raise
        for kind, key, _record in records:
            self._left.pop((kind, key), None)

    def added_to(self, contents: DiaryContents) -> DiaryContents:
        """The diary as it would be, had all been saved."""
        person, settings = self._left.get((Kind.PERSON, "")), self._left.get((Kind.SETTINGS, ""))
        return replace(
            contents,
            episodes=self._merged(Kind.EPISODES, contents.episodes),
            days=self._merged(Kind.DAYS, contents.days),
            workouts=self._merged(Kind.WORKOUTS, contents.workouts),
            courses=self._merged(Kind.COURSES, contents.courses),
            person=person if isinstance(person, Person) else contents.person,
            settings=settings if isinstance(settings, DiarySettings) else contents.settings,
        )

    def _merged(self, kind: Kind, records: Iterable[Any]) -> tuple[Any, ...]:
        merged = {_key(record): record for record in records}
        merged |= {key: record for (of, key), record in self._left.items() if of is kind}
        return tuple(sorted(merged.values(), key=_order))


def _key(record: Any) -> str:
    return str(record.date.isoformat() if hasattr(record, "date") else record.id)


def _order(record: Any) -> tuple[Any, ...]:
    if hasattr(record, "date"):
        return (record.date,)
    started = record.started
    return (started.astimezone(UTC) if hasattr(started, "tzinfo") else started or date.min), record.id
