"""The courses in the diary file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.period import Period
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf


class Courses:
    """Courses by id, in the order of their start; those whose start is not recorded come first."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, course: Course) -> None:
        """Keep the course, or put it in place of the one with its id."""
        self._shelf.save((course,))

    def save_all(self, courses: Iterable[Course]) -> None:
        """Save many at once."""
        self._shelf.save(courses)

    def delete(self, *ids: str) -> int:
        """Take courses out; says how many there were."""
        return self._shelf.delete(ids)

    def get(self, id_: str) -> Course | None:
        """The course with this id."""
        return self._shelf.get(id_)

    def all(self) -> tuple[Course, ...]:
        """Every course."""
        return self._shelf.all()

    def find(self, period: Period) -> tuple[Course, ...]:
        """The courses that ran on some day of a period. Without a start or an end, they may have."""
        started, ended = tables.course.c.started, tables.course.c.ended
        asked = self._shelf.select().where(
            started.is_(None) | (started < period.end.isoformat()),
            ended.is_(None) | (ended >= period.first.isoformat()),
        )
        return self._shelf.found(asked.order_by(*self._shelf.order()))


def _to_row(course: Course) -> tuple[Cell, ...]:
    return (
        course.id,
        cells.word(course.kind),
        course.name,
        course.dose,
        cells.day(course.started),
        cells.day(course.ended),
        _doses_cell(course.doses),
    )


def _doses_cell(doses: tuple[DoseChange, ...] | None) -> str | None:
    if doses is None:
        return None
    return cells.listed([change.from_date.isoformat(), change.dose] for change in doses)


def _from_row(row: Sequence[Any], note: str) -> Course:
    id_, kind, name, dose, started, ended, doses = row
    return Course(
        id=id_,
        kind=CourseKind(kind),
        name=name,
        dose=dose,
        started=cells.undated(started),
        ended=cells.undated(ended),
        doses=_doses(doses),
        note=note,
    )


_doses = cells.unlisted(lambda words: DoseChange(from_date=date.fromisoformat(words[0]), dose=words[1]))

LAYOUT = Layout(
    kind=Kind.COURSES,
    table=tables.course,
    notes=tables.course_note,
    order=("started", "id"),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda course: course.note,
)
