"""The window's process is killed two seconds after the last key: nothing that was typed is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from making import LEFT_CALF
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typist import NOTE

from cramplog import bootstrap
from cramplog.bootstrap import Opener
from cramplog.gui.application import Application
from cramplog.paths import Paths

PROMISED_S = 2.0
TYPIST = Path(__file__).parent.parent / "typist.py"


def kill_after_typing(folder: Path, what: str) -> datetime:
    """Let the typist do it in the real window, and kill the window two seconds later; when that was."""
    typist = subprocess.Popen(
        [sys.executable, str(TYPIST), str(folder), what], stdout=subprocess.PIPE, text=True
    )
    try:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "done\n"
        time.sleep(PROMISED_S)
        return datetime.now().astimezone()
    finally:
        typist.kill()
        typist.wait()
        if typist.stdout is not None:
            typist.stdout.close()


@pytest.fixture
def reopened(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[list[Application]]:
    """Put the window that is opened again in here: it is closed afterwards."""
    windows: list[Application] = []
    yield windows
    for built in windows:
        built.stop()
        built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def open_again(folder: Path, qtbot: QtBot, windows: list[Application]) -> Application:
    built = bootstrap.build(Paths.under(folder))
    windows.append(built)
    with qtbot.waitSignal(built.client.opened, timeout=60_000):
        built.show()
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    return built


def test_an_unfinished_form_is_offered_again_after_a_kill(
    tmp_path: Path, qtbot: QtBot, reopened: list[Application]
) -> None:
    kill_after_typing(tmp_path, "form")
    built = open_again(tmp_path, qtbot, reopened)
    (row,) = built.window.pages.log.unfinished.rows
    qtbot.mouseClick(row.finish, Qt.MouseButton.LeftButton)

    assert built.window.pages.log.unfinished.title.text() == "Not finished yet"
    assert built.window.pages.form.questions.note.note.toPlainText() == NOTE
    assert built.window.pages.form.keeper.draft.missing == ("places",)


def test_a_program_that_keeps_a_form_only_when_it_is_left_would_lose_it(tmp_path: Path) -> None:
    kill_after_typing(tmp_path, "careless")
    diary = Opener(Paths.under(tmp_path))(create=False)
    kept = diary.drafts.unfinished()
    diary.close()

    assert kept == ()


@pytest.mark.slow
def test_what_was_typed_into_a_recorded_cramp_is_in_the_diary_after_a_kill(tmp_path: Path) -> None:
    kill_after_typing(tmp_path, "recorded")
    diary = Opener(Paths.under(tmp_path))(create=False)
    (episode,) = diary.reading.episodes()
    diary.close()

    assert episode.note == NOTE
    assert episode.places == (LEFT_CALF,)


@pytest.mark.slow
def test_an_unsaved_workout_is_offered_again_after_a_kill(
    tmp_path: Path, qtbot: QtBot, reopened: list[Application]
) -> None:
    kill_after_typing(tmp_path, "workout")
    built = open_again(tmp_path, qtbot, reopened)
    (row,) = built.window.pages.log.unfinished.rows
    qtbot.mouseClick(row.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    editor = built.window.pages.workouts.editor

    assert row.finish.accessibleName() == "Finish it: Workout, not saved · rowing"
    assert built.window.shell.current_page() == "workouts"
    assert editor.found.isVisible()
    assert editor.sport_line.text() == "rowing"
    assert editor.when.time_line.text().endswith("18:30")
    assert editor.distance.line.text() == "about 5"
    assert editor.distance.problem() == "Not saved: type a number from 0 to 10000."
    assert editor.note.note.toPlainText() == NOTE

    editor.distance.line.clear()
    qtbot.mouseClick(editor.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    built.window.shell.show_page("log")
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    # Saved, it is not offered any more.
    assert built.window.pages.log.unfinished.rows == ()


@pytest.mark.slow
def test_an_unsaved_routine_is_offered_again_after_a_kill(
    tmp_path: Path, qtbot: QtBot, reopened: list[Application]
) -> None:
    kill_after_typing(tmp_path, "course")
    built = open_again(tmp_path, qtbot, reopened)
    built.window.shell.show_page("courses")
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    editor = built.window.pages.courses.editor

    assert editor.found.isVisible()
    assert editor.kind.value() == "routine"
    assert editor.name_line.text() == "Stretching"
    assert editor.started.line.text() == "6 Sept 2026"
    assert editor.doses.rows[0].day.line.text() == "1 Oct 20"
    assert editor.note.note.toPlainText() == NOTE

    qtbot.mouseClick(editor.forget, Qt.MouseButton.LeftButton)
    built.window.shell.show_page("log")
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    assert editor.name_line.text() == ""
    assert built.window.pages.log.unfinished.rows == ()


@pytest.mark.slow
def test_an_unsaved_paper_sheet_is_offered_again_after_a_kill(
    tmp_path: Path, qtbot: QtBot, reopened: list[Application]
) -> None:
    killed = kill_after_typing(tmp_path, "sheet")
    built = open_again(tmp_path, qtbot, reopened)
    (row,) = built.window.pages.log.unfinished.rows
    qtbot.mouseClick(row.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    entry = built.window.on_paper.entry
    assert entry is not None
    month = (killed.date().replace(day=1) - timedelta(days=1)).replace(day=1)

    assert row.finish.accessibleName().startswith("Finish it: Paper sheet, not saved · ")
    assert entry.chosen_month() == month
    # The second was still open, and "2x10" cannot be read as a time.
    assert [*entry.cramps.table.typed()] == [(0, "day", "4"), (0, "time", "2x10"), (1, "day", "17")]
    assert [*entry.days.table.typed()] == [(0, "free", "✓")]

    qtbot.mouseClick(entry.clear_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(entry.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=60_000)
    # Given up, it is not offered any more.
    assert built.window.pages.log.unfinished.rows == ()


def test_a_running_timer_is_found_again_after_a_kill(
    tmp_path: Path, qtbot: QtBot, reopened: list[Application]
) -> None:
    killed = kill_after_typing(tmp_path, "timer")
    built = open_again(tmp_path, qtbot, reopened)
    timer = built.window.timer.page
    qtbot.mouseClick(timer.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: built.window.pages.form.keeper.is_recorded and not built.tasks.are_busy, timeout=60_000
    )
    draft = built.window.pages.form.keeper.draft

    assert draft.places == (LEFT_CALF,)
    assert draft.started is not None
    assert draft.started < killed
    # It ran on while there was no process at all.
    assert draft.duration_s is not None
    assert draft.duration_s >= (killed - draft.started).total_seconds() - 1
