"""The two workers: one asks the diary, one draws pictures, so that the window never waits for either."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from cramplog import log
from cramplog.domain.errors import CrampLogError

_logger = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Request:
    """Work that was asked for, and who waits for it. A dropped request's answer is not delivered."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    owner: QObject
    dropped: bool = False
    answer: Any = field(default=None, init=False)
    error: Exception | None = field(default=None, init=False)

    def drop(self) -> None:
        """The one who asked no longer wants to know."""
        self.dropped = True


class Worker(QObject):
    """One thread that does one thing after the other; answers arrive on the window's thread.

    `unexpected` carries an error of our own, after the one who asked has heard that it failed.

    A `polite` one begins each piece of work when the window has nothing to do, first what is in sight: both
    threads compute in one interpreter, and the window would stand still for much longer than it works.
    """

    _answered = Signal(object)
    idle = Signal()
    unexpected = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None, *, polite: bool = False) -> None:
        super().__init__(parent)
        self._waiting: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._polite = polite
        self._held: list[Request] = []
        self._free_moment = QTimer(self, singleShot=True, interval=0)
        self._free_moment.timeout.connect(self._begin_next)
        self._open = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=False)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._open > 0

    def ask(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> Request:
        """Do `work` on the worker's thread, then call `done` or `failed` here, if `owner` still lives."""
        request = Request(work, done, failed, owner)
        self._open += 1
        if self._polite:
            self._held.append(request)
            if self._open == len(self._held):
                self._free_moment.start()
        else:
            self._waiting.put(request)
        return request

    def stop(self) -> None:
        """Finish what was asked for and end the thread. Work that nobody waits for any more is left out."""
        if self._thread.is_alive():
            while self._held:
                self._waiting.put(self._held.pop(0))
            self._waiting.put(None)
            self._thread.join()

    def _begin_next(self) -> None:
        if self._held:
            places = (at for at, held in enumerate(self._held) if _is_in_sight(held.owner))
            self._waiting.put(self._held.pop(next(places, 0)))

    def _run(self) -> None:
        while (request := self._waiting.get()) is not None:
            if not request.dropped:
                try:
                    request.answer = request.work()
                except Exception as error:  # noqa: BLE001 — handed to the one who asked, who answers it
                    request.error = error
            self._answered.emit(request)

    @Slot(object)
    def _deliver(self, request: Request) -> None:
        self._open -= 1
        if self._held:
            self._free_moment.start()
        if not request.dropped and shiboken6.isValid(request.owner):
            if request.error is None:
                request.done(request.answer)
            else:
                _logger.warning("a request failed: %s", log.where(request.error))
                request.failed(request.error)
                if not isinstance(request.error, CrampLogError):
                    self.unexpected.emit(request.error)
        if not self._open:
            self.idle.emit()


def _is_in_sight(owner: QObject) -> bool:
    return shiboken6.isValid(owner) and isinstance(owner, QWidget) and not owner.visibleRegion().isEmpty()


class Tasks(QObject):
    """Both workers, made together and stopped together."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.diary = Worker("diary", self)
        self.drawing = Worker("drawing", self, polite=True)

    @property
    def are_busy(self) -> bool:
        """Whether either still owes an answer."""
        return self.diary.is_busy or self.drawing.is_busy

    def stop(self) -> None:
        """End both threads; what was recorded is on the disk when this returns."""
        self.drawing.stop()
        self.diary.stop()
