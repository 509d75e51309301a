"""What putting a backup back would bring, take and change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record, RecordChange

Place = tuple[Kind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The records that the diary would gain, lose and have changed, each as it is now and as it would be."""

    gained: tuple[RecordChange, ...]
    lost: tuple[RecordChange, ...]
    changed: tuple[RecordChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether backup and diary hold the same."""
        return not (self.gained or self.lost or self.changed)


def compare(present: DiaryContents, backup: DiaryContents) -> Comparison:
    """How the diary would change if the backup took its place."""
    now, then = dict(_records(present)), dict(_records(backup))
    changes = [
        RecordChange(*place, now.get(place), then.get(place))
        for place in {**now, **then}
        if now.get(place) != then.get(place)
    ]
    return Comparison(
        gained=tuple(it for it in changes if it.before is None),
        lost=tuple(it for it in changes if it.after is None),
        changed=tuple(it for it in changes if it.before is not None and it.after is not None),
    )


def _records(contents: DiaryContents) -> Iterator[tuple[Place, Record]]:
    yield from (((Kind.EPISODES, it.id), it) for it in contents.episodes)
    yield from (((Kind.DAYS, it.date.isoformat()), it) for it in contents.days)
    yield from (((Kind.WORKOUTS, it.id), it) for it in contents.workouts)
    yield from (((Kind.COURSES, it.id), it) for it in contents.courses)
    if contents.person != Person():
        yield (Kind.PERSON, ""), contents.person
    if contents.settings != DiarySettings():
        yield (Kind.SETTINGS, ""), contents.settings
