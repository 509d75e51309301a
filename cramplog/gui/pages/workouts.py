"""The Workouts page: every session, typed in or read from a watch, and how hard each was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.typed_form import TypedForm
from cramplog.domain.workout import Workout
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.kept_typing import KeptTyping
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.pages.workout_editor import WorkoutEditor
from cramplog.gui.pages.workout_rows import WorkoutRow, sport_words
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.i18n import _, ngettext
from cramplog.words import dates, fields

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request


class WorkoutsPage(Page):
    """`removed` says what was deleted, to be shown with Undo; `file_wanted` asks for a watch's file."""

    concerns = frozenset({Kind.WORKOUTS, Kind.SETTINGS})

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Workouts"), parent)
        self._day_starts_hour = 6
        self._edited: Workout | None = None
        self.editor = WorkoutEditor(given)
        self.typing = KeptTyping(given.client, self.editor)
        self._workouts: tuple[Workout, ...] = ()
        self.list: RecordList[Workout] = RecordList(given.theme, _("Your workouts"), self._row)
        self.empty = EmptyPage(
            given.theme,
            _("No workouts yet"),
            _("They will be listed here. Hard or new exercise is compared with your cramps."),
            action=_("Open a file from a watch"),
        )
        self.faces = Faces(given.theme, self.list, self.empty)
        columns = Columns(given.theme, shares=(4, 5))
        columns.first.addWidget(self.editor)
        columns.second.addWidget(self.faces)
        self.content.addWidget(columns)
        self._listen()

    def writing(self) -> tuple[QWidget, ...]:
        """What is typed in; the list can still be read."""
        return (self.editor,)

    def load(self) -> Request | None:
        """Ask for all of them, the newest first."""
        self.faces.wait()
        return self.given.client.ask(
            lambda diary: (
                diary.reading.workouts(),
                diary.reading.contents().settings.day_starts_hour,
                diary.drafts.forms(),
            ),
            lambda found: self._show_workouts(*found),
            owner=self,
            failed=self.faces.show_failed,
        )

    def change(self, workout: Workout) -> None:
        """Bring a workout up to be changed."""
        self.editor.flush()
        self._edit(workout, self.typing.of(workout.id))
        self.bring_into_view(self.editor)
        self.editor.begin()

    def go_on(self, form: TypedForm) -> None:
        """Let what was typed and not saved stand in the form again."""
        self.editor.flush()
        self._edit(self._known(form.id), form)
        self.bring_into_view(self.editor)
        self.editor.begin()

    def give_up(self, id_: str) -> None:
        """What was typed for this record is not wanted any more."""
        self.typing.forget(id_)
        if id_ == self.editor.id:
            self._leave()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        self.editor.flush()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.editor.begin()

    def _listen(self) -> None:
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self._leave)
        self.editor.elsewhere.clicked.connect(self.given.client.copy_wanted)
        self.editor.removed.connect(self._remove)
        self.faces.again.connect(self.reload)
        self.empty.acted.connect(self.file_wanted)
        self.given.settings.reader_changed.connect(self._take_rows_away)

    def _take_rows_away(self) -> None:
        """The rows say temperatures and times as the reader wants them: they are made anew."""
        self.list.show_records(())

    def _show_workouts(
        self, workouts: tuple[Workout, ...], day_starts_hour: int, forms: tuple[TypedForm, ...]
    ) -> None:
        self._workouts, self._day_starts_hour = workouts, day_starts_hour
        unrated = sum(workout.exertion is None for workout in workouts)
        words = ngettext("%(n)d without effort", "%(n)d without effort", unrated) % {"n": unrated}
        self.list.show_records(workouts, aside=words if unrated else "")
        self.editor.offer_sports(sorted({workout.sport for workout in workouts if workout.sport}))
        if workouts:
            self.faces.show_ready()
        else:
            self.faces.show_empty()
        self._look_again()
        if (found := self.typing.find(forms)) is not None:
            self._edit(self._known(found.id), found)

    def _look_again(self) -> None:
        """What is being changed may have been undone, or changed elsewhere, or is only now known."""
        if (known := self._known(self.editor.id)) != self._edited:
            typing = self.editor.typing()
            self._edit(known, typing if typing.entries else None)

    def _row(self, workout: Workout) -> WorkoutRow:
        row = WorkoutRow(self.given.theme, workout, self.given.settings.units)
        row.change.clicked.connect(lambda: self.change(workout))
        row.rated.connect(lambda exertion: self._keep(replace(workout, exertion=exertion)))
        return row

    def _keep(self, workout: Workout) -> None:
        self.given.client.change(lambda diary: diary.diary.keep_workout(workout), owner=self)

    def _save(self, workout: Workout) -> None:
        self.given.client.change(
            lambda diary: diary.diary.keep_workout(workout),
            owner=self,
            done=lambda _changed: self._leave(),
            failed=lambda error: self.editor.set_failure(fields.sentence(error)),
        )

    def _leave(self) -> None:
        """What was typed is saved or given up; what was begun before it stands there again."""
        self.typing.forget(self.editor.id)
        self._edit(None, self.typing.another_new(one.id for one in self._workouts))

    def _edit(self, workout: Workout | None, form: TypedForm | None) -> None:
        self._edited = workout
        self.editor.edit(workout)
        if form is not None:
            self.editor.go_on(form)

    def _known(self, id_: str) -> Workout | None:
        return next((one for one in self._workouts if one.id == id_), None)

    def _remove(self) -> None:
        if self._edited is None:
            return
        workout = self._edited
        shown = {"what": sport_words(workout), "when": dates.when(workout.started, self._day_starts_hour)}
        sentence = _("%(what)s, %(when)s deleted.") % shown
        self._leave()
        self.given.client.change(
            lambda diary: diary.diary.remove((workout.id,), Kind.WORKOUTS),
            owner=self,
            done=lambda changed: self.removed.emit(sentence, changed),
        )
