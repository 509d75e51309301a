"""The workouts in the diary file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.changes import Kind
from cramplog.domain.period import Period
from cramplog.domain.workout import Workout
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.settings import Settings
from cramplog.storage.shelf import Layout, Shelf, within


class Workouts:
    """Workouts by id; all of them in the order of their UTC start."""

    def __init__(self, connection: Connection, settings: Settings, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)
        self._settings = settings

    def save(self, workout: Workout) -> None:
        """Keep the workout, or put it in place of the one with its id."""
        self._shelf.save((workout,))

    def save_all(self, workouts: Iterable[Workout]) -> None:
        """Save many at once."""
        self._shelf.save(workouts)

    def delete(self, *ids: str) -> int:
        """Take workouts out; says how many there were."""
        return self._shelf.delete(ids)

    def get(self, id_: str) -> Workout | None:
        """The workout with this id."""
        return self._shelf.get(id_)

    def all(self) -> tuple[Workout, ...]:
        """Every workout, the oldest first."""
        return self._shelf.all()

    def find(self, period: Period) -> tuple[Workout, ...]:
        """The workouts that began in a period, the oldest first."""
        column = tables.workout.c.started_wall
        asked = self._shelf.select().where(*within(column, period, self._settings.get().day_starts_hour))
        return self._shelf.found(asked.order_by(*self._shelf.order()))


def _to_row(workout: Workout) -> tuple[Cell, ...]:
    return (
        workout.id,
        *cells.instant(workout.started),
        workout.zone,
        workout.sport,
        workout.elapsed_s,
        workout.active_s,
        cells.real(workout.distance_m),
        cells.real(workout.exertion),
        cells.real(workout.mean_heart_rate),
        cells.real(workout.max_heart_rate),
        cells.real(workout.device_temp_c),
        cells.real(workout.air_temp_c),
        cells.real(workout.humidity_pct),
        workout.file_sha256,
    )


def _from_row(row: Sequence[Any], note: str) -> Workout:
    id_, wall, offset, _utc, *others = row
    rebuilt: Workout = _workout(id_, cells.moment(wall, offset), *others, note)
    return rebuilt


_workout = cells.Rebuilder(Workout)

LAYOUT = Layout(
    kind=Kind.WORKOUTS,
    table=tables.workout,
    notes=tables.workout_note,
    order=("started_utc", "id"),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda workout: workout.note,
)
