"""Keeps the finished backups good: verifies them again, copies them to a second folder, lets old ones go."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cramplog.domain.errors import DiaryError
from cramplog.storage import failures, files, manifest, thinning
from cramplog.storage.check import check
from cramplog.storage.database import Database
from cramplog.storage.manifest import FAILED, UNFINISHED, Backup


def is_good(backup: Backup) -> bool:
    """Whether the backup still is what its manifest says, down to the last bit, and opens."""
    try:
        if hashlib.sha256(backup.path.read_bytes()).hexdigest() != backup.sha256:
            return False
        copy = Database.open_copy(backup.path)
        try:
            report = check(copy, from_stranger=True)
        finally:
            copy.close()
    except (DiaryError, OSError):
        return False
    return report.ok and (report.diary, report.revision) == (backup.diary, backup.revision)


def set_aside(backup: Backup) -> None:
    """No longer count a backup that is not good; the file stays, under the ending `.bad`."""
    with failures.files_in_plain_words(backup.path):
        backup.path.rename(backup.path.with_name(backup.path.name + FAILED))
        manifest.of(backup.path).unlink(missing_ok=True)
        files.sync_folder(backup.path.parent)


def copy_to(backup: Backup, folder: Path) -> Backup:
    """Copy a finished backup to another folder, whole or not at all, and read it back to see that it is."""
    there = replace(backup, path=folder.absolute() / backup.path.name)
    unfinished = there.path.with_name(there.path.name + UNFINISHED)
    with failures.files_in_plain_words(folder):
        files.make_one_folder(folder)
        unfinished.unlink(missing_ok=True)
        files.make_file(unfinished)
        shutil.copyfile(backup.path, unfinished)
        files.sync_file(unfinished)
        if hashlib.sha256(unfinished.read_bytes()).hexdigest() != backup.sha256:
            unfinished.unlink()
            raise failures.backup_failed(folder)
        manifest.write(there)
        unfinished.replace(there.path)
        files.sync_folder(there.path.parent)
    return there


def remove(backup: Backup) -> None:
    """Take a backup away that another file stands for."""
    with failures.files_in_plain_words(backup.path):
        for file in files_of(backup.path):
            file.unlink(missing_ok=True)
        files.sync_folder(backup.path.parent)


def let_old_ones_go(folder: Path, *, diary: str, now: datetime) -> tuple[Backup, ...]:
    """Remove what newer backups of this diary make needless; returns what was removed."""
    gone = thinning.superfluous(manifest.backups(folder, diary=diary), now=now)
    with failures.files_in_plain_words(folder):
        for backup in gone:
            # The manifest last: a file without one is no backup, but a manifest without its file is nothing.
            for file in files_of(backup.path):
                file.unlink(missing_ok=True)
        if gone:
            files.sync_folder(folder)
    return gone


def files_of(path: Path) -> tuple[Path, Path]:
    """A backup and its manifest."""
    return path, manifest.of(path)
