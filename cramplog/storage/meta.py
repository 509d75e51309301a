"""The diary's own page: which diary it is, its revision, and how many records of each kind it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from cramplog.domain import ids
from cramplog.domain.changes import Kind
from cramplog.storage import tables
from cramplog.storage.checksum import Cell, RowDamaged, checksum

_COLUMNS = tuple(tables.meta.c)

# A column of schema 1 that no version asks: a diary of a newer schema is always refused.
_MIN_READER = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the page says. `counts` are kept by every save, so that a row that vanished is noticed."""

    diary: str
    revision: int
    app: str
    counts: Mapping[Kind, int]
    sound: bool = True

    def after(self, added: Mapping[Kind, int], app: str) -> Meta:
        """The page as the next commit leaves it."""
        counts = {kind: count + added.get(kind, 0) for kind, count in self.counts.items()}
        return replace(self, revision=self.revision + 1, app=app, counts=counts)


def read(connection: Connection) -> Meta:
    """The page as it is; `sound` says whether its checksum holds."""
    row = connection.execute(select(*_COLUMNS)).one_or_none()
    if row is None:
        raise RowDamaged("meta", "1")
    *cells, row_sha = row
    _id, diary, revision, app, _min_reader, *counts = cells
    return Meta(
        diary=diary,
        revision=revision,
        app=app,
        counts=dict(zip(Kind, counts, strict=True)),
        sound=row_sha == checksum("meta", cells),
    )


def read_sound(connection: Connection) -> Meta:
    """The page, to be written anew: never over one that is damaged, whose traces that would wipe out."""
    found = read(connection)
    if not found.sound:
        raise RowDamaged("meta", "1")
    return found


def write(connection: Connection, meta: Meta) -> None:
    """Put the page in place of the one before."""
    connection.execute(tables.meta.update().values(_values(meta)))


def write_first(connection: Connection, *, app: str) -> None:
    """The page of a new, empty diary."""
    counts = dict.fromkeys(Kind, 0)
    first = Meta(diary=ids.new_id(), revision=0, app=app, counts=counts)
    connection.execute(tables.meta.insert().values(_values(first)))


def _values(meta: Meta) -> dict[str, Cell | bytes]:
    counts = (meta.counts[kind] for kind in Kind)
    cells: tuple[Cell, ...] = (1, meta.diary, meta.revision, meta.app, _MIN_READER, *counts)
    names = (column.name for column in _COLUMNS)
    return dict(zip(names, (*cells, checksum("meta", cells)), strict=True))
