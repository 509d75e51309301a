"""Errors of our own: noticed wherever they happen, logged, and told once, without a word of the diary."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cramplog import log
from cramplog.gui.dialogs.crash import CrashDialog
from cramplog.gui.theme.theme import Theme

_logger = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """`watch` hears of every error that nobody answers, `tell` takes one of a worker's.

    One dialog at a time, and each error once: one that comes with every repaint must not keep the person
    from the window. `end_wanted` asks to close the program.
    """

    end_wanted = Signal()
    _came = Signal(str)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._told: set[str] = set()
        self._before = sys.excepthook, threading.excepthook
        self.dialog: CrashDialog | None = None
        # An error may come in the midst of painting, or on another thread: told when that is over.
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Hear of errors on every thread."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_elsewhere

    def stop(self) -> None:
        """Hear of them no longer."""
        sys.excepthook, threading.excepthook = self._before
        if (dialog := self._standing()) is not None:
            dialog.done(0)

    def tell(self, error: BaseException) -> None:
        """Log an error and say it."""
        _logger.error("unexpected: %s", log.where(error))
        self._came.emit(log.account(error))

    def tell_of_last_time(self, account: str, told: Callable[[], None]) -> None:
        """The process before this one died. Calls `told` when the person has seen that."""
        _logger.error("the process before this one died")
        if self._standing() is None:
            self._open(account, last_time=True).finished.connect(lambda _result: told())

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.tell(error)
        if self._before[0] is sys.__excepthook__:
            # Python's own would print the message, which may quote the diary.
            print(log.account(error), file=sys.stderr)  # noqa: T201 — as Python itself does
        else:
            self._before[0](kind, error, trace)

    def _caught_elsewhere(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and caught.exc_type is not SystemExit:
            self.tell(caught.exc_value)

    def _show(self, account: str) -> None:
        if account in self._told:
            return
        self._told.add(account)
        if (dialog := self._standing()) is not None:
            dialog.one_more(account)
        else:
            self._open(account, last_time=False)

    def _open(self, account: str, *, last_time: bool) -> CrashDialog:
        # In front of what holds the window, so that it can be answered.
        over = QApplication.activeModalWidget() or self._window
        dialog = CrashDialog(self._theme, account, log.kept_in(), last_time=last_time, parent=over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._answered)
        if dialog.end is not None:
            dialog.end.clicked.connect(lambda: QTimer.singleShot(0, self, self.end_wanted.emit))
        self.dialog = dialog
        dialog.open()
        return dialog

    def _standing(self) -> CrashDialog | None:
        # A dialog goes with what it stands over, unanswered.
        return self.dialog if self.dialog is not None and shiboken6.isValid(self.dialog) else None

    def _answered(self) -> None:
        self.dialog = None
