"""How long 100,000 rows of CSV take to import, beside the bare parsing and inserting of the same rows.

Run by hand: `python tests/bench/speed_of_import.py [TABLE]`, or it makes a table of its own. It prints
the times, their ratios and the memory used. Seconds are the processor's: others on the machine count little.
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


def floors(table: bytes, diary: Path, folder: Path) -> tuple[float, float]:
    """Parse the table with csv and insert the diary's rows with executemany: seconds of the processor.

    First into the diary's own tables with their indexes, then into tables without keys, types or indexes.
    """
    source = sqlite3.connect(diary)
    schema = [sql for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in ("episode", "episode_note")}
    source.close()
    plain = [f"CREATE TABLE {name} ({_columns(len(cells[0]))})" for name, cells in rows.items()]
    return (
        _inserted(table, rows, schema, folder / "own.db"),
        _inserted(table, rows, plain, folder / "plain.db"),
    )


def _inserted(
    table: bytes, rows: dict[str, list[tuple[object, ...]]], schema: list[str], path: Path
) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value, _reads in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
    for statement in schema:
        connection.execute(statement)
    started = time.process_time()
    list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    connection.execute("BEGIN IMMEDIATE")
    for name, cells in rows.items():
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(cells[0]))})", cells)
    connection.execute("COMMIT")
    took = time.process_time() - started
    connection.close()
    return took


def _columns(count: int) -> str:
    return ", ".join(f"c{number}" for number in range(count))


def imported(path: Path, folder: Path) -> float:
    """The whole import: read, compare, back up, save. In seconds of the processor."""
    diary = Opener(Paths.under(folder), FixedClock(START + timedelta(days=3650)))(create=True)
    try:
        started = time.process_time()
        preview = diary.exchange.preview([path])
        looked = time.process_time()
        diary.exchange.apply(preview)
        print(f"preview {looked - started:.2f} s, apply {time.process_time() - looked:.2f} s")  # noqa: T201
        return time.process_time() - started
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
        before = _peak()
        took = imported(path, Path(folder) / "diary")
        after = _peak()
        own, plain = floors(path.read_bytes(), Path(folder) / "diary" / "diary.db", Path(folder))
    print(  # noqa: T201
        f"import {took:.2f} s: {took / own:.1f} times the diary's own tables ({own:.2f} s), "
        f"{took / plain:.1f} times tables without keys and indexes ({plain:.2f} s); {before} → {after} MB"
    )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
