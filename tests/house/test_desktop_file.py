"""The desktop file: what a right click on the launcher offers is a command that there is."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from cramplog.cli.arguments import parse

DESKTOP_FILE = Path(__file__).parents[2] / "packaging" / "linux" / "cramplog.desktop"


def desktop_file() -> configparser.ConfigParser:
    """The file as a desktop reads it."""
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DESKTOP_FILE, encoding="utf-8")
    return read


def test_a_cramp_and_a_free_day_are_one_right_click_away() -> None:
    found = desktop_file()

    assert found["Desktop Entry"]["Actions"] == "now;free;"
    assert found["Desktop Action now"]["Name"] == "Cramp now"
    assert found["Desktop Action free"]["Name"] == "No cramps today"


@pytest.mark.parametrize("part", ["Desktop Entry", "Desktop Action now", "Desktop Action free"])
def test_each_entry_runs_a_command_that_there_is(part: str) -> None:
    program, *words = desktop_file()[part]["Exec"].split()

    assert program == "cramplog"
    assert parse(words).command == (words[0] if words else None)
