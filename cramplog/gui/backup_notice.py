"""Says in the window what the person should know about the backups: that they fail, or how old they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.widgets.notice import Notice


class BackupNotice(QObject):
    """Asks when the diary was opened and after each care for the backups; says each thing once."""

    def __init__(self, client: DiaryClient, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._notice = notice
        self._said: str | None = None
        client.opened.connect(self._ask)
        client.cared_for.connect(self._ask)

    def _ask(self) -> None:
        # Damage has a banner of its own, which leads to what can be done.
        self._client.ask(
            lambda diary: None if diary.file.is_damaged else diary.upkeep.state().warning,
            self._say,
            owner=self,
            failed=lambda _error: None,
        )

    def _say(self, warning: str | None) -> None:
        if warning is not None and warning != self._said:
            self._notice.say(_("Your diary needs care."), text=warning, kind="warn")
            self._notice.show()
        self._said = warning
