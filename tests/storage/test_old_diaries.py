"""Every diary that a release ever wrote opens in this one, row for row, and an update loses nothing."""

from __future__ import annotations

import hashlib
import lzma
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from children import exit_status_of
from making import an_episode, at
from sqlalchemy import Engine, event
from trials import Tried

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Episode
from cramplog.domain.errors import DiaryError, DiaryInUse, DiaryReadOnly
from cramplog.exchange import diary_json
from cramplog.paths import Paths
from cramplog.storage import update
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.manifest import Reason, backups
from cramplog.storage.migrations import chain
from cramplog.storage.migrations.step import Step
from cramplog.storage.restore import restore
from cramplog.storage.window_lock import WindowLock

OLD = Path(__file__).parent / "old_diaries"
# Large ones are kept compressed.
DIARIES = sorted({file.name.split(".")[0] for file in OLD.glob("schema_*.db*")})
OLDER = [name for name in DIARIES if int(name.split("_")[1]) < chain.NEWEST]
FULL = "schema_1_full"
NOW = at("2026-11-22 18:00 +01:00")


def content_of(name: str) -> bytes:
    """A file as its release left it."""
    packed = OLD / f"{name}.xz"
    return lzma.decompress(packed.read_bytes()) if packed.exists() else (OLD / name).read_bytes()


@cache
def expected(name: str) -> DiaryContents:
    """What was in the diary, as its own version exported it."""
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "diary.json"
        exported.write_bytes(content_of(f"{name}.json"))
        found = diary_json.read_file(exported)
    assert found.rejected == ()
    return found.contents


