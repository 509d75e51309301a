"""The episodes in the diary file."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from cramplog.domain.changes import Kind
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.storage import episode_rows, tables
from cramplog.storage.ledger import Ledger
from cramplog.storage.settings import Settings
from cramplog.storage.shelf import Layout, Shelf, within


class Episodes:
    """Episodes by id; all of them in the order of their UTC start."""

    def __init__(self, connection: Connection, settings: Settings, ledger: Ledger | None = None) -> None:
        self._shelf = Shelf(connection, LAYOUT, ledger)
        self._settings = settings

    def save(self, episode: Episode) -> None:
        """Record the episode, or put it in place of the one with its id."""
        self._shelf.save((episode,))

    def save_all(self, episodes: Iterable[Episode]) -> None:
        """Save many at once."""
        self._shelf.save(episodes)

    def delete(self, *ids: str) -> int:
        """Take episodes out; says how many there were."""
        return self._shelf.delete(ids)

    def get(self, id_: str) -> Episode | None:
        """The episode with this id."""
        return self._shelf.get(id_)

    def all(self) -> tuple[Episode, ...]:
        """Every episode, the oldest first."""
        return self._shelf.all()

    def find(self, period: Period) -> tuple[Episode, ...]:
        """The episodes that began in a period, the oldest first."""
        day_starts_hour = self._settings.get().day_starts_hour
        # The narrow index is searched first, and only what was found is read in full.
        found = select(_columns.id).where(*within(_columns.started_wall, period, day_starts_hour))
        asked = self._shelf.select().where(_columns.id.in_(found))
        return self._shelf.found(asked.order_by(*self._shelf.order()))


_columns = tables.episode.c

LAYOUT = Layout(
    kind=Kind.EPISODES,
    table=tables.episode,
    notes=tables.episode_note,
    order=("started_utc", "id"),
    to_row=episode_rows.to_row,
    from_row=episode_rows.from_row,
    note=lambda episode: episode.note,
)
