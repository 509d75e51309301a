"""Every diary that a release ever wrote opens in this one, row for row, and an update loses nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import FrameType

import pytest
from children import exit_status_of
from making import an_episode, at

from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryError, DiaryReadOnly
from cramplog.exchange import diary_json
from cramplog.storage import update
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Reason, backups
from cramplog.storage.migrations import chain
from cramplog.storage.migrations.step import Step

OLD = Path(__file__).parent / "old_diaries"
FULL = OLD / "schema_1_full.db"
NOW = at("2026-11-22 18:00 +01:00")


def expected(fixture: Path) -> DiaryContents:
    """What was in the diary, as its own version exported it."""
    return diary_json.read_file(fixture.with_suffix(".json")).contents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A full diary of the first schema."""
    shutil.copy(FULL, tmp_path / "diary.db")
    return tmp_path / "diary.db"


def bring_up_to_date(path: Path) -> None:
    update.bring_up_to_date(path, path.parent / "backups", app="cramplog 2", now=NOW)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_schema_but_the_newest_has_a_diary_here() -> None:
    kept = {int(file.stem.split("_")[1]) for file in OLD.glob("schema_*.db")}

    assert kept == set(range(1, chain.NEWEST))


@pytest.mark.parametrize("fixture", sorted(OLD.glob("*.db")), ids=lambda file: file.stem)
def test_an_old_diary_holds_the_same_after_its_update(tmp_path: Path, fixture: Path) -> None:
    path = tmp_path / "diary.db"
    shutil.copy(fixture, path)

    bring_up_to_date(path)

    with DiaryFile.open(path) as diary:
        assert diary.contents() == expected(fixture)
        assert diary.check().ok
        assert diary.check().schema == chain.NEWEST
        assert diary.writable
        with diary.write() as writing:
            writing.episodes.save(an_episode())
            assert writing.drafts.all() == ()
            assert writing.trash.all() == ()


@pytest.mark.parametrize("fixture", sorted(OLD.glob("*.db")), ids=lambda file: file.stem)
def test_an_old_diary_is_read_as_it_is_and_not_written(tmp_path: Path, fixture: Path) -> None:
    path = tmp_path / "diary.db"
    shutil.copy(fixture, path)
    before = digest(path)

    with DiaryFile.open(path) as diary:
        assert diary.is_old
        assert diary.contents() == expected(fixture)
        assert diary.check().ok
        with pytest.raises(DiaryReadOnly), diary.write():
            pass

    assert digest(path) == before


def test_a_verified_backup_of_the_old_state_comes_first(path: Path) -> None:
    bring_up_to_date(path)

    (made,) = backups(path.parent / "backups")
    assert (made.reason, made.schema, made.revision) == (Reason.BEFORE_UPDATE, 1, 2)
    with DiaryFile.open(made.path) as copy:
        assert copy.contents() == expected(FULL)
    assert sorted(file.name for file in path.parent.iterdir()) == ["backups", "diary.db"]


def test_the_update_says_who_wrote_last_and_is_no_change_of_the_diary(path: Path) -> None:
    bring_up_to_date(path)

    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT app, revision FROM meta").fetchone()
    assert page == ("cramplog 2", 2)


def test_a_damaged_old_diary_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE day SET ill = 1 WHERE date = '2026-06-05'")
    before = digest(path)

    with pytest.raises(DiaryError, match="damaged"):
        bring_up_to_date(path)

    assert digest(path) == before


def test_an_update_that_cannot_be_done_is_tried_on_a_copy_only(path: Path) -> None:
    folder = path.parent / "backups"
    before = digest(path)
    cannot = Step(number=2, statements=("CREATE TABLE later (id)", "CREATE TABLE person (id)"))

    for _ in range(3):
        with pytest.raises(DiaryError, match="could not be brought up to date"):
            update.bring_up_to_date(path, folder, app="cramplog 2", now=NOW, steps=(chain.STEPS[0], cannot))

    assert digest(path) == before
    assert len(backups(folder)) == 1
    assert len(list(folder.iterdir())) == 2


class DiesAt:
    """Follows what the program asks of the database, and dies as by kill -9 before the nth of it."""

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_name in ASKED:
            if self._left == 0:
                os._exit(9)
            self._left -= 1


ASKED = ("do_execute", "do_execute_no_params", "do_executemany", "do_commit")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")
@pytest.mark.parametrize(
    "stride", [pytest.param(9, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
def test_killed_before_any_statement_the_diary_is_old_or_new_and_never_half(path: Path, stride: int) -> None:
    def dies() -> None:
        sys.setprofile(DiesAt(number))
        bring_up_to_date(path)

    number, status = 0, 9
    while status == 9:
        shutil.rmtree(path.parent / "backups", ignore_errors=True)
        shutil.copy(FULL, path)
        status = exit_status_of(dies)
        with DiaryFile.open(path) as diary:
            assert diary.contents() == expected(FULL)
            assert diary.check().ok
        if update.needs_update(path):
            bring_up_to_date(path)
        assert not update.needs_update(path)
        assert backups(path.parent / "backups")
        number += stride

    assert status == 0
    assert number > 60
