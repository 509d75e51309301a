"""After a power cut at any moment the diary opens, and holds everything that was said to be saved, whole."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import power_cut
import power_cut_story
import pytest
from making import at
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import CrampLogError
from cramplog.paths import Paths
from cramplog.storage import backup_care
from cramplog.storage.manifest import backups

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")

STORY = Path(power_cut_story.__file__)
OLD = STORY.parent / "storage" / "old_diaries" / "schema_1_full.db"
NOW = at("2026-11-22 12:30 +01:00")
# A control has shown that it can see after so many losses.
ENOUGH = 10
CUTS = ("none", "all", *["some"] * 8)


# The home, the strace log and the states of one run of the story.
Run = tuple[Path, Path, list[str]]


@dataclass
class Found:
    """What the power cuts came to."""

    states: int = 0
    lost: int = 0
    halves: int = 0
    not_opened: int = 0
    bad_backups: int = 0
    examples: list[str] = field(default_factory=list)

    def as_tried(self) -> dict[str, int]:
        """For the table."""
        lost = self.lost + self.halves + self.not_opened + self.bad_backups
        return {"states": self.states, "lost": lost}

    def __str__(self) -> str:
        return (
            f"{self.states} states: {self.lost} lost a save, {self.halves} held half of one, "
            f"{self.not_opened} did not open, {self.bad_backups} bad backups {self.examples[:3]}"
        )


class Judge:
    """Opens what a power cut left, with the program itself, and compares it with what the person was told."""

    def __init__(self, states: list[str], home: Path, folder: Path) -> None:
        # What was undone looks as it did before: a state may have been told of more than once.
        self._times: dict[str, list[int]] = {}
        for number, state in enumerate(states):
            self._times.setdefault(state, []).append(number)
        self._home, self._folder = home, folder
        self._known: dict[int, str | None] = {}
        self.found = Found()

    def look(self, left: dict[str, bytes], told: int) -> None:
        """`told`: how many times the person was told that something is saved."""
        self.found.states += 1
        key = hash(tuple(sorted(left.items())))
        if key not in self._known:
            self._known[key] = self._opened(left)
        state = self._known[key]
        times = self._times.get(state or "", [])
        if state is None:
            self.found.not_opened += 1
        elif not times:
            self.found.halves += 1
        # The last that was told, or what was just about to be told.
        elif told not in times and told - 1 not in times:
            self.found.lost += 1

    def _opened(self, left: dict[str, bytes]) -> str | None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, content in left.items():
            file = self._folder / Path(name).relative_to(self._home)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        for backup in backups(self._folder / "backups"):
            self.found.bad_backups += not backup_care.is_good(backup)
        try:
            diary = Opener(Paths.under(self._folder), FixedClock(NOW, "Europe/Berlin"))(create=True)
        except CrampLogError as error:
            self.found.examples.append(str(error))
            return None
        try:
            return power_cut_story.seen(diary)
        except CrampLogError as error:
            self.found.examples.append(str(error))
            return "damaged"
        finally:
            diary.close()


def a_run(folder: Path, rounds: int, *how: str) -> Run:
    """The home, the strace log and the states of one run of the story."""
    home, log, states = folder / "home", folder / "log", folder / "states.json"
    home.mkdir()
    if not rounds:
        shutil.copy(OLD, home / "diary.db")
    power_cut.record(STORY, home, log, str(states), str(rounds), *how)
    return home, log, json.loads(states.read_text())


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Run]:
    """Each run of the story is made once, whatever disk its power is cut on."""
    made: dict[tuple[int, tuple[str, ...]], Run] = {}

    def one(rounds: int, *how: str) -> Run:
        if (rounds, how) not in made:
            made[rounds, how] = a_run(tmp_path_factory.mktemp("run"), rounds, *how)
        return made[rounds, how]

    return one


def every_cut(
    log: Path,
    home: Path,
    *,
    ordered: bool,
    stride: int = 1,
    before: dict[str, bytes] | None = None,
    since: int = 0,
) -> Iterator[tuple[dict[str, bytes], int]]:
    """What is left after each cut, with how much was acknowledged before it; at every `stride`th moment.

    `since`: only after so much was acknowledged.
    """
    chance = random.Random(20_261_122)
    replay = power_cut.Replay(log, home, ordered=ordered, before=before)
    moments = (told for told in replay if told >= since)
    for number, told in enumerate(moments):
        if number % stride == stride // 2:
            for kind in CUTS:
                yield replay.disk.after_power_cut(chance, kind), told


@pytest.fixture
def fast_folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where that can be: thousands of small diaries are written here."""
    memory = Path("/dev/shm")
    folder = (memory if memory.is_dir() else tmp_path) / f"cramplog-{tmp_path.parent.name}-{tmp_path.name}"
    yield folder / "left"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "strict"])
