"""Keeping the diary safe: verify it, back it up in time, and say plainly how that stands."""

from __future__ import annotations

import random
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cramplog.domain.changes import Changed
from cramplog.domain.errors import CrampLogError, DiaryError, UnwritableFile
from cramplog.exchange import sealed
from cramplog.i18n import _, ngettext
from cramplog.services import sealing
from cramplog.services.care_notes import CareNotebook
from cramplog.services.comparison import Comparison, compare
from cramplog.services.whole_file import is_same_file, write_new
from cramplog.storage import backup_care
from cramplog.storage.check import CheckReport
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Backup, Reason, backups
from cramplog.storage.synced_folders import synced_by
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.paths import Paths
    from cramplog.services.diary import Diary

SELDOM = timedelta(minutes=30)
TOO_OLD = timedelta(days=7)
LOOKED_AT_EVERY = timedelta(days=7)

# Backups that hold what was saved last. One made before an import holds nothing of the import.
_OF_ITSELF = frozenset({Reason.FIRST_OF_DAY, Reason.AT_CLOSING, Reason.ON_REQUEST})


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the backups stand. `warning` says what the person should do; None where all is well."""

    newest: Backup | None
    second: Path | None
    second_newest: Backup | None
    second_sealed: bool
    line: str
    warning: str | None


class BackupLine(NamedTuple):
    """The same in a few words; `warns` where there is something to do about it."""

    words: str
    warns: bool


class Upkeep:
    """What is done for the file and not for a record in it."""

    def __init__(self, file: DiaryFile, *, paths: Paths, clock: Clock, diary: Diary | None = None) -> None:
        self._file = file
        self._paths = paths
        self._clock = clock
        self._diary = diary
        self._notes = CareNotebook(paths.backups, paths.diary.stem)
        self._not_noted: str | None = None

    @property
    def path(self) -> Path:
        """Where the diary lies."""
        return self._file.path

    def check(self) -> CheckReport:
        """Verify the whole file: its structure, every row's checksum, every count."""
        return self._file.check()

    def backups(self) -> tuple[Backup, ...]:
        """The finished backups of this diary, the newest first."""
        return backups(self._paths.backups, diary=self._id())

    def back_up(self, folder: Path | None = None, *, reason: Reason = Reason.ON_REQUEST) -> Backup:
        """Make a verified backup now, in `folder` or where backups belong and in the second folder too.

        Raises DiaryError where that fails; what fails in the second folder is said by `state`.
        """
        now = self._clock.now()
        if folder is not None:
            return self._file.back_up(folder, now=now, reason=reason)
        try:
            made = self._file.back_up(self._paths.backups, now=now, reason=reason)
        except DiaryError as error:
            self._remember(str(error))
            raise
        gone = backup_care.let_old_ones_go(self._paths.backups, diary=made.diary, now=now)
        self._remember(self._copied_to_second(made, gone))
        return made

    def save_copy(self, path: Path) -> None:
        """Put a verified copy of the whole diary at `path`, never in place of another file.

        It is a diary of its own, and no backup: nothing thins it out. Raises UnwritableFile, DiaryError.
        """
        write_new(path, self._file.copy_to)

    def after_save(self) -> Backup | None:
        """The backup of a day's first save, if it is due. A failure is not raised but said by `state`."""
        newest = self._newest()
        if newest is not None and newest.made.date() == self._clock.now().date():
            return None
        return self._automatic(newest, Reason.FIRST_OF_DAY)

    def at_closing(self) -> Backup | None:
        """The backup of what was changed since the last one. A failure is not raised but said by `state`."""
        return self._automatic(self._newest(), Reason.AT_CLOSING)

    def look_at_old_backups(self) -> tuple[Backup, ...]:
        """Once a week: read the newest and one older backup again. Those that rotted are set aside.

        Returns these, after making a new one in their place.
        """
        now, verified = self._clock.now(), self._notes.read().verified
        if verified is not None and timedelta(0) <= now - verified < LOOKED_AT_EVERY:
            return ()
        present = self.backups()
        if not present or not self._file.writable:
            return ()
        chosen = (*present[:1], *(random.sample(present[1:], 1) if len(present) > 1 else ()))
        bad = tuple(it for it in chosen if not backup_care.is_good(it))
        for backup in bad:
            backup_care.set_aside(backup)
        if bad:
            self.back_up()
        self._notes.change(verified=now)
        return bad

    def back_up_sealed(self, folder: Path, passphrase: str) -> Path:
        """Make a verified backup where backups belong, and a sealed copy of it in `folder`.

        Raises InvalidValue for a passphrase that is too short, DiaryError or UnwritableFile.
        """
        key = sealed.new_key(passphrase)
        return sealing.copy_sealed(self.back_up(), folder.absolute(), key)

    def choose_second_folder(self, folder: Path | None, passphrase: str | None = None) -> None:
        """Copy every backup from now on to `folder` too, and the newest at once; None: no longer.

        With a passphrase the copies are sealed, also those of this diary that lie there unsealed. Raises
        CrampLogError where nothing can be written there.
        """
        if folder is not None and is_same_file(folder, self._paths.backups):
            message = _("Backups go to %(folder)s already. Choose a folder on another disk.")
            raise UnwritableFile(folder, message % {"folder": folder})
        key = sealed.new_key(passphrase) if passphrase is not None else None
        newest = next(iter(self.backups()), None)
        if folder is not None and newest is not None:
            _copy(newest, folder, key)
        if folder is not None and key is not None:
            for plain in backups(folder, diary=self._id()):
                sealing.copy_sealed(plain, folder, key)
                backup_care.remove(plain)
        self._notes.change(second=folder and folder.absolute(), key=key, failure=None)

    def compare(self, backup: Path, passphrase: str | None = None) -> Comparison:
        """What putting this backup back would bring, take and change."""
        with (
            nullcontext(backup) if passphrase is None else sealing.opened(backup, passphrase) as plain,
            DiaryFile.open_copy(plain) as copy,
        ):
            return compare(self._file.contents(), copy.contents())

    def bring_back_missing(self, backup: Path, passphrase: str | None = None) -> Changed:
        """Take from a backup only what the diary does not have; a backup first, one step to undo."""
        if self._diary is None:
            raise RuntimeError("bringing back needs the diary's verbs")
        missing = self.compare(backup, passphrase).gained
        if missing:
            self.back_up(reason=Reason.BEFORE_RESTORE)
        return self._diary.take_over(missing)

    def state(self) -> BackupState:
        """How the backups stand, in words."""
        notes, newest = self._notes.read(), self._newest()
        second = backups(notes.second, diary=self._id()) if notes.second else ()
        return BackupState(
            newest=newest,
            second=notes.second,
            second_newest=next(iter(second), None),
            second_sealed=notes.key is not None,
            line=self._line(newest),
            warning=self._warning(newest, self._failure()),
        )

    def backup_line(self) -> BackupLine:
        """How old the newest backup is, or that it failed, for the status line."""
        newest = self._newest()
        if self._failure() is not None:
            return BackupLine(_("The last backup failed"), warns=True)
        # Damage is said elsewhere, and no fault of the backups.
        warns = not self._file.is_damaged and self._warning(newest, None) is not None
        return BackupLine(self._line(newest), warns)

    def who_copies(self, folder: Path) -> str | None:
        """The program that copies this folder to other computers; None where none is known to."""
        return synced_by(folder / "backups")

    def place_warning(self) -> str | None:
        """What to know about the folder in which the diary lies; None where it lies well."""
        program = synced_by(self._file.path)
        if program is None:
            return None
        return _(
            "%(program)s copies this folder while CrampLog writes in it, which can damage the diary. "
            "Keep the diary in another folder, and choose this one for backups."
        ) % {"program": program}

    def _id(self) -> str:
        with self._file.read() as stores:
            return stores.diary

    def _newest(self) -> Backup | None:
        """The newest that is not dated in the future: such a one says nothing about today."""
        now = self._clock.now()
        return next((it for it in self.backups() if it.made <= now), None)

    def _automatic(self, newest: Backup | None, reason: Reason) -> Backup | None:
        if not self._file.writable:
            return None
        if newest is not None:
            if newest.revision == self._file.revision():
                return None
            if newest.reason in _OF_ITSELF and self._clock.now() - newest.made < SELDOM:
                return None
        elif self._file.revision() == 0:
            return None
        try:
            return self.back_up(reason=reason)
        except CrampLogError:
            return None

    def _copied_to_second(self, made: Backup, gone: tuple[Backup, ...]) -> str | None:
        notes = self._notes.read()
        if notes.second is None:
            return None
        try:
            _copy(made, notes.second, notes.key)
            for backup in gone:
                for file in backup_care.files_of(notes.second / backup.path.name):
                    file.unlink(missing_ok=True)
                (notes.second / (backup.path.name + sealing.ENDING)).unlink(missing_ok=True)
        except (CrampLogError, OSError) as error:
            message = _("No backup in the second folder %(folder)s: %(why)s")
            return message % {"folder": notes.second, "why": error}
        return None

    def _remember(self, failure: str | None) -> None:
        try:
            self._notes.change(failure=failure)
            self._not_noted = None
        except (CrampLogError, OSError):
            # Where the backup failed, the note about it may fail as well.
            self._not_noted = failure

    def _failure(self) -> str | None:
        """Why the last backup failed; None where it did not."""
        return self._not_noted or self._notes.read().failure

    def _line(self, newest: Backup | None) -> str:
        if newest is None:
            return _("No backup yet")
        now = self._clock.now()
        made = newest.made.astimezone(now.tzinfo)
        days = (now.date() - made.date()).days
        if days == 0:
            return _("Backup: today, %(time)s") % {"time": dates.time(made)}
        ago = ngettext("Backup: %(n)d day ago, %(day)s", "Backup: %(n)d days ago, %(day)s", days)
        return ago % {"n": days, "day": dates.day(made.date())}

    def _warning(self, newest: Backup | None, failure: str | None) -> str | None:
        if self._file.is_damaged:
            return _(
                "Part of the diary is damaged. What is sound is shown, and nothing is changed in the file. "
                "Put back a backup: File, Backups."
            )
        if newest is not None and newest.revision > self._file.revision():
            return _(
                "This diary is older than its newest backup of %(day)s. "
                "If another program put an old copy in its place, restore that backup."
            ) % {"day": dates.day(newest.made.date())}
        if failure is not None:
            return failure
        days = (self._clock.now() - newest.made).days if newest else 0
        if newest is None or days < TOO_OLD.days or newest.revision == self._file.revision():
            return None
        return ngettext(
            "The newest backup is %(n)d day old. Make one now.",
            "The newest backup is %(n)d days old. Make one now.",
            days,
        ) % {"n": days}


def _copy(backup: Backup, folder: Path, key: sealed.Key | None) -> None:
    if key is None:
        backup_care.copy_to(backup, folder)
    else:
        sealing.copy_sealed(backup, folder, key)
