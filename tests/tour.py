"""A tour of the real window in a process of its own: every page, every entry of the menus, every dialog.

usage: tour.py FOLDER pages|all|leaks

FOLDER holds the diary in `home`, in `given` a file to import, and `saved`, where the tour saves what it
exports. At the end it says as JSON what it has seen. With "leaks" it does, instead of a tour, what no program
may do. Printing is left out: that hands the page to the print service, which listens on a socket.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolTip,
    QWidget,
)

from cramplog import bootstrap, log, paths
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import DiaryInUse
from cramplog.gui import application
from cramplog.gui.actions import ACTIONS, LOOKS
from cramplog.gui.application import Application
from cramplog.gui.dialogs.crash import CrashDialog
from cramplog.gui.dialogs.import_wizard import ImportWizard
from cramplog.gui.dialogs.in_use import InUseDialog
from cramplog.gui.pages_on_demand import KEYS

# Printing is said above; undo and redo come last; another look or size of the text shows nothing new, and the
# example is a window in a process of its own.
NOT_CHOSEN = frozenset(["print_sheet", "print_guide", "quit", "undo", "redo", "example"])
CLOTHES = LOOKS.keys() | {"larger", "smaller", "usual_size"}
PATIENCE_S = 60


class Tour:
    """Goes everywhere, and closes every dialog that opens on the way."""

    def __init__(self, program: QApplication, built: Application, folder: Path) -> None:
        self.program, self.built, self.folder = program, built, folder
        self.pages: list[str] = []
        self.dialogs: set[str] = set()
        self.tool_tips = 0
        self._since: dict[QWidget, float] = {}
        self._watch = QTimer(interval=30)
        self._watch.timeout.connect(self._mind_dialogs)
        self._watch.start()

    def see_pages(self) -> None:
        """Every page, a filled form, and the timer."""
        window = self.built.window
        for key in KEYS:
            self._see(key, partial(window.shell.show_page, key))
        drafts: list[EpisodeDraft] = []
        self.built.client.ask(
            lambda diary: [EpisodeDraft.of(one) for one in diary.reading.episodes()],
            drafts.extend,
            owner=window,
        )
        self.settle()
        self._see("form", lambda: window.open_form(drafts[-1]))
        self._see("timer", window.timer.start)
        window.timer.page.mistake.click()
        self.settle()

    def choose_everything(self) -> None:
        """Every entry of the menus, with the dialogs that they open."""
        window = self.built.window
        for spec in ACTIONS:
            action = window.findChild(QAction, spec.id)
            if spec.id not in NOT_CHOSEN | CLOTHES and action is not None and action.isEnabled():
                action.trigger()
                self.settle()
        for name in ("undo", "redo"):
            window.findChild(QAction, name).trigger()
            self.settle()
        self._open_what_trouble_opens()

    def _open_what_trouble_opens(self) -> None:
        """The dialogs that no entry leads to."""
        built = self.built
        built.window.pages.settings.erase.erase.click()
        self.settle()
        built.trouble.look()
        self.settle()
        elsewhere = DiaryInUse(
            Path("diary.db"), "in use", host="elsewhere", since="2026-11-22T18:00:00+01:00"
        )
        for dialog in (
            CrashDialog(built.theme, "details", None, parent=built.window),
            InUseDialog(built.theme, elsewhere, built.window),
        ):
            dialog.open()
            self.settle()

    def settle(self, quiet: float = 0.15) -> None:
        """Wait until both workers are idle and no dialog is open."""
        since, end = time.monotonic(), time.monotonic() + PATIENCE_S
        while time.monotonic() - since < quiet:
            self.program.processEvents()
            if self.built.tasks.are_busy or self._open_dialogs():
                since = time.monotonic()
            if time.monotonic() > end:
                raise RuntimeError(f"still open: {self._open_dialogs()}")
            time.sleep(0.005)

    def _see(self, name: str, go: Callable[[], object]) -> None:
        go()
        self.settle()
        self.built.window.grab()
        self.pages.append(name)
        for widget in self.built.window.findChildren(QWidget):
            if widget.isVisible() and widget.toolTip():
                QToolTip.showText(widget.mapToGlobal(widget.rect().center()), widget.toolTip(), widget)
                self.tool_tips += 1
        QToolTip.hideText()
        self.program.processEvents()

    def _open_dialogs(self) -> list[QDialog]:
        top = QApplication.topLevelWidgets()
        return [widget for widget in top if isinstance(widget, QDialog) and widget.isVisible()]

    def _mind_dialogs(self) -> None:
        """Give each dialog time to load, look at it, and answer it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in self._open_dialogs():
            since = self._since.setdefault(dialog, time.monotonic())
            if self.built.tasks.are_busy or time.monotonic() - since < 0.2:
                continue
            dialog.grab()
            self.dialogs.add(type(dialog).__name__)
            self._since[dialog] = time.monotonic()
            # Not from here: a timer does not beat again before its beat is over, and the answer may ask back.
            QTimer.singleShot(0, dialog, partial(self._answer, dialog))

    def _answer(self, dialog: QDialog) -> None:
        if isinstance(dialog, QFileDialog):
            self._choose_file(dialog)
        elif isinstance(dialog, ImportWizard) and dialog.next.isEnabled() and dialog.isVisible():
            dialog.next.click()
        else:
            dialog.reject()

    def _choose_file(self, dialog: QFileDialog) -> None:
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            dialog.reject()
            return
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            name.setText(str(self.folder / "saved" / Path(name.text()).name))
        else:
            name.setText(str(self.folder / "given" / "diary.json"))
        dialog.accept()


def leak(folder: Path, words: str) -> None:
    """What must be noticed: a connection, a note taken for markup, a file for all, a word in the log."""
    from PySide6.QtNetwork import QTcpSocket

    socket = QTcpSocket()
    socket.connectToHost("127.0.0.1", 9)
    socket.waitForConnected(1_000)
    label = QLabel(words)
    label.resize(label.sizeHint())
    label.grab()
    os.umask(0)
    for place in (Path(os.environ["TMPDIR"]), folder / "home" / "logs"):
        place.mkdir(exist_ok=True)
        (place / "leaked.log").write_text(words)


def main() -> None:
    """Take the tour, or leak."""
    folder = Path(sys.argv[1])
    paths.keep_to_the_person()
    places = paths.Paths.under(folder / "home")
    log.open_log(places.logs)
    program = application.start_qt()
    if sys.argv[2] == "leaks":
        leak(folder, (folder / "pictures" / "words").read_text())
        sys.stdout.write(json.dumps({"libraries": libraries()}))
        return
    built = bootstrap.build(places)
    built.window.resize(1280, 860)
    tour = Tour(program, built, folder)
    built.show()
    while not built.window.pages.log.day.isEnabled():
        program.processEvents()
    try:
        tour.settle()
        tour.see_pages()
        if sys.argv[2] == "all":
            tour.choose_everything()
    finally:
        built.stop()
    seen = {
        "pages": tour.pages,
        "dialogs": sorted(tour.dialogs),
        "tool_tips": tour.tool_tips,
        "libraries": libraries(),
    }
    sys.stdout.write(json.dumps(seen))


def libraries() -> list[str]:
    """The libraries that this process has loaded, by file name."""
    mapped = Path("/proc/self/maps").read_text().splitlines()
    return sorted({Path(line.split()[-1]).name for line in mapped if ".so" in line})


if __name__ == "__main__":
    main()
