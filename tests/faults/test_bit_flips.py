"""One flipped bit never changes what the diary shows without a word."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from making import a_course, a_day, a_workout, an_episode
from trials import Tried

from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Exercise, Relief
from cramplog.domain.errors import DiaryError
from cramplog.domain.person import Person
from cramplog.domain.scales import Effect, Method
from cramplog.domain.settings import DiarySettings
from cramplog.storage.diary_file import DiaryFile


@dataclass(frozen=True, slots=True)
class Written:
    """A sound diary: the bytes of its file and what it holds."""

    content: bytes
    contents: DiaryContents


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    path = tmp_path_factory.mktemp("written") / "diary.db"
    with DiaryFile.create(path) as diary:
        with diary.write() as writing:
            writing.person.save(Person(name="Ana", birth_date=date(1950, 2, 3), note="left-handed"))
            writing.settings.save(DiarySettings())
            for number in range(60):
                writing.episodes.save(
                    an_episode(
                        f"2026-03-{number % 28 + 1:02} 20:{number:02}",
                        pain=number % 11,
                        exercise=Exercise(done=True, kind="running", minutes=45.5),
                        relief=(Relief(method=Method.STRETCH, effect=Effect.MOSTLY, minutes=3),),
                        note=f"calf like stone, time {number}",
                    )
                )
                writing.days.save(a_day(f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}", fluid_l=1.5))
            writing.workouts.save_all(a_workout(distance_m=number * 1000.5) for number in range(20))
            writing.courses.save_all(a_course(f"Magnesium {number}", dose="1 mg") for number in range(5))
        contents = diary.contents()
    return Written(path.read_bytes(), contents)


def flips(content: bytes, count: int) -> Iterator[bytes]:
    """The same file, each time with one other bit turned."""
    chance = random.Random(20_261_122)
    for _ in range(count):
        place = chance.randrange(len(content))
        yield content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def shown(path: Path) -> DiaryContents | None:
    """What the diary shows; None where it says that it is damaged."""
    try:
        with DiaryFile.open(path) as diary:
            return diary.contents() if diary.check().ok else None
    except DiaryError:
        return None


# A control has shown that it can see after so many.
ENOUGH = 10
# What SQLite's own checks say of a sound file.
OWN_CHECKS = {"integrity_check": [("ok",)], "foreign_key_check": []}


def rows(path: Path, checks: Iterable[str] = OWN_CHECKS) -> dict[str, list[object]] | None:
    """Every row, where these checks of SQLite's own find nothing wrong; None where they or the reading do."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            if any(connection.execute(f"PRAGMA {it}").fetchall() != OWN_CHECKS[it] for it in checks):
                return None
            names = [
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@pytest.mark.parametrize("count", [80, pytest.param(3_000, marks=pytest.mark.slow)])
def test_no_flipped_bit_changes_what_is_shown_unnoticed(
    tmp_path: Path, written: Written, count: int, tried: Tried
) -> None:
    path = tmp_path / "diary.db"
    unnoticed, noticed = 0, 0
    for content in flips(written.content, count):
        path.write_bytes(content)
        seen = shown(path)
        noticed += seen is None
        unnoticed += seen not in (None, written.contents)

    tried(
        "P9",
        "one flipped bit",
        count,
        lost=unnoticed,
        note=f"{noticed:,} noticed, the others changed nothing",
    )
    assert unnoticed == 0


def pages_damaged(content: bytes, count: int) -> Iterator[bytes]:
    """The same file with a page or a sector of it damaged, or with its end missing."""
    chance = random.Random(20_261_123)
    for number in range(count):
        size = chance.choice((512, 4_096))
        start = chance.randrange(len(content) // size) * size
        other = chance.randrange(len(content) // size) * size
        whole = bytearray(content)
        match number % 5:
            case 0:
                whole[start : start + size] = bytes(size)
            case 1:
                whole[start : start + size] = chance.randbytes(size)
            case 2:
                whole[start : start + size] = content[other : other + size]
            case 3:
                whole[start : start + size // 2] = bytes(size // 2)
            case _:
                del whole[max(start, 1) :]
        yield bytes(whole)


@pytest.mark.parametrize("count", [50, pytest.param(1_000, marks=pytest.mark.slow)])
def test_no_damaged_page_changes_what_is_shown_unnoticed(
    tmp_path: Path, written: Written, count: int, tried: Tried
) -> None:
    path = tmp_path / "diary.db"
    unnoticed, noticed = 0, 0
    for content in pages_damaged(written.content, count):
        path.write_bytes(content)
        seen = shown(path)
        noticed += seen is None
        unnoticed += seen not in (None, written.contents)
        # Looking at it has made nothing worse.
        unnoticed += path.read_bytes() != content

    tried(
        "P9", "a damaged page", count, lost=unnoticed, note=f"{noticed:,} noticed, the others changed nothing"
    )
    assert unnoticed == 0
    assert noticed > count / 2


def test_who_reads_without_a_check_would_show_what_damaged_pages_left(
    tmp_path: Path, written: Written
) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(written.content)
    sound = rows(path, checks=())
    unnoticed = 0
    for content in pages_damaged(written.content, 300):
        path.write_bytes(content)
        unnoticed += rows(path, checks=()) not in (None, sound)
        if unnoticed >= ENOUGH:
            break

    assert sound is not None
    assert unnoticed >= ENOUGH


def test_sqlites_own_checks_would_let_some_pass(tmp_path: Path, written: Written) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(written.content)
    sound = rows(path)
    unnoticed = 0
    for content in flips(written.content, 300):
        path.write_bytes(content)
        unnoticed += rows(path) not in (None, sound)
        if unnoticed >= ENOUGH:
            break

    assert sound is not None
    assert unnoticed >= ENOUGH
