"""A program killed at any moment has kept what it said to be saved, and opens again.

This alone proves little: the system keeps what a killed program had written. `test_power_cut` is the judge.
"""

from __future__ import annotations

import os
import random
import select
import signal
import time
import warnings
from pathlib import Path

import pytest
from making import an_episode, at
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.ids import new_id
from cramplog.paths import Paths

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")


def writes_until_killed(opener: Opener, told: int, number: int, *, too_early: bool = False) -> None:
    """Saves one cramp after the other and tells of each, or tells before; `number` makes their notes."""
    diary = opener(create=True)
    for saved in range(10_000):
        note, filler = f"{number}-{saved}", "x" * (saved * 997 % 9_000)
        episode = an_episode("2026-11-20 02:10 +01:00", id=new_id(), note=f"{note} {filler}")
        if too_early:
            os.write(told, f"{note}\n".encode())
        diary.drafts.keep(EpisodeDraft.of(episode))
        diary.diary.record(episode)
        os.write(told, f"{note}\n".encode())


def kill_soon(opener: Opener, number: int, chance: random.Random, *, too_early: bool = False) -> set[str]:
    """Let a child write and kill it; what it said to have saved."""
    reads, writes = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            os.close(reads)
            writes_until_killed(opener, writes, number, too_early=too_early)
        finally:
            os._exit(1)
    os.close(writes)
    select.select([reads], [], [], 5)
    time.sleep(chance.uniform(0, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reads) as said:
        return {line.strip() for line in said if line.endswith("\n")}


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    """Its diary was opened here before, so that no child must first load all that this takes."""
    made = Opener(Paths.under(tmp_path), FixedClock(at("2026-11-22 12:30 +01:00"), "Europe/Berlin"))
    made(create=True).close()
    return made


@pytest.mark.parametrize(
    "kills", [pytest.param(15, id="some"), pytest.param(1_000, id="thousand", marks=pytest.mark.slow)]
)
def test_killed_at_random_moments_it_keeps_what_it_said_was_saved(
    opener: Opener, kills: int, tried: Tried
) -> None:
    chance = random.Random(20_261_122)
    told, lost, unsound, slowest = 0, 0, 0, 0.0
    for number in range(kills):
        said = kill_soon(opener, number, chance)
        started = time.perf_counter()
        diary = opener(create=True)
        slowest = max(slowest, time.perf_counter() - started)
        saved = {episode.note.split()[0] for episode in diary.reading.episodes()}
        recorded = {episode.id for episode in diary.reading.episodes()}
        unsound += not diary.upkeep.check().ok or not diary.file.writable
        unsound += any(draft.id in recorded for draft in diary.drafts.unfinished())
        lost += len(said - saved)
        told += len(said)
        if len(saved) > 300:
            diary.diary.remove(tuple(recorded))
            diary.diary.empty_trash()
        diary.close()

    note = f"{told} saves told, opened in {slowest:.2f} s"
    tried("P1–P3", "kill -9", kills, lost=lost + unsound, note=note)
    assert (lost, unsound) == (0, 0)
    assert told >= kills
    assert slowest < 5


def test_a_program_that_tells_before_it_saves_would_lose_what_it_told(opener: Opener) -> None:
    chance = random.Random(20_261_122)
    said: set[str] = set()
    for number in range(12):
        said |= kill_soon(opener, number, chance, too_early=True)
    diary = opener(create=True)
    saved = {episode.note.split()[0] for episode in diary.reading.episodes()}
    diary.close()

    assert said - saved != set()
