"""The house's style, as far as a machine can see it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
SOURCES = sorted((HOUSE / "cramplog").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_MAIN_WINDOW = 300


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """One of the checking tools, as it is configured in pyproject.toml."""
    program = Path(sys.executable).with_name(command[0])
    return subprocess.run([program, *command[1:]], cwd=HOUSE, capture_output=True, text=True, check=False)


def test_ruff_finds_nothing() -> None:
    said = run("ruff", "check", ".")

    assert said.returncode == 0, said.stdout


def test_the_code_is_formatted() -> None:
    said = run("ruff", "format", "--check", ".")

    assert said.returncode == 0, said.stdout


def test_mypy_in_its_strict_mode_finds_nothing() -> None:
    said = run("mypy")

    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_file_holds_more_than_one_thing(source: Path) -> None:
    longest = LONGEST_MAIN_WINDOW if source.name == "main_window.py" else LONGEST_FILE

    assert len(source.read_text().splitlines()) <= longest


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_file_opens_with_one_sentence(source: Path) -> None:
    first = source.read_text().splitlines()[0]

    assert re.match(r'"""[A-Z].*[.:]', first), first


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_text_for_people_is_put_together_before_it_is_translated(source: Path) -> None:
    found = re.findall(r"\b(?:_|ngettext|pgettext)\(\s*f[\"']", source.read_text())

    assert found == []


def test_colours_are_named_in_the_theme_and_the_greys_of_paper_alone() -> None:
    elsewhere = [
        path
        for path in SOURCES
        if "theme" not in path.parts
        and path != HOUSE / "cramplog/charts/paper.py"
        and re.search(r"[\"']#[0-9A-Fa-f]{3,8}[\"']", path.read_text())
    ]

    assert elsewhere == []
