"""Keeps an import from bringing back what the person has put into the trash."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import UTC

from cramplog.domain.changes import Kind
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.steps import Record
from cramplog.domain.trash import Trashed
from cramplog.domain.workout import Workout
from cramplog.exchange.found import ReadDiary, Rejected
from cramplog.i18n import _


def without_trash(found: ReadDiary, trash: Iterable[Trashed]) -> ReadDiary:
    """What was found in a file, without the records that lie in the trash: those are rejected instead."""
    trashed = {mark for it in trash for mark in _marks(it.record)}
    if not trashed:
        return found
    contents = found.contents
    rejected = [
        Rejected(
            file=found.path.name,
            kind=kind,
            place=str(kind),
            id=record.id,
            reason=_("is in the trash: put it back from there"),
        )
        for kind, records in (
            (Kind.EPISODES, contents.episodes),
            (Kind.WORKOUTS, contents.workouts),
            (Kind.COURSES, contents.courses),
        )
        for record in records
        if _is_in(trashed, record)
    ]
    kept = replace(
        contents,
        episodes=tuple(it for it in contents.episodes if not _is_in(trashed, it)),
        workouts=tuple(it for it in contents.workouts if not _is_in(trashed, it)),
        courses=tuple(it for it in contents.courses if not _is_in(trashed, it)),
    )
    return replace(found, contents=kept, rejected=(*found.rejected, *rejected))


def _is_in(trashed: set[Hashable], record: Episode | Workout | Course) -> bool:
    return not trashed.isdisjoint(_marks(record))


def _marks(record: Record) -> set[Hashable]:
    """By what a record is known again, also where another program gave it another id."""
    match record:
        case Episode():
            return {record.id, (record.started.astimezone(UTC), frozenset(record.places))}
        case Workout():
            marks: set[Hashable] = {record.id, record.started.astimezone(UTC)}
            return marks | ({record.file_sha256} if record.file_sha256 else set())
        case Course():
            return {record.id}
        case _:
            return set()
