"""How the program starts: what it imports before the first paint; a real process that opens and closes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import an_episode

from cramplog.bootstrap import Opener
from cramplog.paths import Paths

# What is slow to import, and must wait until the window has been painted.
HEAVY = ("sqlalchemy", "matplotlib", "numpy", "scipy", "typst", "babel.dates", "babel.localedata", "PIL")
# What only a dialog, a click or a command needs.
FOR_LATER = ("socket", "subprocess", "uuid", "cramplog.domain.draft", "cramplog.gui.dialogs.damage")

FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from cramplog import bootstrap, paths
from cramplog.gui import application

program = application.start_qt()
built = bootstrap.build(paths.Paths.under(Path(sys.argv[1])))
seen = []
built.window.painted.connect(lambda: seen.extend(sys.modules))
built.client.opened.connect(lambda: QTimer.singleShot(0, program.quit))
built.show()
program.exec()
built.stop()
print(json.dumps({"painted": seen, "in the end": sorted(sys.modules)}))
"""

FIRST_LOOK = """
import json, sys
from pathlib import Path
from cramplog.bootstrap import Opener
from cramplog.paths import Paths

opener = Opener(Paths.under(Path(sys.argv[1])))
found = opener.first_look(4)
seen = list(sys.modules)
opener(create=True).close()
print(json.dumps({"found": found is not None, "looked": seen, "in the end": sorted(sys.modules)}))
"""

# The window on the example diary, until every page is made and two have been shown with their pictures.
ON_WHICH_THREAD = """
import json, sys, threading, time
from pathlib import Path

wrong = []
def heard(event, given):
    is_qts = event == "import" and given[0].startswith(("PySide6", "cramplog.gui"))
    if is_qts and threading.current_thread() is not threading.main_thread():
        wrong.append(given[0])
sys.addaudithook(heard)

from cramplog import bootstrap, paths
from cramplog.gui import application
from cramplog.gui.pages_on_demand import KEYS

program = application.start_qt()
built = bootstrap.build(paths.Paths.under(Path(sys.argv[1])))
built.show()
for page in ("", "insights", "summary"):
    if page:
        built.window.shell.show_page(page)
    pages = built.window.pages
    end = time.monotonic() + 60
    while time.monotonic() < end and (built.tasks.are_busy or not all(map(pages.is_made, KEYS))):
        program.processEvents()
        time.sleep(0.005)
made = [key for key in KEYS if pages.is_made(key)]
found = list(wrong)
# The control: a thread that does load one is noticed.
thread = threading.Thread(target=lambda: __import__("cramplog.gui.dialogs.about"))
thread.start(); thread.join()
built.stop()
print(json.dumps({"made": len(made) == len(KEYS), "wrong": found, "control": len(wrong) > len(found)}))
"""

COMMAND_MODULES = """
import json, sys
from cramplog.__main__ import main

status = main(sys.argv[1:])
print(json.dumps([name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")]))
sys.exit(status)
"""


def python(script: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A script in a process of its own, with an empty home."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=in_home(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def in_home(home: Path) -> dict[str, str]:
    """The environment with an empty home and no screen."""
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_the_first_paint_has_loaded_nothing_slow(tmp_path: Path) -> None:
    said = python(FIRST_PAINT, str(tmp_path / "diary"), home=tmp_path)

    assert said.returncode == 0, said.stderr
    modules = json.loads(said.stdout)
    assert modules["painted"], "the window was never painted"
    assert [name for name in (*HEAVY, *FOR_LATER) if name in modules["painted"]] == []
    # The control: opening the diary does load SQLAlchemy, so that the list above can be trusted.
    assert "sqlalchemy" in modules["in the end"]


def test_the_first_look_at_a_diary_loads_nothing_slow(tmp_path: Path) -> None:
    diary = Opener(Paths.under(tmp_path / "diary"))(create=True)
    diary.diary.record(an_episode())
    diary.close()

    said = python(FIRST_LOOK, str(tmp_path / "diary"), home=tmp_path)

    assert said.returncode == 0, said.stderr
    modules = json.loads(said.stdout)
    assert modules["found"]
    assert [name for name in HEAVY if name in modules["looked"]] == []
    assert "sqlalchemy" in modules["in the end"]


@pytest.mark.parametrize(
    "command",
    [
        ("log", "--muscle", "calf", "--side", "left"),
        ("free",),
        ("analysis", "--json"),
        ("check",),
        ("summary", "page.pdf"),
    ],
    ids=lambda command: command[0],
)
def test_no_command_loads_qt(tmp_path: Path, command: tuple[str, ...]) -> None:
    diary = tmp_path / "diary.db"
    python(COMMAND_MODULES, "log", "--muscle", "foot", "--side", "left", "--diary", str(diary), home=tmp_path)
    command = tuple(str(tmp_path / part) if part.endswith(".pdf") else part for part in command)

    said = python(COMMAND_MODULES, *command, "--diary", str(diary), home=tmp_path)

    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout.splitlines()[-1]) == []


def test_a_real_process_opens_and_closes_when_it_is_asked_to(tmp_path: Path) -> None:
    diary = tmp_path / "diary.db"
    process = subprocess.Popen(
        [sys.executable, "-m", "cramplog", "--diary", str(diary)],
        env=in_home(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(diary)
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        out, errors = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()

    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert out == ""


def test_the_qt_binding_keeps_count_of_none(tmp_path: Path) -> None:
    said = python(
        "import sys; from PySide6.QtCore import QRectF; area = QRectF(); before = sys.getrefcount(None)\n"
        "for _ in range(1000): area.setLeft(1.0)\n"
        "print(before - sys.getrefcount(None))",
        home=tmp_path,
    )

    assert abs(int(said.stdout)) < 100


def test_without_a_screen_one_sentence_says_so(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in in_home(tmp_path).items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }

    said = subprocess.run(
        [sys.executable, "-m", "cramplog"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert said.returncode == 1
    assert said.stderr.startswith("cramplog: There is no screen to open the window on")
    assert len(said.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()


def wait_for(path: Path, seconds: float = 30) -> None:
    """Wait until a file is there."""
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, f"{path.name} was never made"
        time.sleep(0.05)


def test_no_worker_loads_anything_of_qts(tmp_path: Path) -> None:
    """Two threads that make the binding's classes at once end the program; it did, in one start of twenty."""
    diary = Opener(Paths.under(tmp_path))(create=True)
    diary.diary.record(an_episode("2026-09-01 20:00", pain=5))
    diary.close()

    run = subprocess.run(
        [sys.executable, "-c", ON_WHICH_THREAD, str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"made": True, "wrong": [], "control": True}
