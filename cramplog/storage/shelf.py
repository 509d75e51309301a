"""How records of every kind are put into their table and taken out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import Insert, insert

from cramplog.domain.changes import Kind
from cramplog.domain.period import Period
from cramplog.storage.checksum import ENCODING, Cell, RowDamaged, checksum, checksum_of
from cramplog.storage.ledger import Ledger

R = TypeVar("R")

# Rows fetched in one go.
_AT_ONCE = 500

# Where they stand in a row that `Shelf.select` reads.
_KEY, _NOTE, _SHA = 2, -2, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout(Generic[R]):
    """How one kind of record lies in its table: the key first, the checksum last, the note beside it.

    Without a kind it lies beside the diary: not counted, and no change of it. `since` is the schema that
    brought the table.
    """

    kind: Kind | None
    table: Table
    notes: Table | None
    order: tuple[str, ...]
    to_row: Callable[[R], tuple[Cell, ...]]
    from_row: Callable[[Sequence[Any], str], R]
    note: Callable[[R], str]
    since: int = 1

    @property
    def name(self) -> str:
        """What its records are called."""
        return self.kind or self.table.name

    def written(self, record: R) -> tuple[tuple[Cell, ...], str]:
        """The record's row without its checksum, and its note."""
        return self.to_row(record), self.note(record)

    @property
    def key(self) -> Column[Any]:
        """The column of the key."""
        return self.table.columns[0]