def put(name: str, path: Path) -> None:
    """Lay the old diary there."""
    path.write_bytes(content_of(f"{name}.db"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A full diary of the first schema."""
    put(FULL, tmp_path / "diary.db")
    return tmp_path / "diary.db"


# Unfinished forms, a running timer, and what lies in the trash.
BESIDE = {"schema_2_dirty": (12, True, 197)}


def bring_up_to_date(path: Path) -> None:
    update.bring_up_to_date(path, path.parent / "backups", app="cramplog 2", now=NOW)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_schema_has_an_empty_diary_here_a_large_one_and_one_at_all_limits() -> None:
    wanted = {
        f"schema_{number}_{kind}"
        for number in range(1, chain.NEWEST + 1)
        for kind in ("empty", "dirty", "many")
    }

    assert wanted <= set(DIARIES)


@pytest.mark.parametrize("name", DIARIES)
def test_an_old_diary_holds_the_same_after_its_update(tmp_path: Path, name: str) -> None:
    path = tmp_path / "diary.db"
    put(name, path)

    if update.needs_update(path):
        bring_up_to_date(path)

    with DiaryFile.open(path) as diary:
        assert diary.contents() == expected(name)
        assert diary.check().ok
        assert diary.check().schema == chain.NEWEST
        assert diary.writable
        with diary.write() as writing:
            writing.episodes.save(an_episode())
            beside = BESIDE.get(name, (0, False, 0))
            assert (len(writing.drafts.all()), writing.timer.get() is not None) == beside[:2]
            assert len(writing.trash.all()) == beside[2]


def test_no_update_is_made_under_an_open_window(path: Path) -> None:
    opener = Opener(Paths.under(path.parent), FixedClock(NOW, None))
    before = digest(path)

    with WindowLock.take(path, now=NOW), pytest.raises(DiaryInUse):
        opener(create=True)
    assert digest(path) == before

    opener(create=True).close()
    assert not update.needs_update(path)


@pytest.mark.parametrize("name", DIARIES)
def test_an_old_diary_can_be_put_back_as_a_backup(tmp_path: Path, name: str) -> None:
    path, kept = tmp_path / "diary.db", tmp_path / "kept.db"
    put(name, kept)
    DiaryFile.create(path).close()

    restored = restore(path, kept, tmp_path / "backups", app="cramplog 2", now=NOW)

    assert restored.contents == expected(name)
    with DiaryFile.open(path) as diary:
        assert diary.contents() == expected(name)
        assert diary.check().ok
    assert kept.read_bytes() == content_of(f"{name}.db")


def test_the_large_ones_hold_ten_thousand_entries_and_the_odd_ones_every_field() -> None:
    many, dirty = expected("schema_1_many"), expected("schema_1_dirty")
    recorded = {it.name for it in fields(Episode) for episode in dirty.episodes if getattr(episode, it.name)}

    assert sum(map(len, (many.episodes, many.days, many.workouts, many.courses))) == 10_000
    assert recorded == {it.name for it in fields(Episode)}


@pytest.mark.parametrize("name", OLDER)
def test_an_old_diary_is_read_as_it_is_and_not_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / "diary.db"
    put(name, path)
    before = digest(path)

    with DiaryFile.open(path) as diary:
        assert diary.is_old
        assert diary.contents() == expected(name)
        assert diary.check().ok
        with pytest.raises(DiaryReadOnly), diary.write():
            pass

    assert digest(path) == before


@pytest.mark.parametrize(
    "settings",
    [
        ("PRAGMA journal_mode = WAL",),
        ("PRAGMA page_size = 512", "VACUUM"),
        ("PRAGMA auto_vacuum = FULL", "VACUUM"),
    ],
    ids=["WAL", "small pages", "auto-vacuum"],
)
def test_an_old_diary_that_another_program_laid_out_anew_is_brought_up_to_date(
    path: Path, settings: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in settings:
            connection.execute(statement)

    bring_up_to_date(path)

    with DiaryFile.open(path) as diary:
        assert diary.contents() == expected(FULL)
        assert diary.check().ok


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


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM day WHERE date = '2026-06-05'",
        "UPDATE day SET ill = 1 WHERE date = '2026-06-05'",
        "DELETE FROM episode_note WHERE id = (SELECT min(id) FROM episode_note)",
        "ALTER TABLE day ADD COLUMN later TEXT",
    ],
)
def test_an_update_that_would_lose_something_is_noticed_before_the_diary_is_touched(
    path: Path, harm: str
) -> None:
    before = digest(path)
    loses = Step(number=3, statements=(harm,))

    with pytest.raises(DiaryError, match="could not be brought up to date"):
        update.bring_up_to_date(
            path, path.parent / "backups", app="cramplog 2", now=NOW, steps=(*chain.STEPS, loses)
        )

    assert digest(path) == before


class DiesAt:
    """Dies as by kill -9 before the nth thing that the program asks of any database."""

    def __init__(self, number: int) -> None:
        self._left = number
        for asked in ("before_cursor_execute", "commit"):
            event.listen(Engine, asked, self._count)

    def _count(self, *_asked: object) -> None:
        if self._left == 0:
            os._exit(9)
        self._left -= 1


SLOW = pytest.mark.slow


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes")
@pytest.mark.parametrize(
    ("name", "stride"),
    [
        pytest.param("schema_1_full", 9, id="some"),
        *(pytest.param(name, 1, id=name, marks=SLOW) for name in OLDER),
    ],
)
def test_killed_before_any_statement_the_diary_is_old_or_new_and_never_half(
    tmp_path: Path, name: str, stride: int, tried: Tried
) -> None:
    def dies() -> None:
        DiesAt(number)
        bring_up_to_date(path)

    path, before = tmp_path / "diary.db", content_of(f"{name}.db")
    number, status, kills = 0, 9, 0
    while status == 9:
        shutil.rmtree(path.parent / "backups", ignore_errors=True)
        path.write_bytes(before)
        status = exit_status_of(dies)
        kills += status == 9
        with DiaryFile.open(path) as diary:
            assert diary.contents() == expected(name)
            assert diary.check().ok
        if update.needs_update(path):
            bring_up_to_date(path)
        assert not update.needs_update(path)
        assert backups(path.parent / "backups")
        number += stride

    tried("P7", "kill -9 in an update", kills, note=name)
    assert status == 0
    assert number > 60
