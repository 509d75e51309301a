"""Erases everything that the program keeps of a person: the diary, its backups, and what lies beside them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog import log
from cramplog.services.care_notes import CareNotebook
from cramplog.storage import failures, files
from cramplog.storage.manifest import backups_of_name, belongs_to
from cramplog.storage.passing_folder import remove_leftovers
from cramplog.storage.window_lock import bell_file, lock_file

if TYPE_CHECKING:
    from cramplog.paths import Paths
    from cramplog.services.restoring import Alone

# What making, restoring and calling leave beside a diary when the power goes in their midst.
_LEFTOVERS = (".restore", ".new", ".bell.tmp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """Everything that is kept. `second` lies in the `second_folder`, which may not be plugged in now."""

    diary: Path
    here: tuple[Path, ...]
    backups: int
    second_folder: Path | None
    second: tuple[Path, ...]

    @property
    def copies(self) -> int:
        """How many backups the second folder has."""
        return sum(file.suffix in (".db", ".sealed") for file in self.second)


class Erasing:
    """Works on the closed diary. Exports and printed pages are the person's own: they stay."""

    def __init__(self, paths: Paths, *, alone: Alone) -> None:
        self._paths = paths
        self._alone = alone

    def what(self) -> Belongings:
        """What would be erased, to be shown before."""
        diary, folder = self._paths.diary, self._paths.backups
        second = CareNotebook(folder, diary.stem).read().second
        here = [*self._beside(), *_backups_in(folder, diary.stem), CareNotebook(folder, diary.stem).path]
        here += [self._paths.last_seen, *self._crash_notes()]
        # Of another diary than the usual one, the usual one's look and log are none of its own.
        if self._paths.is_the_persons:
            here.append(self._paths.settings)
            here += self._paths.logs.glob("cramplog.log*")
        return Belongings(
            diary=diary,
            here=tuple(file for file in here if file.exists()),
            backups=len(backups_of_name(folder, diary.stem)),
            second_folder=second,
            second=tuple(_backups_in(second, diary.stem)) if second is not None else (),
        )

    def erase(self, *, second: bool) -> tuple[Path, ...]:
        """Erase it all, with the copies in the `second` folder where that is asked; says what was erased.

        Raises DiaryInUse, DiaryError where something cannot be. An SSD may keep erased bytes until it needs
        the room.
        """
        if self._paths.is_the_persons:
            # Windows erases no file that is open.
            log.close_log()
        with self._alone():
            what = self.what()
            # The copies first: where they are is known from a note that goes with the rest.
            gone = (*(what.second if second else ()), *what.here)
            for file in gone:
                self._erase(file)
        remove_leftovers()
        with contextlib.suppress(PermissionError):
            # On Windows, a window's own lock stays, empty: it is open until that window closes.
            lock_file(self._paths.diary).unlink(missing_ok=True)
        for folder in (self._paths.backups, self._paths.logs):
            # Only where nothing of another diary is left in it.
            with contextlib.suppress(OSError):
                folder.rmdir()
        return gone

    def _erase(self, file: Path) -> None:
        with failures.files_in_plain_words(file):
            try:
                file.unlink(missing_ok=True)
            except PermissionError:
                # On Windows, the one that a window still has open: it goes when that window closes.
                if file not in self._crash_notes():
                    raise

    def _crash_notes(self) -> tuple[Path, ...]:
        notes = self._paths.crash_notes
        return notes, log.untold(notes)

    def _beside(self) -> Iterator[Path]:
        """The diary, what SQLite and this program laid beside it, and what restores have kept."""
        diary = self._paths.diary
        for ending in ("", *_LEFTOVERS):
            file = diary.with_name(diary.name + ending)
            yield from (file, *files.sidecars(file))
        yield bell_file(diary)
        stem, suffix = escape(diary.stem), escape(diary.suffix)
        for kept in (f"{stem}.before-restore{suffix}*", f"{stem}.damaged-*{suffix}*"):
            yield from diary.parent.glob(kept)


def _backups_in(folder: Path, stem: str) -> list[Path]:
    """Every file of a backup of this diary: sealed, unfinished and bad ones too."""
    return sorted(file for file in folder.glob(f"{escape(stem)}-*") if belongs_to(file.name, stem))
