"""The Medicines & routines page: what is taken or done over a time, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.course import Course
from cramplog.domain.typed_form import TypedForm
from cramplog.gui.pages.course_editor import CourseEditor
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.kept_typing import KeptTyping
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext
from cramplog.words import dates, fields, scales

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request
    from cramplog.gui.theme.theme import Theme


class CoursesPage(Page):
    """`removed` says what was deleted, to be shown with Undo."""

    concerns = frozenset({Kind.COURSES, Kind.SETTINGS})

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Medicines & routines"), parent)
        self._edited: Course | None = None
        self._today = date.min
        self.editor = CourseEditor(given)
        self.typing = KeptTyping(given.client, self.editor)
        self._courses: tuple[Course, ...] = ()
        self.present: RecordList[Course] = RecordList(given.theme, pgettext("medicines", "Now"), self._row)
        self.ended: RecordList[Course] = RecordList(given.theme, pgettext("medicines", "Ended"), self._row)
        self.empty = EmptyPage(
            given.theme,
            _("Nothing here yet"),
            _(
                "Medicines, supplements and routines such as bedtime stretching will be listed here. "
                "Insights then compares the weeks before with the weeks after."
            ),
        )
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(given.theme.space.medium)
        column.addWidget(self.present)
        column.addWidget(self.ended)
        self.faces = Faces(given.theme, lists, self.empty)
        columns = Columns(given.theme, shares=(4, 5))
        columns.first.addWidget(self.editor)
        columns.second.addWidget(self.faces)
        self.content.addWidget(columns)
        self._listen()

    def writing(self) -> tuple[QWidget, ...]:
        """What is typed in; the list can still be read."""
        return (self.editor,)

    def load(self) -> Request | None:
        """Ask for all of them, those started last first."""
        self.faces.wait()
        return self.given.client.ask(
            lambda diary: (diary.reading.courses(), diary.reading.today(), diary.drafts.forms()),
            lambda found: self._show_courses(*found),
            owner=self,
            failed=self.faces.show_failed,
        )

    def change(self, course: Course) -> None:
        """Bring a course up to be changed."""
        self.editor.flush()
        self._edit(course, self.typing.of(course.id))
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

    def _show_courses(self, courses: tuple[Course, ...], today: date, forms: tuple[TypedForm, ...]) -> None:
        self._courses, self._today = courses, today
        is_over = [course.ended is not None and course.ended < today for course in courses]
        self.present.show_records([one for one, over in zip(courses, is_over, strict=True) if not over])
        self.ended.show_records([one for one, over in zip(courses, is_over, strict=True) if over])
        if courses:
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

    def _row(self, course: Course) -> CourseRow:
        row = CourseRow(self.given.theme, course)
        row.change.clicked.connect(lambda: self.change(course))
        row.end.clicked.connect(lambda: self._end(course))
        return row

    def _end(self, course: Course) -> None:
        """Today is its last day."""
        last = max(self._today, course.started or self._today)
        self.given.client.change(
            lambda diary: diary.diary.keep_course(replace(course, ended=last)), owner=self
        )

    def _save(self, course: Course) -> None:
        self.given.client.change(
            lambda diary: diary.diary.keep_course(course),
            owner=self,
            done=lambda _changed: self._leave(),
            failed=lambda error: self.editor.set_failure(fields.sentence(error)),
        )

    def _leave(self) -> None:
        """What was typed is saved or given up; what was begun before it stands there again."""
        self.typing.forget(self.editor.id)
        self._edit(None, self.typing.another_new(one.id for one in self._courses))

    def _edit(self, course: Course | None, form: TypedForm | None) -> None:
        self._edited = course
        self.editor.edit(course)
        if form is not None:
            self.editor.go_on(form)

    def _known(self, id_: str) -> Course | None:
        return next((one for one in self._courses if one.id == id_), None)

    def _remove(self) -> None:
        if self._edited is None:
            return
        course = self._edited
        sentence = _("%(name)s deleted.") % {"name": course.name}
        self._leave()
        self.given.client.change(
            lambda diary: diary.diary.remove((course.id,), Kind.COURSES),
            owner=self,
            done=lambda changed: self.removed.emit(sentence, changed),
        )


class CourseRow(QWidget):
    """Name, kind, doses and days, with the ways to change and to end it."""

    def __init__(self, theme: Theme, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course = course
        self.change = Button(theme, _("Change"), kind="link", icon="edit")
        self.change.setAccessibleName(_("Change: %(what)s") % {"what": course.name})
        self.end = Button(theme, _("It ends today"), kind="link", icon="check")
        self.end.setAccessibleName(_("%(what)s ends today") % {"what": course.name})
        self.end.setVisible(course.ended is None)
        words = QVBoxLayout()
        words.setSpacing(theme.space.none)
        words.addWidget(Text(theme, course.name, "label"))
        for line in course_lines(course):
            words.addWidget(Text(theme, line, "small", tone="ink2"))
        buttons = FlowLayout(gap=theme.space.none)
        buttons.addWidget(self.change)
        buttons.addWidget(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addLayout(buttons)


def course_lines(course: Course) -> list[str]:
    """What is known of it: kind and dose, its days, each change of the dose, the note."""
    lines = [" · ".join(word for word in (scales.course_kind(course.kind), course.dose) if word)]
    lines.append(_days(course))
    for change in course.doses or ():
        shown = {"day": dates.day(change.from_date), "dose": change.dose}
        lines.append(_("from %(day)s: %(dose)s") % shown)
    return [*lines, *course.note.splitlines()[:1]]


def _days(course: Course) -> str:
    first = dates.day(course.started) if course.started else ""
    last = dates.day(course.ended) if course.ended else ""
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("since %(day)s") % {"day": first}
    return _("until %(day)s") % {"day": last} if last else _("first day not recorded")
