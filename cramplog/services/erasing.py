"""Erases everything that the program keeps of a person: the diary, its backups, and what lies beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.services.care_notes import CareNotebook
from cramplog.services.sealing import ENDING
from cramplog.storage import backup_care, failures, files
from cramplog.storage.manifest import FAILED, backups_of_name, is_named_for
from cramplog.storage.window_lock import bell_file, lock_file

if TYPE_CHECKING:
    from cramplog.paths import Paths
    from cramplog.services.restoring import Alone


class Erasing:
    """Works on the closed diary. Exports and printed pages are the person's own: they stay."""

    def __init__(self, paths: Paths, *, alone: Alone) -> None:
        self._paths = paths
        self._alone = alone

    def what(self) -> tuple[Path, ...]:
        """Every file that would be erased, to be shown before."""
        diary, notebook = self._paths.diary, CareNotebook(self._paths.backups, self._paths.diary.stem)
        second = notebook.read().second
        found = [diary, *files.sidecars(diary), *self._kept_beside()]
        for backup in backups_of_name(self._paths.backups, diary.stem):
            found += backup_care.files_of(backup.path)
            if second is not None:
                found += backup_care.files_of(second / backup.path.name)
                found.append(second / (backup.path.name + ENDING))
        failed = self._paths.backups.glob(f"*{FAILED}")
        found += [file for file in failed if is_named_for(file.name.removesuffix(FAILED), diary.stem)]
        found += [notebook.path, self._paths.settings, bell_file(diary)]
        found += self._paths.logs.glob("cramplog.log*")
        return tuple(file for file in found if file.exists())

    def erase(self) -> tuple[Path, ...]:
        """Erase it all; returns what was erased. Raises DiaryInUse, DiaryError where something cannot be.

        An SSD may keep erased bytes until it needs the room.
        """
        with self._alone(), failures.files_in_plain_words(self._paths.diary):
            gone = self.what()
            for file in gone:
                file.unlink()
        lock_file(self._paths.diary).unlink(missing_ok=True)
        return gone

    def _kept_beside(self) -> list[Path]:
        """What restores have kept: the diary before, with what lay beside it."""
        diary = self._paths.diary
        kept = (f"{diary.stem}.before-restore{diary.suffix}*", f"{diary.stem}.damaged-*{diary.suffix}*")
        return [file for pattern in kept for file in diary.parent.glob(pattern)]
