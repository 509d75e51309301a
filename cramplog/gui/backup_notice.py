"""Says in the window how the backups stand: always in its last line, and in a banner what should be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.undo_notice import UndoNotice
    from cramplog.gui.widgets.status_line import StatusLine
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.upkeep import BackupLine


class _Standing(NamedTuple):
    line: BackupLine
    warning: str | None
    place: str | None


class BackupNotice(QObject):
    """Asks when the diary was opened and after each change and care; says each thing once."""

    def __init__(self, client: DiaryClient, notice: UndoNotice, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._notice, self._status = notice, status
        self._said: str | None = None
        for happened in (client.opened, client.changed, client.cared_for):
            happened.connect(self._ask)

    def _ask(self) -> None:
        self._client.ask(_standing, self._say, owner=self, failed=lambda _error: None)

    def _say(self, standing: _Standing) -> None:
        self._status.show_backup(standing.line.words, warns=standing.line.warns)
        said = standing.warning or standing.place
        if said is not None and said != self._said:
            self._notice.warn(_("Your diary needs care."), said)
        self._said = said


def _standing(diary: OpenDiary) -> _Standing:
    # Damage has a banner of its own, which leads to what can be done.
    warning = None if diary.file.is_damaged else diary.upkeep.state().warning
    return _Standing(diary.upkeep.backup_line(), warning, diary.upkeep.place_warning())
