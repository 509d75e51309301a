"""Diaries of fixed size, and a stopwatch that measures each thing beside its floor."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from big_diary import AS_OF
from pytest_benchmark.fixture import BenchmarkFixture

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.contents import DiaryContents
from cramplog.domain.steps import RecordChange
from cramplog.paths import Paths

# Ten times the cramps in ten times the days: what grows faster than the diary shows.
SIZES = {100: (100, 30), 10_000: (3_650, 3_000), 100_000: (36_500, 30_000)}
CLOCK = FixedClock(AS_OF, "UTC")


@dataclass(frozen=True, slots=True)
class Filled:
    """A diary of so many cramps on disk, what is in it, and how to open it."""

    size: int
    contents: DiaryContents
    paths: Paths

    @property
    def opener(self) -> Opener:
        """Opens it as the program does."""
        return Opener(self.paths, CLOCK)


def fill(paths: Paths, contents: DiaryContents) -> None:
    """Save everything at once, as an import does."""
    diary = Opener(paths, CLOCK)(create=True)
    changes = [RecordChange(Kind.EPISODES, one.id, None, one) for one in contents.episodes]
    changes += [RecordChange(Kind.DAYS, one.date.isoformat(), None, one) for one in contents.days]
    changes += [RecordChange(Kind.WORKOUTS, one.id, None, one) for one in contents.workouts]
    diary.diary.take_over(tuple(changes))
    diary.close()


class Stopwatch:
    """Measures one thing and its floor, in turns, so that both see the same machine."""

    def __init__(self, benchmark: BenchmarkFixture) -> None:
        self._benchmark = benchmark

    def __call__(
        self,
        ours: Callable[[], Any],
        floor: Callable[[], Any],
        *,
        beneath: str,
        size: int = 0,
        rounds: int = 5,
        setup: Callable[[], None] | None = None,
    ) -> None:
        """`beneath` says what the floor is. The best of the rounds counts on both sides."""
        ours()
        floors = []

        def between() -> None:
            gc.collect()
            floors.append(seconds(floor))
            if setup is not None:
                setup()

        self._benchmark.pedantic(ours, setup=between, rounds=rounds, iterations=1)
        self._benchmark.extra_info.update(floor=min(floors), beneath=beneath, size=size)


def seconds(work: Callable[[], Any]) -> float:
    """How long `work` takes on the clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
