"""The Undo of a notice takes back what the notice says; what is typed meanwhile is not lost over it."""

from __future__ import annotations

from making import a_course
from program import Program

from cramplog.domain.contents import DiaryContents


def test_what_is_typed_meanwhile_is_not_taken_back_in_its_place(program: Program) -> None:
    program.built.client.change(
        lambda diary: diary.diary.keep_course(a_course(name="Magnesium")), owner=program.window
    )
    program.choose("page_courses")
    courses = program.window.pages.courses
    program.click(courses.present.rows[0].change)
    program.click(courses.editor.delete)
    program.choose("page_log")
    assert program.window.notice.undo.isVisible()

    # The pause after typing is not over yet.
    program.window.pages.log.day.more.note_text.setPlainText("a long walk")
    program.click(program.window.notice.undo)
    program.window.keep_now()
    program.wait()

    assert [course.name for course in contents(program).courses] == ["Magnesium"]
    assert [day.note for day in contents(program).days] == ["a long walk"]


def test_redo_comes_after_what_is_being_typed_and_so_finds_nothing_to_do_again(program: Program) -> None:
    program.built.client.change(
        lambda diary: diary.diary.keep_course(a_course(name="Magnesium")), owner=program.window
    )
    program.wait()
    program.choose("undo")

    # The pause after typing is not over yet.
    program.window.pages.log.day.more.note_text.setPlainText("a long walk")
    program.choose("redo")

    assert contents(program).courses == ()
    assert [day.note for day in contents(program).days] == ["a long walk"]
    assert program.window.notice.isVisible()


def contents(program: Program) -> DiaryContents:
    found: list[DiaryContents] = []
    program.built.client.ask(lambda diary: diary.reading.contents(), found.append, owner=program.window)
    program.wait()
    return found[0]
