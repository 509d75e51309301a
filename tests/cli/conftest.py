"""One command after the other, in this process, on a diary of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cramplog.__main__ import main


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def cramplog(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `cramplog ...` on the diary `diary.db` of this test's folder."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def run(*arguments: str, diary: Path | None = None) -> Said:
        try:
            status = main([*arguments, "--diary", str(diary or tmp_path / "diary.db")])
        except SystemExit as ended:
            status = int(ended.code or 0)
        out, err = capfd.readouterr()
        return Said(status, out, err)

    return run
