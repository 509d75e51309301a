"""Of a damaged diary everything sound is read, and nothing that is not."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from making import a_course, a_day, an_episode

from cramplog.domain.contents import DiaryContents
from cramplog.domain.errors import DiaryDamaged, DiaryError
from cramplog.domain.person import Person
from cramplog.storage.diary_file import DiaryFile
from cramplog.storage.salvage import salvage


@pytest.fixture
def written(diary: DiaryFile) -> DiaryContents:
    with diary.write() as writing:
        writing.person.save(Person(name="Ana"))
        writing.episodes.save_all(
            an_episode(f"2026-03-{n % 28 + 1:02} {n // 28 % 24:02}:00", note=f"cramp {n} " * 20)
            for n in range(300)
        )
        writing.days.save_all(a_day(f"2026-03-{n + 1:02}") for n in range(28))
        writing.courses.save(a_course())
    contents = diary.contents()
    diary.close()
    return contents


def test_a_sound_diary_is_read_whole(diary: DiaryFile, written: DiaryContents) -> None:
    found = salvage(diary.path)

    assert found.contents == written
    assert found.damaged == 0


def test_a_changed_row_is_left_out_and_counted(diary: DiaryFile, written: DiaryContents) -> None:
    bad = written.episodes[10].id
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9 WHERE id = ?", (bad,))

    found = salvage(diary.path)

    assert found.damaged == 1
    assert [it for it in written.episodes if it.id != bad] == list(found.contents.episodes)


def test_pages_of_nonsense_cost_what_was_on_them_and_no_more(
    diary: DiaryFile, written: DiaryContents, tmp_path: Path
) -> None:
    sound = diary.path.read_bytes()
    chance = random.Random(5)
    pages = range(1, len(sound) // 4096)
    kept = []
    for page in chance.sample(pages, 12):
        path = tmp_path / f"{page}.db"
        path.write_bytes(sound[: page * 4096] + chance.randbytes(4096) + sound[(page + 1) * 4096 :])
        try:
            found = salvage(path).contents.episodes
        except DiaryError:
            found = ()
        assert set(found) <= set(written.episodes)
        kept.append(len(found))

    assert sorted(kept)[len(kept) // 2] >= 280


def test_opened_knowingly_a_damaged_diary_shows_what_is_sound_and_is_never_written(
    diary: DiaryFile, written: DiaryContents
) -> None:
    with closing(sqlite3.connect(diary.path, isolation_level=None)) as other:
        other.execute("UPDATE day SET ill = 1 WHERE date = '2026-03-05'")
    before = diary.path.read_bytes()

    with DiaryFile.open(diary.path) as damaged:
        with pytest.raises(DiaryDamaged):
            damaged.contents()
        damaged.read_what_is_sound()

        assert len(damaged.contents().days) == 27
        assert damaged.contents().episodes == written.episodes
        assert not damaged.writable
        with pytest.raises(DiaryDamaged), damaged.write():
            pass

    assert diary.path.read_bytes() == before
