"""A week is filled in through the window, and each kind of step is taken back and done again by the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from making import LEFT_CALF, a_course, a_day, a_workout, an_episode
from program import Program

from cramplog.domain.changes import Changed, Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import RecordChange
from cramplog.domain.workout import Workout
from cramplog.services.open_diary import OpenDiary

EPISODE = an_episode("2026-09-07 19:00 +02:00")
IMPORTED = an_episode("2026-09-08 21:00 +02:00")
COURSE = a_course(started=date(2026, 8, 1))
WORKOUT = a_workout("2026-09-10 18:00 +02:00")


def contents(program: Program) -> DiaryContents:
    found: list[DiaryContents] = []
    program.built.client.ask(lambda diary: diary.reading.contents(), found.append, owner=program.window)
    program.wait()
    return found[0]


def change(program: Program, action: Callable[[OpenDiary], Changed]) -> None:
    program.built.client.change(action, owner=program.window)
    program.wait()


def test_a_week_is_checked_in_with_a_handful_of_clicks(program: Program) -> None:
    change(program, lambda diary: diary.diary.check_in(a_day("2026-09-04")))
    change(program, lambda diary: diary.diary.record(EPISODE))
    change(program, lambda diary: diary.diary.check_in(a_day("2026-09-09")))
    window = program.window
    program.click(window.pages.log.day.water.button("good"))
    program.click(window.pages.log.day.alcohol.button("no"))
    program.click(window.pages.log.free.none_since)
    program.click(window.pages.log.free.fill)
    program.click(window.pages.fill_days.all)
    program.click(window.pages.fill_days.mark)
    program.picture("week-filled")

    days = {day.date.day: day for day in contents(program).days}
    assert sorted(day for day, one in days.items() if one.cramp_free) == [4, 5, 6, 8, 9, 10, 11]
    assert days[11].hydration == "good"
    assert days[11].alcohol is False
    assert 7 not in days


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (lambda diary: diary.diary.record(an_episode("2026-09-08 19:00 +02:00")), "log a cramp"),
        (
            lambda diary: diary.diary.record(replace(EPISODE, pain=8)),
            "change a cramp",
        ),
        (lambda diary: diary.diary.remove((EPISODE.id,)), "delete a cramp"),
        (lambda diary: diary.diary.remove((WORKOUT.id,), Kind.WORKOUTS), "delete a workout"),
        (lambda diary: diary.diary.remove((COURSE.id,), Kind.COURSES), "delete a medicine or routine"),
        (lambda diary: diary.diary.check_in(a_day("2026-09-08", alcohol=True)), "change a day"),
        (lambda diary: diary.diary.mark_days_free([date(2026, 9, 8)]), "mark a day as free"),
        (lambda diary: diary.diary.keep_course(a_course("Quinine")), "change medicines and routines"),
        (
            lambda diary: diary.diary.keep_workout(a_workout("2026-09-09 18:00 +02:00")),
            "change a workout",
        ),
        (
            lambda diary: diary.diary.record_sheet(
                (an_episode("2026-09-08 19:00 +02:00"),), (a_day("2026-09-09"),)
            ),
            "type in a paper sheet",
        ),
        (
            lambda diary: diary.diary.take_over((RecordChange(Kind.EPISODES, IMPORTED.id, None, IMPORTED),)),
            "import",
        ),
        (lambda diary: diary.diary.describe_person(Person(name="Anna")), "change about me"),
        (lambda diary: diary.diary.set_rules(DiarySettings(day_starts_hour=4)), "change settings"),
    ],
)
def test_each_kind_of_step_is_named_taken_back_and_done_again(
    program: Program, action: Callable[[OpenDiary], Changed], words: str
) -> None:
    change(program, lambda diary: diary.diary.record(EPISODE))
    change(program, lambda diary: diary.diary.keep_workout(WORKOUT))
    change(program, lambda diary: diary.diary.keep_course(COURSE))
    before = contents(program)
    change(program, action)
    after = contents(program)
    named = program.window.menus.action("undo").text()
    program.choose("undo")
    taken_back = contents(program)
    program.choose("redo")

    assert named.endswith(f": {words}")
    assert taken_back == before
    assert contents(program) == after != before
    assert before.episodes[0].places == (LEFT_CALF,)


@pytest.mark.parametrize(
    ("record", "kind"),
    [(EPISODE, Kind.EPISODES), (WORKOUT, Kind.WORKOUTS), (COURSE, Kind.COURSES)],
    ids=["cramp", "workout", "medicine"],
)
def test_put_back_from_the_trash_is_taken_back_and_done_again(
    program: Program, record: Episode | Workout | Course, kind: Kind
) -> None:
    change(program, lambda diary: diary.diary.record(EPISODE))
    change(program, lambda diary: diary.diary.keep_workout(WORKOUT))
    change(program, lambda diary: diary.diary.keep_course(COURSE))
    whole = contents(program)
    change(program, lambda diary: diary.diary.remove((record.id,), kind))
    without = contents(program)
    program.choose("trash")
    trash = program.window.pages.trash
    (row,) = trash.list.rows
    program.click(row.put_back)
    there_again, named = contents(program), program.window.menus.action("undo").text()
    rows_after = trash.list.rows
    program.choose("undo")
    taken_back, rows_taken_back = contents(program), trash.list.rows
    program.choose("redo")

    assert named.endswith(": put back 1 record")
    assert there_again == whole != without
    assert rows_after == ()
    assert taken_back == without
    assert len(rows_taken_back) == 1
    assert contents(program) == whole
    assert trash.list.rows == ()


def test_the_new_pages_are_reached_from_sidebar_and_menu(program: Program) -> None:
    shown = []
    for key in ("workouts", "courses"):
        program.click(program.window.shell.sidebar.row(key))
        shown.append(program.window.shell.current_page())
    for action in ("page_workouts", "page_courses", "fill_days", "trash"):
        program.choose(action)
        shown.append(program.window.shell.current_page())

    assert shown == ["workouts", "courses", "workouts", "courses", "fill_days", "trash"]
