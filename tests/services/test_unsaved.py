"""What could not be saved is part of the copy that is saved elsewhere, until it is saved after all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import a_course, a_day, a_workout, an_episode

from cramplog.bootstrap import Opener
from cramplog.domain.errors import DiaryError, DiaryInUse, DiaryMoved
from cramplog.domain.period import Period
from cramplog.domain.person import Person
from cramplog.services.open_diary import OpenDiary


def document(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_every_kind_of_record_that_failed_is_in_the_copy_and_the_latest_state_counts(
    diary: OpenDiary, tmp_path: Path
) -> None:
    first = an_episode("2026-11-19 02:10 +01:00", note="before")
    diary.diary.record(first)
    diary.reading.contents()
    diary.file.path.rename(tmp_path / "moved.db")
    episode = an_episode("2026-11-20 02:10 +01:00", note="draft of it")
    workout, course = a_workout(note="run"), a_course()
    for act in (
        lambda: diary.diary.record(episode),
        lambda: diary.diary.record(an_episode("2026-11-20 02:10 +01:00", id=episode.id, note="all of it")),
        lambda: diary.diary.check_in(a_day("2026-11-18", note="a day")),
        lambda: diary.diary.amend_day(a_day("2026-11-17").date, {"note": "amended"}),
        lambda: diary.diary.keep_workout(workout),
        lambda: diary.diary.keep_course(course),
        lambda: diary.diary.describe_person(Person(name="Ana")),
    ):
        with pytest.raises(DiaryMoved):
            act()

    diary.exchange.save_elsewhere(tmp_path / "copy.json")

    copy = document(tmp_path / "copy.json")
    assert [it["note"] for it in copy["episodes"]] == ["before", "all of it"]
    assert [it["note"] for it in copy["days"]] == ["amended", "a day"]
    assert [it["id"] for it in copy["workouts"]] == [workout.id]
    assert [it["id"] for it in copy["courses"]] == [course.id]
    assert copy["person"]["name"] == "Ana"


def test_the_copy_can_be_imported_and_what_was_saved_after_all_is_in_it_once(
    diary: OpenDiary, opener: Opener, tmp_path: Path
) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00", note="typed")
    moved = diary.file.path.rename(tmp_path / "moved.db")
    with pytest.raises(DiaryMoved):
        diary.diary.record(episode)
    diary.exchange.save_elsewhere(tmp_path / "copy.json")
    moved.rename(diary.file.path)

    diary.diary.record(episode)
    diary.diary.undo()
    diary.exchange.save_elsewhere(tmp_path / "later.json")
    diary.exchange.apply(diary.exchange.preview([tmp_path / "copy.json"]))

    assert document(tmp_path / "later.json")["episodes"] == []
    assert [it.note for it in diary.reading.episodes()] == ["typed"]


def test_of_a_file_that_is_gone_what_was_read_before_is_in_the_copy(diary: OpenDiary, tmp_path: Path) -> None:
    diary.diary.record(an_episode("2026-11-19 02:10 +01:00", note="before"))
    diary.reading.contents()
    diary.file.path.unlink()

    diary.exchange.save_elsewhere(tmp_path / "copy.json")

    assert [it["note"] for it in document(tmp_path / "copy.json")["episodes"]] == ["before"]


def test_an_answer_about_a_day_that_failed_takes_nothing_else_of_that_day_from_the_copy(
    diary: OpenDiary, tmp_path: Path
) -> None:
    day = a_day("2026-11-18", note="saved", weight_kg=71.5)
    diary.diary.check_in(day)
    diary.reading.contents()
    moved = diary.file.path.rename(tmp_path / "moved.db")
    for answers in ({"alcohol": True}, {"ill": True}):
        with pytest.raises(DiaryMoved):
            diary.diary.amend_day(day.date, answers)

    diary.exchange.save_elsewhere(tmp_path / "copy.json")
    moved.rename(diary.file.path)
    diary.diary.amend_day(day.date, {"ill": False})
    diary.exchange.save_elsewhere(tmp_path / "later.json")

    (then,), (later,) = (document(tmp_path / name)["days"] for name in ("copy.json", "later.json"))
    assert (then["note"], then["weight_kg"], then["alcohol"], then["ill"]) == ("saved", 71.5, True, True)
    # What was never saved after all is still in the copy; what was is there as it was saved.
    assert (later["note"], later["alcohol"], later["ill"]) == ("saved", True, False)


def test_days_marked_free_and_ratings_that_failed_are_in_the_copy_and_what_could_not_be_deleted_is_counted(
    diary: OpenDiary, tmp_path: Path
) -> None:
    cramp, run = an_episode("2026-11-19 20:10 +01:00", note="stays"), a_workout(note="run")
    diary.diary.record(cramp)
    diary.diary.keep_workout(run)
    diary.diary.check_in(a_day("2026-11-18", cramp_free=None, note="a day"))
    diary.reading.contents()
    moved = diary.file.path.rename(tmp_path / "moved.db")
    for act in (
        lambda: diary.diary.mark_free(Period.including(date(2026, 11, 18), date(2026, 11, 20))),
        lambda: diary.diary.rate_workouts({run.id: 7.0}),
        lambda: diary.diary.remove((cramp.id,)),
    ):
        with pytest.raises(DiaryError):
            act()

    contents = diary.exchange.save_elsewhere(tmp_path / "copy.json")
    copy = document(tmp_path / "copy.json")
    # The day of the cramp is not free, whatever was asked for.
    assert {it["date"]: (it["cramp_free"], it["note"]) for it in copy["days"]} == {
        "2026-11-18": (True, "a day"),
        "2026-11-20": (True, ""),
    }
    assert [it["exertion"] for it in copy["workouts"]] == [7.0]
    assert [it["note"] for it in copy["episodes"]] == ["stays"]
    assert diary.diary.undeleted_in(contents) == 1

    moved.rename(diary.file.path)
    diary.diary.mark_days_free([date(2026, 11, 18), date(2026, 11, 20)])
    diary.diary.undo()
    diary.diary.rate_workouts({run.id: 3.0})
    diary.diary.remove((cramp.id,))
    contents = diary.exchange.save_elsewhere(tmp_path / "later.json")
    later = document(tmp_path / "later.json")
    assert [(it["date"], it["cramp_free"]) for it in later["days"]] == [("2026-11-18", None)]
    assert [it["exertion"] for it in later["workouts"]] == [3.0]
    assert later["episodes"] == []
    assert diary.diary.undeleted_in(contents) == 0


def test_what_could_not_be_taken_out_of_the_trash_is_in_the_copy(diary: OpenDiary, tmp_path: Path) -> None:
    cramp = an_episode("2026-11-19 02:10 +01:00", note="wanted after all")
    diary.diary.record(cramp)
    diary.diary.remove((cramp.id,))
    diary.reading.contents()
    diary.file.refuse_writing(DiaryInUse(diary.file.path, "open elsewhere", host="another"))
    with pytest.raises(DiaryInUse):
        diary.diary.put_back((cramp.id,))

    diary.exchange.save_elsewhere(tmp_path / "copy.json")

    assert [it["note"] for it in document(tmp_path / "copy.json")["episodes"]] == ["wanted after all"]


def test_what_was_deleted_after_a_failed_change_does_not_come_back_in_the_copy(
    diary: OpenDiary, tmp_path: Path
) -> None:
    episode = an_episode("2026-11-20 02:10 +01:00", note="before")
    diary.diary.record(episode)
    moved = diary.file.path.rename(tmp_path / "moved.db")
    with pytest.raises(DiaryMoved):
        diary.diary.record(an_episode("2026-11-20 02:10 +01:00", id=episode.id, note="after"))
    moved.rename(diary.file.path)

    diary.diary.remove((episode.id,))
    diary.exchange.save_elsewhere(tmp_path / "copy.json")

    assert document(tmp_path / "copy.json")["episodes"] == []
