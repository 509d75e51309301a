"""What was deleted can be put back as it was, and once the trash is emptied nothing of it is left."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given, settings
from making import a_course, a_day, a_workout, an_episode, at
from strategies import diaries

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.steps import Record
from cramplog.domain.trash import Trashed
from cramplog.storage.diary_file import DiaryFile

NOW = at("2026-11-22 18:00 +01:00")


def test_a_record_of_every_kind_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    diary = DiaryFile.create(tmp_path_factory.mktemp("trash") / "diary.db")

    @settings(max_examples=25, deadline=None)
    @given(diaries())
    def comes_back(contents: DiaryContents) -> None:
        records: dict[tuple[Kind, str], Record] = {
            **{(Kind.EPISODES, it.id): it for it in contents.episodes},
            **{(Kind.DAYS, it.date.isoformat()): it for it in contents.days},
            **{(Kind.WORKOUTS, it.id): it for it in contents.workouts},
            **{(Kind.COURSES, it.id): it for it in contents.courses},
        }
        with diary.write() as writing:
            writing.trash.empty()
            for (kind, key), record in records.items():
                writing.trash.put(kind, key, record, now=NOW)
        with diary.read() as reading:
            assert {(it.kind, it.key): it.record for it in reading.trash.all()} == records

    comes_back()
    assert diary.check().ok
    diary.close()


def test_what_was_deleted_last_comes_first_and_says_when_it_goes(diary: DiaryFile) -> None:
    early, late = an_episode(), an_episode()
    with diary.write() as writing:
        writing.trash.put(Kind.EPISODES, late.id, late, now=at("2026-10-25 02:10 +01:00"))
        writing.trash.put(Kind.EPISODES, early.id, early, now=at("2026-10-25 02:50 +02:00"))

    with diary.read() as reading:
        first, second = reading.trash.all()
    assert (first.record, second.record) == (late, early)
    assert first.deleted == at("2026-10-25 01:10").astimezone(UTC)
    assert first.kept_until == at("2026-11-24 01:10")


def test_only_what_lies_there_long_enough_goes(diary: DiaryFile) -> None:
    old, new = a_day("2026-03-01"), a_day("2026-03-02")
    with diary.write() as writing:
        writing.trash.put(Kind.DAYS, "2026-03-01", old, now=at("2026-10-01 12:00"))
        writing.trash.put(Kind.DAYS, "2026-03-02", new, now=at("2026-11-01 12:00"))

        assert writing.trash.empty(until=at("2026-10-15 12:00")) == 1
        assert [it.record for it in writing.trash.all()] == [new]
        assert writing.trash.empty() == 1
        assert writing.trash.all() == ()


def test_one_record_is_taken_out_and_no_namesake_of_another_kind(diary: DiaryFile) -> None:
    workout = a_workout()
    course = a_course(id=workout.id)
    with diary.write() as writing:
        writing.trash.put(Kind.WORKOUTS, workout.id, workout, now=NOW)
        writing.trash.put(Kind.COURSES, course.id, course, now=NOW)

        assert writing.trash.take_out(Kind.WORKOUTS, workout.id) == 1
        assert writing.trash.take_out(Kind.WORKOUTS, workout.id) == 0
        assert writing.trash.all() == (Trashed(kind=Kind.COURSES, key=course.id, record=course, deleted=NOW),)
        assert writing.changed.kinds == frozenset()


def test_nothing_of_it_is_left_in_the_file_once_it_is_emptied(diary: DiaryFile) -> None:
    episode = an_episode(note="zebrafish " * 500)
    with diary.write() as writing:
        writing.episodes.save(episode)
    with diary.write() as writing:
        writing.episodes.delete(episode.id)
        writing.trash.put(Kind.EPISODES, episode.id, episode, now=NOW)
    diary.close()
    assert b"zebrafish" in diary.path.read_bytes()

    with DiaryFile.open(diary.path) as again, again.write() as writing:
        writing.trash.empty()

    assert b"zebrafish" not in diary.path.read_bytes()
    assert [file.name for file in diary.path.parent.iterdir()] == ["diary.db"]
