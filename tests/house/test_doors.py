"""The doors between the rooms: the contracts hold, and each is proven by breaking it in a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]

# Contract, the file that breaks it in the copy, and the forbidden line.
BREACHES = [
    ("Doors open downward only", "domain/breach.py", "import cramplog.services"),
    ("Doors open downward only", "storage/breach.py", "import cramplog.exchange"),
    ("Doors open downward only", "services/breach.py", "import cramplog.gui"),
    ("Only the window knows Qt", "services/breach.py", "import PySide6"),
    ("Only the diary file knows SQL", "gui/breach.py", "import sqlite3"),
    ("Only the diary file knows SQL", "exchange/breach.py", "import sqlalchemy"),
    ("The kitchen and the dictionary carry nothing heavy", "analysis/breach.py", "import matplotlib"),
    ("The foundation is plain Python", "domain/breach.py", "import numpy"),
    ("Nothing can reach a network", "gui/breach.py", "import urllib.request"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says about the `cramplog` package in `folder`."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, free to be broken."""
    shutil.copytree(HOUSE / "cramplog", tmp_path / "cramplog", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_door_opens_downward_only(copy: Path) -> None:
    said = lint(copy)

    assert said.returncode == 0, said.stdout
    assert "0 broken" in said.stdout


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_a_breach_of_each_contract_is_noticed(copy: Path, contract: str, file: str, line: str) -> None:
    (copy / "cramplog" / file).write_text(f'"""A breach."""\n\n{line}\n')

    said = lint(copy)

    assert said.returncode == 1
    assert f"{contract} BROKEN" in said.stdout
