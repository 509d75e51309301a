"""What becomes of a record that a file and the diary both have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import TypeVar

from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout
from cramplog.exchange.present import Present

P = TypeVar("P", Person, Day, Workout, Episode, Course)


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


def same_workouts(found: Iterable[Workout], present: Present) -> Iterator[tuple[Workout, Workout | None]]:
    """Each workout of a file with the one in the diary that it is, or None where it is new.

    The id decides first; then, for one of another origin, its file's hash; then its start. A workout of the
    diary is met once only, and one that the file names by its id is kept for that.
    """
    found = tuple(found)
    named = {workout.id for workout in found}
    met: set[str] = set()
    for workout in found:
        same = present.workouts.get(workout.id)
        if same is None:
            free = (each for each in present.workout_like(workout) if each.id not in named | met)
            same = next(iter(free), None)
        if same is not None:
            met.add(same.id)
        yield workout, same


def same_episodes(
    found: Iterable[Episode], present: Present, *, made_ids: frozenset[str]
) -> Iterator[tuple[Episode, Episode | None]]:
    """Each cramp of a file with the one in the diary that it is, or None where it is new.

    The id decides; for one whose id was only made while reading, the start and the places.
    """
    for episode in found:
        same = present.episodes.get(episode.id)
        if same is None and episode.id in made_ids:
            same = present.episode_like(episode)
        yield episode, same


def _offsets(record: Record) -> list[timedelta | None]:
    times = [getattr(record, field, None) for field in ("started", "created", "changed")]
    return [time.utcoffset() for time in times if isinstance(time, datetime)]
