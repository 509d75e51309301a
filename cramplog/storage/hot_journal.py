"""Reads of the journal that a power cut left how a diary's first page was before the save that was cut off.

Until SQLite has played the journal back, the file itself may be half old and half new: its header may even
promise pages that are not there. The format is SQLite's rollback journal (sqlite.org/fileformat2.html, 3).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_UNKNOWN = 0xFFFFFFFF
_SIZES = frozenset(1 << power for power in range(9, 17))


def first_page_before(path: Path) -> bytes | None:
    """The first page as the journal beside `path` will put it back; None where it holds none.

    Opens the journal only: SQLite keeps no locks on it that this would drop.
    """
    try:
        with path.with_name(path.name + "-journal").open("rb") as journal:
            return next((page for number, page in _pages(journal) if number == 1), None)
    except (OSError, struct.error):
        return None


def _pages(journal: BinaryIO) -> Iterator[tuple[int, bytes]]:
    start = 0
    while True:
        journal.seek(start)
        head = journal.read(_HEADER.size)
        if len(head) < _HEADER.size:
            return
        magic, records, _nonce, _pages_before, sector, page_size = _HEADER.unpack(head)
        if magic != _MAGIC or sector not in _SIZES or page_size not in _SIZES:
            return
        place, read = start + sector, 0
        journal.seek(place)
        while records == _UNKNOWN or read < records:
            record = journal.read(4 + page_size + 4)
            if len(record) < 4 + page_size + 4:
                return
            yield int.from_bytes(record[:4], "big"), record[4:-4]
            read += 1
        # A save too large for memory has several parts, each beginning at a sector.
        start = -(-(place + read * (page_size + 8)) // sector) * sector
