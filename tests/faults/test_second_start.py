"""`cramplog now`: the window with the timer running, or the window that is open already."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cramplog.bootstrap import Opener
from cramplog.domain.timer import RunningTimer
from cramplog.paths import Paths

PATIENCE_S = 60.0


def start(diary: Path, *command: str) -> subprocess.Popen[bytes]:
    """The program itself, on a screen that is not there."""
    return subprocess.Popen(
        [sys.executable, "-m", "cramplog", *command, "--diary", str(diary)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def run() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts the program; each one is ended afterwards."""
    started: list[subprocess.Popen[bytes]] = []

    def start_one(diary: Path, *command: str) -> subprocess.Popen[bytes]:
        started.append(start(diary, *command))
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        process.wait()


def running_timer(diary: Path) -> RunningTimer | None:
    if not diary.exists():
        return None
    opened = Opener(Paths.of_person(diary))(create=False)
    try:
        return opened.drafts.running_timer()
    finally:
        opened.close()


def wait_for_timer(diary: Path) -> RunningTimer:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = running_timer(diary)
        if found is not None:
            return found
        time.sleep(0.2)
    raise AssertionError("no timer is running")


def test_now_opens_the_window_with_the_timer_running(
    tmp_path: Path, run: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run(tmp_path / "diary.db", "now")

    assert wait_for_timer(tmp_path / "diary.db").places == ()


def test_a_second_now_ends_at_once_and_the_first_timer_runs_on(
    tmp_path: Path, run: Callable[..., subprocess.Popen[bytes]]
) -> None:
    diary = tmp_path / "diary.db"
    first = run(diary, "now")
    began = wait_for_timer(diary).started
    second = run(diary, "now")

    assert second.wait(PATIENCE_S) == 0
    assert first.poll() is None
    assert wait_for_timer(diary).started == began
