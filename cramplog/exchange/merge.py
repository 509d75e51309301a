"""What becomes of a record that a file and the diary both have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout

P = TypeVar("P", Person, Day, Workout)


def alike(one: Record, other: Record) -> bool:
    """Whether two records are equal in every field, the offsets of their times included."""
    # To Python, 02:10+01:00 and 01:10+00:00 are equal; to the person who woke at ten past two they are not.
    return one == other and _offsets(one) == _offsets(other)


def newer(own: Episode, found: Episode) -> Episode:
    """The one changed last; the file's where neither or both equally say when.

    The diary's own where only it says: it was revised here after it came from such a file.
    """
    if own.changed is not None and (found.changed is None or found.changed < own.changed):
        return own
    return found


def filled(first: P, second: P) -> P:
    """`first`, with what it does not record taken from `second`. Nothing that was recorded gets lost."""
    gaps = {
        field.name: getattr(second, field.name)
        for field in fields(first)
        if getattr(first, field.name) is None or getattr(first, field.name) == ""
    }
    return replace(first, **gaps)


def same_workouts(
    found: Iterable[Workout], own: Sequence[Workout]
) -> Iterator[tuple[Workout, Workout | None]]:
    """Each workout of a file with the one in the diary that it is, or None where it is new.

    The id decides first; then, for one of another origin, its file's hash; then its start. A workout of the
    diary is met once only, and one that the file names by its id is kept for that.
    """
    found = tuple(found)
    by_id = {workout.id: workout for workout in own}
    named = {workout.id for workout in found}
    free = [workout for workout in own if workout.id not in named]
    by_hash: dict[str | None, Workout] = {
        workout.file_sha256: workout for workout in free if workout.file_sha256 is not None
    }
    by_start = {_start(workout): workout for workout in free}
    met: set[str] = set()
    for workout in found:
        same = by_id.get(workout.id) or by_hash.get(workout.file_sha256) or by_start.get(_start(workout))
        if same is not None and same.id in met:
            same = None
        if same is not None:
            met.add(same.id)
        yield workout, same


def _offsets(record: Record) -> list[timedelta | None]:
    times = [getattr(record, field, None) for field in ("started", "created", "changed")]
    return [time.utcoffset() for time in times if isinstance(time, datetime)]


def _start(workout: Workout) -> datetime:
    return workout.started.astimezone(UTC)
