"""What can be done for a diary that is damaged, missing or unreadable, with the file left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryError, UnwritableFile
from cramplog.exchange import diary_json
from cramplog.i18n import _
from cramplog.services import sealing
from cramplog.services.whole_file import is_same_file, write_whole
from cramplog.storage import backup_care, failures, files
from cramplog.storage.manifest import Backup, backups_of_name
from cramplog.storage.migrations import chain
from cramplog.storage.salvage import Salvaged, salvage

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.domain.contents import DiaryContents
    from cramplog.paths import Paths

# As many of the newest backups are read from end to end: older ones are found in their folder.
_LOOKED_AT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How it stands. `sound` is what can be read, None where nothing can; `lost` of it are not sound.

    `backups` are good from end to end, the newest first; `bad_backups` are not.
    """

    path: Path
    exists: bool
    sound: Mapping[Kind, int] | None
    lost: int
    backups: tuple[Backup, ...]
    bad_backups: int


class Rescuing:
    """Works on the file where it lies, open or not, and never changes it; looks at what may replace it."""

    def __init__(self, paths: Paths, *, clock: Clock, app: str) -> None:
        self._paths = paths
        self._clock = clock
        self._app = app

    def look(self) -> Finding:
        """What there is to be saved, and from what."""
        path = self._paths.diary
        found = self._readable()
        present = backups_of_name(self._paths.backups, path.stem)
        # Those of a newer version are not bad: this one cannot open them.
        newest = [backup for backup in present if backup.schema <= chain.NEWEST][:_LOOKED_AT]
        good = tuple(backup for backup in newest if backup_care.is_good(backup))
        return Finding(
            path=path,
            exists=path.exists(),
            sound=_counts(found.contents) if found else None,
            lost=found.lost if found else 0,
            backups=good,
            bad_backups=len(newest) - len(good),
        )

    def save_readable(self, path: Path) -> Mapping[Kind, int]:
        """Write every sound record to `path` as an export that can be imported; says how many there are.

        Raises DiaryError where nothing can be read, UnwritableFile.
        """
        self._refuse_the_diary(path)
        contents = salvage(self._paths.diary).contents
        text = diary_json.write(contents, exported=self._clock.now(), app=self._app)
        write_whole(path, text.encode("utf-8"))
        return _counts(contents)

    def copy_for_help(self, path: Path) -> tuple[Path, ...]:
        """Copy the file to `path` as it is, with what SQLite laid beside it; says where the copies are.

        Raises DiaryError where it cannot be read, UnwritableFile.
        """
        self._refuse_the_diary(path)
        diary, copies = self._paths.diary, []
        for file in (diary, *files.sidecars(diary)):
            if not file.exists():
                continue
            there = path.with_name(path.name + file.name.removeprefix(diary.name))
            # Reading drops SQLite's locks on the file; nothing is being written in a diary that needs help.
            with failures.files_in_plain_words(file):
                content = file.read_bytes()
            write_whole(there, content)
            copies.append(there)
        if not copies:
            raise failures.missing(diary)
        return tuple(copies)

    def is_sealed(self, path: Path) -> bool:
        """Whether a passphrase is needed to open this file."""
        return sealing.is_sealed(path)

    def expect_opens(self, path: Path, passphrase: str) -> None:
        """Raises UnreadableFile where the passphrase does not open the file."""
        sealing.unsealed(path, passphrase)

    def _refuse_the_diary(self, path: Path) -> None:
        """Whatever is wrong with it: it may be all that there is."""
        if any(is_same_file(path, it) for it in (self._paths.diary, *files.sidecars(self._paths.diary))):
            message = _("%(name)s is the diary itself. Choose another name.")
            raise UnwritableFile(path, message % {"name": path.name})

    def _readable(self) -> Salvaged | None:
        try:
            return salvage(self._paths.diary)
        except DiaryError:
            return None


def _counts(contents: DiaryContents) -> Mapping[Kind, int]:
    return {
        Kind.EPISODES: len(contents.episodes),
        Kind.DAYS: len(contents.days),
        Kind.WORKOUTS: len(contents.workouts),
        Kind.COURSES: len(contents.courses),
    }
