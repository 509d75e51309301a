"""Hears a second start of the program, which asks the window that is open to come forward."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Bell(QObject):
    """Watches the diary's folder; `answer` says what was asked there: "window", "timer" or nothing."""

    timer_wanted = Signal()

    def __init__(self, folder: str, answer: Callable[[], str | None], window: QWidget) -> None:
        super().__init__(window)
        self._answer = answer
        self._window = window
        self._watcher = QFileSystemWatcher([folder], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        asked = self._answer()
        if asked is None:
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if asked == "timer":
            self.timer_wanted.emit()
