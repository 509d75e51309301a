"""The whole diary as it was read, kept in step with what is saved, so that no save reads all again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import RecordChange, Step

if TYPE_CHECKING:
    from cramplog.storage.diary_file import DiaryFile

# More than that, as of an import, are read again.
_FEW = 100


class KnownContents:
    """Read once; afterwards `learn` brings in each step that is saved here. What others save is read anew."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file
        # An opening that verifies has read all of it already.
        self._kept = file.read_by_check()

    def contents(self) -> DiaryContents:
        """Everything that is in the diary now."""
        revision = self._file.revision()
        if self._kept is None or self._kept[0] != revision:
            self._kept = (revision, self._file.contents())
        return self._kept[1]

    def remembered(self) -> DiaryContents | None:
        """What was read last, whether the file can still be read or not; None where nothing was."""
        return self._kept[1] if self._kept is not None else None

    def learn(self, step: Step, changed: Changed) -> None:
        """A step was saved, and led to the revision that `changed` names."""
        if self._kept is None:
            return
        revision, contents = self._kept
        # Only the very next revision is this step alone.
        if changed.revision != revision + 1 or len(step.changes) > _FEW:
            self._kept = None
            return
        for change in step.changes:
            contents = _with(contents, change)
        self._kept = (changed.revision, contents)


def _with(contents: DiaryContents, change: RecordChange) -> DiaryContents:
    after: Any = change.after
    match change.kind:
        case Kind.EPISODES:
            return replace(contents, episodes=_put(contents.episodes, change, _by_start))
        case Kind.DAYS:
            return replace(contents, days=_put(contents.days, change, lambda day: (day.date,)))
        case Kind.WORKOUTS:
            return replace(contents, workouts=_put(contents.workouts, change, _by_start))
        case Kind.COURSES:
            return replace(contents, courses=_put(contents.courses, change, _by_first_day))
        case Kind.PERSON:
            return replace(contents, person=after or Person())
        case Kind.SETTINGS:
            return replace(contents, settings=after or DiarySettings())


def _put(records: tuple[Any, ...], change: RecordChange, order: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The records in their order, without what the change takes away and with what it brings."""
    if change.before is not None:
        at = bisect_left(records, order(change.before), key=order)
        records = (*records[:at], *records[at + 1 :])
    if change.after is not None:
        at = bisect_left(records, order(change.after), key=order)
        records = (*records[:at], change.after, *records[at:])
    return records


def _by_start(record: Any) -> tuple[Any, ...]:
    return record.started.astimezone(UTC), record.id


def _by_first_day(course: Any) -> tuple[Any, ...]:
    # Without a first day comes first, as in the file.
    return course.started or date.min, course.id
