"""Writes a file that the person asked for: whole or not at all, and for nobody else to read."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Callable
from pathlib import Path

from cramplog.domain.errors import UnwritableFile
from cramplog.i18n import _
from cramplog.storage import files


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`. What lay there before stays until the new file is safe on the disk.

    Raises UnwritableFile where that fails; then nothing has changed.
    """

    def fill(unfinished: Path) -> None:
        files.make_file(unfinished)
        unfinished.write_bytes(data)

    _write(path.absolute(), fill, lambda unfinished, name: unfinished.replace(name))


def write_new(path: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make a file, and call it `path` when it is safe on the disk: never in place of another file.

    Raises UnwritableFile where that fails, and what `fill` raises; then nothing has changed.
    """
    _write(path.absolute(), fill, files.publish)


def _write(path: Path, fill: Callable[[Path], None], name: Callable[[Path, Path], object]) -> None:
    unfinished = path.with_name(f".{_shortened(path.name)}.{secrets.token_hex(4)}.tmp")
    try:
        if path.is_dir():
            raise IsADirectoryError
        try:
            fill(unfinished)
            files.sync_file(unfinished)
            name(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
        files.sync_folder(path.parent)
    except OSError as error:
        raise UnwritableFile(path, _why(path, error)) from error


def _shortened(name: str) -> str:
    """So much of a name that the rest fits too: most file systems hold 255 bytes."""
    return name.encode("utf-8", "replace")[:200].decode("utf-8", "ignore")


def is_same_file(path: Path, other: Path) -> bool:
    """Whether both names mean one file. Opens neither: that would drop the locks on an open diary."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def _why(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("There is no room for %(path)s. Free some space on the disk, then try again.") % {
            "path": path
        }
    if isinstance(error, IsADirectoryError):
        return _("%(path)s is a folder. Name a file in it.") % {"path": path}
    if isinstance(error, FileExistsError):
        return _("There is a file %(path)s already. Choose another name.") % {"path": path}
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("There is no folder %(path)s.") % {"path": path.parent}
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _("You may not write in %(path)s. Choose another folder.") % {"path": path.parent}
    return _("%(path)s could not be written: %(why)s.") % {"path": path, "why": error.strerror or str(error)}
