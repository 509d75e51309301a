"""`cramplog --selftest`: an installation says whether it is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cramplog import bootstrap
from cramplog.cli import selftest
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary


def example(folder: Path) -> OpenDiary:
    """The example diary, as the program opens it."""
    return bootstrap.Opener(Paths.under(folder)).example()


def empty(folder: Path) -> OpenDiary:
    """A new diary, as the program opens it."""
    return bootstrap.Opener(Paths.under(folder))(create=True)


def test_a_whole_installation_passes_and_needs_no_screen(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cramplog", "--selftest"],
        env={"HOME": str(tmp_path), "PATH": "", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [line.split(":")[0] for line in ran.stdout.splitlines()[1:]] == [
        "import", "files", "charts", "page", "check",
    ]  # fmt: skip
    assert not list(tmp_path.glob("cramplog-*"))


def test_what_an_installation_lacks_is_named_and_the_rest_is_still_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    status = selftest.run(example, empty)

    said = capsys.readouterr().out.splitlines()
    assert status == 1
    assert said[2].startswith("files: FAILED: ModuleNotFoundError")
    assert not any("FAILED" in line for line in said[:2] + said[3:])
