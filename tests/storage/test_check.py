"""The check finds what is no longer what was written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from making import a_course, a_day, a_workout, an_episode

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryDamaged
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.storage.check import Damage, check
from cramplog.storage.database import Database
from cramplog.storage.diary_file import DiaryFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary with one record of each kind, each with a note, closed."""
    file = tmp_path / "diary.db"
    with DiaryFile.create(file) as diary, diary.write() as writing:
        writing.episodes.save(an_episode(pain=4, note="an episode"))
        writing.days.save(a_day(note="a day"))
        writing.workouts.save(a_workout(note="a workout"))
        writing.courses.save(a_course(note="a course"))
        writing.person.save(Person(note="a person"))
        writing.settings.save(DiarySettings())
    return file


def changed_behind_its_back(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_diary_passes_and_is_counted(path: Path) -> None:
    with DiaryFile.open(path) as diary:
        report = diary.check()

    assert report.ok
    assert report.counts == dict.fromkeys(Kind, 1)
    assert (report.revision, report.schema) == (1, 2)


def test_what_the_verification_has_read_is_what_the_diary_holds_and_is_given_once(path: Path) -> None:
    with DiaryFile.open(path) as diary:
        assert diary.read_by_check() is None
        report = diary.verify()

        assert report.ok
        assert diary.read_by_check() == (1, diary.contents())
        assert diary.read_by_check() is None


def test_what_the_verification_has_read_is_not_given_where_anything_is_wrong(path: Path) -> None:
    changed_behind_its_back(path, "UPDATE day_note SET note = 'A day'")
    with DiaryFile.open(path) as diary:
        report = diary.verify()

        assert [problem.where for problem in report.problems] == ["days"]
        assert diary.read_by_check() is None


@pytest.mark.parametrize(
    ("statement", "what", "where"),
    [
        ("UPDATE episode SET pain = 5", Damage.ROW, "episodes"),
        ('UPDATE episode SET places = \'[["calf","right"]]\'', Damage.ROW, "episodes"),
        ("UPDATE episode_note SET note = 'an Episode'", Damage.ROW, "episodes"),
        ("DELETE FROM episode_note", Damage.ROW, "episodes"),
        ("UPDATE day SET date = '2026-03-05', row_sha = row_sha", Damage.ROW, "days"),
        ("UPDATE workout SET distance_m = 1", Damage.ROW, "workouts"),
        ("UPDATE course SET name = 'Magnesia'", Damage.ROW, "courses"),
        ("UPDATE person SET pregnant = 1", Damage.ROW, "person"),
        ("UPDATE settings SET day_starts_hour = 5", Damage.ROW, "settings"),
        ("DELETE FROM day", Damage.COUNT, "days"),
        ("DELETE FROM person", Damage.COUNT, "person"),
        ("UPDATE meta SET revision = 7", Damage.PAGE, "meta"),
        ("DROP INDEX episode_by_wall", Damage.SCHEMA, "episode_by_wall"),
        ("CREATE VIEW spy AS SELECT note FROM day_note", Damage.SCHEMA, "spy"),
        ("CREATE TRIGGER wipe AFTER INSERT ON day BEGIN DELETE FROM episode; END", Damage.SCHEMA, "wipe"),
    ],
)
def test_each_change_behind_its_back_is_found(path: Path, statement: str, what: Damage, where: str) -> None:
    changed_behind_its_back(path, statement)

    with DiaryFile.open(path) as diary:
        report = diary.check()

    assert not report.ok
    assert (what, where) in {(problem.what, problem.where) for problem in report.problems}
    assert all(where in problem.sentence for problem in report.problems if problem.what is what)


def test_a_note_that_lost_its_record_is_found(path: Path) -> None:
    changed_behind_its_back(path, "PRAGMA foreign_keys = OFF", "DELETE FROM episode")

    with DiaryFile.open(path) as diary:
        found = {problem.what for problem in diary.check().problems}

    assert found == {Damage.LINK, Damage.COUNT}


def test_text_that_is_no_text_any_more_is_damage_and_no_crash(path: Path) -> None:
    changed_behind_its_back(path, "UPDATE day_note SET note = CAST(x'41ff41' AS TEXT)")

    with DiaryFile.open(path) as diary:
        assert not diary.check().ok
        with pytest.raises(DiaryDamaged, match="Restore a backup"):
            diary.contents()


def test_a_changed_record_is_never_shown_and_the_others_are(path: Path) -> None:
    changed_behind_its_back(path, "UPDATE episode SET pain = 5")

    with DiaryFile.open(path) as diary:
        with pytest.raises(DiaryDamaged), diary.read() as reading:
            reading.episodes.all()
        with diary.read() as reading:
            assert len(reading.days.all()) == 1


def test_nothing_is_saved_over_a_damaged_page(path: Path) -> None:
    changed_behind_its_back(path, "UPDATE meta SET episodes = 0")

    def save() -> None:
        with diary.write() as writing:
            writing.days.save(a_day("2026-03-09"))

    with DiaryFile.open(path) as diary, pytest.raises(DiaryDamaged):
        save()


def test_a_strangers_rows_are_asked_the_tables_own_checks(path: Path) -> None:
    changed_behind_its_back(
        path, "PRAGMA ignore_check_constraints = ON", "UPDATE meta SET app = '', row_sha = row_sha"
    )
    database = Database.open(path)

    texts = {problem.where for problem in check(database, from_stranger=True).problems}
    database.close()

    assert "CHECK constraint failed in meta" in texts


def test_a_large_diary_is_checked_to_the_last_row(tmp_path: Path) -> None:
    with DiaryFile.create(tmp_path / "diary.db") as diary:
        with diary.write() as writing:
            writing.episodes.save_all(an_episode(pain=4, note="at night", woke=True) for _ in range(2_500))
            writing.days.save_all(
                a_day((date(2000, 1, 1) + timedelta(days=count)).isoformat()) for count in range(6_000)
            )
            writing.workouts.save_all(a_workout(sport="running", exertion=5) for _ in range(1_500))

        report = diary.check()

    # How long that takes is measured by tests/bench/speed_of_opening.py.
    assert report.ok
    assert sum(report.counts.values()) == 10_000
