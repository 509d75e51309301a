"""Remembers, apart from the diary's folder, that there was one: a diary lost whole is no first run."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.changes import Kind
from cramplog.domain.errors import CrampLogError
from cramplog.services.whole_file import write_whole
from cramplog.storage import files

if TYPE_CHECKING:
    from cramplog.storage.diary_file import DiaryFile

# What a person has written; who they are and how the diary is set can be said again.
_COUNTED = (Kind.EPISODES, Kind.DAYS, Kind.WORKOUTS, Kind.COURSES)


class LastSeen:
    """A small note about one diary: how many records it had when it was last open, and nothing of them.

    It only helps to ask: where it cannot be written or read, everything goes on without it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, diary: DiaryFile) -> None:
        """The diary is here, with so many records."""
        with contextlib.suppress(CrampLogError, OSError):
            with diary.read() as stores:
                counts = {kind: stores.counts[kind] for kind in _COUNTED}
            if counts != self.counts():
                files.make_folder(self.path.parent)
                write_whole(self.path, (json.dumps({"diary": str(diary.path), **counts}) + "\n").encode())

    def note_the_first(self, diary: DiaryFile) -> None:
        """The diary has records now: said at once, for a session that is killed notes nothing at its end."""
        if not any((self.counts() or {}).values()):
            self.note(diary)

    def counts(self) -> Mapping[Kind, int] | None:
        """What the diary held; None where none is known."""
        try:
            page = json.loads(self.path.read_text(encoding="utf-8"))
            return {kind: int(page[kind]) for kind in _COUNTED}
        except (OSError, ValueError, KeyError, TypeError):
            return None
