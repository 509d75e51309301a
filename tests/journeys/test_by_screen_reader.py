"""What a person does who sees nothing: log a cramp, check a day in, hear the four reasons."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).parents[1] / "screen_reader.py"
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = "at-spi2-core dbus python3-pyatspi xvfb xauth"


def has_the_tools() -> bool:
    """Whether this system can be heard as a screen reader hears it."""
    if not (shutil.which("dbus-run-session") and shutil.which("xvfb-run") and Path(SYSTEM_PYTHON).exists()):
        return False
    tried = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not has_the_tools(), reason=f"needs: apt install {TOOLS}")
def test_everything_needed_can_be_done_through_the_accessibility_tree_alone(tmp_path: Path) -> None:
    speaks_english = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}

    told = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", SYSTEM_PYTHON, STORY, sys.executable, tmp_path],
        env=speaks_english,
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )

    assert told.returncode == 0, told.stderr
    heard = json.loads(told.stdout.splitlines()[-1])
    announced = heard.pop("announced")
    assert heard["Severe"].startswith("Not enough data yet. 1 of 28 days known.")
    assert list(heard) == ["Severe", "Often", "Hard to ease", "No clear cause"]
    assert all("Our rule: " in said for said in heard.values())
    saved, found = "All changes saved on this computer", "Get help today. Urine as dark as tea or cola."
    assert announced[0] == saved
    assert announced[1].endswith(" is marked as cramp-free.")
    assert [said for said in announced[2:] if said == saved]
    assert [said for said in announced[2:] if said.startswith(found)]
    assert announced[-1].startswith("None is met so far; 4 cannot be judged yet.")
    written = tmp_path / "diary.json"
    export = [
        sys.executable,
        "-m",
        "cramplog",
        "--diary",
        tmp_path / "diary.db",
        "export",
        "--format",
        "json",
        written,
    ]
    subprocess.run(export, env=speaks_english, check=True)
    diary = json.loads(written.read_text())
    (episode,) = diary["episodes"]
    assert (episode["places"], episode["pain"]) == ([{"muscle": "calf", "side": "left"}], 8)
    assert [day["cramp_free"] for day in diary["days"]] == [True]