class Shelf(Generic[R]):
    """The records of one kind, inside one transaction; without a ledger, for reading only."""

    def __init__(self, connection: Connection, layout: Layout[R], ledger: Ledger | None) -> None:
        self._connection = connection
        self._layout = layout
        self._ledger = ledger

    def save(self, records: Iterable[R]) -> None:
        """Insert the records, or put them in place of those with their keys."""
        ledger, layout = self._expect_writing(), self._layout
        rows = {str(row[0]): (row, note) for row, note in map(layout.written, records)}
        if not rows:
            return
        keys = list(rows)
        added = len(keys) - self._held(keys)
        rows_with_sums = [_filled(layout.table, *row) for row in rows.values()]
        # As text: going through the statement would take as long again as SQLite does for the rows.
        self._connection.exec_driver_sql(_put_text(layout.table), rows_with_sums)
        self._save_notes(keys, {key: note for key, (_row, note) in rows.items() if note})
        if layout.kind is not None:
            ledger.saved(layout.kind, keys, added=added)

    def delete(self, keys: Sequence[str]) -> int:
        """Take the records with these keys away; says how many there were."""
        ledger, layout = self._expect_writing(), self._layout
        gone = self._connection.execute(
            layout.table.delete().where(_among(layout.key)), {"keys": _listed(keys)}
        )
        if layout.kind is not None:
            ledger.deleted(layout.kind, keys, gone=gone.rowcount)
        return gone.rowcount

    def get(self, key: str) -> R | None:
        """The record with this key; None where there is none."""
        return next(iter(self.found(self.select().where(self._layout.key == key))), None)

    def all(self) -> tuple[R, ...]:
        """Every record, in the kind's order."""
        return self.found(self.select().order_by(*self.order()))

    def order(self) -> tuple[Any, ...]:
        """What the kind is ordered by."""
        return tuple(self._layout.table.c[name] for name in self._layout.order)

    def select(self) -> Select[Any]:
        """The statement for all rows, to be narrowed by the store: what is summed, and then the checksum."""
        table, notes = self._layout.table, self._layout.notes
        *cells, row_sha = table.c
        summed = (literal_column(str(ENCODING)), literal_column(f"'{table.name}'"), *cells)
        if notes is None:
            return select(*summed, literal_column("NULL"), row_sha)
        return select(*summed, notes.c.note, row_sha).join_from(
            table, notes, notes.columns[0] == self._layout.key, isouter=True
        )

    def found(self, statement: Select[Any]) -> tuple[R, ...]:
        """The records of these rows, each with its checksum looked at."""
        return tuple(self._built(self._rows(statement)))

    def damaged(self) -> Iterator[str]:
        """The keys of the rows whose checksum does not hold."""
        return (str(row[_KEY]) for row, holds in self._rows(self.select()) if not holds)

    def all_and_damaged(self) -> tuple[tuple[R, ...], tuple[str, ...]]:
        """Both in one reading: every sound record, in the kind's order, and the keys of the other rows.

        Raises RowDamaged where a sound row is none that this program writes.
        """
        damaged = []

        def sound() -> Iterator[tuple[tuple[Any, ...], bool]]:
            for row, holds in self._rows(self.select().order_by(*self.order())):
                if holds:
                    yield row, holds
                else:
                    damaged.append(str(row[_KEY]))

        return tuple(self._built(sound())), tuple(damaged)

    def count(self) -> int:
        """How many rows there are, whatever the diary's own page says."""
        return int(
            self._connection.execute(select(func.count()).select_from(self._layout.table)).scalar_one()
        )

    def _built(self, rows: Iterable[tuple[tuple[Any, ...], bool]]) -> Iterator[R]:
        build, name = self._layout.from_row, self._layout.table.name
        for row, holds in rows:
            if not holds:
                raise RowDamaged(name, str(row[_KEY]))
            try:
                yield build(row[_KEY:_NOTE], row[_NOTE] or "")
            except (KeyError, TypeError, ValueError):
                # Somebody gave a row that this program never wrote a checksum that holds.
                raise RowDamaged(name, str(row[_KEY])) from None

    def _rows(self, statement: Select[Any]) -> Iterator[tuple[tuple[Any, ...], bool]]:
        result = self._connection.execute(statement)
        try:
            # The driver's own tuples: SQLAlchemy's take as long again as reading and summing them.
            while rows := result.cursor.fetchmany(_AT_ONCE):
                for row in rows:
                    yield row, row[_SHA] == checksum_of(row[:_SHA])
        finally:
            result.close()

    def _held(self, keys: Sequence[str]) -> int:
        statement = select(func.count()).select_from(self._layout.table).where(_among(self._layout.key))
        return int(self._connection.execute(statement, {"keys": _listed(keys)}).scalar_one())

    def _save_notes(self, keys: Sequence[str], texts: dict[str, str]) -> None:
        notes = self._layout.notes
        if notes is None:
            return
        key = notes.columns[0]
        emptied = [name for name in keys if name not in texts]
        if emptied:
            self._connection.execute(notes.delete().where(_among(key)), {"keys": _listed(emptied)})
        if texts:
            rows = [{key.name: name, "note": text} for name, text in texts.items()]
            self._connection.execute(_put(notes), rows)

    def _expect_writing(self) -> Ledger:
        if self._ledger is None:
            raise RuntimeError("save and delete need a write transaction")
        return self._ledger


def within(wall: ColumnElement[Any], period: Period, day_starts_hour: int) -> Iterator[ColumnElement[bool]]:
    """The diary days of a period, said of a column of wall times: from the hour of its first day on."""
    for day in (period.first, period.end):
        edge = (datetime.combine(day, time()) + timedelta(hours=day_starts_hour)).isoformat()
        yield wall >= edge if day is period.first else wall < edge


def _filled(table: Table, row: tuple[Cell, ...], note: str) -> tuple[Cell | bytes, ...]:
    return (*row, checksum(table.name, row, note or None))


@cache
def _put(table: Table) -> Insert:
    statement = insert(table)
    key, *others = table.columns
    return statement.on_conflict_do_update(
        index_elements=[key], set_={column: statement.excluded[column.name] for column in others}
    )


@cache
def _put_text(table: Table) -> str:
    """The same for a driver that is given a row as its cells, in the table's order."""
    return str(_put(table).compile(dialect=sqlite.dialect(paramstyle="qmark")))


def _among(key: Column[Any]) -> ColumnElement[bool]:
    """Any number of keys in one parameter."""
    return key.in_(select(func.json_each(bindparam("keys")).table_valued("value").c.value))


def _listed(keys: Sequence[str]) -> str:
    return json.dumps(list(keys))
