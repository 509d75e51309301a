"""What was sealed lies open only while it is looked at, also where the program is killed meanwhile."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from children import exit_status_of

from cramplog.bootstrap import Opener
from cramplog.paths import Paths
from cramplog.storage.passing_folder import passing_folder, remove_leftovers


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_nobody_else_may_look_into_it_and_it_goes_with_all_that_is_in_it(temporary: Path) -> None:
    with passing_folder() as folder:
        (folder / "diary.db").write_text("zebrafish")
        assert folder.parent == temporary
        assert folder.stat().st_mode & 0o777 == 0o700

    assert list(temporary.iterdir()) == []


def is_killed() -> None:
    with passing_folder() as folder:
        (folder / "diary.db").write_text("zebrafish")
        os._exit(9)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")
def test_what_a_kill_left_goes_at_the_next_start_and_what_is_in_use_does_not(
    temporary: Path, tmp_path: Path
) -> None:
    assert exit_status_of(is_killed) == 9
    assert len(list(temporary.rglob("diary.db"))) == 1
    (temporary / "cramplog-opened-by-hand").mkdir()

    with passing_folder() as folder:
        (folder / "other.db").write_text("looked at")
        Opener(Paths.under(tmp_path / "home"))(create=True).close()
        assert list(temporary.rglob("*.db")) == [folder / "other.db"]
        remove_leftovers()
        assert (folder / "other.db").exists()
