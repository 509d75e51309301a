"""A first look at a diary that is not open yet: its latest cramps, before all of it has been verified."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cramplog.domain.episode import Episode
from cramplog.domain.settings import DiarySettings
from cramplog.storage import episode_rows, files
from cramplog.storage.checksum import RowDamaged, checksum
from cramplog.storage.migrations import chain

# Steps of SQLite's machine: some hundreds find the few rows. A file built to keep it busy gets no more.
_PATIENCE = 50_000
_LONGEST_CELL = 1_000_000

_LATEST = (
    "SELECT episode.*, episode_note.note FROM episode LEFT JOIN episode_note ON episode_note.id = episode.id"
    " ORDER BY episode.started_utc DESC, episode.id DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """The latest cramps, the newest first, each as it was written; whether one is missing is not known."""

    latest: tuple[Episode, ...]
    day_starts_hour: int


def first_look(path: Path, latest: int) -> FirstLook | None:
    """The latest cramps, as many as are asked for, before the diary at `path` is opened. Writes nothing.

    None where there are none, where somebody else is writing, and where anything is not as it should be: what
    that is, the opening says. It needs sqlite3 alone: SQLAlchemy takes longer to come than this takes.
    """
    path = path.absolute()
    if not path.is_file() or any(sidecar.exists() for sidecar in files.sidecars(path)):
        return None
    try:
        with _looking_at(path) as connection:
            hour = _day_starts_hour(connection)
            episodes = tuple(_episode(row) for row in connection.execute(_LATEST, (latest,)))
    except (sqlite3.Error, RowDamaged, KeyError, TypeError, ValueError, OverflowError):
        return None
    return FirstLook(latest=episodes, day_starts_hour=hour) if episodes else None


@contextmanager
def _looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A read transaction in a diary of the newest schema; ValueError where it is none."""
    address = f"{path.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        connection.set_progress_handler(lambda: 1, _PATIENCE)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("BEGIN")
        numbers = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        ]
        if numbers != [chain.APPLICATION_ID, chain.NEWEST]:
            raise ValueError
        yield connection


def _day_starts_hour(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT id, day_starts_hour, criteria, row_sha FROM settings").fetchone()
    if row is None:
        return DiarySettings().day_starts_hour
    *cells, row_sha = row
    if row_sha != checksum("settings", cells):
        raise RowDamaged("settings", str(cells[0]))
    return int(cells[1])


def _episode(row: tuple[Any, ...]) -> Episode:
    *cells, row_sha, note = row
    if row_sha != checksum("episode", cells, note):
        raise RowDamaged("episode", str(cells[0]))
    return episode_rows.from_row(cells, note or "")
