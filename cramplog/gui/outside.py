"""Notices what a command, or another program, saved in the diary while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from cramplog.domain.changes import Changed, Kind

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient

# Each save changes the folder a few times: its journal comes and goes.
_QUIET_MS = 300


class OutsideChanges(QObject):
    """Asks for the revision when something in the folder changed, and tells the pages of a new one."""

    def __init__(self, folder: str, client: DiaryClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._known: int | None = None
        self._pause = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._pause.timeout.connect(self._ask)
        self._watcher = QFileSystemWatcher([folder], self)
        self._watcher.directoryChanged.connect(lambda _folder: self._pause.start())
        client.changed.connect(self._remember)
        client.opened.connect(self._ask)

    def _remember(self, changed: Changed) -> None:
        known, self._known = self._known, changed.revision
        # One of ours leads on by one at most: before it somebody else saved, of which nobody was told.
        if known is not None and changed.revision > known + 1 and changed.kinds != frozenset(Kind):
            self._client.changed.emit(Changed(frozenset(Kind), changed.revision))

    def _ask(self) -> None:
        self._client.ask(
            lambda diary: diary.file.revision(), self._compare, owner=self, failed=lambda _error: None
        )

    def _compare(self, revision: int) -> None:
        known, self._known = self._known, revision
        if known is not None and known != revision:
            self._client.changed.emit(Changed(frozenset(Kind), revision))
