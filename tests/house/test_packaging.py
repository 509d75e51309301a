"""What an installer lays beside the program is what a desktop, a software centre and `man` can read."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as Tree

import pytest

Recipe = Callable[..., ModuleType]
PACKAGING = Path(__file__).parents[2] / "packaging"
CHANGELOG = """# What changed

## 1.1.0 (2027-02-01)

* A `first` point
  on two lines.
* A second one.

## 1.0.0 (2026-12-01)

* The beginning.

## 0.1.0 (not yet released)

* Nothing that a software centre should tell.
"""


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Recipe:
    """Loads one recipe of packaging/ by its path."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def load(*parts: str) -> ModuleType:
        path = PACKAGING.joinpath(*parts)
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


def tool(name: str) -> str:
    """The path of a checking tool; skips where the system lacks it."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def refusal(*command: str | Path) -> str:
    """What a checking tool complains of; nothing where it is content."""
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


def test_a_desktop_can_read_the_launcher(tmp_path: Path) -> None:
    launcher = PACKAGING / "linux" / "cramplog.desktop"
    spoilt = tmp_path / "cramplog.desktop"
    spoilt.write_text(launcher.read_text(encoding="utf-8").replace("Type=Application", "Type=Nothing"))

    assert refusal(tool("desktop-file-validate"), launcher) == ""
    assert "Type" in refusal(tool("desktop-file-validate"), spoilt)


@pytest.mark.parametrize("address", [None, "https://example.org/pictures"])
def test_a_software_centre_can_read_what_it_shows(
    tmp_path: Path, recipe: Recipe, address: str | None
) -> None:
    made = recipe("linux", "metainfo.py")
    good, bad = tmp_path / "good.metainfo.xml", tmp_path / "bad.metainfo.xml"
    good.write_text(made.metainfo(CHANGELOG, address), encoding="utf-8")
    bad.write_text(made.metainfo(CHANGELOG, "not an address"), encoding="utf-8")
    command = (tool("appstreamcli"), "validate", "--no-net", "--pedantic")

    assert refusal(*command, good) == ""
    assert "web-url-expected" in refusal(*command, bad)


def test_every_picture_that_a_software_centre_is_told_of_is_there(recipe: Recipe) -> None:
    made = Tree.fromstring(recipe("linux", "metainfo.py").metainfo(CHANGELOG, "https://example.org/pictures"))

    told = [Path(str(each.text)).name for each in made.iter("image")]
    assert told
    assert [name for name in told if not (PACKAGING.parent / "docs" / "pictures" / name).is_file()] == []


def test_the_releases_are_the_dated_ones_of_the_changelog(recipe: Recipe) -> None:
    made = Tree.fromstring(recipe("linux", "metainfo.py").metainfo(CHANGELOG))

    releases = [(each.get("version"), each.get("date")) for each in made.iter("release")]
    notes = [each.text for each in made.iter("li")]
    assert releases == [("1.1.0", "2027-02-01"), ("1.0.0", "2026-12-01")]
    assert notes == ["A first point on two lines.", "A second one.", "The beginning."]


def test_the_manual_page_tells_every_command_and_option(tmp_path: Path, recipe: Recipe) -> None:
    page = tmp_path / "cramplog.1"
    page.write_text(recipe("linux", "manpage.py").manual(), encoding="utf-8")

    read = subprocess.run(
        [tool("man"), "--warnings", "-l", page],
        env={**os.environ, "MANWIDTH": "200", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": "", "PAGER": "cat"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert read.stderr == ""
    told = ("cramplog log", "cramplog restore", "--urine-colour", "--selftest", "share/cramplog/diary.db")
    for words in told:
        assert words in read.stdout


def test_every_size_of_the_icon_for_windows_can_be_found_in_its_file(recipe: Recipe) -> None:
    drawn = recipe("draw_icon.py")
    pictures = {16: b"first", 256: b"second one"}

    made = drawn.ico(pictures)

    # Microsoft's ICO: reserved 0, type 1, count; then width, height (0 is 256), …, bytes, offset for each.
    assert made[:6] == b"\0\0\1\0\2\0"
    assert made[6:8] == b"\x10\x10"
    assert made[22:24] == b"\0\0"
    assert made[6 + 12 : 6 + 16] == (38).to_bytes(4, "little")
    assert made.endswith(b"firstsecond one")
