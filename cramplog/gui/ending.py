"""Closing the window properly when the system asks the process to end, as at logout."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndOnRequest(QObject):
    """Calls `end` on the window's thread when the process is asked to end (SIGTERM, SIGINT, SIGHUP).

    Python runs its own handlers only between two of its instructions, and Qt's loop has none: the signal
    therefore also writes to a pipe that Qt watches. Windows asks by closing the window and needs nothing.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._notifier: QSocketNotifier | None = None
        if sys.platform != "win32":
            self._watch()

    def _watch(self) -> None:
        self._reader, writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(writer, False)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(asked, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def _asked(self) -> None:
        os.read(self._reader, 16)
        self._end()
