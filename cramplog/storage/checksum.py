"""The checksum of a record's row, by which a single flipped bit is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

Cell = str | int | float | None

# Part of what is summed: another way of writing the rows down gets the next number, in a migration step.
ENCODING = 1


def checksum(table: str, row: Sequence[Cell], note: str | None = None) -> bytes:
    """SHA-256 over the table's name, the row's cells in the table's order, and the note that belongs to it.

    They are written down as `ascii` writes a tuple of plain values, the same in every version of Python: text
    quoted and escaped to ASCII, a number as the shortest text that reads back as the same number. (A JSON
    encoder is twice as slow, and this is most of what the check of a large diary does.)
    """
    return checksum_of((ENCODING, table, *row, note))


def checksum_of(written: tuple[Cell, ...]) -> bytes:
    """The same of all that is summed in one tuple, as a statement can read it."""
    return hashlib.sha256(ascii(written).encode("ascii")).digest()


class RowDamaged(Exception):
    """A row whose checksum does not hold. It never leaves this room: outside, the diary is damaged."""

    def __init__(self, table: str, key: str) -> None:
        self.table = table
        self.key = key
        super().__init__(table)
