"""The bytes of a file from outside, taken in only up to a limit."""

from __future__ import annotations

import stat
from pathlib import Path

from cramplog.domain.errors import UnreadableFile
from cramplog.i18n import _


def read_within(path: Path, largest: int) -> bytes:
    """The whole file. Raises UnreadableFile where it cannot be opened or has more than `largest` bytes."""
    data = head(path, largest + 1)
    if len(data) > largest:
        size = {"name": path.name, "size": largest // 1_000_000}
        raise UnreadableFile(path, _("%(name)s is larger than %(size)d MB, too large to be read.") % size)
    return data


def head(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file. Raises UnreadableFile where it cannot be opened."""
    try:
        # A pipe or a device could keep the program waiting for ever.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFile(path, _("%(name)s is not a file.") % {"name": path.name or str(path)})
        with path.open("rb") as file:
            # Python asks for room for as much as it may read, however small the file is.
            return file.read(min(size, found.st_size + 1))
    except OSError as error:
        raise UnreadableFile(path, _why(path, error)) from error


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("There is no file %(path)s.") % {"path": path}
    if isinstance(error, PermissionError):
        return _("You may not read %(path)s.") % {"path": path}
    return _("%(path)s could not be read: %(why)s.") % {"path": path, "why": error.strerror or str(error)}
