"""How long Insights takes and freezes on ten years: `python tests/bench/freezes_of_insights.py`.

Prints, for each switch of the period: the time until the numbers and the pictures in sight are new, until all
pictures and tables are, and the longest time for which the window's event loop stood still. Exits 1 where a
limit is broken. On a busy machine wall time says little; the second figure is what the program computed.
`--look` is how many seconds somebody looks at one period before the next is chosen (0: at once).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from big_diary import AS_OF, big_diary
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from cramplog import bootstrap
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.steps import RecordChange
from cramplog.gui import application
from cramplog.gui.application import Application
from cramplog.gui.pages.insights import InsightsPage
from cramplog.paths import Paths

LIMIT_SWITCH_S = 0.300
LIMIT_FREEZE_S = 0.050
ROUNDS = 3
BEAT_MS = 4

# As the window's own loop does: sleep until something happens.
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Heartbeat:
    """Beats in the event loop every few milliseconds; the longest pause is the longest freeze.

    `busiest` counts only what the window's own thread computed meanwhile, whatever else the machine does.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last, self._computed = time.perf_counter(), time.thread_time()
        self.longest = self.busiest = 0.0

    def start(self) -> None:
        """Forget what was, and beat."""
        self._last, self._computed = time.perf_counter(), time.thread_time()
        self.longest = self.busiest = 0.0
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now, computed = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, computed - self._computed)
        self._last, self._computed = now, computed


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--look", type=float, default=3.0)
    look_s = parser.parse_args().look
    program = application.start_qt()
    with tempfile.TemporaryDirectory() as folder:
        paths, clock = Paths.under(Path(folder)), FixedClock(AS_OF, "UTC")
        _fill(paths, clock)
        built = bootstrap.build(paths, clock=clock)
        built.show()
        _settle(program, built)
        built.window.shell.show_page("insights")
        _settle(program, built)
        kept = _measure(program, built, look_s)
        built.stop()
    return 0 if kept else 1


def _measure(program: QApplication, built: Application, look_s: float) -> bool:
    heart, kept = Heartbeat(), True
    page = built.window.pages.insights
    bar = page.scroll_area().verticalScrollBar()
    for span in (Span.DAYS_28, Span.DAYS_90, Span.MONTHS_12, Span.ALL):
        rounds = []
        for _round in range(ROUNDS):
            built.view.choose(PeriodChoice(Span.DAYS_90 if span is not Span.DAYS_90 else Span.DAYS_28))
            _settle(program, built)
            bar.setValue(bar.maximum() // 2)
            _settle(program, built, quiet=max(look_s, 0.3) if look_s else 0.05)
            heart.start()
            began, computed = time.perf_counter(), time.process_time()
            built.view.choose(PeriodChoice(span))
            _until_seen(program, page)
            seen = time.perf_counter() - began, time.process_time() - computed
            _until_idle(program, built)
            heart.stop()
            rounds.append((*seen, time.perf_counter() - began, heart.longest, heart.busiest))
        seen_s, own_s, all_s, frozen_s, busy_s = (min(column) for column in zip(*rounds, strict=True))
        sys.stdout.write(
            f"{span}: in sight after {seen_s * 1000:.0f} ms, {own_s * 1000:.0f} of its own "
            f"(limit {LIMIT_SWITCH_S * 1000:.0f}); all after {all_s * 1000:.0f} ms; longest freeze "
            f"{frozen_s * 1000:.0f} ms, {busy_s * 1000:.0f} of its own (limit {LIMIT_FREEZE_S * 1000:.0f})\n"
        )
        sys.stdout.flush()
        kept = kept and own_s < LIMIT_SWITCH_S and busy_s < LIMIT_FREEZE_S
    return kept


def _until_seen(program: QApplication, page: InsightsPage) -> None:
    """Wait until the answer is there and no picture in sight is still to come."""
    before = page.charts.answer()
    while page.charts.answer() is before or page.charts.is_drawing_in_sight():
        program.processEvents(WAITING)


def _fill(paths: Paths, clock: FixedClock) -> None:
    diary = bootstrap.Opener(paths, clock)(create=True)
    contents = big_diary(episodes=10_000, days=3_650, workouts=3_000)
    changes = [RecordChange(Kind.EPISODES, one.id, None, one) for one in contents.episodes]
    changes += [RecordChange(Kind.DAYS, one.date.isoformat(), None, one) for one in contents.days]
    changes += [RecordChange(Kind.WORKOUTS, one.id, None, one) for one in contents.workouts]
    diary.diary.take_over(tuple(changes))
    diary.close()


def _until_idle(program: QApplication, built: Application) -> None:
    program.processEvents(WAITING)
    while built.tasks.are_busy:
        program.processEvents(WAITING)
    program.processEvents(WAITING)


def _settle(program: QApplication, built: Application, quiet: float = 0.3) -> None:
    since = time.monotonic()
    while time.monotonic() - since < quiet:
        program.processEvents()
        if built.tasks.are_busy:
            since = time.monotonic()
        time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
