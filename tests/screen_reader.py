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
from gi.repository import GLib

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
    """Finds things by what they are called. `heard` also has what was announced without being looked for."""

    def __init__(self) -> None:
        self.heard: dict[str, Any] = {"announced": []}
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")

    def listen(self, seconds: float) -> None:
        """Wait, and take in what is announced meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.02)

    def _hear(self, event: Any) -> None:
        self.heard["announced"].append(str(event.any_data))

    def program(self) -> Any:
        """CrampLog among the programs of the desktop."""
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and "cramplog" in (application.name or "").lower():
                return application
        return None

    def find(self, name: str, *, to_press: bool = False) -> Any:
        """The one with this name that is shown; "…" stands for any words. Waits for it."""
        asked = re.compile(re.escape(name).replace("…", ".*"), re.DOTALL)
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            program = self.program()
            if program is not None:
                program.clearCache()
                for one in everything(program):
                    if asked.fullmatch(one.name or "") and _is_shown(one) and (_presses(one) or not to_press):
                        return one
            self.listen(0.5)
        seen = sorted({one.name for one in everything(self.program()) if one.name and _is_shown(one)})
        raise LookupError(f"{name!r} is not there; there are {seen}")

    def press(self, name: str) -> None:
        """Do what a press would do."""
        found = self.find(name, to_press=True)
        found.queryAction().doAction(_presses(found)[0])
        self.listen(0.4)


def _presses(one: Any) -> list[int]:
    """Which of its actions press it, the best first; none where it is no button."""
    try:
        actions = one.queryAction()
    except NotImplementedError:
        return []
    names = [actions.getName(at).lower() for at in range(actions.nActions)]
    return [names.index(action) for action in PRESSED if action in names]


def _is_shown(one: Any) -> bool:
    states = one.getState()
    return bool(states.contains(pyatspi.STATE_SHOWING))


def story(reader: Reader) -> None:
    """The first minutes: the steps, a day without, a cramp, and what it comes to."""
    reader.press("Skip")
    reader.find("All changes saved on this computer")
    reader.find("Your diary is empty")
    reader.listen(1)
    reader.press("No cramps today")
    reader.find("… is marked as cramp-free.")
    reader.press("Cramp now")
    reader.press("It’s over")
    reader.press("List")
    reader.press("Left calf")
    reader.press("…: 8, severe")
    reader.find("Saved. Add what you like, now or later.")
    reader.press("Warning signs")
    reader.press("Urine as dark as tea or cola")
    reader.find("Get help today. Urine as dark as tea or cola. …")
    reader.press("Done")
    reader.press("Insights")
    for card in ("Severe", "Often", "Hard to ease", "No clear cause"):
        reader.heard[card] = reader.find(card).description
    reader.listen(1)


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
