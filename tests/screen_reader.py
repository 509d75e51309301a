"""A person who sees nothing: does everything through the tree that screen readers read, and nothing else.

usage: /usr/bin/python3 screen_reader.py PYTHON FOLDER

Runs under the system's Python, which has the bindings of AT-SPI, in a session bus and a display of its own.
At the end it says as JSON what it has heard.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyatspi

PATIENCE_S = 60
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PRESSED = ("toggle", "press", "click", "activate", "check")


def everything(root: Any) -> Iterator[Any]:
    """The accessible and all in it that is shown."""
    yield root
    for at in range(root.childCount):
        try:
            child = root.getChildAtIndex(at)
            if child is not None:
                yield from everything(child)
        except (LookupError, RuntimeError):
            continue


class Reader:
    """Finds things by what they are called."""

    def __init__(self) -> None:
        self.heard: dict[str, Any] = {}

    def program(self) -> Any:
        """CrampLog among the programs of the desktop."""
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and "cramplog" in (application.name or "").lower():
                return application
        return None

    def find(self, name: str) -> Any:
        """The one with this name that is shown; "…" stands for any words. Waits for it."""
        asked = re.compile(re.escape(name).replace("…", ".*"), re.DOTALL)
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            program = self.program()
            if program is not None:
                program.clearCache()
                for one in everything(program):
                    if asked.fullmatch(one.name or "") and _is_shown(one):
                        return one
            time.sleep(0.5)
        seen = sorted({one.name for one in everything(self.program()) if one.name and _is_shown(one)})
        raise LookupError(f"{name!r} is not there; there are {seen}")

    def press(self, name: str) -> None:
        """Do what a press would do."""
        found = self.find(name)
        actions = found.queryAction()
        names = [actions.getName(at).lower() for at in range(actions.nActions)]
        at = next(names.index(action) for action in PRESSED if action in names)
        actions.doAction(at)
        time.sleep(0.4)


def _is_shown(one: Any) -> bool:
    states = one.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING))


def story(reader: Reader) -> None:
    """The first minutes: the steps, a day without, a cramp, and what it comes to."""
    reader.press("Skip")
    reader.find("All changes saved on this computer")
    reader.find("Your diary is empty")
    time.sleep(1)
    reader.press("No cramps today")
    reader.find("… is marked as cramp-free.")
    reader.press("Cramp now")
    reader.press("It’s over")
    reader.press("List")
    reader.press("Left calf")
    reader.press("…: 8, severe")
    reader.find("Saved. Add what you like, now or later.")
    reader.press("Done")
    reader.press("Insights")
    for card in ("Severe", "Often", "Hard to ease", "No clear cause"):
        reader.heard[card] = reader.find(card).description


def main() -> None:
    """Start the program and its listener, and tell the story."""
    python, folder = sys.argv[1], Path(sys.argv[2])
    bus = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        **{f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
    }
    window = subprocess.Popen(
        [python, "-m", "cramplog", "--diary", str(folder / "diary.db")], env=surroundings
    )
    reader = Reader()
    try:
        story(reader)
    finally:
        window.terminate()
        window.wait(timeout=PATIENCE_S)
        bus.terminate()
        bus.wait(timeout=PATIENCE_S)
    sys.stdout.write(json.dumps(reader.heard))


if __name__ == "__main__":
    main()
