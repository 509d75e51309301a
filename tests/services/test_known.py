"""What is kept of the diary is what a fresh reading of the file finds, after any step, undone or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import a_course, a_day, a_workout, an_episode, at

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Kind
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import NotFound
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary

NOW = "2026-09-11 20:12 +02:00"

# The first two episodes begin at the same moment on clocks of different zones.
EPISODES = (
    an_episode("2026-09-10 19:00 +02:00"),
    an_episode("2026-09-10 13:00 -04:00"),
    an_episode("2026-09-01 02:00 +02:00"),
)
WORKOUTS = (a_workout("2026-09-10 18:00 +02:00"), a_workout("2026-09-02 18:00 +02:00"))
COURSES = (a_course("Magnesium"), a_course("Stretching", started=date(2026, 8, 1)))


def steps() -> tuple[Callable[[OpenDiary], object], ...]:
    return (
        *(lambda diary, one=one: diary.diary.record(one) for one in EPISODES),
        *(lambda diary, one=one: diary.diary.remove((one.id,)) for one in EPISODES),
        *(lambda diary, one=one: diary.diary.put_back((one.id,)) for one in EPISODES),
        lambda diary: diary.diary.record(an_episode("2026-09-05 20:00 +02:00", id=EPISODES[0].id)),
        *(lambda diary, one=one: diary.diary.keep_workout(one) for one in WORKOUTS),
        lambda diary: diary.diary.keep_workout(a_workout("2026-08-20 07:00 +02:00", id=WORKOUTS[0].id)),
        lambda diary: diary.diary.remove((WORKOUTS[0].id,), Kind.WORKOUTS),
        *(lambda diary, one=one: diary.diary.keep_course(one) for one in COURSES),
        lambda diary: diary.diary.remove((COURSES[1].id,), Kind.COURSES),
        lambda diary: diary.diary.check_in(a_day("2026-09-09")),
        lambda diary: diary.diary.mark_days_free([date(2026, 9, 3), date(2026, 9, 6)]),
        lambda diary: diary.diary.describe_person(Person(name="Robin")),
        lambda diary: diary.diary.set_rules(DiarySettings(day_starts_hour=4)),
        lambda diary: diary.diary.undo(),
        lambda diary: diary.diary.redo(),
    )


@given(chosen=st.lists(st.sampled_from(steps()), max_size=12))
@settings(max_examples=40, deadline=None)
def test_what_is_kept_is_what_the_file_holds(
    chosen: list[Callable[[OpenDiary], object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("known")
    diary = Opener(Paths.under(folder), FixedClock(at(NOW), "Europe/Berlin"))(create=True)
    try:
        for step in chosen:
            diary.reading.contents()
            try:
                step(diary)
            except NotFound:
                continue
            assert diary.reading.contents() == diary.file.contents()
    finally:
        diary.close()


def test_what_another_program_saved_is_read_again(tmp_path: Path) -> None:
    opener = Opener(Paths.under(tmp_path), FixedClock(at(NOW), "Europe/Berlin"))
    mine, other = opener(create=True), opener(create=True)
    mine.diary.record(EPISODES[0])
    mine.reading.contents()
    other.diary.record(EPISODES[1])
    mine.diary.record(EPISODES[2])
    found = mine.reading.contents()

    assert len(found.episodes) == 3
    assert found == mine.file.contents()
    mine.close()
    other.close()
