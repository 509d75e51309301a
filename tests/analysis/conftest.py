"""The three simulated diaries beside the project, for the tests that read them."""

from __future__ import annotations

from pathlib import Path

import pytest

DIARIES = Path(__file__).parents[3] / "shared" / "diaries"


@pytest.fixture
def diaries() -> Path:
    """The folder with the simulated diaries; skips where the project stands alone."""
    if not DIARIES.is_dir():
        pytest.skip("the simulated diaries are not beside this project")
    return DIARIES
