"""Closing, undoing and going on while a save is pending or has failed: nothing typed is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from making import LEFT_CALF, an_id
from program import PATIENCE_MS, Program
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from cramplog.bootstrap import Opener
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.domain.scales import Source
from cramplog.paths import Paths

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def typed(program: Program) -> Callable[[str], None]:
    """Types a note into the form of a cramp of this moment."""

    def type_note(note: str) -> None:
        program.window.pages.form.questions.note.note.setPlainText(note)

    program.window.log_a_cramp()
    program.window.pages.form.where.map.changed.emit((LEFT_CALF,))
    program.wait()
    return type_note


def stored(folder: Path) -> tuple[Episode, ...]:
    diary = Opener(Paths.under(folder))(create=False)
    try:
        return diary.reading.episodes()
    finally:
        diary.close()


def lose(program: Program, folder: Path) -> Callable[[], object]:
    """Take the diary's file away; returns what brings it back."""
    diary = Paths.under(folder).diary
    moved = diary.rename(diary.with_name("elsewhere.db"))
    return lambda: moved.rename(diary)


def settle(program: Program) -> None:
    program.qtbot.waitUntil(lambda: program.window.pages.form.keeper.is_settled, timeout=PATIENCE_MS)
    program.wait()


def answer(words: str, asked: list[str]) -> None:
    """Choose one of the buttons of the question that comes next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            # The save that is tried before the question takes as long as it takes.
            QTimer.singleShot(50, press)
            return
        asked.append(box.text())
        next(button for button in box.findChildren(QPushButton) if button.text() == words).click()

    QTimer.singleShot(50, press)


def test_a_window_closed_amid_typing_saves_first_and_then_closes(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    typed("typed last")

    program.window.close()

    program.qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    program.wait()
    assert [episode.note for episode in stored(tmp_path)] == ["typed last"]


def test_a_window_over_a_failed_save_asks_before_it_closes(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    bring_back = lose(program, tmp_path)
    typed("like stone")
    settle(program)
    asked: list[str] = []

    answer("Stay here", asked)
    program.window.leave()
    program.qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE_MS)
    program.wait()

    assert asked == ["This cramp is not saved. Close all the same?"]
    assert program.window.isVisible()
    # Closing it may leave it in the tray again.
    assert not program.window.is_leaving
    assert program.window.pages.form.questions.note.note.toPlainText() == "like stone"
    assert not program.window.shell.status.says_saved()
    bring_back()
    program.window.close()
    program.qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    program.wait()
    assert [episode.note for episode in stored(tmp_path)] == ["like stone"]


def test_a_failed_save_can_be_given_up(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    lose(program, tmp_path)
    typed("like stone")
    settle(program)
    asked: list[str] = []

    answer("Close all the same", asked)
    program.window.close()

    program.qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    assert len(asked) == 1


def test_a_save_that_fails_after_its_form_was_left_leads_back_to_it(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    window, first = program.window, program.window.pages.form.keeper.draft.id
    bring_back = lose(program, tmp_path)
    typed("like stone")
    window.open_form(EpisodeDraft(id=an_id(), zone="Europe/Berlin", source=Source.TYPED))
    settle(program)

    assert window.unsaved.notice.isVisible()
    assert window.shell.status.words() == "A cramp is not saved"
    bring_back()
    program.qtbot.mouseClick(window.unsaved.back, LEFT)
    settle(program)

    assert window.pages.form.keeper.draft.id == first
    assert not window.unsaved.notice.isVisible()
    assert window.shell.status.says_saved()
    window.close()
    program.wait()
    assert [episode.note for episode in stored(tmp_path)] == ["like stone"]


def test_a_window_over_a_failed_save_of_today_asks_before_it_closes(program: Program, tmp_path: Path) -> None:
    window, log, asked = program.window, program.window.pages.log, list[str]()
    today = program.built.given.clock.now().date()
    bring_back = lose(program, tmp_path)
    log.typed_days.take(today, {"note": "slept badly"})
    log.keep_now()
    program.wait()
    assert not window.unsaved.is_all_saved
    assert window.unsaved.words() == "An entry is not saved"

    answer("Stay here", asked)
    window.close()
    program.qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE_MS)
    program.wait()
    assert asked == ["One entry of today is not saved."]
    assert window.isVisible()

    bring_back()
    window.close()
    program.qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE_MS)
    program.built.stop()
    assert day_notes(tmp_path) == ["slept badly"]


def test_what_was_typed_about_today_a_moment_before_closing_is_saved(
    program: Program, tmp_path: Path
) -> None:
    log = program.window.pages.log
    log.typed_days.take(program.built.given.clock.now().date(), {"note": "typed last"})

    program.window.close()
    program.qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)

    program.built.stop()
    assert day_notes(tmp_path) == ["typed last"]


def day_notes(folder: Path) -> list[str]:
    diary = Opener(Paths.under(folder))(create=False)
    try:
        return [day.note for day in diary.reading.contents().days]
    finally:
        diary.close()


def test_the_status_line_does_not_call_saved_what_still_lacks_a_muscle(program: Program) -> None:
    settle(program)
    window = program.window
    window.log_a_cramp()
    settle(program)
    window.shell.status.mentioned.emit()

    assert window.pages.form.head.words() == "Choose a muscle. Then it is saved."
    assert window.shell.status.words() == "This cramp is not saved yet"
    assert not window.shell.status.says_saved()
    window.pages.form.where.map.changed.emit((LEFT_CALF,))
    settle(program)
    window.shell.status.mentioned.emit()
    assert window.shell.status.says_saved()
    window.pages.form.where.map.changed.emit(())
    assert window.shell.status.words() == "An entry is not saved"
    # Elsewhere nothing is left to be said of it: the diary has the last saved state.
    program.choose("page_log")
    window.shell.status.mentioned.emit()
    assert window.shell.status.says_saved()


def test_undo_of_the_menu_takes_back_what_was_typed_last(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    settle(program)
    typed("typed last")

    program.window.menus.action("undo").trigger()
    program.qtbot.wait(400)
    settle(program)

    program.window.close()
    program.wait()
    assert stored(tmp_path) == ()


def test_a_muscle_ticked_and_unticked_leaves_nothing_behind(
    program: Program, typed: Callable[[str], None], tmp_path: Path
) -> None:
    window = program.window
    window.pages.form.where.map.changed.emit(())
    settle(program)

    program.qtbot.mouseClick(window.pages.form.foot.done, LEFT)
    settle(program)

    assert window.shell.current_page() == "log"
    window.close()
    program.wait()
    assert stored(tmp_path) == ()


def test_a_timers_cramp_whose_muscle_was_unticked_is_unfinished_again(
    program: Program, tmp_path: Path
) -> None:
    window = program.window
    window.timer.start()
    program.wait()
    program.click(window.timer.page.stop)
    begun = window.pages.form.keeper.draft
    window.pages.form.where.map.changed.emit((LEFT_CALF,))
    window.pages.form.where.map.changed.emit(())

    program.click(window.pages.form.foot.done)

    assert stored(tmp_path) == ()
    assert [row.draft.id for row in window.pages.log.unfinished.rows] == [begun.id]
