"""The checksum of a record's row, by which a single flipped bit is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

Cell = str | int | float | None

# Part of what is summed: another way of writing the rows down gets the next number, in a migration step.
_ENCODING = 1

# Damage can put bytes or an infinity into any cell: it must lead to another sum, not to an error.
_write = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), default=repr).encode


def checksum(table: str, row: Sequence[Cell], note: str | None = None) -> bytes:
    """SHA-256 over the table's name, the row's cells in the table's order, and the note that belongs to it.

    The cells are written as a JSON array in ASCII, numbers as `repr` has them: the same on every computer.
    """
    return hashlib.sha256(_write((_ENCODING, table, *row, note)).encode("ascii")).digest()


class RowDamaged(Exception):
    """A row whose checksum does not hold. It never leaves this room: outside, the diary is damaged."""

    def __init__(self, table: str, key: str) -> None:
        self.table = table
        self.key = key
        super().__init__(table)
