"""Copies of the diary that were opened and checked before they are called backups."""

from __future__ import annotations

import hashlib
import time
from datetime import datetime
from pathlib import Path

from cramplog.domain.errors import DiaryError
from cramplog.storage import failures, files, manifest, meta
from cramplog.storage.check import CheckReport, check
from cramplog.storage.database import Database
from cramplog.storage.manifest import FAILED, UNFINISHED, Backup, Reason

# Another process may be making one: only what lies about for so long is left over from a crash.
_LEFT_OVER_S = 3_600


def make_backup(
    database: Database, folder: Path, *, now: datetime, reason: Reason = Reason.ON_REQUEST
) -> Backup:
    """Copy the diary as it is now into `folder`, check the copy, and only then give it its name.

    Raises a DiaryError where that fails; a copy that does not pass is kept under the ending `.bad`.
    """
    folder = folder.absolute()
    with failures.files_in_plain_words(folder):
        _prepare(folder)
        with database.reading() as connection:
            before = meta.read(connection)
        path = _free_name(folder, f"{database.path.stem}-{now:%Y%m%d-%H%M%S}-r{before.revision}")
        unfinished = path.with_name(path.name + UNFINISHED)
        _copy(database, unfinished)
        report = _verified(unfinished, before)
        backup = _described(path, unfinished, report, app=before.app, now=now, reason=reason)
        manifest.write(backup)
        unfinished.rename(path)
        files.sync_folder(folder)
    return backup


def copy_checked(database: Database, path: Path) -> None:
    """Copy the diary as it is now to `path`, where nothing lies yet, and check the copy.

    Raises DiaryError where it does not pass, and OSError where it cannot be made; then nothing lies there.
    """
    with database.reading() as connection:
        before = meta.read(connection)
    try:
        _copy(database, path)
        if _checked(path, before) is None:
            raise failures.backup_failed(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _prepare(folder: Path) -> None:
    files.make_folder(folder)
    for leftover in folder.glob("*.db" + UNFINISHED + "*"):
        if time.time() - leftover.stat().st_mtime > _LEFT_OVER_S:
            leftover.unlink(missing_ok=True)


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.db", 1
    # Also none that another process is making, or that a crash left half made in whatever part.
    while path.exists() or any(folder.glob(path.name + ".*")):
        number += 1
        path = folder / f"{name}-{number}.db"
    return path


def _copy(database: Database, unfinished: Path) -> None:
    # An empty file of ours first, so that the copy is private from its first byte on.
    files.make_file(unfinished)
    with database.outside_transactions() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))


def _verified(unfinished: Path, before: meta.Meta) -> CheckReport:
    report = _checked(unfinished, before)
    if report is None:
        unfinished.rename(unfinished.with_name(unfinished.name.removesuffix(UNFINISHED) + FAILED))
        raise failures.backup_failed(unfinished.parent)
    return report


def _checked(made: Path, before: meta.Meta) -> CheckReport | None:
    """What the check of a copy says; None where it did not pass."""
    try:
        copy = Database.open_copy(made)
        try:
            report = check(copy)
        finally:
            copy.close()
    except DiaryError:
        return None
    return report if report.ok and _is_of(before, report) else None


def _is_of(before: meta.Meta, report: CheckReport) -> bool:
    if report.diary != before.diary or report.revision < before.revision:
        return False
    # Somebody may have saved between the look and the copy; the copy's own counts were checked all the same.
    return report.revision > before.revision or dict(report.counts) == dict(before.counts)


def _described(
    path: Path, unfinished: Path, report: CheckReport, *, app: str, now: datetime, reason: Reason
) -> Backup:
    files.sync_file(unfinished)
    content = unfinished.read_bytes()
    return Backup(
        path=path,
        made=now,
        diary=report.diary,
        revision=report.revision,
        schema=report.schema,
        app=app,
        counts=report.counts,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        reason=reason,
    )
