"""What was deleted in the last 30 days, to be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.period import DAY_STARTS_HOUR
from cramplog.domain.trash import Trashed
from cramplog.domain.workout import Workout
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.pages.workout_rows import sport_words
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import dates, places

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request
    from cramplog.gui.theme.theme import Theme


class TrashPage(Page):
    """`removed` says what was put back, with Undo. Emptying asks once: it is the one thing without Undo."""

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("What was deleted"), parent)
        theme = given.theme
        self._day_starts_hour = DAY_STARTS_HOUR
        self.list: RecordList[Trashed] = RecordList(theme, _("Kept for 30 days"), self._row)
        self.empty_all = Button(theme, _("Delete all of it for good"), kind="link", icon="trash")
        self.question = Notice(theme, "warn")
        self.really = self.question.add_button(_("Delete for good"))
        self.keep = self.question.add_button(_("Keep it"))
        self.question.hide()
        nothing = EmptyPage(
            theme, _("Nothing was deleted"), _("What you delete is kept here for 30 days, to be put back.")
        )
        ready = QWidget()
        column = QVBoxLayout(ready)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space.medium)
        for part in (self.question, self.list):
            column.addWidget(part)
        column.addWidget(self.empty_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.faces = Faces(theme, ready, nothing)
        self.content.addWidget(self.faces)
        self._listen()

    def writing(self) -> tuple[QWidget, ...]:
        """Putting back, and deleting for good."""
        return self.list, self.empty_all

    def load(self) -> Request | None:
        """Ask what is in the trash."""
        self.faces.wait()
        return self.given.client.ask(
            lambda diary: (diary.reading.trash(), diary.reading.contents().settings.day_starts_hour),
            lambda found: self._show_trash(*found),
            owner=self,
            failed=self.faces.show_failed,
        )

    def _listen(self) -> None:
        self.faces.again.connect(self.reload)
        self.empty_all.clicked.connect(self._ask)
        self.really.clicked.connect(self._empty)
        self.keep.clicked.connect(self.question.hide)

    def _show_trash(self, trash: tuple[Trashed, ...], day_starts_hour: int) -> None:
        self._day_starts_hour = day_starts_hour
        self.question.hide()
        self.list.show_records(trash)
        if trash:
            self.faces.show_ready()
        else:
            self.faces.show_empty()

    def _row(self, trashed: Trashed) -> TrashRow:
        row = TrashRow(self.given.theme, trashed, self._day_starts_hour)
        row.put_back.clicked.connect(lambda: self._put_back(trashed))
        return row

    def _put_back(self, trashed: Trashed) -> None:
        sentence = _("Put back: %(what)s") % {"what": words_of(trashed, self._day_starts_hour)}
        self.given.client.change(
            lambda diary: diary.diary.put_back((trashed.key,)),
            owner=self,
            done=lambda changed: self.removed.emit(sentence, changed),
        )

    def _ask(self) -> None:
        self.question.say(
            _("Delete all of it for good?"),
            text=_("It cannot be put back then, and what was done until now cannot be undone."),
        )
        self.question.show()
        self.bring_into_view(self.question)
        self.keep.setFocus()

    def _empty(self) -> None:
        self.given.client.ask(lambda diary: diary.diary.empty_trash(), self._emptied, owner=self)

    def _emptied(self, count: int) -> None:
        words = ngettext("%(n)d record deleted for good.", "%(n)d records deleted for good.", count)
        self.said.emit(words % {"n": count})
        self.reload()


class TrashRow(QWidget):
    """What it was, how long it is kept, and the button that puts it back."""

    def __init__(
        self, theme: Theme, trashed: Trashed, day_starts_hour: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named = words_of(trashed, day_starts_hour)
        self.put_back = Button(theme, _("Put back"), icon="undo")
        self.put_back.setAccessibleName(_("Put back: %(what)s") % {"what": named})
        until = _("kept until %(day)s") % {"day": dates.day(trashed.kept_until.astimezone().date())}
        words = QVBoxLayout()
        words.setSpacing(theme.space.none)
        words.addWidget(Text(theme, named, "label"))
        words.addWidget(Text(theme, until, "small", tone="ink2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.put_back)


def words_of(trashed: Trashed, day_starts_hour: int) -> str:
    """A deleted record in a line."""
    match trashed.record:
        case Episode() as episode:
            when = dates.when(episode.started, day_starts_hour)
            return f"{places.places(episode.places)} · {when}"
        case Workout() as workout:
            return f"{sport_words(workout)} · {dates.when(workout.started, day_starts_hour)}"
        case Course() as course:
            return course.name
        case _:
            return _("A day")
