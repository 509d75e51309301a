"""What an import would do, before it is done: which records are new, the same, changed or rejected."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record, RecordChange
from cramplog.domain.workout import Workout
from cramplog.exchange import merge
from cramplog.exchange.found import ReadDiary, Rejected, UnknownField
from cramplog.exchange.records import with_settings

R = TypeVar("R", Episode, Day, Workout, Course, Person, DiarySettings)


_KEEPS_THE_NEWER = frozenset({Kind.EPISODES})


class Verdict(StrEnum):
    """How a record of a file stands to the diary."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a file: what the diary has (`old`), and what it will have (`new`).

    `key` is the record's id in the diary, a day's date, or empty for person and settings.
    A changed record whose version in the diary is the newer one stays as it is: `old` equals `new`.
    """

    kind: Kind
    verdict: Verdict
    key: str
    old: Record | None
    new: Record

    @property
    def writes(self) -> bool:
        """Whether the diary will hold something else afterwards."""
        return self.old is None or not merge.alike(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many records of a kind; `kept` of the changed are newer in the diary and stay as they are."""

    new: int = 0
    same: int = 0
    changed: int = 0
    rejected: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What importing some files would do to the diary as it is now."""

    found: tuple[ReadDiary, ...] = ()
    entries: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    unknown: tuple[UnknownField, ...] = ()

    @property
    def changes(self) -> tuple[RecordChange, ...]:
        """What will be written: each record once, as the diary has it now and as the last file leaves it."""
        merged: dict[tuple[Kind, str], RecordChange] = {}
        for entry in self.entries:
            if entry.writes:
                place = (entry.kind, entry.key)
                before = merged[place].before if place in merged else entry.old
                merged[place] = RecordChange(entry.kind, entry.key, before, entry.new)
        return tuple(merged.values())

    def counts(self, kind: Kind | None = None) -> Counts:
        """The counts of one kind of record, or of all."""
        entries = [entry for entry in self.entries if kind in (None, entry.kind)]
        verdicts = [entry.verdict for entry in entries]
        return Counts(
            new=verdicts.count(Verdict.NEW),
            same=verdicts.count(Verdict.SAME),
            changed=verdicts.count(Verdict.CHANGED),
            rejected=sum(kind in (None, rejected.kind) for rejected in self.rejected),
            kept=sum(entry.verdict is Verdict.CHANGED and not entry.writes for entry in entries),
        )


def compare(found: ReadDiary, present: DiaryContents) -> Preview:
    """What importing one file would do to a diary that holds `present`."""
    new = found.contents
    return Preview(
        found=(found,),
        entries=(
            *_person(new.person, present.person),
            *_keyed(
                Kind.EPISODES, new.episodes, present.episodes, key=lambda each: each.id, settle=merge.newer
            ),
            *_keyed(Kind.DAYS, new.days, present.days, key=lambda each: each.date, settle=_days),
            *_workouts(new.workouts, present.workouts),
            *_keyed(Kind.COURSES, new.courses, present.courses, key=lambda each: each.id, settle=_the_files),
            *_settings(found, present.settings),
        ),
        rejected=found.rejected,
        unknown=found.unknown,
    )


def compare_all(found: Sequence[ReadDiary], present: DiaryContents) -> Preview:
    """What importing several files would do, one after the other in the order given."""
    parts = []
    for each in found:
        part = compare(each, present)
        present = applied(part, present)
        parts.append(part)
    return Preview(
        found=tuple(found),
        entries=tuple(entry for part in parts for entry in part.entries),
        rejected=tuple(rejected for part in parts for rejected in part.rejected),
        unknown=tuple(unknown for part in parts for unknown in part.unknown),
    )


def applied(preview: Preview, present: DiaryContents) -> DiaryContents:
    """What a diary that holds `present` will hold after the import."""
    episodes = {episode.id: episode for episode in present.episodes}
    days = {day.date: day for day in present.days}
    workouts = {workout.id: workout for workout in present.workouts}
    courses = {course.id: course for course in present.courses}
    person, settings = present.person, present.settings
    for change in preview.changes:
        match change.after:
            case Episode():
                episodes[change.after.id] = change.after
            case Day():
                days[change.after.date] = change.after
            case Workout():
                workouts[change.after.id] = change.after
            case Course():
                courses[change.after.id] = change.after
            case Person():
                person = change.after
            case DiarySettings():
                settings = change.after
    return DiaryContents(
        person=person,
        episodes=tuple(sorted(episodes.values(), key=_by_start)),
        days=tuple(days[day] for day in sorted(days)),
        workouts=tuple(sorted(workouts.values(), key=_by_start)),
        courses=tuple(sorted(courses.values(), key=lambda course: (course.started or date.min, course.id))),
        settings=settings,
    )


def _keyed(
    kind: Kind,
    found: Iterable[R],
    own: Iterable[R],
    *,
    key: Callable[[R], Hashable],
    settle: Callable[[R, R], R],
) -> Iterator[Entry]:
    present = {key(record): record for record in own}
    for record in found:
        old = present.get(key(record))
        yield _entry(kind, str(key(record)), old, record, record if old is None else settle(old, record))


def _entry(kind: Kind, key: str, old: Record | None, found: Record, new: Record) -> Entry:
    if old is None:
        verdict = Verdict.NEW
    elif merge.alike(found, old) or (kind not in _KEEPS_THE_NEWER and merge.alike(new, old)):
        # A file that leaves out what the diary records does not differ from it: absent is not "no".
        verdict = Verdict.SAME
    else:
        verdict = Verdict.CHANGED
    return Entry(kind=kind, verdict=verdict, key=key, old=old, new=new)


def _the_files(_own: Course, found: Course) -> Course:
    return found


def _days(own: Day, found: Day) -> Day:
    return merge.filled(found, own)


def _workouts(found: Iterable[Workout], own: Sequence[Workout]) -> Iterator[Entry]:
    for workout, same in merge.same_workouts(found, own):
        new = workout
        if same is not None and same.id != workout.id:
            # What was typed here stands; the other origin only adds what was not recorded.
            new = merge.filled(same, replace(workout, id=same.id))
        yield _entry(Kind.WORKOUTS, new.id, same, workout, new)


def _person(found: Person, own: Person) -> Iterator[Entry]:
    if found != Person():
        old = None if own == Person() else own
        yield _entry(Kind.PERSON, "", old, found, merge.filled(found, own))


def _settings(found: ReadDiary, own: DiarySettings) -> Iterator[Entry]:
    if found.settings_given:
        new = with_settings(own, found.settings_given)
        yield _entry(Kind.SETTINGS, "", own, new, new)


def _by_start(record: Episode | Workout) -> tuple[datetime, str]:
    return record.started.astimezone(UTC), record.id
