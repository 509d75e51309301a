"""The Undo of a notice takes back what the notice says."""

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

    contents: list[DiaryContents] = []
    program.built.client.ask(lambda diary: diary.reading.contents(), contents.append, owner=program.window)
    program.wait()
    assert [course.name for course in contents[0].courses] == ["Magnesium"]
    assert [day.note for day in contents[0].days] == ["a long walk"]
