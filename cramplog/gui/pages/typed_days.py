"""Saves what is typed about a day after a short pause; what is typed in one go is one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cramplog.domain.errors import DiaryError
from cramplog.domain.ids import new_id
from cramplog.gui.pages.left import TYPING_PAUSE_MS

if TYPE_CHECKING:
    from cramplog.domain.changes import Changed
    from cramplog.gui.diary_client import DiaryClient


@dataclass(frozen=True, slots=True)
class UnsavedDay:
    """What was typed about a day could not be saved, and why. It is tried again with the next save."""

    day: date
    error: Exception


class TypedDays(QObject):
    """Give it each change with `take`; `flush` saves now what still waits. `changed` says how it stands."""

    changed = Signal()

    def __init__(
        self, client: DiaryClient, failed: Callable[[Exception], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client, self._failed = client, failed
        self._day: date | None = None
        self._answers: dict[str, Any] = {}
        self._left: dict[date, dict[str, Any]] = {}
        self._error: Exception | None = None
        self._on_its_way = 0
        self._visit: tuple[date, frozenset[str], str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits to be saved or is on its way."""
        return self._day is None and not self._on_its_way

    @property
    def unsaved(self) -> UnsavedDay | None:
        """What could not be saved."""
        if not self._left or self._error is None:
            return None
        return UnsavedDay(next(iter(self._left)), self._error)

    def take(self, day: date, answers: dict[str, Any]) -> None:
        """Something was typed about a day."""
        if self._day is not None and (day != self._day or set(answers) != set(self._answers)):
            self.flush()
        self._day = day
        self._answers |= answers
        self._pause.start()

    def flush(self) -> None:
        """Save what waits, and what could not be saved before."""
        self._pause.stop()
        if self._day is not None:
            day, answers, visit = self._day, dict(self._answers), self._present_visit()
            self._day, self._answers = None, {}
            self._send(day, self._left.pop(day, {}) | answers, visit)
        for day in list(self._left):
            self._send(day, self._left.pop(day), new_id())

    def _send(self, day: date, answers: dict[str, Any], visit: str) -> None:
        def saved(_changed: Changed) -> None:
            self._on_its_way -= 1
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._on_its_way -= 1
            if isinstance(error, DiaryError):
                self._left[day], self._error = answers | self._left.get(day, {}), error
            self._failed(error)
            self.changed.emit()

        self._on_its_way += 1
        self._client.change(
            lambda diary: diary.diary.amend_day(day, answers, visit=visit),
            owner=self,
            done=saved,
            failed=failed,
        )

    def _present_visit(self) -> str:
        """One for each field that is typed in, so that undo takes back one field at a time."""
        assert self._day is not None
        day, fields = self._day, frozenset(self._answers)
        if self._visit is None or self._visit[:2] != (day, fields):
            self._visit = (day, fields, new_id())
        return self._visit[2]
