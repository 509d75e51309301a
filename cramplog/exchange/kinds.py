"""What kind of file it is, by what is in it and not by its name."""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import Path

from cramplog.exchange import packed, sealed
from cramplog.exchange.activities import read as activity

_SQLITE = b"SQLite format 3\x00"
_ZIP = b"PK\x03\x04"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class FileKind(StrEnum):
    """The kinds of file that can be imported, and the others."""

    DIARY_JSON = "diary_json"
    FHIR = "fhir"
    DATABASE = "database"
    ACTIVITIES = "activities"
    TABLE = "table"
    WORKBOOK = "workbook"
    SEALED = "sealed"
    OTHER = "other"


def kind_of(path: Path) -> FileKind:
    """The kind of a file or folder. Raises UnreadableFile where it cannot be opened."""
    if path.is_dir():
        return FileKind.ACTIVITIES
    head = packed.head_of(path)
    if head.startswith(_SQLITE):
        return FileKind.DATABASE
    if sealed.is_sealed(head):
        return FileKind.SEALED
    if head.startswith(_ZIP):
        return FileKind.ACTIVITIES if packed.is_archive(path) else FileKind.WORKBOOK
    if activity.kind_of(head) is not None:
        return FileKind.ACTIVITIES
    return _kind_of_text(head)


def _kind_of_text(head: bytes) -> FileKind:
    plain = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if plain.startswith(b"{") and b'"resourceType"' in plain:
        return FileKind.FHIR
    if plain.startswith((b"{", b"[")) or not plain:
        return FileKind.DIARY_JSON
    if plain.startswith(b"<") or (b"\x00" in head and not head.startswith(_WIDE)):
        return FileKind.OTHER
    return FileKind.TABLE
