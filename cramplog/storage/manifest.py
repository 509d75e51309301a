"""What is known of each finished backup: a page beside it, without which a file is no backup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from cramplog.domain.changes import Kind
from cramplog.storage import files

UNFINISHED = ".tmp"
FAILED = ".bad"
_ENDING = ".json"
_FORMAT = "cramplog-backup"

# What follows the diary's name in that of its backup: when it was made, and of which revision.
_NAME = re.compile(r"-\d{8}-\d{6}-r\d+(-\d+)?\.db$")
_BEGINNING = re.compile(r"(.*)-\d{8}-\d{6}-r\d+(-\d+)?\.db(\.|-|$)")


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


def backups(folder: Path, *, diary: str | None = None) -> tuple[Backup, ...]:
    """The finished backups in a folder, of one diary or of all, the newest first.

    The newest is that of the highest revision, because clocks can be wrong.
    """
    found = (_read(manifest) for manifest in folder.glob("*.db" + _ENDING))
    wanted = (it for it in found if it is not None and diary in (None, it.diary))
    return tuple(sorted(wanted, key=lambda it: (it.revision, it.made), reverse=True))


def backups_of_name(folder: Path, stem: str) -> tuple[Backup, ...]:
    """The backups of the diary whose file is called so, where the file itself can no longer be asked.

    Two diaries may share a folder, and the name of one may begin like that of the other.
    """
    return tuple(it for it in backups(folder) if is_named_for(it.path.name, stem))


def is_named_for(name: str, stem: str) -> bool:
    """Whether a backup of this name is one of the diary whose file is called so."""
    return _NAME.sub("", name) == stem


def belongs_to(name: str, stem: str) -> bool:
    """Whether a file of this name is such a backup, or was made with one: its manifest, a sealed copy."""
    found = _BEGINNING.match(name)
    return found is not None and found[1] == stem


def write(backup: Backup) -> None:
    """Write the manifest that makes the file beside it a backup, and wait until it is on the disk."""
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
    manifest = of(backup.path)
    unfinished = manifest.with_name(backup.path.name + UNFINISHED + _ENDING)
    files.make_file(unfinished)
    unfinished.write_text(json.dumps(page, indent=1) + "\n", encoding="utf-8")
    files.sync_file(unfinished)
    unfinished.rename(manifest)


def of(path: Path) -> Path:
    """Where the manifest of a backup lies."""
    return path.with_name(path.name + _ENDING)


def _read(manifest: Path) -> Backup | None:
    """The backup of this manifest; None where its file is gone or is no longer as long as it was."""
    path = manifest.with_name(manifest.name.removesuffix(_ENDING))
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
