"""Puts a backup in the place of the diary, and keeps what was there. It can be begun again after a crash."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryDamaged, DiaryError, DiaryMissing, DiaryTooNew, NotADiary
from cramplog.i18n import _
from cramplog.storage import failures, files, manifest, meta
from cramplog.storage.backup import make_backup
from cramplog.storage.check import CheckReport, check
from cramplog.storage.database import BUSY_TIMEOUT_MS, Database
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Backup, Reason
from cramplog.storage.migrations import chain

_UNFINISHED = ".restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did.

    `kept` is the file that was there before; `undo` its verified backup, where it was sound.
    """

    contents: DiaryContents
    kept: Path | None
    undo: Backup | None


def restore(path: Path, source: Path, folder: Path, *, app: str, now: datetime) -> Restored:
    """Let the diary at `path` be what the backup `source` is. No one may have the diary open.

    Its backup before goes to `folder`. Raises DiaryError where the backup is not good or something else
    fails; then the diary is what it was.
    """
    path, source = path.absolute(), source.absolute()
    _expect_another_file(path, source)
    undo = _backup_of_present(path, folder, now)
    made = path.with_name(path.name + _UNFINISHED)
    with failures.files_in_plain_words(path):
        files.make_folder(path.parent)
        _remove(made)
        try:
            _make_ready(made, source, app=app, revision=_revision_after(path, folder))
            # What is not sound is left as it is: taking its lock would play its journal into it.
            # On Windows nobody can replace a file that another has open, so that it needs no lock.
            guarded = undo is not None and sys.platform != "win32"
            with _no_one_writes(path) if guarded else nullcontext():
                kept = _keep_present(path, now, sound=undo is not None)
                made.replace(path)
            files.sync_folder(path.parent)
        finally:
            _remove(made)
    with DiaryFile.open(path, app=app) as diary:
        return Restored(contents=diary.contents(), kept=kept, undo=undo)


def start_anew(path: Path, *, app: str, now: datetime) -> Path | None:
    """Put a new, empty diary at `path`. What lies there is kept under another name, which is returned."""
    path = path.absolute()
    made = path.with_name(path.name + _UNFINISHED)
    with failures.files_in_plain_words(path):
        _remove(made)
        DiaryFile.create(made, app=app).close()
        kept = _keep_present(path, now, sound=False)
        made.replace(path)
        files.sync_folder(path.parent)
    return kept


def expect_good(source: Path) -> CheckReport:
    """The check's report of a file that shall be put back. Raises DiaryError where it is not good."""
    copy = Database.open_copy(source)
    try:
        report = check(copy, from_stranger=True)
    finally:
        copy.close()
    if not report.ok:
        raise DiaryDamaged(
            source,
            _("%(name)s is not a sound backup of a diary. Nothing was changed. Choose another one.")
            % {"name": source.name},
        )
    return report


def _expect_another_file(path: Path, source: Path) -> None:
    if files.identity(path) is not None and files.identity(path) == files.identity(source):
        raise DiaryError(
            path, _("%(name)s is the diary itself. Choose a backup of it.") % {"name": source.name}
        )
    expect_good(source)


def _backup_of_present(path: Path, folder: Path, now: datetime) -> Backup | None:
    """The verified backup of what is there; None where there is nothing sound. Also settles a hot journal."""
    try:
        database = Database.open(path)
    except (DiaryDamaged, DiaryMissing, DiaryTooNew, NotADiary):
        return None
    try:
        if not check(database).ok:
            return None
        return make_backup(database, folder, now=now, reason=Reason.BEFORE_RESTORE)
    except DiaryDamaged:
        return None
    finally:
        database.close()


def _revision_after(path: Path, folder: Path) -> int:
    """A revision above all that were: what is saved from now on counts as newer than every backup before."""
    return 1 + max((it.revision for it in manifest.backups_of_name(folder, path.stem)), default=0)


def _make_ready(made: Path, source: Path, *, app: str, revision: int) -> None:
    files.make_file(made)
    shutil.copyfile(source, made)
    database = Database(made, writable=True)
    try:
        with database.writing() as connection:
            chain.migrate(connection)
            page = meta.read_sound(connection)
            meta.write(connection, replace(page, app=app, revision=max(page.revision + 1, revision)))
        if not check(database).ok:
            raise failures.damaged(source)
    finally:
        database.close()
    files.sync_file(made)


@contextmanager
def _no_one_writes(path: Path) -> Iterator[None]:
    """Hold the write lock of a diary: the journal of a half-made save must not meet another file.

    Raises DiaryError: DiaryLocked where another program keeps the lock.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)) as present:
        try:
            present.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            present.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise failures.explained(path, error) from None
        yield


def _keep_present(path: Path, now: datetime, *, sound: bool) -> Path | None:
    """Give what is there a name of its own, with all beside it that would be played into the new file."""
    present = [file for file in (path, *files.sidecars(path)) if file.exists()]
    if not present:
        return None
    name = f"{path.stem}.before-restore" if sound else f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    kept = path.with_name(name + path.suffix)
    if sound:
        _remove(kept)
    # The diary's own name stays until the restored file takes it: there is no moment without a diary.
    if path.exists() and not kept.exists():
        _link(path, kept)
    for file in files.sidecars(path):
        if file.exists():
            file.replace(kept.with_name(kept.name + file.name.removeprefix(path.name)))
    files.sync_folder(path.parent)
    return kept


def _link(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (a USB stick's FAT).
        files.make_file(kept)
        shutil.copyfile(path, kept)
        files.sync_file(kept)


def _remove(file: Path) -> None:
    for each in (file, *files.sidecars(file)):
        each.unlink(missing_ok=True)
