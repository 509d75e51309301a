"""Every page and every dialog of the window, one after the other, on the example diary."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import shiboken6
from making import at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.domain.errors import DiaryInUse
from cramplog.gui.dialogs.about import AboutDialog
from cramplog.gui.dialogs.backups import BackupsDialog
from cramplog.gui.dialogs.crash import CrashDialog
from cramplog.gui.dialogs.damage import DamageDialog
from cramplog.gui.dialogs.erase import EraseDialog
from cramplog.gui.dialogs.first_steps import FirstSteps
from cramplog.gui.dialogs.help import HelpDialog
from cramplog.gui.dialogs.import_wizard import ImportWizard
from cramplog.gui.dialogs.in_use import InUseDialog
from cramplog.gui.dialogs.second_folder import SecondFolder
from cramplog.gui.dialogs.sheet_entry import SheetEntry
from cramplog.paths import Paths
from cramplog.services.erasing import Belongings
from cramplog.services.open_diary import OpenDiary
from cramplog.services.rescuing import Rescuing
from cramplog.storage import failures

# The day after the last one of the example.
NOW = "2026-09-11 20:12 +02:00"
PAGES = (
    "log", "diary", "insights", "summary", "workouts", "courses", "fill_days", "trash", "settings", "form",
    "timer",
)  # fmt: skip
DIALOGS = (
    "about", "backups", "help", "sheet", "first steps", "crash", "crash before", "damage", "in use", "erase",
    "sealed copy", "second folder", "import", "import of a table", "import of a sealed file",
)  # fmt: skip
SIZE = (1280, 860)
CLOCK = FixedClock(at(NOW), "Europe/Berlin")
_LEAST_TURNS, _MOST_TURNS, _TURN_MS = 3, 40, 5
# A table of the person's own, as no program that is known here writes it.
TABLE_NAME = "cramps.csv"
TABLE = "When;Where;How bad;Anything else\n03/04/2026 02:10;left calf;7;after a long walk\n"
DETAILS = "ZeroDivisionError at entry_rate.py:41\ncramplog 0.1.0 · Python 3.11"
T = TypeVar("T")


@contextmanager
def example(folder: Path, qtbot: QtBot, *, size: tuple[int, int] = SIZE) -> Iterator[Program]:
    """The window on the example diary."""
    built = bootstrap.build(Paths.under(folder), clock=CLOCK, example=True)
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
    """Wait until the workers are idle and the layouts have come to rest: long words take several turns."""
    before: list[QRect] = []
    for time in range(_MOST_TURNS):
        program.wait()
        program.qtbot.wait(_TURN_MS)
        now = [widget.geometry() for widget in QApplication.allWidgets() if widget.isVisible()]
        if now == before and time >= _LEAST_TURNS:
            return
        before = now


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
        case "crash" | "crash before":
            log = Path("cramplog.log")
            return CrashDialog(theme, DETAILS, log, last_time=name == "crash before", parent=window)
        case "damage":
            finding = _asked(
                program, lambda diary: Rescuing(_paths(diary), clock=CLOCK, app="cramplog").look()
            )
            path = finding.path
            return DamageDialog(theme, program.built.client, finding, failures.damaged(path), window)
        case "in use":
            error = DiaryInUse(
                Path("diary.db"), "in use", host="old-laptop", since=f"{at(NOW):%Y-%m-%dT%H:%M:%S%z}"
            )
            return InUseDialog(theme, error, window)
        case "erase":
            found: list[Belongings] = []
            program.built.client.belongings(found.append, owner=window)
            program.wait()
            return EraseDialog(theme, program.built.client, found[0], window)
        case "sealed copy":
            window.files.sealed_copy.ask()
            return window.files.sealed_copy.dialog
        case "second folder":
            asks = SecondFolder(program.built.client, theme, window)
            asks.ask_whether_sealed(Path("/media/stick"))
            program.wait()
            return asks.dialog
        case "import" | "import of a table" | "import of a sealed file":
            return _wizard(program, name)
    raise KeyError(name)


def _wizard(program: Program, name: str) -> ImportWizard:
    """What is imported differs from the diary, is a table that nobody knows, or is sealed."""
    folder = _asked(program, lambda diary: diary.upkeep.path.parent)
    if name == "import":
        path = folder / "other.json"
        _asked(program, lambda diary: diary.exchange.export_json(path))
        told = json.loads(path.read_text(encoding="utf-8"))
        for episode in told["episodes"][:3]:
            episode["pain"] = (episode["pain"] or 0) + 1 if (episode["pain"] or 0) < 10 else 1
            episode["changed"] = None
        path.write_text(json.dumps(told), encoding="utf-8")
    elif name == "import of a table":
        path = folder / TABLE_NAME
        path.write_text(TABLE, encoding="utf-8")
    else:
        path = folder / "copy.sealed"
        _asked(program, lambda diary: diary.sealing.export(path, "seven brown horses"))
    wizard = ImportWizard(program.built.given, (path,), program.window)
    program.qtbot.waitUntil(lambda: wizard.pages.currentWidget() is not None, timeout=PATIENCE_MS)
    return wizard


def _asked(program: Program, question: Callable[[OpenDiary], T]) -> T:
    found: list[T] = []
    program.built.client.ask(question, found.append, owner=program.window)
    program.wait()
    return found[0]


def _paths(diary: OpenDiary) -> Paths:
    return Paths.under(diary.upkeep.path.parent)
