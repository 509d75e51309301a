"""The diaries and the stopwatch of every benchmark.

python -m pytest tests/bench -o addopts=--import-mode=importlib --benchmark-json=bench.json
python tests/bench/table.py bench.json
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from big_diary import big_diary
from stopwatch import SIZES, Filled, Stopwatch, fill

from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary


@pytest.fixture(scope="session", params=SIZES, ids=["hundred", "usual", "large"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The diaries, each made once."""
    size: int = request.param
    days, workouts = SIZES[size]
    contents = big_diary(episodes=size, days=days, workouts=workouts)
    paths = Paths.under(tmp_path_factory.mktemp(f"diary-{size}"))
    fill(paths, contents)
    return Filled(size, contents, paths)


@pytest.fixture
def diary(filled: Filled) -> Iterator[OpenDiary]:
    """The diary, open, and read once."""
    opened = filled.opener(create=True)
    opened.reading.contents()
    yield opened
    opened.close()


@pytest.fixture
def beside(benchmark: BenchmarkFixture) -> Stopwatch:
    """The stopwatch of this test."""
    return Stopwatch(benchmark)
