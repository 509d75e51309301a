"""A diary file for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cramplog.storage.diary_file import DiaryFile


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[DiaryFile]:
    """A new, empty diary."""
    with DiaryFile.create(tmp_path / "home" / "diary.db") as made:
        yield made
