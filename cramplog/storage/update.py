"""Brings a diary of an older schema up to date: backup, rehearsal on a copy, then one transaction."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from cramplog.domain.errors import DiaryError
from cramplog.i18n import _
from cramplog.storage import failures, files, header, meta
from cramplog.storage.backup import make_backup
from cramplog.storage.check import check, look_through
from cramplog.storage.database import Database
from cramplog.storage.manifest import Backup, Reason, backups
from cramplog.storage.migrations import chain
from cramplog.storage.migrations.step import Step


def needs_update(path: Path) -> bool:
    """Whether the diary at `path` has an older schema. Raises DiaryError where there is none to be read."""
    return header.recognise(path.absolute()).is_old


def bring_up_to_date(
    path: Path, folder: Path, *, app: str, now: datetime, steps: tuple[Step, ...] = chain.STEPS
) -> Backup:
    """Give the diary the newest schema, with a verified backup in `folder` before anything is changed.

    Raises DiaryError where it cannot be; then the diary is what it was.
    """
    path = path.absolute()
    backup = _backup_before(path, folder, now)
    try:
        _rehearse(backup, app, steps)
        _migrate(path, app, steps)
    except DiaryError as error:
        raise DiaryError(
            path,
            _("The diary could not be brought up to date, and nothing in it was changed. %(why)s")
            % {"why": error},
        ) from None
    return backup


def _backup_before(path: Path, folder: Path, now: datetime) -> Backup:
    database = Database.open(path)
    try:
        report = check(database)
        if not report.ok:
            raise failures.damaged(path)
        # Once for each state of the diary: a start that fails again and again must not fill the folder.
        for made in backups(folder, diary=report.diary):
            if (made.reason, made.revision, made.schema) == (
                Reason.BEFORE_UPDATE,
                report.revision,
                report.schema,
            ):
                return made
        return make_backup(database, folder, now=now, reason=Reason.BEFORE_UPDATE)
    finally:
        database.close()


def _rehearse(backup: Backup, app: str, steps: tuple[Step, ...]) -> None:
    copy = backup.path.with_name(backup.path.name + ".rehearsal")
    with failures.files_in_plain_words(copy):
        _remove(copy)
        try:
            files.make_file(copy)
            shutil.copyfile(backup.path, copy)
            _migrate(copy, app, steps)
        finally:
            _remove(copy)


def _remove(copy: Path) -> None:
    for file in (copy, *files.sidecars(copy)):
        file.unlink(missing_ok=True)


def _migrate(path: Path, app: str, steps: tuple[Step, ...]) -> None:
    database = Database(path, writable=True)
    try:
        with database.writing() as connection:
            before = meta.read_sound(connection)
            chain.migrate(connection, steps)
            meta.write(connection, replace(before, app=app))
            _expect_all_there(connection, path, before)
    finally:
        database.close()


def _expect_all_there(connection: Connection, path: Path, before: meta.Meta) -> None:
    report = look_through(connection, path)
    if not report.ok or dict(report.counts) != dict(before.counts):
        raise failures.damaged(path)
