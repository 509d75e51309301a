"""A time of a cramp, or a number of today, that cannot be read stays, is led back to, and is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import LEFT_CALF
from program import Program
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton

from cramplog.bootstrap import Opener
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.gui.pages.form import FormPage
from cramplog.paths import Paths

WRONG_TIME = "This is not a time such as “yesterday 2am” or “2026-11-22 02:10”."
WRONG_NUMBER = "Not saved: type a number from 0 to 50."


def retype(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


@pytest.fixture
def form(program: Program) -> FormPage:
    """The form of a cramp of the calf that is saved, and for whose time "soon" was typed."""
    program.window.log_a_cramp()
    form = program.window.pages.form
    form.where.map.changed.emit((LEFT_CALF,))
    program.qtbot.waitUntil(lambda: form.keeper.is_settled)
    program.wait()
    retype(form.questions.when.time_line, "soon")
    return form


@pytest.fixture
def drunk(program: Program) -> QLineEdit:
    """The line of today's card for what was drunk, with "about 2" in it."""
    more = program.window.pages.log.day.more
    program.wait()
    more.set_open(True)
    retype(more.fluid.line, "about 2")
    return more.fluid.line


def test_a_time_comes_back_with_its_cramp(program: Program, form: FormPage, tmp_path: Path) -> None:
    first = form.keeper.draft
    program.window.shell.show_page("log")
    program.wait()

    assert program.window.unsaved.notice.isVisible()
    assert program.window.shell.status.words() == "An entry is not saved"
    program.window.log_a_cramp()
    assert form.questions.when.time_line.text() != "soon"
    program.click(program.window.unsaved.back)
    assert form.questions.when.time_line.text() == "soon"
    assert form.questions.when.time.problem() == WRONG_TIME
    assert form.keeper.draft.id == first.id
    # The time that was recorded has not gone.
    assert [one.started for one in recorded(tmp_path)] == [form.keeper.draft.created]


def test_a_time_that_is_put_right_is_saved_and_asked_about_no_more(
    program: Program, form: FormPage, tmp_path: Path
) -> None:
    program.window.shell.show_page("log")
    program.click(program.window.unsaved.back)
    retype(form.questions.when.time_line, "2026-09-10 02:10")
    program.click(form.foot.done)

    assert form.unread is None
    assert not program.window.unsaved.notice.isVisible()
    assert [f"{one.started:%d %H:%M}" for one in recorded(tmp_path)] == ["10 02:10"]


def test_an_hour_that_was_twice_is_offered_again_until_one_is_chosen(program: Program) -> None:
    program.window.open_form(EpisodeDraft(id="11111111-1111-1111-1111-111111111111", zone="Europe/Berlin"))
    form = program.window.pages.form
    retype(form.questions.when.time_line, "25.10.2025 02:30")
    retype(form.questions.when.time_line, "26.10.2025 02:30")
    first = form.keeper.draft
    program.window.log_a_cramp()

    assert form.unread is not None
    assert form.unread.problem == "02:30 was there twice that night. Choose one below."
    program.window.open_form(first)
    assert form.questions.when.time_line.text() == "26.10.2025 02:30"
    assert form.questions.when.which_hour.isVisible()


def test_a_number_of_today_stays_on_its_card_whatever_else_is_answered(
    program: Program, drunk: QLineEdit, tmp_path: Path
) -> None:
    card = program.window.pages.log.day
    program.click(card.water.button("good"))
    card.stretched.setFocus()
    program.click(card.stretched.button("yes"))

    assert drunk.text() == "about 2"
    (day,) = kept_days(tmp_path)
    assert (day.hydration, day.stretched, day.fluid_l) == ("good", True, None)


def test_a_notice_on_another_page_leads_back_to_the_number(program: Program, drunk: QLineEdit) -> None:
    program.window.shell.show_page("diary")
    program.wait()

    unsaved = program.window.unsaved
    assert unsaved.notice.isVisible()
    assert program.window.shell.status.words() == "An entry is not saved"
    program.window.pages.log.day.more.set_open(False)
    program.click(unsaved.back)
    assert program.window.shell.current_page() == "log"
    assert program.window.focusWidget() is drunk
    assert program.window.pages.log.day.more.fluid.problem() == WRONG_NUMBER
    assert not unsaved.notice.isVisible()


def test_a_number_that_is_put_right_is_saved(program: Program, drunk: QLineEdit, tmp_path: Path) -> None:
    program.window.shell.show_page("diary")
    program.click(program.window.unsaved.back)
    retype(drunk, "2")
    program.window.shell.show_page("diary")
    program.wait()

    assert not program.window.unsaved.notice.isVisible()
    assert [day.fluid_l for day in kept_days(tmp_path)] == [2]


def test_closing_over_it_asks_first(program: Program, drunk: QLineEdit) -> None:
    asked: list[str] = []
    looking = QTimer(program.window, interval=50)

    def stay() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            looking.stop()
            asked.extend([box.text(), box.informativeText()])
            next(one for one in box.findChildren(QPushButton) if one.text() == "Stay here").click()

    looking.timeout.connect(stay)
    looking.start()
    program.window.close()
    program.qtbot.waitUntil(lambda: bool(asked))

    assert asked == ["The entry “about 2” is not saved. Close all the same?", WRONG_NUMBER]
    assert program.window.isVisible()
    assert drunk.text() == "about 2"


def recorded(folder: Path) -> tuple[Episode, ...]:
    diary = Opener(Paths.under(folder))(create=False)
    try:
        return diary.reading.episodes()
    finally:
        diary.close()


def kept_days(folder: Path) -> tuple[Day, ...]:
    diary = Opener(Paths.under(folder))(create=False)
    try:
        return diary.reading.contents().days
    finally:
        diary.close()
