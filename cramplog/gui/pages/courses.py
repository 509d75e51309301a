"""The Medicines & routines page: what is taken or done over a time, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.course import Course
from cramplog.domain.typed_form import TypedForm
from cramplog.gui.pages.course_editor import CourseEditor
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Tools
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.pages.records_page import RecordsPage
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext
from cramplog.words import dates, scales

if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.domain.changes import Changed
    from cramplog.gui.tasks import Request
    from cramplog.gui.theme.theme import Theme
    from cramplog.services.open_diary import OpenDiary


class CoursesPage(RecordsPage[Course]):
    """What is still taken or done stands before what has ended."""

    kind = Kind.COURSES
    concerns = frozenset({Kind.COURSES, Kind.SETTINGS})

    def __init__(
        self, given: Tools, parent: QWidget | None = None, *, editor: CourseEditor | None = None
    ) -> None:
        editor = editor or CourseEditor(given)
        super().__init__(given, _("Medicines & routines"), editor, parent)
        self.editor: CourseEditor = editor
        self._today = date.min
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
        # It may have been made before the page, out of sight.
        self.editor.show()
        columns.second.addWidget(self.faces)
        self.content.addWidget(columns)
        self.faces.again.connect(self.reload)

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

    def _show_courses(self, courses: tuple[Course, ...], today: date, forms: tuple[TypedForm, ...]) -> None:
        self._today = today
        is_over = [course.ended is not None and course.ended < today for course in courses]
        self.present.show_records([one for one, over in zip(courses, is_over, strict=True) if not over])
        self.ended.show_records([one for one, over in zip(courses, is_over, strict=True) if over])
        if courses:
            self.faces.show_ready()
        else:
            self.faces.show_empty()
        self.look_again(courses, forms)

    def _row(self, course: Course) -> CourseRow:
        row = CourseRow(self.given.theme, course)
        row.change.clicked.connect(lambda: self.change(course))
        row.end.clicked.connect(lambda: self._end(course))
        return row

    def _end(self, course: Course) -> None:
        """Today is its last day."""
        last = max(self._today, course.started or self._today)
        self.given.client.change(self.keep(replace(course, ended=last)), owner=self)

    def keep(self, record: Course) -> Callable[[OpenDiary], Changed]:
        return lambda diary: diary.diary.keep_course(record)

    def deleted_words(self, record: Course) -> str:
        return _("%(name)s deleted.") % {"name": record.name}


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
