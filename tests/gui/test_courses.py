"""The Medicines & routines page: a course has a name, days and doses, and can be ended, deleted, undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_course
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.gui.pages.courses import CourseRow, CoursesPage, course_lines
from cramplog.gui.pages.record_list import RecordList
from cramplog.gui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_page(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> Iterator[Callable[..., tuple[Desk, CoursesPage]]]:
    desks: list[Desk] = []

    def open_one(*courses: Course) -> tuple[Desk, CoursesPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary = desk.opener(create=True)
        for course in courses:
            diary.diary.keep_course(course)
        diary.close()
        return desk, desk.show(CoursesPage(desk.given))

    yield open_one
    for desk in desks:
        desk.close()


OpenPage = Callable[..., tuple[Desk, CoursesPage]]


def click(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, LEFT)
    desk.wait()


def row(listed: RecordList[Course]) -> CourseRow:
    found = listed.rows[0]
    assert isinstance(found, CourseRow)
    return found


def test_a_medicine_with_its_doses_is_typed_in(open_page: OpenPage) -> None:
    desk, page = open_page()
    editor = page.editor
    click(desk, editor.kind.button("supplement"))
    desk.qtbot.keyClicks(editor.name_line, "Magnesium")
    desk.qtbot.keyClicks(editor.dose_line, "300 mg")
    desk.qtbot.keyClicks(editor.started.line, "2026-08-01")
    click(desk, editor.doses.add)
    desk.qtbot.keyClicks(editor.doses.rows[0].day.line, "yesterday")
    desk.qtbot.keyClicks(editor.doses.rows[0].dose_line, "150 mg")
    click(desk, editor.save)

    (kept,) = desk.contents().courses
    assert (kept.kind, kept.name, kept.dose) == (CourseKind.SUPPLEMENT, "Magnesium", "300 mg")
    assert (kept.started, kept.ended) == (date(2026, 8, 1), None)
    assert kept.doses == (DoseChange(from_date=date(2026, 9, 10), dose="150 mg"),)


def test_what_was_not_asked_stays_not_recorded(open_page: OpenPage) -> None:
    desk, page = open_page()
    click(desk, page.editor.kind.button("routine"))
    desk.qtbot.keyClicks(page.editor.name_line, "Stretching")
    click(desk, page.editor.save)

    (kept,) = desk.contents().courses
    assert (kept.dose, kept.started, kept.ended, kept.doses, kept.note) == (None, None, None, None, "")


def test_a_course_ends_today_with_one_click_and_goes_on_with_undo(open_page: OpenPage) -> None:
    desk, page = open_page(a_course(started=date(2026, 8, 1)))
    click(desk, row(page.present).end)
    ended = desk.contents().courses[0].ended
    desk.undo()

    assert ended == date(2026, 9, 11)
    assert desk.contents().courses[0].ended is None


def test_what_has_ended_stands_apart(open_page: OpenPage) -> None:
    _desk, page = open_page(a_course("Quinine", ended=date(2026, 9, 1)), a_course("Magnesium"))

    assert row(page.present).course.name == "Magnesium"
    assert row(page.ended).course.name == "Quinine"


def test_a_last_day_before_the_first_is_not_saved_and_said(open_page: OpenPage) -> None:
    desk, page = open_page()
    click(desk, page.editor.kind.button("supplement"))
    desk.qtbot.keyClicks(page.editor.name_line, "Magnesium")
    desk.qtbot.keyClicks(page.editor.started.line, "2026-08-10")
    desk.qtbot.keyClicks(page.editor.ended.line, "2026-08-01")
    click(desk, page.editor.save)

    assert desk.contents().courses == ()
    assert page.editor.ended.problem() == "The last day is before the first."


def test_without_a_name_nothing_is_saved(open_page: OpenPage) -> None:
    desk, page = open_page()
    click(desk, page.editor.kind.button("medicine"))
    click(desk, page.editor.save)

    assert desk.contents().courses == ()
    assert page.editor.name.problem() == "Type a name."


def test_a_deleted_course_comes_back_with_undo(open_page: OpenPage) -> None:
    desk, page = open_page(a_course(dose="300 mg"))
    click(desk, row(page.present).change)
    click(desk, page.editor.delete)
    gone = desk.contents().courses
    desk.undo()

    assert gone == ()
    assert row(page.present).course.dose == "300 mg"


def test_the_row_names_kind_dose_and_days() -> None:
    change = DoseChange(from_date=date(2026, 9, 1), dose="150 mg")
    course = a_course(dose="300 mg", started=date(2026, 8, 1), doses=(change,))

    assert course_lines(course) == ["Supplement · 300 mg", "since 1 Aug 2026", "from 1 Sept 2026: 150 mg"]


def test_what_was_typed_for_a_medicine_comes_back_over_all_that_is_known_of_it(open_page: OpenPage) -> None:
    course = a_course(name="Magnesium", dose="300 mg")
    desk, _seen = open_page(course)
    left = TypedForm(id=course.id, form=FormName.COURSE, title="Magnesium", entries={"note": "with food"})
    # As from the Log page: the page is made, shown and asked for it before it has an answer.
    page = CoursesPage(desk.given)
    desk.window.setCentralWidget(page)
    page.show()
    page.go_on(left)
    desk.wait()

    assert page.editor.name_line.text() == "Magnesium"
    click(desk, page.editor.save)
    (kept,) = desk.contents().courses
    assert (kept.id, kept.dose, kept.note) == (course.id, "300 mg", "with food")
