"""The daily reminder: once a day, at the chosen time, and only where nothing is known of the day yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.settings import WindowSettings
    from cramplog.services.open_diary import OpenDiary

_LOOK_MS = 30_000


class Reminder(QObject):
    """`say(title, words)` tells it through the desktop and says whether that was possible; else `instead`."""

    def __init__(
        self,
        client: DiaryClient,
        settings: WindowSettings,
        clock: Clock,
        *,
        say: Callable[[str, str], bool],
        instead: Callable[[str, str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._client, self._settings, self._clock = client, settings, clock
        self._say, self._instead = say, instead
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.look)
        settings.reminder_changed.connect(self._follow)
        client.opened.connect(self._follow)

    def look(self) -> None:
        """See whether it is time."""
        now = self._clock.now()
        if self._settings.reminder and is_due(now, self._settings.reminder_time, self._settings.reminded_on):
            self._client.ask(_unknown_day, self._tell, owner=self, failed=lambda _error: None)

    def _follow(self) -> None:
        if self._settings.reminder:
            self._looking.start()
        else:
            self._looking.stop()

    def _tell(self, unknown: date | None) -> None:
        self._settings.reminded_on = self._clock.now().date()
        if unknown is None:
            return
        # Nothing of the diary: others may see the screen.
        title, words = _("CrampLog"), _("A short look at today? One click is enough.")
        if not self._say(title, words):
            self._instead(title, words)


def is_due(now: datetime, at: str, reminded: date | None) -> bool:
    """Whether the time "HH:MM" has come today and nothing was said today."""
    return now.strftime("%H:%M") >= at and reminded != now.date()


def _unknown_day(diary: OpenDiary) -> date | None:
    today = diary.reading.log_page(1)
    known = today.cramps_today > 0 or (today.check_in is not None and today.check_in.cramp_free is not None)
    return None if known else today.day
