"""An open diary: what can be done with it, one service a room of verbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cramplog.services.diary import Diary
    from cramplog.services.drafts import Drafts
    from cramplog.services.exchange import Exchange
    from cramplog.services.last_seen import LastSeen
    from cramplog.services.reading import Reading
    from cramplog.services.sealing import Sealing
    from cramplog.services.summaries import Summaries
    from cramplog.services.upkeep import Upkeep
    from cramplog.storage.diary_file import DiaryFile
    from cramplog.storage.manifest import Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDiary:
    """The services of one open diary. They belong to the thread that opened it."""

    file: DiaryFile
    diary: Diary
    drafts: Drafts
    reading: Reading
    exchange: Exchange
    summaries: Summaries
    upkeep: Upkeep
    sealing: Sealing

    last_seen: LastSeen | None = None

    def after_save(self) -> Backup | None:
        """What can wait until a save was told: the note of a diary's first records, and the day's backup."""
        if self.last_seen is not None:
            self.last_seen.note_the_first(self.file)
        return self.upkeep.after_save()

    def close(self) -> None:
        """Let go of the file."""
        if self.last_seen is not None:
            self.last_seen.note(self.file)
        self.file.close()
