"""How soon the window is there, how still it stands, and what memory it takes, beside bare PySide6 windows.

    python tests/bench/start.py [--rounds 7]

Each start is a process of its own; bare and ours take turns. Prints clock and computed seconds, their ratios,
the longest freeze after the first paint, and resident memory with every page opened. Exits 1 over a limit,
judged by what was computed: on a busy machine the clock says little.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT_PAINTED, LIMIT_LISTED, LIMIT_MEMORY, LIMIT_FREEZE_S = 2.0, 5.0, 1.5, 0.050

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, program.quit)

program = QApplication(sys.argv[:1])
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1280, 860)
window.show()
program.exec()
import json, time
print(json.dumps({"painted": time.process_time()}))
"""

OURS = """
import json, sys, time
from datetime import UTC, datetime
from pathlib import Path
from cramplog import bootstrap, paths
from cramplog.gui import application

paths.keep_to_the_person()
program = application.start_qt()
built = bootstrap.build(paths.Paths.under(Path(sys.argv[1])))
until = sys.argv[2]
from PySide6.QtCore import QTimer
found = {}
last = [0.0, 0.0, 0.0]

def painted():
    found["painted"] = time.process_time()
    if until == "painted":
        QTimer.singleShot(0, program.quit)
    else:
        last[:2] = time.perf_counter(), time.thread_time()
        beat.start(2)

def beaten():
    now, own = time.perf_counter(), time.thread_time()
    found["freeze"] = max(found.get("freeze", 0.0), own - last[1])
    found["freeze on the clock"] = max(found.get("freeze on the clock", 0.0), now - last[0])
    last[:2] = now, own
    if "listed" not in found and built.window.pages.log.entries.rows:
        found["listed"] = time.process_time()
    if "verified" not in found and built.client.is_open:
        found["verified"] = time.process_time()
        last[2] = now
    if "verified" in found and not built.tasks.are_busy and now - last[2] > 1.5:
        program.quit()

beat = QTimer()
beat.timeout.connect(beaten)
built.window.painted.connect(painted)
built.show()
program.exec()
built.stop()
print(json.dumps(found))
"""

BARE_MEMORY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure

program = QApplication(sys.argv[:1])
window = QMainWindow()
figure = Figure()
figure.add_subplot().plot([0, 1], [0, 1])
window.setCentralWidget(FigureCanvasQTAgg(figure))
window.resize(1280, 860)
window.show()
program.processEvents()
window.grab()
resident = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
print(resident)
"""

OUR_MEMORY = """
import sys, time
from pathlib import Path
from cramplog import bootstrap, paths
from cramplog.gui import application

program = application.start_qt()
built = bootstrap.build(paths.Paths.under(Path(sys.argv[1])))
built.show()

def settle():
    quiet = time.monotonic()
    while time.monotonic() - quiet < 0.5:
        program.processEvents()
        if built.tasks.are_busy:
            quiet = time.monotonic()
        time.sleep(0.005)

settle()
for page in ("log", "diary", "insights", "summary", "workouts", "courses", "fill_days", "trash", "settings"):
    built.window.shell.show_page(page)
    settle()
resident = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
built.stop()
print(resident)
"""


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        # Once before it counts: code is compiled, and files are in memory.
        _fill(Path(folder))
        _started(OURS, folder, "painted")
        bare, ours, listed = [], [], []
        for _round in range(rounds):
            bare.append(_started(BARE))
            ours.append(_started(OURS, folder, "painted"))
            listed.append(_started(OURS, folder, "listed"))
        floor, canvas = _median(bare, "painted"), _resident(BARE_MEMORY)
        memory = _resident(OUR_MEMORY, folder) / canvas
    clock = _median(bare, "clock")
    painted, shown = _median(ours, "painted") / floor, _median(listed, "listed") / floor
    verified = _median(listed, "verified") / floor
    freeze = statistics.median(one["freeze"] for one in listed)
    on_clock = _median(ours, "clock") / clock
    frozen = _median(listed, "freeze on the clock")
    lines = (
        f"a bare window: {floor:.3f} s computed, {clock:.3f} s on the clock",
        f"painted: {painted:.2f} times ({on_clock:.2f} on the clock), limit {LIMIT_PAINTED}",
        f"latest of 10,000 cramps shown: {shown:.2f} times, limit {LIMIT_LISTED}",
        f"all of them verified and read: {verified:.2f} times",
        f"longest freeze after the first paint: {freeze * 1000:.0f} ms computed, limit "
        f"{LIMIT_FREEZE_S * 1000:.0f} ({frozen * 1000:.0f} on the clock)",
        f"memory with every page opened: {memory:.2f} times one canvas of {canvas / 1024:.0f} MB, "
        f"limit {LIMIT_MEMORY}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    kept = painted <= LIMIT_PAINTED and shown <= LIMIT_LISTED and memory <= LIMIT_MEMORY
    return 0 if kept and freeze <= LIMIT_FREEZE_S else 1


def _started(script: str, *arguments: str) -> dict[str, float]:
    """What one process says of itself, and how long it took on the clock."""
    began = time.perf_counter()
    said = _said(script, *arguments)
    return {**json.loads(said), "clock": time.perf_counter() - began}


def _resident(script: str, *arguments: str) -> float:
    """Kilobytes of memory that a process holds."""
    return float(_said(script, *arguments))


def _said(script: str, *arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.splitlines()[-1]


def _median(rounds: list[dict[str, float]], name: str) -> float:
    return statistics.median(one[name] for one in rounds)


def _fill(folder: Path) -> None:
    from big_diary import big_diary
    from stopwatch import fill

    from cramplog.paths import Paths

    fill(Paths.under(folder), big_diary(episodes=10_000, days=3_650, workouts=3_000))


if __name__ == "__main__":
    sys.exit(main())
