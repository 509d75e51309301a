"""Copies of the diary that were opened and checked before they are called backups."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryError
from cramplog.storage import failures, files, meta
from cramplog.storage.check import CheckReport, check
from cramplog.storage.database import Database

UNFINISHED = ".tmp"
FAILED = ".bad"
_MANIFEST = ".json"
_FORMAT = "cramplog-backup"

# What follows the diary's name in that of its backup: when it was made, and of which revision.
_NAME = re.compile(r"-\d{8}-\d{6}-r\d+(-\d+)?\.db$")


class Reason(StrEnum):
    """Why a backup was made."""

    ON_REQUEST = "on_request"
    FIRST_OF_DAY = "first_of_day"
    AT_CLOSING = "at_closing"
    BEFORE_UPDATE = "before_update"
    BEFORE_IMPORT = "before_import"
    BEFORE_DELETING = "before_deleting"
    BEFORE_RESTORE = "before_restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One finished backup, as its manifest describes it."""

    path: Path
    made: datetime
    diary: str
    revision: int
    schema: int
    app: str
    counts: Mapping[Kind, int]
    size: int
    sha256: str
    reason: Reason = Reason.ON_REQUEST

    def age(self, now: datetime) -> timedelta:
        """How long ago it was made."""
        return now - self.made


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
        _write_manifest(backup)
        unfinished.rename(path)
        files.sync_folder(folder)
    return backup


def backups(folder: Path, *, diary: str | None = None) -> tuple[Backup, ...]:
    """The finished backups in a folder, of one diary or of all, the newest first.

    The newest is that of the highest revision, because clocks can be wrong.
    """
    found = (_read_manifest(manifest) for manifest in folder.glob("*.db" + _MANIFEST))
    wanted = (it for it in found if it is not None and diary in (None, it.diary))
    return tuple(sorted(wanted, key=lambda it: (it.revision, it.made), reverse=True))


def backups_of_name(folder: Path, stem: str) -> tuple[Backup, ...]:
    """The backups of the diary whose file is called so, where the file itself can no longer be asked.

    Two diaries may share a folder, and the name of one may begin like that of the other.
    """
    return tuple(it for it in backups(folder) if _NAME.sub("", it.path.name) == stem)


def _prepare(folder: Path) -> None:
    files.make_folder(folder)
    for leftover in folder.glob("*.db" + UNFINISHED + "*"):
        leftover.unlink(missing_ok=True)


def _free_name(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.db", 1
    while path.exists() or path.with_name(path.name + FAILED).exists():
        number += 1
        path = folder / f"{name}-{number}.db"
    return path


def _copy(database: Database, unfinished: Path) -> None:
    # An empty file of ours first, so that the copy is private from its first byte on.
    files.make_file(unfinished)
    with database.outside_transactions() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))


def _verified(unfinished: Path, before: meta.Meta) -> CheckReport:
    try:
        copy = Database.open_copy(unfinished)
        try:
            report = check(copy)
        finally:
            copy.close()
    except DiaryError:
        report = None
    if report is None or not report.ok or not _is_of(before, report):
        unfinished.rename(unfinished.with_name(unfinished.name.removesuffix(UNFINISHED) + FAILED))
        raise failures.backup_failed(unfinished.parent)
    return report


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


def _write_manifest(backup: Backup) -> None:
    page = {
        "format": _FORMAT,
        "made": backup.made.isoformat(),
        "made_utc": backup.made.astimezone(UTC).isoformat(),
        "diary": backup.diary,
        "revision": backup.revision,
        "schema": backup.schema,
        "app": backup.app,
        "counts": dict(backup.counts),
        "size": backup.size,
        "sha256": backup.sha256,
        "reason": backup.reason,
    }
    manifest = _manifest_of(backup.path)
    unfinished = manifest.with_name(backup.path.name + UNFINISHED + _MANIFEST)
    files.make_file(unfinished)
    unfinished.write_text(json.dumps(page, indent=1) + "\n", encoding="utf-8")
    files.sync_file(unfinished)
    unfinished.rename(manifest)


def _manifest_of(path: Path) -> Path:
    return path.with_name(path.name + _MANIFEST)


def _read_manifest(manifest: Path) -> Backup | None:
    """The backup of this manifest; None where its file is gone or is no longer as long as it was."""
    path = manifest.with_name(manifest.name.removesuffix(_MANIFEST))
    try:
        page: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
        if page["format"] != _FORMAT or path.stat().st_size != page["size"]:
            return None
        return Backup(
            path=path,
            made=datetime.fromisoformat(page["made"]),
            counts={Kind(kind): count for kind, count in page["counts"].items()},
            reason=Reason(page.get("reason", Reason.ON_REQUEST)),
            **{name: page[name] for name in ("diary", "revision", "schema", "app", "size", "sha256")},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
