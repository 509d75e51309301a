"""Reads of a damaged diary every record that still is what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.storage import courses, days, episodes, failures, meta, person, settings, workouts
from cramplog.storage.check import contents_of
from cramplog.storage.checksum import RowDamaged, checksum
from cramplog.storage.database import Database
from cramplog.storage.shelf import Layout

# So often a table is read on behind a place that cannot be read.
_ATTEMPTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What is sound, and how many records are not: those that were read and do not hold.

    `lost` were counted by the diary and are not sound now; at least `damaged`.
    """

    contents: DiaryContents
    damaged: int
    lost: int


def salvage(path: Path) -> Salvaged:
    """Everything in the file whose checksum holds. Writes nothing. DiaryError where it is no diary at all."""
    path = path.absolute()
    database = Database(path, writable=False, immutable=True)
    damaged = lost = 0
    try:
        with failures.in_plain_words(path), database.outside_transactions() as connection:
            found: dict[Kind, tuple[Any, ...]] = {}
            counted = _counted(connection)
            for layout in (
                episodes.LAYOUT,
                days.LAYOUT,
                workouts.LAYOUT,
                courses.LAYOUT,
                person.LAYOUT,
                settings.LAYOUT,
            ):
                assert layout.kind is not None
                found[layout.kind], bad = _sound_records(connection, layout)
                damaged += bad
                lost += max(bad, counted.get(layout.kind, 0) - len(found[layout.kind]))
    finally:
        database.close()
    return Salvaged(contents=contents_of(found), damaged=damaged, lost=lost)


def _counted(connection: Connection) -> Mapping[Kind, int]:
    """How many there were of each kind, as the diary's own page says; empty where it cannot be relied on."""
    try:
        page = meta.read(connection)
    except (DBAPIError, RowDamaged, ValueError):
        return {}
    return page.counts if page.sound else {}


def _sound_records(connection: Connection, layout: Layout[Any]) -> tuple[tuple[Any, ...], int]:
    notes = {}
    if layout.notes is not None:
        notes = {row[1]: row[2] for row in _rows(connection, layout.notes.name)}
    sound, damaged = [], set()
    columns = layout.table.c.keys()
    for _rowid, *cells, row_sha in _rows(connection, layout.table.name):
        note = notes.get(cells[0])
        if row_sha == checksum(layout.table.name, cells, note):
            ordered = tuple(str(cells[columns.index(name)] or "") for name in layout.order)
            sound.append((ordered, layout.from_row(cells, note or "")))
        else:
            damaged.add(cells[0])
    sound.sort(key=lambda it: it[0])
    return tuple(record for _order, record in sound), len(damaged)


def _rows(connection: Connection, table: str) -> Iterator[Sequence[Any]]:
    """Every row that can be read, each once: from the front, and from the back where the front ends early."""
    seen: set[int] = set()
    for direction, comparison, step in (("ASC", ">=", 1), ("DESC", "<=", -1)):
        start = -(2**62) * step
        for _attempt in range(_ATTEMPTS):
            whole = True
            try:
                rows = connection.exec_driver_sql(
                    f"SELECT rowid, * FROM {table} WHERE rowid {comparison} ? ORDER BY rowid {direction}",
                    (start,),
                )
                for row in rows:
                    start = row[0] + step
                    if row[0] not in seen:
                        seen.add(row[0])
                        yield row
            except (DBAPIError, UnicodeDecodeError):
                whole = False
                start += step
            if whole:
                return
