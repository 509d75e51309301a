"""The one timer that may be running."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.timer import RunningTimer
from cramplog.storage import cells, tables
from cramplog.storage.checksum import Cell
from cramplog.storage.ledger import Ledger
from cramplog.storage.shelf import Layout, Shelf

KEY = "timer"


class Timer:
    """The running timer, which goes on while the computer is off."""

    def __init__(self, connection: Connection, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)

    def save(self, timer: RunningTimer) -> None:
        """Let this timer run, in place of the one before."""
        self._shelf.save((timer,))

    def delete(self) -> int:
        """Stop it; says whether there was one."""
        return self._shelf.delete((KEY,))

    def get(self) -> RunningTimer | None:
        """The timer that is running."""
        return self._shelf.get(KEY)


def _to_row(timer: RunningTimer) -> tuple[Cell, ...]:
    places = cells.listed([place.muscle, place.side] for place in timer.places)
    return KEY, cells.stamp(timer.started), timer.zone, places


def _from_row(row: Sequence[Any], _note: str) -> RunningTimer:
    _key, started, zone, places = row
    return RunningTimer(started=datetime.fromisoformat(started), zone=zone, places=_places(places) or ())


_places = cells.unlisted(lambda words: Place(Muscle(words[0]), Side(words[1])))

LAYOUT = Layout(
    kind=None,
    since=2,
    table=tables.timer,
    notes=None,
    order=("id",),
    to_row=_to_row,
    from_row=_from_row,
    note=lambda _timer: "",
)
