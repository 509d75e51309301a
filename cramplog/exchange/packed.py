"""Files packed in gzip, zip archives or folders, taken out one by one and only up to a limit."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import IO

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import incoming
from cramplog.i18n import _

# No device writes a larger file for one workout.
LARGEST = 100_000_000
MOST_FILES = 200_000
_HEAD = 4096
_GZIP = b"\x1f\x8b"
_GZIP_ONLY = 16 + zlib.MAX_WBITS
_ZIP = b"PK\x03\x04"
_WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


class TooLarge(Exception):
    """There is more in it than can be meant well."""


class Broken(Exception):
    """It is damaged, or locked with a password."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file inside something. `read(n)` gives its first n bytes, unpacked; it raises Broken."""

    path: PurePath
    read: Callable[[int], bytes]

    def head(self) -> bytes:
        """Its first bytes, which say what it is."""
        return self.read(_HEAD)

    def whole(self) -> bytes:
        """All of it. Raises TooLarge, Broken."""
        data = self.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise TooLarge
        return data


def head_of(path: Path) -> bytes:
    """The first bytes of a file, unpacked where it is gzip. Raises UnreadableFile."""
    head = incoming.head(path, _HEAD)
    if not head.startswith(_GZIP):
        return head
    try:
        return _in_file(path).head()
    except Broken:
        raise UnreadableFile(path, _("%(name)s is damaged.") % {"name": path.name}) from None


def is_archive(path: Path) -> bool:
    """Whether it is a zip archive, and not a spreadsheet, which is one too."""
    if not incoming.head(path, 4).startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not any(name in _WORKBOOKS for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableFile(path, _("%(name)s is a damaged archive.") % {"name": path.name}) from None


def count(path: Path) -> int:
    """How many files there are, archives inside not opened: enough to say how far one is."""
    if path.is_dir():
        return sum(1 for _file in path.rglob("*"))
    try:
        with zipfile.ZipFile(path) as archive:
            return len(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 1


def files_in(path: Path) -> Iterator[Packed]:
    """Every file in a folder, in a zip archive, or in an archive inside one of these; or the file itself.

    Hidden files are left out. Raises UnreadableFile where there are too many.
    """
    for number, packed in enumerate(_files_in(path)):
        if number >= MOST_FILES:
            raise UnreadableFile(path, _("%(name)s holds too many files.") % {"name": path.name})
        yield packed


def _files_in(path: Path) -> Iterator[Packed]:
    if path.is_dir():
        # A link could lead back into the folder itself.
        inside = (file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink())
        for file in inside:
            if not any(_is_hidden(part) for part in file.relative_to(path).parts):
                yield from _opened(file)
    else:
        yield from _opened(path)


def _opened(path: Path) -> Iterator[Packed]:
    if incoming.head(path, 4).startswith(_ZIP):
        with path.open("rb") as file:
            yield from _members(file, path, deeper=True)
    else:
        yield _in_file(path)


def _in_file(path: Path) -> Packed:
    def read(size: int) -> bytes:
        try:
            with path.open("rb") as file:
                return _unpacked(file, size)
        except OSError as error:
            raise Broken(error.strerror) from error

    return Packed(path, read)


def _members(file: IO[bytes], path: PurePath, *, deeper: bool) -> Iterator[Packed]:
    """The files in an archive; those of archives inside it too, as in exports of a whole account."""
    try:
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist():
                inside = path / PurePath(member.filename).name
                if member.is_dir() or any(map(_is_hidden, PurePath(member.filename).parts)):
                    continue
                packed = Packed(inside, partial(_member, archive, member))
                if deeper and member.filename.lower().endswith(".zip"):
                    yield from _members(io.BytesIO(packed.whole()), inside, deeper=False)
                else:
                    yield packed
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, TooLarge, Broken):
        # What came before stands; this archive shows up as one file that cannot be read.
        yield Packed(path, _damaged)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bytes:
    try:
        with archive.open(member) as file:
            return _unpacked(file, size)
    except (RuntimeError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, zlib.error) as error:
        raise Broken(str(error)) from error


def _unpacked(file: IO[bytes], size: int) -> bytes:
    """The first `size` bytes; of a gzip, of what is packed in it. One that was cut off gives what it has."""
    data = file.read(size)
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(wbits=_GZIP_ONLY).decompress(data, size)
    except zlib.error as error:
        raise Broken(str(error)) from error


def _damaged(_size: int) -> bytes:
    raise Broken


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"
