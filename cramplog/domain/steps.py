"""A step that can be undone: what each record was before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cramplog.domain.changes import Kind
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.workout import Workout

Record = Episode | Day | Workout | Course | Person | DiarySettings


class StepName(StrEnum):
    """What a step did, as its menu entry says."""

    RECORD = "record"
    REVISE = "revise"
    REMOVE = "remove"
    PUT_BACK = "put_back"
    CHECK_IN = "check_in"
    MARK_FREE = "mark_free"
    COURSE = "course"
    WORKOUT = "workout"
    PERSON = "person"
    SETTINGS = "settings"
    IMPORT = "import"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record before and after; None where it did not exist. `key` is its id, a day's date, or empty."""

    kind: Kind
    key: str
    before: Record | None
    after: Record | None

    def turned_back(self) -> RecordChange:
        """The change that undoes this one."""
        return RecordChange(self.kind, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What one action did. Changes of one `visit` to a form are one step."""

    name: StepName
    changes: tuple[RecordChange, ...]
    visit: str | None = None

    def turned_back(self) -> Step:
        """The step that undoes this one."""
        return Step(self.name, tuple(change.turned_back() for change in reversed(self.changes)), self.visit)

    def followed_by(self, later: Step) -> Step:
        """This step and a later one of the same visit as one; what was there first stays the state before."""
        first = {(change.kind, change.key): change for change in self.changes}
        for change in later.changes:
            place = (change.kind, change.key)
            before = first[place].before if place in first else change.before
            first[place] = RecordChange(change.kind, change.key, before, change.after)
        return Step(self.name, tuple(first.values()), self.visit)
