"""A length that cannot be read is never dropped in silence: it stays, is pointed at, and is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import LEFT_CALF
from program import Program
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.gui.pages.form import FormPage
from cramplog.paths import Paths

LEFT = Qt.MouseButton.LeftButton
WRONG = "Not saved: type a length such as “4\u00a0min”, or clear it."


@pytest.fixture
def form(program: Program) -> FormPage:
    """The form of a cramp of the calf that is saved, and as whose length "abc" was typed."""
    program.window.log_a_cramp()
    form = program.window.pages.form
    form.where.map.changed.emit((LEFT_CALF,))
    type_length(program.qtbot, form, "abc")
    program.qtbot.waitUntil(lambda: form.keeper.is_settled)
    program.wait()
    return form


def type_length(qtbot: QtBot, form: FormPage, text: str) -> QLineEdit:
    line = form.questions.when.length_line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    return line


def test_done_points_at_the_length_once_and_then_leaves(program: Program, form: FormPage) -> None:
    line = form.questions.when.length_line
    program.qtbot.mouseClick(form.foot.done, LEFT)

    assert program.window.shell.current_page() == "form"
    assert program.window.focusWidget() is line
    assert form.questions.when.length.problem() == WRONG
    assert form.head.words() == "Not all is saved: one entry cannot be read."

    program.qtbot.mouseClick(form.foot.done, LEFT)
    assert program.window.shell.current_page() == "log"
    assert form.unread is None


def test_on_another_page_a_notice_leads_back_to_what_was_typed(program: Program, form: FormPage) -> None:
    program.window.shell.show_page("diary")

    unsaved = program.window.unsaved
    assert unsaved.notice.isVisible()
    assert not program.window.shell.status.says_saved()
    program.qtbot.mouseClick(unsaved.back, LEFT)
    program.wait()
    assert program.window.shell.current_page() == "form"
    assert form.questions.when.length_line.text() == "abc"
    assert not unsaved.notice.isVisible()


def test_it_comes_back_with_its_cramp_after_another_one_was_logged(program: Program, form: FormPage) -> None:
    first = form.keeper.draft
    program.window.shell.show_page("log")
    program.window.log_a_cramp()
    assert form.questions.when.length_line.text() == ""

    program.window.open_form(first)

    assert form.questions.when.length_line.text() == "abc"
    assert form.questions.when.length.problem() == WRONG


def test_closing_asks_first(program: Program, form: FormPage) -> None:
    asked: list[str] = []
    looking = QTimer(program.window, interval=50)

    def stay() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            looking.stop()
            asked.append(box.text())
            next(one for one in box.findChildren(QPushButton) if one.text() == "Stay here").click()

    looking.timeout.connect(stay)
    looking.start()
    program.window.close()
    program.qtbot.waitUntil(lambda: bool(asked))

    assert asked == ["The entry “abc” is not saved. Close all the same?"]
    assert program.window.isVisible()
    assert form.questions.when.length_line.text() == "abc"


def test_a_recorded_length_stays_while_a_new_one_cannot_be_read(
    program: Program, form: FormPage, tmp_path: Path
) -> None:
    program.qtbot.keyClick(type_length(program.qtbot, form, "4 min"), Qt.Key.Key_Return)
    assert form.head.words().startswith("Saved.")
    type_length(program.qtbot, form, "4 mni")
    program.qtbot.waitUntil(lambda: form.keeper.is_settled)
    program.wait()

    diary = Opener(Paths.under(tmp_path))(create=False)
    try:
        assert [episode.duration_s for episode in diary.reading.episodes()] == [240]
    finally:
        diary.close()


def type_humidity(program: Program, form: FormPage, text: str) -> QLineEdit:
    water = form.questions.water
    form.questions.group_of(water).set_open(True)
    line = water.humidity.line
    line.setFocus()
    line.selectAll()
    program.qtbot.keyClicks(line, text)
    return line


def test_a_number_that_cannot_be_read_comes_back_with_its_cramp_too(program: Program, form: FormPage) -> None:
    type_length(program.qtbot, form, "4 min")
    line = type_humidity(program, form, "about 60")
    first = form.keeper.draft
    program.window.shell.show_page("diary")

    assert program.window.unsaved.notice.isVisible()
    program.window.log_a_cramp()
    assert line.text() == ""

    program.window.open_form(first)
    program.wait()
    assert line.text() == "about 60"
    assert line.isVisible()
    assert form.questions.water.humidity.problem() == "Not saved: type a number from 0 to 100."
    assert form.questions.when.length_line.text() == "4 min"
    assert form.keeper.draft.duration_s == 240


def test_a_number_that_cannot_be_read_is_pointed_at_in_a_folded_group_and_then_given_up(
    program: Program, form: FormPage
) -> None:
    type_length(program.qtbot, form, "4 min")
    line = type_humidity(program, form, "about 60")
    form.questions.group_of(form.questions.water).set_open(False)
    program.qtbot.mouseClick(form.foot.done, LEFT)

    assert program.window.shell.current_page() == "form"
    assert program.window.focusWidget() is line
    program.qtbot.mouseClick(form.foot.done, LEFT)
    program.wait()
    assert program.window.shell.current_page() == "log"
    assert form.unread is None
    assert line.text() == ""


# The list of zones opens under the field; a screen that is none cannot raise it.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_zone_that_is_none_comes_back_with_its_cramp(program: Program) -> None:
    program.window.log_a_cramp()
    form = program.window.pages.form
    form.where.map.changed.emit((LEFT_CALF,))
    first = form.keeper.draft
    zone = form.questions.when.zone
    zone.link.click()
    program.qtbot.keyClicks(zone.line, "Paris, I think")
    program.window.shell.show_page("diary")
    program.wait()

    assert program.window.shell.status.words() == "An entry is not saved"
    assert program.window.unsaved.notice.isVisible()
    program.window.log_a_cramp()
    assert not zone.isVisible()
    program.window.open_form(first)

    assert zone.isVisible()
    assert zone.line.text() == "Paris, I think"
    assert zone.field.problem().startswith("Not saved: this zone is not known.")
    program.qtbot.mouseClick(form.foot.done, LEFT)
    assert program.window.focusWidget() is zone.line
    program.qtbot.mouseClick(form.foot.done, LEFT)
    assert program.window.shell.current_page() == "diary"
    assert form.unread is None
