"""Puts a backup back: for the window, for the command, and where the diary itself can no longer be opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.services import sealing
from cramplog.storage.restore import Restored, restore, start_anew

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.paths import Paths

# Holds the diary's lock for as long as it is entered; raises DiaryInUse.
Alone = Callable[[], AbstractContextManager[object]]


class Restoring:
    """Works on the closed file, `alone`: while no window has it open."""

    def __init__(self, paths: Paths, *, clock: Clock, app: str, alone: Alone) -> None:
        self._paths = paths
        self._clock = clock
        self._app = app
        self._alone = alone

    def put_back(self, source: Path, passphrase: str | None = None) -> Restored:
        """Let the diary be what the backup is; the present one is kept beside it.

        A sealed backup needs its passphrase: UnreadableFile where it is wrong or missing.

        Raises DiaryInUse while a window has it open, DiaryError where the backup is not good or it failed;
        then the diary is what it was.
        """
        if sealing.is_sealed(source):
            with sealing.opened(source, passphrase or "") as plain:
                return self._put_back(plain)
        return self._put_back(source)

    def start_anew(self) -> Path | None:
        """Begin an empty diary where the old one is lost; what lay there is kept, under the returned name.

        The backups stay. Raises DiaryInUse, DiaryError.
        """
        with self._alone():
            return start_anew(self._paths.diary, app=self._app, now=self._clock.now())

    def _put_back(self, source: Path) -> Restored:
        with self._alone():
            return restore(
                self._paths.diary, source, self._paths.backups, app=self._app, now=self._clock.now()
            )
