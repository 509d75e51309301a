"""The person in the diary file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.person import Person, Sex
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf

KEY = "person"


class PersonStore:
    """The one person; nothing is recorded of them until it is saved."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, person: Person) -> None:
        """Put this in place of what was recorded of the person."""
        self._shelf.save((person,))

    def delete(self) -> int:
        """Forget what was recorded of the person."""
        return self._shelf.delete((KEY,))

    def get(self) -> Person:
        """What is recorded of the person."""
        return self._shelf.get(KEY) or Person()


def _to_row(person: Person) -> tuple[Cell, ...]:
    return (
        KEY,
        person.name,
        cells.day(person.birth_date),
        cells.word(person.sex),
        cells.real(person.height_cm),
        cells.real(person.weight_kg),
        cells.truth(person.pregnant),
        cells.listed(person.conditions),
    )


def _from_row(row: Sequence[Any], note: str) -> Person:
    _key, name, birth_date, sex, height_cm, weight_kg, pregnant, conditions = row
    return Person(
        name=name,
        birth_date=cells.undated(birth_date),
        sex=None if sex is None else Sex(sex),
        height_cm=height_cm,
        weight_kg=weight_kg,
        pregnant=cells.TRUTHS[pregnant],
        conditions=_conditions(conditions),
        note=note,
    )


_conditions = cells.unlisted(str)

LAYOUT = Layout(
    kind=Kind.PERSON,
    table=tables.person,
    notes=tables.person_note,
    order=("id",),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda person: person.note,
)
