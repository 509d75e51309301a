"""How long logging takes on a large diary: `python tests/bench/speed_of_logging.py`; exits 1 over a limit.

Measures from the last needed choice (the muscle) to the row in the list, and with a heartbeat how long the
window is blocked while somebody types, opens the form and goes from page to page. On a busy machine the clock
says little: the second figures are what this program itself computed.
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
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

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
REST_S = 0.001
CALF = Place(Muscle.CALF, Side.LEFT)


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds on the clock, and those in which this program itself computed."""

    clock: float
    own: float


@dataclass(slots=True)
class Heartbeat:
    """Beats whenever the window's thread is free; the longest pause is how long it was not."""

    parent: QObject
    timer: QTimer = field(init=False)
    last: float = 0.0
    last_own: float = 0.0
    longest_ms: float = 0.0
    longest_own_ms: float = 0.0

    def __post_init__(self) -> None:
        self.timer = QTimer(self.parent, interval=0)
        self.timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Beat, and forget what was before."""
        self.last, self.last_own = time.perf_counter(), time.thread_time()
        self.longest_ms = self.longest_own_ms = 0.0
        self.timer.start()

    def end(self) -> Took:
        """The longest time."""
        self.timer.stop()
        return Took(self.longest_ms, self.longest_own_ms)

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.longest_ms = max(self.longest_ms, (now - self.last) * 1000)
        self.longest_own_ms = max(self.longest_own_ms, (own - self.last_own) * 1000)
        self.last, self.last_own = now, own


class Painted(QObject):
    """Whether a widget has been painted since."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.so = False
        watched.installEventFilter(self)
        # Where it was painted before it was looked for, it is painted once more.
        watched.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        self.so = self.so or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


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
            # Without a rest this loop would take the interpreter from the worker that it waits for.
            time.sleep(REST_S)

    def settle(self) -> None:
        """Let both workers finish."""
        quiet = time.monotonic()
        while time.monotonic() - quiet < 0.2:
            self.program.processEvents()
            time.sleep(REST_S)
            if self.built.tasks.are_busy:
                quiet = time.monotonic()

    def log_one(self, page: str) -> Took:
        """From the muscle to the row in the list of `page`."""
        window = self.window
        window.shell.show_page(page)
        self.settle()
        window.log_a_cramp()
        self.settle()
        key = window.pages.form.keeper.draft.id
        began, own = time.perf_counter(), time.process_time()
        window.pages.form.where.map.set_places((CALF,))
        window.pages.form.where.map.changed.emit((CALF,))
        window.pages.form.foot.done.click()
        self.until(lambda: window.shell.current_page() == page and self._is_listed(page, key))
        painted = Painted(self._row(page, key))
        self.until(lambda: painted.so)
        return Took((time.perf_counter() - began) * 1000, (time.process_time() - own) * 1000)

    def blocked(self, act: Callable[[], object]) -> Took:
        """How long the window was blocked at most while something was done and its answers came."""
        self.heartbeat.begin()
        act()
        self.settle()
        return self.heartbeat.end()

    def _row(self, page: str, key: str) -> QWidget:
        """Where the row is painted."""
        if page == "diary":
            return self.window.pages.diary
        return next(row for row in self.window.pages.log.entries.rows if row.episode.id == key)

    def _is_listed(self, page: str, key: str) -> bool:
        if page == "log":
            rows = self.window.pages.log.entries.rows
            return bool(rows) and any(row.episode.id == key and row.isVisible() for row in rows)
        table = self.window.pages.diary.list.table
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
        bench.until(built.window.pages.log.day.isEnabled)
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
        times = [bench.log_one(page) for _ in range(rounds)]
        clock, own = sorted(one.clock for one in times), sorted(one.own for one in times)
        most = math.ceil(0.95 * rounds) - 1
        kept = kept and clock[most] < ROW_LIMIT_MS
        say(
            f"muscle to row on {page}: median {clock[rounds // 2]:.0f}, p95 {clock[most]:.0f} ms (under 100);"
            f" computing: median {own[rounds // 2]:.0f}, p95 {own[most]:.0f} ms"
        )
    window = bench.window
    acts: dict[str, Callable[[], object]] = {
        "opening the form": window.log_a_cramp,
        "typing a note": lambda: QTest.keyClicks(
            window.pages.form.questions.note.note, "It came back twice", delay=5
        ),
        **{
            f"showing {page}": (lambda one=page: window.shell.show_page(one))
            for page in ("diary", "insights", "summary", "workouts", "courses", "log")
        },
    }
    for act in acts.values():
        bench.blocked(act)
    for name, act in acts.items():
        found = [bench.blocked(act) for _ in range(3)]
        blocked, own_most = max(one.clock for one in found), max(one.own for one in found)
        kept = kept and blocked < BLOCKED_LIMIT_MS
        say(f"{name}: blocked for {blocked:.0f} ms at most (under 50); computing: {own_most:.0f} ms")
    return kept


def say(words: str) -> None:
    """One line of figures."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
