"""Every page and every dialog of the window, one after the other, on the example diary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from making import at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.gui.dialogs.about import AboutDialog
from cramplog.gui.dialogs.backups import BackupsDialog
from cramplog.gui.dialogs.first_steps import FirstSteps
from cramplog.gui.dialogs.help import HelpDialog
from cramplog.gui.dialogs.sheet_entry import SheetEntry
from cramplog.paths import Paths

# The day after the last one of the example.
NOW = "2026-09-11 20:12 +02:00"
PAGES = (
    "log", "diary", "insights", "summary", "workouts", "courses", "fill_days", "trash", "settings", "form",
    "timer",
)  # fmt: skip
DIALOGS = ("about", "backups", "help", "sheet", "first steps")
SIZE = (1280, 860)


@contextmanager
def example(folder: Path, qtbot: QtBot, *, size: tuple[int, int] = SIZE) -> Iterator[Program]:
    """The window on the example diary."""
    built = bootstrap.build(Paths.under(folder), clock=FixedClock(at(NOW), "Europe/Berlin"), example=True)
    running = Program(built, qtbot, None)
    try:
        with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
            built.show()
        built.window.resize(*size)
        running.wait()
        yield running
    finally:
        built.stop()
        built.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def walk(program: Program, places: tuple[str, ...] = (*PAGES, *DIALOGS)) -> Iterator[tuple[str, QWidget]]:
    """Each place by its name, shown and with all that it asked for."""
    for name in places:
        if name in DIALOGS:
            dialog = _dialog(program, name)
            dialog.show()
            settle(program)
            yield name, dialog
            dialog.close()
            if shiboken6.isValid(dialog):
                dialog.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            continue
        _open(program, name)
        settle(program)
        yield name, program.window
        if name == "timer":
            program.click(program.window.timer.page.mistake)


def settle(program: Program) -> None:
    """Wait until the workers are idle and the layouts have come to rest."""
    for _time in range(3):
        program.wait()
        QApplication.processEvents()


def _open(program: Program, name: str) -> None:
    window = program.window
    if name == "timer":
        window.timer.start()
    elif name == "form":
        found: list[Episode] = []
        program.built.client.ask(
            lambda diary: diary.reading.episodes()[:1], found.extend, owner=program.window
        )
        program.wait()
        window.open_form(EpisodeDraft.of(found[0]))
    else:
        window.shell.show_page(name)


def _dialog(program: Program, name: str) -> QDialog:
    window, theme = program.window, program.built.theme
    match name:
        case "about":
            return AboutDialog(theme, window)
        case "backups":
            return BackupsDialog(program.built.given, window)
        case "help":
            return HelpDialog(theme, window)
        case "first steps":
            return FirstSteps(program.built.given, window.looks, None, window)
        case "sheet":
            return SheetEntry(program.built.given, lambda _words: None, window)
    raise KeyError(name)
