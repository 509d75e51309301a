"""How long logging takes on a large diary: `python tests/bench/speed_of_logging.py`; exits 1 over a limit.

Measures from the last needed choice (the muscle) to the row in the list, and with a heartbeat how long the
window is blocked while somebody types, opens the form and goes from page to page.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from big_diary import big_diary
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cramplog import bootstrap
from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.steps import RecordChange
from cramplog.gui import application
from cramplog.gui.application import Application
from cramplog.paths import Paths

ROW_LIMIT_MS = 100
BLOCKED_LIMIT_MS = 50
CALF = Place(Muscle.CALF, Side.LEFT)


@dataclass(slots=True)
class Heartbeat:
    """Beats whenever the window's thread is free; the longest pause is how long it was not."""

    parent: QObject
    timer: QTimer = field(init=False)
    last: float = 0.0
    longest_ms: float = 0.0

    def __post_init__(self) -> None:
        self.timer = QTimer(self.parent, interval=0)
        self.timer.timeout.connect(self._beat)
        self.timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        self.last, self.longest_ms = time.perf_counter(), 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self.last) * 1000)
        self.last = now


class Bench:
    """The window on the large diary, and the person at it."""

    def __init__(self, program: QApplication, built: Application) -> None:
        self.program, self.built, self.window = program, built, built.window
        self.heartbeat = Heartbeat(built.window)

    def until(self, so: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + 60
        while not so():
            if time.monotonic() > end:
                raise TimeoutError
            self.program.processEvents()

    def settle(self) -> None:
        """Let both workers finish."""
        quiet = time.monotonic()
        while time.monotonic() - quiet < 0.2:
            self.program.processEvents()
            if self.built.tasks.are_busy:
                quiet = time.monotonic()

    def log_one(self, page: str) -> float:
        """Milliseconds from the muscle to the row in the list of `page`."""
        window = self.window
        window.shell.show_page(page)
        self.settle()
        window.log_a_cramp()
        self.settle()
        key = window.form.keeper.draft.id
        began = time.perf_counter()
        window.form.where.map.set_places((CALF,))
        window.form.where.map.changed.emit((CALF,))
        window.form.foot.done.click()
        self.until(lambda: window.shell.current_page() == page and self._is_listed(page, key))
        window.repaint()
        return (time.perf_counter() - began) * 1000

    def blocked(self, act: Callable[[], object]) -> float:
        """How long the window was blocked at most while something was done and its answers came."""
        self.heartbeat.begin()
        act()
        self.settle()
        return self.heartbeat.longest_ms

    def _is_listed(self, page: str, key: str) -> bool:
        if page == "log":
            rows = self.window.log.entries.rows
            return bool(rows) and any(row.episode.id == key and row.isVisible() for row in rows)
        table = self.window.diary.list.table
        # Two of the same second may stand in either order.
        return any(table.entry(row).episode.id == key for row in range(min(3, table.rowCount())))


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    program = application.start_qt()
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        fill(paths, asked.episodes)
        built = bootstrap.build(paths)
        bench = Bench(program, built)
        built.show()
        bench.until(built.window.log.day.isEnabled)
        bench.settle()
        kept = run(bench, asked.rounds)
        built.stop()
    return 0 if kept else 1


def fill(paths: Paths, episodes: int) -> None:
    """Make the diary."""
    contents = big_diary(episodes=episodes, days=3_650, workouts=3_000)
    diary = Opener(paths)(create=True)
    diary.diary.take_over(
        (
            *(RecordChange(Kind.EPISODES, one.id, None, one) for one in contents.episodes),
            *(RecordChange(Kind.DAYS, one.date.isoformat(), None, one) for one in contents.days),
            *(RecordChange(Kind.WORKOUTS, one.id, None, one) for one in contents.workouts),
        )
    )
    diary.close()


def run(bench: Bench, rounds: int) -> bool:
    """Measure all of it; whether every limit is kept."""
    kept = True
    for page in ("log", "diary"):
        bench.log_one(page)
        times = sorted(bench.log_one(page) for _ in range(rounds))
        p95 = times[math.ceil(0.95 * len(times)) - 1]
        kept = kept and p95 < ROW_LIMIT_MS
        say(f"muscle to row on {page}: median {times[len(times) // 2]:.0f}, p95 {p95:.0f} ms (under 100)")
    window = bench.window
    acts: dict[str, Callable[[], object]] = {
        "opening the form": window.log_a_cramp,
        "typing a note": lambda: QTest.keyClicks(
            window.form.questions.note.note, "It came back twice", delay=5
        ),
        **{
            f"showing {page}": (lambda one=page: window.shell.show_page(one))
            for page in ("diary", "insights", "summary", "workouts", "courses", "log")
        },
    }
    for act in acts.values():
        bench.blocked(act)
    for name, act in acts.items():
        blocked = max(bench.blocked(act) for _ in range(3))
        kept = kept and blocked < BLOCKED_LIMIT_MS
        say(f"{name}: blocked for {blocked:.0f} ms at most (under 50)")
    return kept


def say(words: str) -> None:
    """One line of figures."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
