"""A save that fails in the window: the typed text stays, the remedy is named, and a copy goes elsewhere."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import LEFT_CALF, an_episode, at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.paths import Paths

CLOCK = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")
TYPED = ("like stone " * 400).strip()
Mend = Callable[[], object]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own of 2 MB, with a diary that holds one cramp."""
    folder = tmp_path / "home"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("may not make a small disk here")
    diary = Opener(Paths.under(folder), CLOCK)(create=True)
    diary.diary.record(an_episode("2026-09-08 19:40 +02:00", note="before"))
    diary.close()
    yield folder
    while folder.is_mount():
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def program(home: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    built = bootstrap.build(Paths.under(home), clock=CLOCK)
    with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
        built.show()
    running = Program(built, qtbot, None)
    running.wait()
    yield running
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def full(home: Path) -> Mend:
    filler = home / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(home).free))
    return filler.unlink


def read_only(home: Path) -> Mend:
    # Over itself: what is open stays so, but nothing more can be made or opened for writing.
    subprocess.run(["mount", "--bind", str(home), str(home)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(home)], check=True)
    return lambda: subprocess.run(["umount", str(home)], check=True)


def moved(home: Path) -> Mend:
    elsewhere = (home / "diary.db").rename(home / "moved.db")
    return lambda: elsewhere.rename(home / "diary.db")


def replaced(home: Path) -> Mend:
    shutil.copy(home / "diary.db", home / "other.db")
    original = (home / "diary.db").rename(home / "original.db")
    (home / "other.db").rename(home / "diary.db")
    return lambda: original.replace(home / "diary.db")


def locked(home: Path) -> Mend:
    other = sqlite3.connect(home / "diary.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other.close


FAULTS: list[Any] = [
    pytest.param(full, "The disk is full. Free some space", id="full"),
    pytest.param(read_only, "Allow ", id="read-only"),
    pytest.param(moved, "moved or replaced", id="moved"),
    pytest.param(replaced, "moved or replaced", id="replaced"),
    pytest.param(locked, "Close that program", id="locked", marks=pytest.mark.slow),
]


def settle(program: Program) -> None:
    program.qtbot.waitUntil(lambda: program.window.pages.form.keeper.is_settled, timeout=PATIENCE_MS)
    program.wait()


@pytest.mark.parametrize(("fault", "remedy"), FAULTS)
def test_a_cramp_that_cannot_be_saved_stays_typed_goes_elsewhere_and_is_saved_once(
    program: Program, home: Path, tmp_path: Path, fault: Callable[[Path], Mend], remedy: str
) -> None:
    form = program.window.pages.form
    program.window.log_a_cramp()
    form.where.map.changed.emit((LEFT_CALF,))
    settle(program)
    mend = fault(home)

    form.questions.note.note.setPlainText(TYPED)
    settle(program)

    assert form.failure.isVisible()
    assert remedy in form.failure.accessibleName()
    assert form.questions.note.note.toPlainText() == TYPED
    assert not program.window.shell.status.says_saved()
    program.window.files.elsewhere.save(tmp_path / "copy.json")
    program.wait()
    document = json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))
    assert sorted(it["note"] for it in document["episodes"]) == ["before", TYPED]
    assert "A copy with 2 cramps is in copy.json" in program.window.shell.status.words()

    mend()
    form.keeper.flush()
    settle(program)
    assert not form.failure.isVisible()
    program.window.close()
    program.wait()
    kept = Opener(Paths.under(home), CLOCK)(create=False)
    assert sorted(it.note for it in kept.reading.episodes()) == ["before", TYPED]
    kept.close()


def test_what_was_typed_about_a_day_stays_on_the_card_and_is_saved_later(
    program: Program, home: Path, tmp_path: Path
) -> None:
    log = program.window.pages.log
    mend = full(home)

    log.typed_days.take(CLOCK.now().date(), {"note": TYPED})
    log.keep_now()
    program.wait()
    assert program.window.notice.elsewhere.isVisible()
    assert "The disk is full" in program.window.notice.accessibleName()
    program.window.files.elsewhere.save(tmp_path / "copy.json")
    program.wait()
    document = json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))
    assert [day["note"] for day in document["days"]] == [TYPED]

    mend()
    log.keep_now()
    program.wait()
    program.window.close()
    program.wait()
    kept = Opener(Paths.under(home), CLOCK)(create=False)
    assert [day.note for day in kept.reading.contents().days] == [TYPED]
    kept.close()


def test_closing_over_a_failed_save_offers_the_copy_too(program: Program, home: Path, tmp_path: Path) -> None:
    program.window.log_a_cramp()
    program.window.pages.form.where.map.changed.emit((LEFT_CALF,))
    settle(program)
    full(home)
    program.window.pages.form.questions.note.note.setPlainText(TYPED)
    settle(program)

    copy = tmp_path / "copy.json"

    def answer() -> None:
        shown = QApplication.activeModalWidget()
        if copy.exists():
            return
        if isinstance(shown, QFileDialog):
            # As a person types it: a name that is only selected is forgotten when the folder has been listed.
            shown.findChild(QLineEdit).setText(str(copy))
            shown.accept()
        if isinstance(shown, QMessageBox):
            words = "Save a copy elsewhere…"
            next(it for it in shown.findChildren(QPushButton) if it.text() == words).click()
        QTimer.singleShot(50, answer)

    QTimer.singleShot(50, answer)
    program.window.close()
    program.qtbot.waitUntil(copy.exists, timeout=PATIENCE_MS)
    program.wait()

    assert program.window.isVisible()
    assert program.window.pages.form.isVisible()
