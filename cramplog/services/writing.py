"""Puts the changes of one step into the diary's stores, many records at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cramplog.domain.changes import Kind
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import RecordChange, Step, StepName
from cramplog.exchange.progress import Progress

if TYPE_CHECKING:
    from cramplog.storage.diary_file import Writing

# So many records at once: few enough to say how far it is, enough that SQLite is not asked for each.
_AT_ONCE = 1_000

# The steps whose records are kept for a while when they go: what was deleted, also when it goes once more.
# Taking back an import leaves no trash: the next import of the same file must not find it there.
_INTO_THE_TRASH = frozenset({StepName.REMOVE, StepName.PUT_BACK})


def write(stores: Writing, step: Step, *, now: datetime, progress: Progress) -> None:
    """Save what the step leaves behind, take out what it takes away. What `progress` raises goes through."""
    trashed = {(it.kind, it.key) for it in stores.trash.all()}
    done = 0
    for kind, changes in _portions(step.changes):
        progress(done, len(step.changes))
        _save(stores, kind, [change for change in changes if change.after is not None])
        _take_out(stores, kind, [change for change in changes if change.after is None])
        for change in changes:
            _mind_the_trash(stores, step.name, change, trashed, now)
        done += len(changes)
    progress(done, len(step.changes))


def _portions(changes: Sequence[RecordChange]) -> Iterator[tuple[Kind, list[RecordChange]]]:
    for kind, together in groupby(changes, key=lambda change: change.kind):
        of_kind = list(together)
        for start in range(0, len(of_kind), _AT_ONCE):
            yield kind, of_kind[start : start + _AT_ONCE]


def _save(stores: Writing, kind: Kind, changes: Sequence[RecordChange]) -> None:
    records: list[Any] = [change.after for change in changes]
    if not records:
        return
    match kind:
        case Kind.EPISODES:
            stores.episodes.save_all(records)
            stores.drafts.delete(*(change.key for change in changes))
        case Kind.DAYS:
            stores.days.save_all(records)
        case Kind.WORKOUTS:
            stores.workouts.save_all(records)
        case Kind.COURSES:
            stores.courses.save_all(records)
        case Kind.PERSON:
            stores.person.save(records[-1])
        case Kind.SETTINGS:
            stores.settings.save(records[-1])


def _take_out(stores: Writing, kind: Kind, changes: Sequence[RecordChange]) -> None:
    keys = [change.key for change in changes]
    if not keys:
        return
    match kind:
        case Kind.EPISODES:
            stores.episodes.delete(*keys)
        case Kind.DAYS:
            stores.days.delete(*map(date.fromisoformat, keys))
        case Kind.WORKOUTS:
            stores.workouts.delete(*keys)
        case Kind.COURSES:
            stores.courses.delete(*keys)
        case Kind.PERSON:
            stores.person.save(Person())
        case Kind.SETTINGS:
            stores.settings.save(DiarySettings())


def _mind_the_trash(
    stores: Writing, name: StepName, change: RecordChange, trashed: set[tuple[Kind, str]], now: datetime
) -> None:
    if change.after is not None:
        if (change.kind, change.key) in trashed:
            stores.trash.take_out(change.kind, change.key)
    elif change.before is not None and name in _INTO_THE_TRASH:
        stores.trash.put(change.kind, change.key, change.before, now=now)
        # What was typed to change it would outlive the emptying of the trash, and bring the record back.
        stores.drafts.delete(change.key)
