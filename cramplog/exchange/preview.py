"""What an import would do, before it is done: which records are new, the same, changed or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.steps import Record, RecordChange
from cramplog.domain.workout import Workout
from cramplog.exchange import choices, merge
from cramplog.exchange.choices import Choices, Keep
from cramplog.exchange.found import Damaged, ReadDiary, Rejected, UnknownField
from cramplog.exchange.present import Present
from cramplog.exchange.records import with_settings

T = TypeVar("T", Episode, Workout)


class Verdict(StrEnum):
    """How a record of a file stands to the diary."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record of a file: what the diary has (`old`), the file (`found`), and the diary will have (`new`).

    `key` is the record's id in the diary, a day's date, or empty for person and settings.
    A changed record whose version in the diary stays as it is has `old` equal to `new`.
    """

    kind: Kind
    verdict: Verdict
    key: str
    old: Record | None
    found: Record
    new: Record

    @property
    def writes(self) -> bool:
        """Whether the diary will hold something else afterwards."""
        return self.old is None or not merge.alike(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many records of a kind; `kept` of the changed stay as they are in the diary."""

    new: int = 0
    same: int = 0
    changed: int = 0
    rejected: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What importing some files would do to the diary as it was at `revision`, by these `choices`."""

    found: tuple[ReadDiary, ...] = ()
    entries: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    unknown: tuple[UnknownField, ...] = ()
    choices: Choices = choices.USUAL
    revision: int | None = None

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

    @property
    def conflicts(self) -> tuple[Entry, ...]:
        """The records that the diary and a file have both, and differently."""
        return tuple(entry for entry in self.entries if entry.verdict is Verdict.CHANGED)

    @property
    def damaged(self) -> tuple[Damaged, ...]:
        """What could be read of damaged files, whether it is taken in or not."""
        return tuple(found.damaged for found in self.found if found.damaged is not None)

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


def compare(found: ReadDiary, present: DiaryContents, choice: Choices = choices.USUAL) -> Preview:
    """What importing one file would do to a diary that holds `present`."""
    return compare_all((found,), present, choice)


def compare_all(
    found: Sequence[ReadDiary], present: DiaryContents, choice: Choices = choices.USUAL
) -> Preview:
    """What importing several files would do, one after the other in the order given."""
    state = Present(present)
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    for each in found:
        rejected += each.rejected
        if each.damaged is not None and choice.damaged:
            each = replace(each, contents=each.damaged.contents)
        elif each.damaged is not None:
            rejected.append(each.damaged.rejected)
        met = list(_entries(each, state, choice))
        state.take(entry.new for entry in met)
        entries += met
    return Preview(
        found=tuple(found),
        entries=tuple(entries),
        rejected=tuple(rejected),
        unknown=tuple(unknown for each in found for unknown in each.unknown),
        choices=choice,
    )


def applied(preview: Preview, present: DiaryContents) -> DiaryContents:
    """What a diary that holds `present` will hold after the import."""
    state = Present(present)
    state.take(change.after for change in preview.changes if change.after is not None)
    return state.contents()


def _entries(found: ReadDiary, present: Present, choice: Choices) -> Iterator[Entry]:
    new = found.contents
    yield from _person(new.person, present.person, choice)
    yield from _episodes(found, present, choice)
    yield from _days(new.days, present, choice)
    yield from _workouts(found, present, choice)
    yield from _courses(found, present, choice)
    if found.settings_given:
        settings = with_settings(present.settings, found.settings_given)
        yield _both(Kind.SETTINGS, "", present.settings, settings, settings, settings, choice)


def _person(found: Person, own: Person, choice: Choices) -> Iterator[Entry]:
    if found != Person():
        new = merge.filled(found, own)
        if own == Person():
            yield _new(Kind.PERSON, "", new)
        else:
            yield _both(Kind.PERSON, "", own, found, new, new, choice)


def _episodes(found: ReadDiary, present: Present, choice: Choices) -> Iterator[Entry]:
    pairs = merge.same_episodes(found.contents.episodes, present, made_ids=found.made_ids)
    for episode, same in pairs:
        if same is None:
            yield _new(Kind.EPISODES, episode.id, episode)
        elif episode.id not in found.made_ids:
            newer = merge.newer(same, episode)
            yield _both(Kind.EPISODES, same.id, same, episode, newer, episode, choice)
        else:
            yield _of_another_origin(Kind.EPISODES, same, episode, choice)


def _days(found: Iterable[Day], present: Present, choice: Choices) -> Iterator[Entry]:
    for day in found:
        own = present.days.get(day.date)
        if own is None:
            yield _new(Kind.DAYS, str(day.date), day)
        else:
            new = merge.filled(day, own)
            yield _both(Kind.DAYS, str(day.date), own, day, new, new, choice)


def _workouts(found: ReadDiary, present: Present, choice: Choices) -> Iterator[Entry]:
    for workout, same in merge.same_workouts(found.contents.workouts, present):
        if same is None:
            yield _new(Kind.WORKOUTS, workout.id, workout)
        elif same.id == workout.id and workout.id not in found.made_ids:
            yield _both(Kind.WORKOUTS, workout.id, same, workout, workout, workout, choice)
        else:
            yield _of_another_origin(Kind.WORKOUTS, same, workout, choice)


def _courses(found: ReadDiary, present: Present, choice: Choices) -> Iterator[Entry]:
    for course in found.contents.courses:
        own = present.courses.get(course.id)
        if own is None:
            yield _new(Kind.COURSES, course.id, course)
        elif course.id in found.made_ids:
            new, theirs = merge.filled(own, course), merge.filled(course, own)
            yield _both(Kind.COURSES, course.id, own, course, new, theirs, choice)
        else:
            yield _both(Kind.COURSES, course.id, own, course, course, course, choice)


def _of_another_origin(kind: Kind, own: T, found: T, choice: Choices) -> Entry:
    """What was recorded here stands, its time above all; the other origin adds what was not recorded."""
    found = replace(found, id=own.id, started=own.started, zone=own.zone)
    return _both(kind, own.id, own, found, merge.filled(own, found), merge.filled(found, own), choice)


def _new(kind: Kind, key: str, found: Record) -> Entry:
    return Entry(kind=kind, verdict=Verdict.NEW, key=key, old=None, found=found, new=found)


def _both(
    kind: Kind, key: str, own: Record, found: Record, usual: Record, theirs: Record, choice: Choices
) -> Entry:
    """A record that stands in both. `usual` is what the rules keep, `theirs` what is kept of the file's."""
    # A file that leaves out what the diary records does not differ from it: absent is not "no".
    if merge.alike(found, own) or merge.alike(theirs, own):
        return Entry(kind=kind, verdict=Verdict.SAME, key=key, old=own, found=found, new=own)
    new = {Keep.USUAL: usual, Keep.DIARY: own, Keep.FILE: theirs}[choice.of(kind, key)]
    return Entry(kind=kind, verdict=Verdict.CHANGED, key=key, old=own, found=found, new=new)
