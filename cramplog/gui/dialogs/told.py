"""Carries the progress of work on the worker to the window, and the wish to stop it back."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from cramplog.exchange.progress import Cancelled


class Told(QObject):
    """Given to the work as its progress; `moved` comes on the window's thread."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Let the work end at its next step, with nothing of it kept."""
        self._stopped.set()

    def __call__(self, done: int, total: int) -> None:
        """Called by the work, on its own thread."""
        if self._stopped.is_set():
            raise Cancelled
        self.moved.emit(done, total)
