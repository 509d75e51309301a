"""What every test relies on: no screen, no home of the person, and nothing left running behind it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trials
from hypothesis import HealthCheck, settings
from trials import Tried

# On a clean checkout the first test that draws any text also makes Hypothesis's table of all characters,
# which takes seconds; on a busy machine any example may be late. Neither says anything about the program.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes what belongs to the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def nothing_is_left_running() -> Iterator[None]:
    """A test that leaves a thread or a window behind fails, and not the next one."""
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    assert left == []
    assert [type(window).__name__ for window in _windows() if window not in windows] == []


def _windows() -> list[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Tried:
    """For a fault test to say what it has tried."""

    def say(promise: str, fault: str, states: int, *, lost: int = 0, note: str = "") -> None:
        record_property(trials.PROPERTY, [promise, fault, states, lost, note])

    return say


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the fault tests tried and found, one line a fault."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    found = [it for report in reports for name, it in report.user_properties if name == trials.PROPERTY]
    if lines := trials.table(found):
        terminalreporter.section("promises tried")
        for line in lines:
            terminalreporter.write_line(line)
