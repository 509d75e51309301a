"""Copies that only a passphrase opens: of the whole diary, and of backups where others can look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import diary_json, sealed
from cramplog.i18n import _
from cramplog.services.whole_file import write_whole
from cramplog.storage import files
from cramplog.storage.passing_folder import passing_folder

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.storage.diary_file import DiaryFile
    from cramplog.storage.manifest import Backup

ENDING = ".sealed"

# Ten times the diary of a long life; nothing larger was sealed here.
_LARGEST = 500_000_000


class Sealing:
    """Exports the diary sealed. A lost passphrase cannot be recovered."""

    def __init__(self, file: DiaryFile, *, clock: Clock, app: str) -> None:
        self._file = file
        self._clock = clock
        self._app = app

    def export(self, path: Path, passphrase: str) -> None:
        """Write the whole diary to `path`, sealed.

        Raises InvalidValue for a passphrase that is too short, UnwritableFile where it cannot be written.
        """
        key = sealed.new_key(passphrase)
        text = diary_json.write(self._file.contents(), exported=self._clock.now(), app=self._app)
        write_whole(path, sealed.seal(text.encode("utf-8"), key))

    def sealed_among(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Those of these files for which a passphrase is needed."""
        return tuple(path for path in paths if is_sealed(path))

    def expect_opens(self, paths: Iterable[Path], passphrase: str) -> None:
        """Raises UnreadableFile where the passphrase does not open one of them."""
        for path in paths:
            unsealed(path, passphrase)


def is_sealed(path: Path) -> bool:
    """Whether the file is a sealed one."""
    try:
        with path.open("rb") as file:
            return sealed.is_sealed(file.read(len(sealed.MAGIC)))
    except OSError:
        return False


def unsealed(path: Path, passphrase: str) -> bytes:
    """What is in a sealed file. Raises UnreadableFile."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableFile(path, _("%(name)s is too large.") % {"name": path.name})
        content = path.read_bytes()
    except OSError as error:
        message = _("%(name)s cannot be opened: %(why)s.")
        raise UnreadableFile(path, message % {"name": path.name, "why": error.strerror}) from None
    return sealed.open_sealed(content, passphrase, path)


def copy_sealed(backup: Backup, folder: Path, key: sealed.Key) -> Path:
    """A sealed copy of a finished backup, under its name with `.sealed`."""
    files.make_one_folder(folder)
    there = folder / (backup.path.name + ENDING)
    write_whole(there, sealed.seal(backup.path.read_bytes(), key))
    return there


@contextmanager
def opened(source: Path, passphrase: str) -> Iterator[Path]:
    """What is in a sealed file, as a plain private one for as long as it is looked at."""
    content = unsealed(source, passphrase)
    with passing_folder() as folder:
        plain = folder / source.name.removesuffix(ENDING)
        write_whole(plain, content)
        yield plain
