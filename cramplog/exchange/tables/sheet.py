"""A table from outside as rows of cells, whatever its delimiter, encoding or file format."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import incoming
from cramplog.exchange.tables.area import refuse_vast
from cramplog.i18n import _

Cell = str | float | bool | datetime | date | time | timedelta
Row = Sequence[Cell]

LARGEST = 200_000_000
_DELIMITERS = ",;\t|"
LOOKED_AT = 100
# More columns than any program writes.
_WIDEST = 2_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `rows()` walks from the start through its rows that are not empty, each with its number.

    `length` is about how many rows there are.
    """

    path: Path
    rows: Callable[[], Iterator[tuple[int, Row]]]
    length: int
    name: str = ""

    def head(self, count: int = LOOKED_AT) -> list[tuple[int, Row]]:
        """The first rows."""
        return list(islice(self.rows(), count))


def text_sheet(path: Path) -> Sheet:
    """The table in a text file. Raises UnreadableFile."""
    text = _decoded(incoming.read_within(path, LARGEST))
    text, delimiter = _named_delimiter(text)
    delimiter = delimiter or _guessed_delimiter(text)

    def rows() -> Iterator[tuple[int, Row]]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        number = 0
        try:
            for number, row in enumerate(reader, 1):
                if len(row) > _WIDEST:
                    message = _("%(name)s has too many columns in row %(row)d.")
                    raise UnreadableFile(path, message % {"name": path.name, "row": number})
                if any(row):
                    yield number, row
        except csv.Error as error:
            why = {"name": path.name, "row": number + 1}
            raise UnreadableFile(path, _("%(name)s cannot be read from row %(row)d on.") % why) from error

    return Sheet(path, rows, text.count("\n") + 1)


def workbook_sheets(path: Path) -> list[Sheet]:
    """The sheets of a spreadsheet (XLSX, ODS) that have something in them. Raises UnreadableFile."""
    import python_calamine

    data = incoming.read_within(path, LARGEST)
    refuse_vast(path)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            found = [
                (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                for name in book.sheet_names
            ]
    except python_calamine.PasswordError:
        raise UnreadableFile(path, _("%(name)s is locked with a password.") % {"name": path.name}) from None
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(path, _("%(name)s is not a sound spreadsheet.") % {"name": path.name}) from error
    sheets = [Sheet(path, _walker(rows), len(rows), name) for name, rows in found if any(map(any, rows))]
    if not sheets:
        raise UnreadableFile(path, _("%(name)s is empty.") % {"name": path.name})
    return sheets


def _walker(rows: Sequence[Row]) -> Callable[[], Iterator[tuple[int, Row]]]:
    return lambda: ((number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row))


def _decoded(data: bytes) -> str:
    """The text: UTF-8 or UTF-16 where it says so or can be, else the code page of Western Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _named_delimiter(text: str) -> tuple[str, str]:
    """Excel writes `sep=;` as a first line."""
    first, _break, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    return text, ""


def _guessed_delimiter(text: str) -> str:
    """The one by which most rows have the same number of columns, and more than one."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> int:
    try:
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row in islice(reader, LOOKED_AT) if len(row) > 1)
    except csv.Error:
        return 0
    return max((rows * 100 + width for width, rows in widths.items()), default=0)
