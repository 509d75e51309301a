"""How large the sheets of a workbook say that they are, looked at before the library makes room for them.

The library reserves every cell up to the last one: a file of 5 kB can ask for more memory than there is, and
that ends the whole program.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import xml_walk
from cramplog.i18n import _

MOST_CELLS = 5_000_000
LARGEST_UNPACKED = 500_000_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml|content\.xml", re.IGNORECASE)
_CELL = re.compile(r"\$?([A-Za-z]{1,7})\$?(\d{1,12})")


def refuse_vast(path: Path) -> None:
    """UnreadableFile where a workbook unpacks to too much, has too many cells, or cannot be looked into."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            sheets = [member for member in members if _SHEET.fullmatch(member.filename)]
            fits = unpacked <= LARGEST_UNPACKED and bool(sheets)
            # One after the other: a sheet may be most of the memory that is allowed.
            fits = fits and all(_cells(archive.read(member)) <= MOST_CELLS for member in sheets)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
            xml_walk.BrokenXml, xml_walk.UnsafeXml):  # fmt: skip
        raise UnreadableFile(path, _("%(name)s is not a sound spreadsheet.") % {"name": path.name}) from None
    if not fits:
        raise UnreadableFile(path, _("%(name)s is too large to be read.") % {"name": path.name})


def _cells(data: bytes) -> int:
    area = _Area()
    xml_walk.walk(data, on_start=area.start, on_end=area.end)
    return area.cells


class _Area:
    """Walks through one sheet of either format; `cells` are those up to the last one with something in it."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._last_row = self._last_column = 0

    @property
    def cells(self) -> int:
        return self._last_row * self._last_column

    def start(self, path: tuple[str, ...], attributes: Mapping[str, str]) -> None:
        match path[-1]:
            case "row":
                self._row = _number(attributes.get("r"), self._row + 1)
                self._column = 0
            case "c":
                found = _CELL.fullmatch(attributes.get("r", ""))
                self._column = _column(found[1]) if found else self._column + 1
                self._reach(int(found[2]) if found else self._row)
            case "table":
                self._row = 0
            case "table-row":
                self._row += _number(attributes.get("number-rows-repeated"), 1)
                self._column = 0
            case "table-cell" | "covered-table-cell":
                self._column += _number(attributes.get("number-columns-repeated"), 1)
                if {"value-type", "formula"} & attributes.keys():
                    self._reach(self._row)

    def end(self, path: tuple[str, ...], text: str) -> None:
        if text and path[-1] == "p" and "table-cell" in path:
            self._reach(self._row)

    def _reach(self, row: int) -> None:
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, self._column)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) <= 12 else otherwise


def _column(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
