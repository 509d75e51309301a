"""Deleted records, which can be put back for a while."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.steps import Record
from cramplog.domain.trash import Trashed
from cramplog.storage import cells, courses, days, episodes, tables, workouts
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf

_LAYOUTS: dict[Kind, Layout[Any]] = {
    layout.kind: layout
    for layout in (episodes.LAYOUT, days.LAYOUT, workouts.LAYOUT, courses.LAYOUT)
    if layout.kind is not None
}


class Trash:
    """Deleted episodes, days, workouts and courses."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def put(self, kind: Kind, key: str, record: Record, *, now: datetime) -> None:
        """Keep a record that is being deleted."""
        self._shelf.save((Trashed(kind=kind, key=key, record=record, deleted=now.astimezone(UTC)),))

    def take_out(self, kind: Kind, key: str) -> int:
        """Let go of one record; says whether it was there."""
        return self._shelf.delete((_id(kind, key),))

    def empty(self, *, until: datetime | None = None) -> int:
        """Let go of what was deleted up to `until`, or of everything; says how much that was."""
        gone = [it for it in self._shelf.all() if until is None or it.deleted <= until]
        return self._shelf.delete([_id(it.kind, it.key) for it in gone])

    def all(self) -> tuple[Trashed, ...]:
        """Everything in it, what was deleted last first."""
        return self._shelf.all()[::-1]


def _id(kind: Kind, key: str) -> str:
    return f"{kind}/{key}"


def _to_row(trashed: Trashed) -> tuple[Cell, ...]:
    layout = _LAYOUTS[trashed.kind]
    row, note = layout.written(trashed.record)
    record = {**dict(zip(_columns(layout), row, strict=True)), "note": note}
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _id(trashed.kind, trashed.key), trashed.kind.value, trashed.key, cells.stamp(trashed.deleted), text


def _from_row(row: Sequence[Any], _note: str) -> Trashed:
    _key, kind_word, key, deleted, text = row
    kind = Kind(kind_word)
    layout, record = _LAYOUTS[kind], json.loads(text)
    # By name: a column that a later schema adds is simply not recorded in what was deleted before.
    written = [record.get(column) for column in _columns(layout)]
    return Trashed(
        kind=kind,
        key=key,
        record=layout.from_row(written, record["note"]),
        deleted=datetime.fromisoformat(deleted),
    )


def _columns(layout: Layout[Any]) -> list[str]:
    return layout.table.c.keys()[:-1]


LAYOUT = Layout(
    kind=None,
    since=2,
    table=tables.trash,
    notes=None,
    order=("deleted", "id"),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda _trashed: "",
)
