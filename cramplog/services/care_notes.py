"""What is remembered about the backups: it lies beside them, so that it outlives the diary."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cramplog.exchange.sealed import Key
from cramplog.services.whole_file import write_whole
from cramplog.storage import files


@dataclass(frozen=True, slots=True, kw_only=True)
class CareNotes:
    """`second`: the other folder; `verified`: when old ones were read again; `failure`: the last, in words.

    With a `key`, copies in the second folder are sealed. It is the public half: it opens nothing.
    """

    second: Path | None = None
    verified: datetime | None = None
    failure: str | None = None
    key: Key | None = None


class CareNotebook:
    """Keeps the notes of one diary."""

    def __init__(self, backups: Path, stem: str) -> None:
        self.path = backups / f"{stem}.notes.json"

    def read(self) -> CareNotes:
        """The notes; empty where there are none or they cannot be read."""
        try:
            page = json.loads(self.path.read_text(encoding="utf-8"))
            return CareNotes(
                second=Path(page["second"]) if page["second"] else None,
                verified=datetime.fromisoformat(page["verified"]) if page["verified"] else None,
                failure=str(page["failure"]) if page["failure"] else None,
                key=_key(page.get("key")),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return CareNotes()

    def change(self, **values: object) -> CareNotes:
        """Write the notes with these values. Raises UnwritableFile."""
        before = self.read()
        notes = replace(before, **values)  # type: ignore[arg-type]
        if notes != before:
            page = {
                "second": str(notes.second) if notes.second else None,
                "verified": notes.verified.isoformat() if notes.verified else None,
                "failure": notes.failure,
                "key": [notes.key.salt.hex(), notes.key.public.hex()] if notes.key else None,
            }
            files.make_folder(self.path.parent)
            write_whole(self.path, (json.dumps(page, indent=1) + "\n").encode("utf-8"))
        return notes


def _key(found: list[str] | None) -> Key | None:
    if not found:
        return None
    salt, public = map(bytes.fromhex, found)
    return Key(salt, public)
