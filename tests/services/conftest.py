"""An open diary in a folder of its own, at a fixed moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import at

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary

NOW = "2026-11-22 12:30 +01:00"


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    """Opens the diary of this test."""
    return Opener(Paths.under(tmp_path), FixedClock(at(NOW), "Europe/Berlin"))


@pytest.fixture
def diary(opener: Opener) -> Iterator[OpenDiary]:
    """A new diary, open."""
    opened = opener(create=True)
    yield opened
    opened.close()
