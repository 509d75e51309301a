"""Writing in the diary: record, revise, remove, check in, undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.errors import ChangedElsewhere, DiaryError, InvalidValue, NotFound
from cramplog.domain.period import Period, diary_day
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import RecordChange, Step, StepName
from cramplog.domain.trash import KEPT_FOR
from cramplog.domain.workout import Workout
from cramplog.exchange.progress import Progress, silent
from cramplog.i18n import _
from cramplog.services.paper_sheet import sheet_changes
from cramplog.services.unsaved import Unsaved, everything_of, said_in
from cramplog.services.writing import write

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.services.history import History
    from cramplog.services.known import KnownContents
    from cramplog.storage.diary_file import DiaryFile, Reading

# A clock may be off by a little, or set forward while a cramp is typed in.
MAY_BE_AHEAD = timedelta(minutes=5)


class Diary:
    """Everything a person can write. Each call is one transaction and one step that can be undone."""

    def __init__(
        self, file: DiaryFile, *, clock: Clock, history: History, known: KnownContents | None = None
    ) -> None:
        self._file = file
        self._known = known
        self._clock = clock
        self._history = history
        self._unsaved = Unsaved()
        # The revision that the latest step of ours led to, and whether others saved between such steps.
        self._revision: int | None = None
        self._others_saved = False
        self._told_of: Step | None = None

    def everything(self) -> DiaryContents:
        """What the diary holds, as far as it is known or can still be read, with what could not be saved."""
        try:
            known = self._known.contents() if self._known is not None else self._file.contents()
        except DiaryError:
            # The file is gone, or can no longer be read: what was read of it before.
            known = (self._known and self._known.remembered()) or DiaryContents()
        return self._unsaved.added_to(known)

    def undeleted_in(self, contents: DiaryContents) -> int:
        """How many records of these were to be deleted, which failed."""
        return self._unsaved.undeleted_in(contents)

    def record(self, episode: Episode, *, visit: str | None = None) -> Changed:
        """Save a new cramp, or another state of one; changes of one `visit` are undone together.

        Raises InvalidValue for a time in the future, DiaryError where it could not be saved.
        """
        now = self._clock.now()
        _refuse_the_future(episode.started, now)
        after = replace(episode, created=episode.created or now, changed=now)
        with self._unsaved.kept_if_it_fails((Kind.EPISODES, episode.id, after)):
            with self._file.read() as stores:
                before = stores.episodes.get(episode.id)
            name = StepName.RECORD if before is None else StepName.REVISE
            return self._do(Step(name, (RecordChange(Kind.EPISODES, episode.id, before, after),), visit))

    def remove(self, ids: tuple[str, ...], kind: Kind = Kind.EPISODES) -> Changed:
        """Put cramps, or workouts or courses, into the trash, where they lie for 30 days.

        Raises NotFound where one is not there.
        """
        with self._unsaved.deleted_if_it_fails(kind, ids):
            with self._file.read() as stores:
                present = {key: stores.held(kind, key) for key in ids}
            for key, record in present.items():
                if record is None:
                    raise NotFound(_("%(id)s is not in the diary.") % {"id": key})
            changes = tuple(RecordChange(kind, key, record, None) for key, record in present.items())
            return self._do(Step(StepName.REMOVE, changes))

    def take_back(self, key: str, visit: str) -> Changed:
        """A cramp that was logged by mistake in this visit: as if it had not been."""
        last = self._history.last
        if last is not None and last.visit == visit and last.name is StepName.RECORD:
            return self.undo()
        return self.remove((key,))

    def put_back(self, ids: tuple[str, ...]) -> Changed:
        """Take records out of the trash again. Raises NotFound where one is no longer there."""
        with self._file.read() as stores:
            trash = {it.key: it for it in stores.trash.all()}
            gone = [key for key in ids if key not in trash]
            if gone:
                raise NotFound(_("%(id)s is no longer in the trash.") % {"id": gone[0]})
            changes = tuple(
                RecordChange(it.kind, it.key, stores.held(it.kind, it.key), it.record)
                for it in (trash[key] for key in ids)
            )
        with self._unsaved.kept_if_it_fails(*((it.kind, it.key, trash[it.key].record) for it in changes)):
            return self._do(Step(StepName.PUT_BACK, changes))

    def empty_trash(self) -> int:
        """Delete for good what lies in the trash, and what undo keeps of it; says how much that was."""
        with self._file.write() as stores:
            count = stores.trash.empty()
        self._history.forget()
        return count

    def check_in(self, day: Day, *, visit: str | None = None) -> Changed:
        """Save what is known of one diary day."""
        with self._unsaved.kept_if_it_fails(answers={day.date: everything_of(day)}):
            _refuse_a_coming_day(day.date, self.today())
            return self._check_in(day, visit)

    def amend_day(self, day: date, answers: Mapping[str, Any], *, visit: str | None = None) -> Changed:
        """Save some answers about one diary day; what else the diary has of it by now stays."""
        told = Day(date=day, **answers)
        with self._unsaved.kept_if_it_fails(answers={day: {name: getattr(told, name) for name in answers}}):
            _refuse_a_coming_day(day, self.today())
            with self._file.read() as stores:
                known = stores.days.get(day) or Day(date=day)
            return self._check_in(replace(known, **answers), visit)

    def mark_free(self, period: Period) -> Changed:
        """Check days in as free of cramps. Days with a cramp, or already marked, are left alone."""
        return self.mark_days_free(period)

    def mark_days_free(self, days: Iterable[date]) -> Changed:
        """Check these days in as free of cramps, as one step. Known days are left alone."""
        wanted = sorted(days)
        if not wanted:
            return self._do(Step(StepName.MARK_FREE, ()))
        with self._unsaved.free_if_it_fails(wanted, self.everything):
            return self._mark_free(wanted)

    def _mark_free(self, wanted: list[date]) -> Changed:
        period = Period.including(wanted[0], wanted[-1])
        _refuse_a_coming_day(period.last, self.today())
        with self._file.read() as stores:
            cramp_days = _cramp_days(stores, period, self._day_starts_hour())
            present = {day.date: day for day in stores.days.find(period)}
        changes = [
            RecordChange(
                Kind.DAYS, day.isoformat(), before, replace(before or Day(date=day), cramp_free=True)
            )
            for day in wanted
            if day not in cramp_days and not ((before := present.get(day)) and before.cramp_free)
        ]
        return self._do(Step(StepName.MARK_FREE, tuple(changes)))

    def record_sheet(self, episodes: tuple[Episode, ...], days: tuple[Day, ...]) -> Changed:
        """Save the cramps and days of a paper sheet as one step. What the diary has already stays.

        Raises InvalidValue for a time in the future.
        """
        now = self._clock.now()
        for episode in episodes:
            _refuse_the_future(episode.started, now)
        told = tuple(replace(episode, created=now, changed=now) for episode in episodes)
        typed = [(Kind.EPISODES, it.id, it) for it in told]
        with self._unsaved.kept_if_it_fails(*typed, answers={it.date: said_in(it) for it in days}):
            if days:
                _refuse_a_coming_day(max(day.date for day in days), self.today())
            with self._file.read() as stores:
                changes = tuple(sheet_changes(stores, told, days))
            return self._do(Step(StepName.SHEET, changes))

    def keep_course(self, course: Course) -> Changed:
        """Save a medicine, supplement or routine."""
        with self._unsaved.kept_if_it_fails((Kind.COURSES, course.id, course)):
            with self._file.read() as stores:
                before = stores.courses.get(course.id)
            change = RecordChange(Kind.COURSES, course.id, before, course)
            return self._do(Step(StepName.COURSE, (change,)), form=course.id)

    def keep_workout(self, workout: Workout) -> Changed:
        """Save an exercise session."""
        _refuse_the_future(workout.started, self._clock.now())
        with self._unsaved.kept_if_it_fails((Kind.WORKOUTS, workout.id, workout)):
            with self._file.read() as stores:
                before = stores.workouts.get(workout.id)
            change = RecordChange(Kind.WORKOUTS, workout.id, before, workout)
            return self._do(Step(StepName.WORKOUT, (change,)), form=workout.id)

    def rate_workouts(self, exertions: Mapping[str, float]) -> Changed:
        """Save how hard these workouts were, as one step. One that is gone meanwhile is left out."""
        with self._unsaved.rated_if_it_fails(exertions):
            with self._file.read() as stores:
                present = [it for key in exertions if (it := stores.workouts.get(key)) is not None]
            changes = (
                RecordChange(Kind.WORKOUTS, it.id, it, replace(it, exertion=exertions[it.id]))
                for it in present
            )
            return self._do(Step(StepName.WORKOUT, tuple(changes)))

    def describe_person(self, person: Person) -> Changed:
        """Save who keeps the diary."""
        with self._unsaved.kept_if_it_fails((Kind.PERSON, "", person)):
            with self._file.read() as stores:
                before = stores.person.get()
            return self._do(Step(StepName.PERSON, (RecordChange(Kind.PERSON, "", before, person),)))

    def set_rules(self, settings: DiarySettings) -> Changed:
        """Save when a day starts, and the rules of the four reasons."""
        with self._unsaved.kept_if_it_fails((Kind.SETTINGS, "", settings)):
            with self._file.read() as stores:
                before = stores.settings.get()
            return self._do(Step(StepName.SETTINGS, (RecordChange(Kind.SETTINGS, "", before, settings),)))

    def take_over(self, changes: tuple[RecordChange, ...], *, progress: Progress = silent) -> Changed:
        """Save what an import brings, as one step. What `progress` raises stops it: nothing is saved then."""
        return self._do(Step(StepName.IMPORT, changes), progress)

    def undo(self) -> Changed:
        """Take the last step back. Raises NotFound where there is none.

        ChangedElsewhere where somebody else changed since then what it would replace.
        """
        if self._history.last is None:
            raise NotFound(_("There is nothing to undo."))
        step = self._history.last.turned_back()
        self._expect_as_left(step)
        changed = self._save(step)
        self._history.undone()
        return changed

    def redo(self) -> Changed:
        """Do the step that was undone last again. Raises NotFound where there is none, ChangedElsewhere."""
        if self._history.next is None:
            raise NotFound(_("There is nothing to redo."))
        self._expect_as_left(self._history.next)
        changed = self._save(self._history.next)
        self._history.redone()
        return changed

    def steps(self) -> tuple[Step | None, Step | None]:
        """What undo and redo would do now."""
        return self._history.last, self._history.next

    def today(self) -> date:
        """The diary day that it is now."""
        return diary_day(self._clock.now(), self._day_starts_hour())

    def _check_in(self, day: Day, visit: str | None) -> Changed:
        with self._file.read() as stores:
            before = stores.days.get(day.date)
        change = RecordChange(Kind.DAYS, day.date.isoformat(), before, day)
        return self._do(Step(StepName.CHECK_IN, (change,), visit))

    def _day_starts_hour(self) -> int:
        with self._file.read() as stores:
            return stores.settings.get().day_starts_hour

    def _do(self, step: Step, progress: Progress = silent, *, form: str | None = None) -> Changed:
        """`form`: what was typed in the form of this record is saved with the step, and no longer kept.

        Rating a workout, or undoing that, must not throw away what is typed about it elsewhere.
        """
        changed = self._save(step, progress, form)
        if step.changes:
            self._history.add(step)
        return changed

    def _expect_as_left(self, step: Step) -> None:
        """A command may have saved beside the window: what it wrote must not be overwritten unseen."""
        with self._file.read() as stores:
            self._look_for_others(stores.revision)
            # Who asks once more has been told.
            if not self._others_saved or step == self._told_of:
                return
            if any(stores.held(it.kind, it.key) != it.before for it in step.changes):
                self._told_of = step
                raise ChangedElsewhere(
                    _("Another program changed this meanwhile. Look at it first, or ask once more.")
                )

    def _look_for_others(self, revision: int) -> None:
        """From now on each undoing looks first, where the diary went on without a save of ours."""
        self._others_saved = self._others_saved or self._revision not in (None, revision)
        self._revision = revision

    def _save(self, step: Step, progress: Progress = silent, form: str | None = None) -> Changed:
        changed = self._saved(step, progress, form)
        self._look_for_others(changed.revision - bool(changed.kinds))
        self._revision = changed.revision
        return changed

    def _saved(self, step: Step, progress: Progress, form: str | None) -> Changed:
        try:
            with self._file.write() as stores:
                stores.trash.empty(until=self._clock.now() - KEPT_FOR)
                write(stores, step, now=self._clock.now(), progress=progress)
                if form is not None:
                    stores.drafts.delete(form)
            if self._known is not None:
                self._known.learn(step, stores.changed)
            return stores.changed
        except DiaryError:
            # An error at the very end of a save may come after the row is on the disk: look, then say.
            if not self._is_there(step):
                raise
        kinds = frozenset(change.kind for change in step.changes)
        return Changed(kinds, self._file.revision(), tuple(change.key for change in step.changes))

    def _is_there(self, step: Step) -> bool:
        try:
            return bool(step.changes) and all(
                self._file.is_saved(change.kind, change.key, change.after) for change in step.changes
            )
        except DiaryError:
            return False


def _refuse_the_future(moment: datetime, now: datetime) -> None:
    if moment > now + MAY_BE_AHEAD:
        raise InvalidValue("started", moment.isoformat(), _("is in the future"))


def _refuse_a_coming_day(day: date, today: date) -> None:
    if day > today:
        raise InvalidValue("date", day.isoformat(), _("is in the future"))


def _cramp_days(stores: Reading, period: Period, day_starts_hour: int) -> set[date]:
    found = stores.episodes.find(period)
    return {diary_day(episode.started, day_starts_hour) for episode in found}
