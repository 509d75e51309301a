"""How long a start's verification and a save take at 40,000 entries; exits 1 over a limit.

Run by hand: `python tests/bench/speed_of_opening.py`. Each is the computing time of this process, beside the
limit on a quiet machine, and how many times that of the floor: bare sqlite3 reading every row of the file and
summing it with SHA-256 once. Only that decides: a busy machine makes both slower.
"""

from __future__ import annotations

import hashlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from big_diary import AS_OF, big_diary

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.ids import new_id
from cramplog.paths import Paths
from cramplog.storage.diary_file import DiaryFile

TIMES = 9
CHECK_LIMIT_S, OPEN_LIMIT_S, SAVE_LIMIT_S = 0.3, 1.0, 0.1
# Of the floor, so that a slow or busy machine says the same.
CHECK_LIMIT = 2.5


def took(work: Callable[[], object], times: int = TIMES) -> list[float]:
    """The computing time of each of some runs, in seconds, the shortest first."""
    found = []
    for _ in range(times):
        started = time.process_time()
        work()
        found.append(time.process_time() - started)
    return sorted(found)


def floor(path: Path) -> None:
    """Read every row and sum it, with nothing of ours."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in connection.execute(f"SELECT * FROM {name}"):
                hashlib.sha256(ascii(row[:-1]).encode("ascii")).digest()


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        contents = big_diary(episodes=25_000, days=4_000, workouts=11_000)
        opener = Opener(paths, FixedClock(AS_OF + timedelta(days=30)))
        diary = opener(create=True)
        with diary.file.write() as stores:
            stores.episodes.save_all(contents.episodes)
            stores.days.save_all(contents.days)
            stores.workouts.save_all(contents.workouts)
        diary.reading.contents()
        episode = contents.episodes[0]
        saves = took(lambda: diary.diary.record(replace(episode, id=new_id(), note="one more")), 40)
        diary.close()

        bare = statistics.median(took(lambda: floor(paths.diary)))
        with DiaryFile.open(paths.diary) as file:
            check = took(file.check)
        opening = took(lambda: opener(create=True).close())
    figures = (
        ("check of 40,000 entries", statistics.median(check), CHECK_LIMIT_S),
        ("open, verified", statistics.median(opening), OPEN_LIMIT_S),
        ("one save, p95", saves[int(len(saves) * 0.95)], SAVE_LIMIT_S),
    )
    print(f"floor: {bare * 1_000:.0f} ms")  # noqa: T201
    for name, seconds, limit in figures:
        print(f"{name}: {seconds * 1_000:.0f} ms (limit {limit * 1_000:.0f}), {seconds / bare:.1f} × floor")  # noqa: T201
    return int(statistics.median(check) / bare > CHECK_LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
