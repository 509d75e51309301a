"""How long 100,000 rows of CSV take to import, beside the bare parsing and inserting of the same rows.

Run by hand: `python tests/bench/speed_of_import.py`. It prints both times, their ratio and the memory used.
"""

from __future__ import annotations

import csv
import io
import resource
import sqlite3
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.episode import Episode
from cramplog.domain.ids import new_id
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance
from cramplog.exchange.tables import own_out
from cramplog.paths import Paths
from cramplog.storage.database import PRAGMAS

ROWS = 100_000
START = datetime(2020, 1, 1, tzinfo=UTC)


def a_table() -> bytes:
    """So many episodes as CrampLog writes them."""
    return own_out.episodes_table(
        Episode(
            id=new_id(),
            started=START + timedelta(minutes=30 * number),
            places=(Place(Muscle.CALF, Side.LEFT),),
            zone="Europe/Berlin",
            duration_s=60 + number % 600,
            pain=number % 11,
            circumstance=Circumstance.ASLEEP,
            woke=True,
            note="hard" if number % 3 else "",
        )
        for number in range(ROWS)
    )


def bare(table: bytes, diary: Path, path: Path) -> float:
    """Parse the table with csv, and insert the diary's rows into tables like its own with executemany."""
    source = sqlite3.connect(diary)
    schema = [sql for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in ("episode", "episode_note")}
    source.close()
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value, _reads in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
    for statement in schema:
        connection.execute(statement)
    started = time.perf_counter()
    list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    connection.execute("BEGIN IMMEDIATE")
    for name, cells in rows.items():
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(cells[0]))})", cells)
    connection.execute("COMMIT")
    took = time.perf_counter() - started
    connection.close()
    return took


def imported(path: Path, folder: Path) -> float:
    """The whole import: read, compare, back up, save."""
    diary = Opener(Paths.under(folder), FixedClock(START + timedelta(days=3650)))(create=True)
    try:
        started = time.perf_counter()
        preview = diary.exchange.preview([path])
        looked = time.perf_counter()
        diary.exchange.apply(preview)
        print(f"preview {looked - started:.2f} s, apply {time.perf_counter() - looked:.2f} s")  # noqa: T201
        return time.perf_counter() - started
    finally:
        diary.close()


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        if len(sys.argv) > 1:
            path = Path(sys.argv[1])
        else:
            path.write_bytes(a_table())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        took = imported(path, Path(folder) / "diary")
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        plain = bare(path.read_bytes(), Path(folder) / "diary" / "diary.db", Path(folder) / "bare.db")
    print(f"bare {plain:.2f} s, import {took:.2f} s: {took / plain:.1f} times; {before} → {after} MB")  # noqa: T201


if __name__ == "__main__":
    main()
