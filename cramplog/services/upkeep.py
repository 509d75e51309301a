"""Keeping the diary safe: verify it, back it up, and say how old the newest backup is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.i18n import _
from cramplog.storage.manifest import Backup, backups
from cramplog.storage.check import CheckReport
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.paths import Paths
    from cramplog.storage.diary_file import DiaryFile


class Upkeep:
    """What is done for the file and not for a record in it."""

    def __init__(self, file: DiaryFile, *, paths: Paths, clock: Clock) -> None:
        self._file = file
        self._paths = paths
        self._clock = clock

    @property
    def path(self) -> Path:
        """Where the diary lies."""
        return self._file.path

    def check(self) -> CheckReport:
        """Verify the whole file: its structure, every row's checksum, every count."""
        return self._file.check()

    def back_up(self) -> Backup:
        """Make a backup and verify it by opening it. Raises DiaryError where that fails."""
        return self._file.back_up(self._paths.backups, now=self._clock.now())

    def backups(self) -> tuple[Backup, ...]:
        """The finished backups, the newest first."""
        return backups(self._paths.backups)

    def backup_line(self) -> str:
        """How old the newest backup is, for the status line."""
        newest = next(iter(self.backups()), None)
        if newest is None:
            return _("No backup yet")
        made = newest.made.astimezone(self._clock.now().tzinfo)
        if made.date() == self._clock.now().date():
            return _("Backup: today, %(time)s") % {"time": dates.time(made)}
        return _("Backup: %(day)s") % {"day": dates.day(made.date())}
