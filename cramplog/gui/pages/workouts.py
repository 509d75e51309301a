"""The Workouts page: every session, typed in or read from a watch, and how hard each was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.typed_form import TypedForm
from cramplog.domain.workout import Workout
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Tools
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.pages.records_page import RecordsPage
from cramplog.gui.pages.workout_editor import WorkoutEditor
from cramplog.gui.pages.workout_rows import WorkoutRow, sport_words
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.i18n import _, ngettext
from cramplog.words import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.domain.changes import Changed
    from cramplog.gui.tasks import Request
    from cramplog.services.open_diary import OpenDiary


class WorkoutsPage(RecordsPage[Workout]):
    """`file_wanted` asks for a watch's file."""

    kind = Kind.WORKOUTS
    concerns = frozenset({Kind.WORKOUTS, Kind.SETTINGS})

    def __init__(
        self, given: Tools, parent: QWidget | None = None, *, editor: WorkoutEditor | None = None
    ) -> None:
        editor = editor or WorkoutEditor(given)
        super().__init__(given, _("Workouts"), editor, parent)
        self.editor: WorkoutEditor = editor
        self._day_starts_hour = 6
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
        # It may have been made before the page, out of sight.
        self.editor.show()
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

    def _listen(self) -> None:
        self.faces.again.connect(self.reload)
        self.empty.acted.connect(self.file_wanted)
        self.given.settings.reader_changed.connect(self._take_rows_away)

    def _take_rows_away(self) -> None:
        """The rows say temperatures and times as the reader wants them: they are made anew."""
        self.list.show_records(())

    def _show_workouts(
        self, workouts: tuple[Workout, ...], day_starts_hour: int, forms: tuple[TypedForm, ...]
    ) -> None:
        self._day_starts_hour = day_starts_hour
        unrated = sum(workout.exertion is None for workout in workouts)
        words = ngettext("%(n)d: effort not recorded", "%(n)d: effort not recorded", unrated) % {"n": unrated}
        self.list.show_records(workouts, aside=words if unrated else "")
        self.editor.offer_sports(sorted({workout.sport for workout in workouts if workout.sport}))
        if workouts:
            self.faces.show_ready()
        else:
            self.faces.show_empty()
        self.look_again(workouts, forms)

    def _row(self, workout: Workout) -> WorkoutRow:
        row = WorkoutRow(self.given.theme, workout, self.given.settings.units)
        row.change.clicked.connect(lambda: self.change(workout))
        row.rated.connect(lambda exertion: self._rate(replace(workout, exertion=exertion)))
        return row

    def _rate(self, workout: Workout) -> None:
        self.given.client.change(self.keep(workout), owner=self)

    def keep(self, record: Workout) -> Callable[[OpenDiary], Changed]:
        return lambda diary: diary.diary.keep_workout(record)

    def deleted_words(self, record: Workout) -> str:
        shown = {"what": sport_words(record), "when": dates.when(record.started, self._day_starts_hour)}
        return _("%(what)s, %(when)s deleted.") % shown