@pytest.mark.parametrize(
    ("rounds", "stride", "least"),
    [pytest.param(1, 60, 60, id="some"), pytest.param(4, 1, 5_000, id="all", marks=pytest.mark.slow)],
)
def test_no_power_cut_loses_what_was_saved_or_leaves_half_of_it(
    run: Callable[..., Run],
    fast_folder: Path,
    ordered: bool,
    rounds: int,
    stride: int,
    least: int,
    tried: Tried,
) -> None:
    home, log, states = run(rounds, "EXTRA")
    fast_folder.parent.mkdir()
    judge = Judge(states, home, fast_folder)

    for left, told in every_cut(log, home, ordered=ordered, stride=stride):
        judge.look(left, told)

    tried("P1–P3, P6", f"power cut, {'ordered' if ordered else 'strict'} disk", **judge.found.as_tried())
    assert judge.found.states >= least
    found = judge.found
    assert (found.lost, found.halves, found.not_opened, found.bad_backups) == (0, 0, 0, 0), str(found)


@pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "strict"])
@pytest.mark.parametrize(
    ("stride", "least"),
    [pytest.param(180, 30, id="some"), pytest.param(1, 1_500, id="all", marks=pytest.mark.slow)],
)
def test_no_power_cut_halves_an_update_or_a_restore(
    run: Callable[..., Run],
    fast_folder: Path,
    ordered: bool,
    stride: int,
    least: int,
    tried: Tried,
) -> None:
    home, log, states = run(0, "EXTRA")
    fast_folder.parent.mkdir()
    judge = Judge(states, home, fast_folder)
    before = {str(home / "diary.db"): OLD.read_bytes()}

    for left, told in every_cut(log, home, ordered=ordered, stride=stride, before=before):
        judge.look(left, told)

    disk = "ordered" if ordered else "strict"
    tried("P7, P11", f"power cut in update and restore, {disk} disk", **judge.found.as_tried())
    found = judge.found
    assert found.states >= least
    assert (found.lost, found.halves, found.not_opened, found.bad_backups) == (0, 0, 0, 0), str(found)


def test_a_backup_copied_over_the_diary_would_be_halved_by_the_same_cuts(
    run: Callable[..., Run], fast_folder: Path, tried: Tried
) -> None:
    home, log, states = run(0, "EXTRA", "naive")
    fast_folder.parent.mkdir()
    judge = Judge(states, home, fast_folder)
    before = {str(home / "diary.db"): OLD.read_bytes()}

    # What comes before is the same as in a run that is not naive.
    for left, told in every_cut(log, home, ordered=True, stride=33, before=before, since=2):
        judge.look(left, told)
        if judge.found.not_opened + judge.found.halves > ENOUGH:
            break

    tried("control of P11", "power cut in a naive restore", **judge.found.as_tried())
    assert judge.found.not_opened + judge.found.halves > ENOUGH


def test_with_sqlites_own_setting_the_same_cuts_lose_saves(
    run: Callable[..., Run], fast_folder: Path, tried: Tried
) -> None:
    home, log, states = run(1, "FULL")
    fast_folder.parent.mkdir()
    judge = Judge(states, home, fast_folder)

    for left, told in every_cut(log, home, ordered=True, stride=20):
        judge.look(left, told)
        if judge.found.lost > ENOUGH:
            break

    tried("control of P1", "power cut with synchronous=FULL", **judge.found.as_tried())
    assert judge.found.lost > ENOUGH


def test_the_replay_without_a_cut_is_what_the_run_left(run: Callable[..., Run]) -> None:
    home, log, _states = run(1, "EXTRA")
    replay = power_cut.Replay(log, home, ordered=True)
    for told in replay:
        last = told

    left = replay.disk.after_power_cut(random.Random(0), "all")
    assert left == {str(file): file.read_bytes() for file in home.rglob("*") if file.is_file()}
    assert last == 14
