"""The days' check-ins in the diary file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.day import Day
from cramplog.domain.period import Period
from cramplog.domain.scales import Heat, Hydration
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf


class Days:
    """Check-ins by their diary day, in the order of the days."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, day: Day) -> None:
        """Check the day in, or put this in place of its check-in."""
        self._shelf.save((day,))

    def save_all(self, days: Iterable[Day]) -> None:
        """Save many at once."""
        self._shelf.save(days)

    def delete(self, *dates: date) -> int:
        """Take check-ins out; says how many there were."""
        return self._shelf.delete([day.isoformat() for day in dates])

    def get(self, day: date) -> Day | None:
        """The check-in of this diary day."""
        return self._shelf.get(day.isoformat())

    def all(self) -> tuple[Day, ...]:
        """Every check-in, the oldest first."""
        return self._shelf.all()

    def find(self, period: Period) -> tuple[Day, ...]:
        """The check-ins of a period, the oldest first."""
        column = tables.day.c.date
        asked = self._shelf.select().where(
            column >= period.first.isoformat(), column < period.end.isoformat()
        )
        return self._shelf.found(asked.order_by(*self._shelf.order()))


def _to_row(day: Day) -> tuple[Cell, ...]:
    return (
        cells.day(day.date),
        cells.truth(day.cramp_free),
        cells.word(day.hydration),
        day.urine_colour,
        cells.real(day.fluid_l),
        cells.word(day.heat),
        cells.real(day.air_temp_c),
        cells.real(day.humidity_pct),
        cells.truth(day.exercised),
        cells.real(day.hardest_exertion),
        cells.real(day.exercise_minutes),
        cells.truth(day.unaccustomed),
        cells.truth(day.stretched),
        cells.truth(day.alcohol),
        cells.truth(day.ill),
        day.sleep_disturbance,
        cells.real(day.weight_kg),
    )


def _from_row(row: Sequence[Any], note: str) -> Day:
    (
        day, cramp_free, hydration, urine_colour, fluid_l, heat, air_temp_c, humidity_pct, exercised,
        hardest_exertion, exercise_minutes, unaccustomed, stretched, alcohol, ill, sleep_disturbance,
        weight_kg,
    ) = row  # fmt: skip
    yes = cells.TRUTHS
    rebuilt: Day = _day(
        date.fromisoformat(day), yes[cramp_free], _hydrations[hydration], urine_colour, fluid_l, _heats[heat],
        air_temp_c, humidity_pct, yes[exercised], hardest_exertion, exercise_minutes, yes[unaccustomed],
        yes[stretched], yes[alcohol], yes[ill], sleep_disturbance, weight_kg, note,
    )  # fmt: skip
    return rebuilt


_day = cells.Rebuilder(Day)
_hydrations = cells.words(Hydration)
_heats = cells.words(Heat)

LAYOUT = Layout(
    kind=Kind.DAYS,
    table=tables.day,
    notes=tables.day_note,
    order=("date",),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda day: day.note,
)
