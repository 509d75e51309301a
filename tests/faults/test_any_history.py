"""Whatever is done in whatever order, crashes and restores included, the diary is what a plain dict says."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from children import exit_status_of
from hypothesis import HealthCheck, Phase, assume, settings, stateful
from hypothesis import strategies as st
from hypothesis.internal.conjecture import engine
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from making import an_episode, at
from strategies import ODD_NOTES
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.ids import new_id
from cramplog.paths import Paths

PAINS = st.sampled_from([None, *range(11)])
NOTES = st.sampled_from(["", "like stone", *ODD_NOTES])
START = at("2026-11-22 12:30 +01:00")
# So many backups can be put back.
KEPT = 20


@dataclass(frozen=True)
class Model:
    """The diary as it should be."""

    episodes: dict[str, tuple[int | None, str]] = field(default_factory=dict)
    days: dict[date, str] = field(default_factory=dict)
    trash: frozenset[str] = frozenset()


class History(RuleBasedStateMachine):
    """A person, a computer that crashes, and a dict that remembers."""

    steps: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.steps.append(0)
        self.home = Path(tempfile.mkdtemp(prefix="cramplog-history-"))
        self.minutes = 0
        self.model = Model()
        self.before: list[Model] = []
        self.backups: list[tuple[Path, Model]] = []
        self.made = 0
        self.opener = Opener(Paths.under(self.home), FixedClock(START, "Europe/Berlin"))
        self.diary = self.opener(create=True)

    def teardown(self) -> None:
        self.diary.close()
        shutil.rmtree(self.home)

    def did(self, model: Model) -> None:
        """A step that can be undone led here."""
        self.before.append(self.model)
        self.model = model

    @rule(pain=PAINS, note=NOTES)
    def add(self, pain: int | None, note: str) -> None:
        self.minutes += 1
        episode = an_episode(
            (START - timedelta(minutes=self.minutes)).isoformat(), id=new_id(), pain=pain, note=note
        )
        self.diary.diary.record(episode)
        self.did(replace(self.model, episodes={**self.model.episodes, episode.id: (pain, episode.note)}))

    @precondition(lambda self: self.model.episodes)
    @rule(data=st.data(), pain=st.integers(0, 10))
    def edit(self, data: st.DataObject, pain: int) -> None:
        key = data.draw(st.sampled_from(sorted(self.model.episodes)))
        episode: Episode | None = self.diary.reading.episode(key)
        assert episode is not None
        self.diary.diary.record(replace(episode, pain=pain))
        self.did(replace(self.model, episodes={**self.model.episodes, key: (pain, episode.note)}))

    @precondition(lambda self: self.model.episodes)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.model.episodes)))
        self.diary.diary.remove((key,))
        left = {other: found for other, found in self.model.episodes.items() if other != key}
        self.did(replace(self.model, episodes=left, trash=self.model.trash | {key}))

    @rule(back=st.integers(0, 30), note=NOTES)
    def check_in(self, back: int, note: str) -> None:
        day = Day(date=START.date() - timedelta(days=back), note=note)
        self.diary.diary.check_in(day)
        self.did(replace(self.model, days={**self.model.days, day.date: day.note}))

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.diary.diary.undo()
        self.model = self.before.pop()

    @rule()
    def empty_trash(self) -> None:
        self.diary.diary.empty_trash()
        self.model, self.before = replace(self.model, trash=frozenset()), []

    @rule()
    def close_and_open(self) -> None:
        self.diary.close()
        self.diary, self.before = self.opener(create=True), []

    @rule()
    def crash_while_saving(self) -> None:
        def dies() -> None:
            import os

            diary = self.opener(create=True)
            with diary.file.write() as stores:
                stores.episodes.save_all(an_episode("2026-01-01 12:00", id=new_id()) for _ in range(20))
                os._exit(9)

        self.diary.close()
        assert exit_status_of(dies) == 9
        self.diary, self.before = self.opener(create=True), []

    @rule()
    def back_up(self) -> None:
        # Hypothesis begins with a history of nothing but this rule: enough of it is enough.
        assume(self.made < KEPT or self.steps[-1] > self.made + 1)
        self.made += 1
        # A folder for each: all are made at the same moment, and would be called the same.
        folder = self.home / f"kept-{self.made}"
        self.backups.append((self.diary.upkeep.back_up(folder).path, self.model))
        for path, _model in self.backups[:-KEPT]:
            shutil.rmtree(path.parent)
        del self.backups[:-KEPT]

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        path, model = data.draw(st.sampled_from(self.backups))
        self.diary.close()
        self.opener.restoring().put_back(path)
        self.diary, self.model, self.before = self.opener(create=True), model, []

    @rule()
    def export_and_import(self) -> None:
        out = self.home / "out.json"
        self.diary.exchange.export_json(out)
        revision = self.diary.file.revision()
        self.diary.exchange.apply(self.diary.exchange.preview((out,)))
        assert self.diary.file.revision() == revision

    @invariant()
    def the_diary_is_what_the_model_says(self) -> None:
        self.steps[-1] += 1
        contents = self.diary.reading.contents()
        # What is kept in memory is what lies in the file.
        assert self.diary.file.contents() == contents
        assert {it.id: (it.pain, it.note) for it in contents.episodes} == self.model.episodes
        assert {it.date: it.note for it in contents.days} == self.model.days
        assert {it.key for it in self.diary.reading.trash()} == self.model.trash
        assert self.diary.upkeep.check().ok


@pytest.fixture
def long_histories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hypothesis ends a history after 8,192 choices, at some 1,600 steps, unless it may make more."""
    for module in (engine, stateful):
        monkeypatch.setattr(module, "BUFFER_SIZE", 64 * 1024)


@pytest.mark.parametrize(
    ("runs", "steps"), [(2, 15), pytest.param(1, 2_000, marks=pytest.mark.slow)], ids=["some", "all"]
)
@pytest.mark.usefixtures("long_histories")
def test_any_history_ends_as_the_model_says(runs: int, steps: int, tried: Tried) -> None:
    History.steps.clear()
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
    note = f"{len(History.steps)} runs, the longest of {max(History.steps):,} steps"
    tried("P1–P3, P6, P11", "any history", sum(History.steps), note=note)
    assert max(History.steps) >= steps


class ForgetfulHistory(History):
    """A program that loses the oldest cramp when it saves another."""

    def add(self, pain: int | None, note: str) -> None:
        """Saves, and loses another."""
        super().add(pain, note)
        *_others, oldest = self.diary.reading.episodes()
        if len(self.model.episodes) > 1:
            self.diary.diary.remove((oldest.id,))

    add = rule(pain=PAINS, note=NOTES)(add)

    # No rules: they take long and would show nothing more.
    def back_up(self) -> None:
        """Left out."""

    def close_and_open(self) -> None:
        """Left out."""

    def crash_while_saving(self) -> None:
        """Left out."""


def test_a_program_that_loses_a_cramp_is_found_out() -> None:
    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            ForgetfulHistory,
            settings=settings(
                max_examples=20,
                stateful_step_count=8,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                database=None,
                phases=[Phase.generate],
                report_multiple_bugs=False,
                print_blob=False,
            ),
        )
