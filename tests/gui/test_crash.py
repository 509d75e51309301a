"""An error of our own: said once, in plain words, and without a word of the diary."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cramplog import log
from cramplog.domain.errors import DiskFull
from cramplog.gui.tasks import Worker
from cramplog.gui.theme.theme import Theme
from cramplog.gui.unexpected import UnexpectedErrors
from cramplog.paths import Paths

CANARY = "zebrafish"

# pytest-qt would take every error for one of the test's.
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def errors(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[UnexpectedErrors]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    log.open_log(tmp_path / "logs")
    watching = UnexpectedErrors(window, theme)
    watching.watch()
    yield watching
    watching.stop()
    log.close_log()


def go_wrong(note: str) -> None:
    """What a slot may do: the note is a local value, and in the message, and in the cause's."""
    typed = note
    try:
        raise KeyError(typed)
    except KeyError as error:
        raise RuntimeError(f"cannot show {typed}") from error


def raise_in_slot(note: str) -> None:
    try:
        go_wrong(note)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def told(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_happened_that_the_diary_is_safe_and_where_the_log_is(
    errors: UnexpectedErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    raise_in_slot(CANARY)
    qtbot.waitUntil(lambda: errors.dialog is not None)

    assert errors.dialog is not None
    words = told(errors.dialog)
    assert "mistake in the program" in words
    assert "Your diary is safe. An entry is on the disk before" in words
    assert str(tmp_path / "logs" / "cramplog.log") in words
    assert (tmp_path / "logs" / "cramplog.log").exists()
    errors.dialog.go_on.click()
    assert errors.dialog is None


def test_what_is_copied_is_what_is_shown_and_has_the_lines_but_not_a_word_that_was_typed(
    errors: UnexpectedErrors, qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    raise_in_slot(CANARY)
    qtbot.waitUntil(lambda: errors.dialog is not None)
    assert errors.dialog is not None

    errors.dialog.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert copied == errors.dialog.details.toPlainText()
    assert "RuntimeError" in copied
    assert "caused by KeyError" in copied
    assert "test_crash.py:" in copied
    assert str(tmp_path) not in copied
    printed = capfd.readouterr().err
    assert "RuntimeError" in printed
    logged = (tmp_path / "logs" / "cramplog.log").read_text()
    for text in (copied, told(errors.dialog), printed, logged):
        assert CANARY not in text


def test_pythons_own_report_would_hold_it(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        go_wrong(CANARY)
    except RuntimeError as error:
        sys.__excepthook__(type(error), error, error.__traceback__)

    assert CANARY in capfd.readouterr().err


def test_there_is_never_a_second_dialog_and_each_error_is_told_once(
    errors: UnexpectedErrors, qtbot: QtBot
) -> None:
    for _time in range(3):
        raise_in_slot("a")
    qtbot.waitUntil(lambda: errors.dialog is not None)
    first = errors.dialog
    errors.tell(ValueError("another"))
    qtbot.waitUntil(lambda: errors.dialog is not None and "ValueError" in errors.dialog.details.toPlainText())

    assert errors.dialog is first
    assert first is not None
    assert "1 more place" in told(first)
    first.go_on.click()
    raise_in_slot("a")
    qtbot.wait(50)
    assert errors.dialog is None


def test_an_error_is_told_also_after_the_dialog_of_the_one_before_went_with_what_it_stood_over(
    errors: UnexpectedErrors, qtbot: QtBot
) -> None:
    over = QDialog()
    over.open()
    raise_in_slot("a")
    qtbot.waitUntil(lambda: errors.dialog is not None)
    # As an import that has come to its end.
    shiboken6.delete(over)

    errors.tell(ValueError("another"))
    qtbot.waitUntil(lambda: errors.dialog is not None and shiboken6.isValid(errors.dialog))

    assert errors.dialog is not None
    assert "ValueError" in errors.dialog.details.toPlainText()


def test_an_error_on_a_thread_of_its_own_is_told_too(errors: UnexpectedErrors, qtbot: QtBot) -> None:
    thread = threading.Thread(target=go_wrong, args=(CANARY,))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: errors.dialog is not None)
    assert errors.dialog is not None
    assert "go_wrong" in errors.dialog.details.toPlainText()
    assert CANARY not in errors.dialog.details.toPlainText()


def test_of_a_workers_errors_only_those_of_our_own_are_told(errors: UnexpectedErrors, qtbot: QtBot) -> None:
    worker = Worker("diary", errors)
    worker.unexpected.connect(errors.tell)
    failed: list[Exception] = []

    def full() -> None:
        raise DiskFull(Path("diary.db"), "The disk is full.")

    for work in (full, lambda: go_wrong(CANARY)):
        worker.ask(work, done=lambda _none: None, failed=failed.append, owner=errors)
    qtbot.waitUntil(lambda: errors.dialog is not None)
    worker.stop()

    assert [type(error) for error in failed] == [DiskFull, RuntimeError]
    assert errors.dialog is not None
    assert "DiskFull" not in errors.dialog.details.toPlainText()
    assert "RuntimeError" in errors.dialog.details.toPlainText()


def test_close_cramplog_asks_for_the_end(errors: UnexpectedErrors, qtbot: QtBot) -> None:
    raise_in_slot("a")
    qtbot.waitUntil(lambda: errors.dialog is not None)
    assert errors.dialog is not None
    assert errors.dialog.end is not None

    with qtbot.waitSignal(errors.end_wanted):
        errors.dialog.end.click()


DIES = """
import sys, faulthandler
from pathlib import Path
from cramplog import log
watch = log.CrashWatch(Path(sys.argv[1]) / "crash.txt")
def zebra(note):
    if sys.argv[2] == "dies":
        faulthandler._sigsegv()
zebra("zebrafish")
watch.end()
"""


STARTS = """
import os, signal, sys
from pathlib import Path
from cramplog import log
watch = log.CrashWatch(Path(sys.argv[1]) / "crash.txt")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("how", "left"), [("dies", True), ("ends", False)])
def test_a_process_that_died_is_known_at_the_next_start(tmp_path: Path, how: str, left: bool) -> None:
    subprocess.run([sys.executable, "-c", DIES, str(tmp_path), how], check=False, capture_output=True)

    watch = log.CrashWatch(tmp_path / "crash.txt")
    watch.end()

    assert (watch.before is not None) is left
    if watch.before is not None:
        assert "Segmentation fault" in watch.before
        assert "in zebra" in watch.before
        assert CANARY not in watch.before
        assert str(Path(sys.executable).parent) not in watch.before
    assert log.CrashWatch(tmp_path / "nowhere" / "crash.txt").before is None


def test_what_a_process_left_is_kept_until_a_window_has_told_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DIES, str(tmp_path), "dies"], check=False, capture_output=True)
    # The next start is killed before there is a window: it neither ends nor forgets.
    subprocess.run([sys.executable, "-c", STARTS, str(tmp_path)], check=False)

    watch = log.CrashWatch(tmp_path / "crash.txt")
    assert watch.before is not None
    assert "Segmentation fault" in watch.before

    watch.end()
    watch = log.CrashWatch(tmp_path / "crash.txt")
    assert watch.before is not None
    watch.forget()
    watch.end()
    watch = log.CrashWatch(tmp_path / "crash.txt")
    watch.end()
    assert watch.before is None


def test_a_window_on_another_diary_tells_nothing_of_it_and_loses_none_of_it(tmp_path: Path) -> None:
    died, other = Paths.under(tmp_path), replace(Paths.under(tmp_path), diary=tmp_path / "other.db")
    notes = died.crash_notes
    notes.parent.mkdir()
    run = [sys.executable, "-c", DIES.replace('/ "crash.txt"', ""), str(notes), "dies"]
    subprocess.run(run, check=False, capture_output=True)

    beside = log.CrashWatch(other.crash_notes)
    assert beside.before is None
    beside.end()
    watch = log.CrashWatch(died.crash_notes)
    watch.end()
    assert watch.before is not None
    assert "Segmentation fault" in watch.before


def test_kept_in_one_file_only_it_would_be_lost_with_that_start(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DIES, str(tmp_path), "dies"], check=False, capture_output=True)
    subprocess.run([sys.executable, "-c", STARTS, str(tmp_path)], check=False)

    assert (tmp_path / "crash.txt").read_text() == ""


def test_what_the_last_process_left_is_told_with_the_truth_about_the_diary(
    errors: UnexpectedErrors, qtbot: QtBot
) -> None:
    told_at: list[str] = []
    errors.tell_of_last_time("Fatal Python error", lambda: told_at.append("closed"))

    assert errors.dialog is not None
    assert errors.dialog.isVisible()
    assert "checked from end to end" in told(errors.dialog)
    assert errors.dialog.end is None
    assert logging.getLogger("cramplog").handlers
    assert told_at == []
    errors.dialog.go_on.click()
    assert told_at == ["closed"]


def test_what_cannot_be_told_now_is_not_called_told(errors: UnexpectedErrors, qtbot: QtBot) -> None:
    raise_in_slot("a")
    qtbot.waitUntil(lambda: errors.dialog is not None)
    told_at: list[str] = []

    errors.tell_of_last_time("Fatal Python error", lambda: told_at.append("closed"))

    assert errors.dialog is not None
    errors.dialog.go_on.click()
    assert told_at == []
