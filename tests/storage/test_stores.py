"""What is saved is what is read again, for every field of every record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from making import a_course, a_day, a_workout, an_episode, at

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.storage.diary_file import DiaryFile, Writing

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiaryFile]:
    """One diary for all examples of a property; each example starts by emptying it."""
    with DiaryFile.create(tmp_path_factory.mktemp("lasting") / "diary.db") as made:
        yield made


def empty(writing: Writing) -> None:
    writing.episodes.delete(*(episode.id for episode in writing.episodes.all()))
    writing.days.delete(*(day.date for day in writing.days.all()))
    writing.workouts.delete(*(workout.id for workout in writing.workouts.all()))
    writing.courses.delete(*(course.id for course in writing.courses.all()))
    writing.person.delete()
    writing.settings.delete()


def fill(writing: Writing, contents: DiaryContents) -> None:
    writing.person.save(contents.person)
    writing.settings.save(contents.settings)
    writing.episodes.save_all(reversed(contents.episodes))
    writing.days.save_all(reversed(contents.days))
    writing.workouts.save_all(reversed(contents.workouts))
    writing.courses.save_all(reversed(contents.courses))


@given(strategies.diaries())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_field_of_every_record_is_read_as_it_was_saved(
    lasting: DiaryFile, contents: DiaryContents
) -> None:
    with lasting.write() as writing:
        empty(writing)
        fill(writing, contents)

    assert lasting.contents() == contents
    assert lasting.check().problems == ()


def test_a_minus_zero_is_kept_as_the_zero_that_it_is(diary: DiaryFile) -> None:
    with diary.write() as writing:
        writing.episodes.save(episode := an_episode(air_temp_c=-0.0))

    with diary.read() as reading:
        assert reading.episodes.get(episode.id) == episode


def test_the_last_half_millisecond_of_a_second_is_kept(diary: DiaryFile) -> None:
    # SQLite's own clock rounds to milliseconds, and this one up into the next second.
    with diary.write() as writing:
        writing.workouts.save(workout := a_workout("2000-01-01 00:00:00.999500 +05:30"))

    assert diary.contents().workouts == (workout,)


def test_saving_twice_keeps_one_record_the_later(diary: DiaryFile) -> None:
    first = an_episode(pain=3, note="first")
    second = an_episode(id=first.id, pain=8)

    for episode in (first, second):
        with diary.write() as writing:
            writing.episodes.save(episode)

    assert diary.contents().episodes == (second,)
    assert diary.check().counts[Kind.EPISODES] == 1


def test_one_action_that_names_a_record_twice_keeps_the_later(diary: DiaryFile) -> None:
    first = an_episode(pain=3)
    second = an_episode(id=first.id, pain=8)

    with diary.write() as writing:
        writing.episodes.save_all((first, second))

    assert diary.contents().episodes == (second,)


def test_a_note_that_was_emptied_is_gone(diary: DiaryFile) -> None:
    day = a_day(note="bad night")
    with diary.write() as writing:
        writing.days.save(day)
    with diary.write() as writing:
        writing.days.save(a_day())

    with diary.read() as reading:
        assert reading.days.get(day.date) == a_day()
    assert diary.check().ok


def test_deleting_says_how_many_there_were_and_takes_the_note_along(diary: DiaryFile) -> None:
    kept, gone = an_episode(note="kept"), an_episode(note="gone")
    with diary.write() as writing:
        writing.episodes.save_all((kept, gone))

    with diary.write() as writing:
        assert writing.episodes.delete(gone.id, "00000000-0000-4000-8000-ffffffffffff") == 1

    assert diary.contents().episodes == (kept,)
    assert diary.check().ok


def test_episodes_are_ordered_by_instant_and_not_by_wall_time(diary: DiaryFile) -> None:
    # 02:30 twice in one night: first in summer time, an hour later in winter time.
    later = an_episode("2026-10-25 02:10 +01:00")
    earlier = an_episode("2026-10-25 02:50 +02:00")

    with diary.write() as writing:
        writing.episodes.save_all((later, earlier))

    assert diary.contents().episodes == (earlier, later)


def test_courses_without_a_start_come_first(diary: DiaryFile) -> None:
    dated, undated = a_course(started=date(2020, 1, 1)), a_course()
    with diary.write() as writing:
        writing.courses.save_all((dated, undated))

    assert diary.contents().courses == (undated, dated)


def test_a_new_diary_has_the_defaults(diary: DiaryFile) -> None:
    assert diary.contents() == DiaryContents(person=Person(), settings=DiarySettings())
    assert diary.revision() == 0


@pytest.mark.parametrize(
    ("started", "hour", "inside"),
    [
        ("2026-03-01 06:00 +01:00", 6, True),
        ("2026-03-01 05:59 +01:00", 6, False),
        ("2026-04-01 05:59 -08:00", 6, True),
        ("2026-04-01 06:00 -08:00", 6, False),
        ("2026-03-01 00:00 +14:00", 0, True),
        ("2026-04-01 11:59 +00:00", 12, True),
        ("2026-04-01 12:00 +00:00", 12, False),
    ],
)
def test_a_period_is_of_diary_days_by_the_wall_time(
    diary: DiaryFile, started: str, hour: int, inside: bool
) -> None:
    with diary.write() as writing:
        writing.settings.save(DiarySettings(day_starts_hour=hour))
        writing.episodes.save(an_episode(started))
        writing.workouts.save(a_workout(started))

    with diary.read() as reading:
        assert len(reading.episodes.find(MARCH)) == inside
        assert len(reading.workouts.find(MARCH)) == inside


def test_days_and_courses_of_a_period(diary: DiaryFile) -> None:
    before, first, last, after = (a_day(f"2026-{day}") for day in ("02-28", "03-01", "03-31", "04-01"))
    over = a_course(started=date(2026, 1, 1), ended=date(2026, 2, 28))
    until_first = a_course(started=date(2026, 1, 1), ended=date(2026, 3, 1))
    from_last = a_course(started=date(2026, 3, 31))
    to_come = a_course(started=date(2026, 4, 1))
    unknown = a_course()
    with diary.write() as writing:
        writing.days.save_all((before, first, last, after))
        writing.courses.save_all((over, until_first, from_last, to_come, unknown))

    with diary.read() as reading:
        assert reading.days.find(MARCH) == (first, last)
        assert reading.courses.find(MARCH) == (unknown, until_first, from_last)


def test_a_reading_sees_nothing_of_what_is_saved_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    with DiaryFile.create(path) as diary, DiaryFile.open(path) as other:
        with other.read() as reading:
            assert reading.episodes.all() == ()
            revision = reading.revision
        with diary.write() as writing:
            writing.episodes.save(an_episode())

        assert revision == 0
        assert other.revision() == 1


def test_a_store_that_reads_does_not_save(diary: DiaryFile) -> None:
    with diary.read() as reading, pytest.raises(RuntimeError, match="write transaction"):
        reading.episodes.save(an_episode())


def test_what_a_write_touched_is_named_with_the_new_revision(diary: DiaryFile) -> None:
    episode, gone = an_episode(), an_episode()
    with diary.write() as writing:
        writing.episodes.save_all((episode, gone))
    with diary.write() as writing:
        writing.episodes.save(episode)
        writing.episodes.delete(gone.id)
        writing.days.save(a_day("2026-03-05"))

    assert writing.changed.kinds == {Kind.EPISODES, Kind.DAYS}
    assert writing.changed.ids == (episode.id, "2026-03-05")
    assert writing.changed.revision == diary.revision() == 2


def test_a_write_that_touches_nothing_is_no_revision(diary: DiaryFile) -> None:
    with diary.write() as writing:
        writing.episodes.delete("00000000-0000-4000-8000-ffffffffffff")
        writing.days.save_all(())

    assert writing.changed.kinds == frozenset()
    assert diary.revision() == 0


def test_an_error_inside_a_write_leaves_the_diary_as_it_was(diary: DiaryFile) -> None:
    episode = an_episode()

    def fails() -> None:
        with diary.write() as writing:
            writing.episodes.save(episode)
            writing.days.save(a_day())
            raise LookupError

    with pytest.raises(LookupError):
        fails()

    assert diary.contents() == DiaryContents()
    assert diary.revision() == 0
    assert not diary.is_saved(Kind.EPISODES, episode.id, episode)
    assert diary.is_saved(Kind.EPISODES, episode.id, None)
    assert diary.check().ok


def test_saved_means_this_very_record(diary: DiaryFile) -> None:
    started = at("2026-03-04 02:10 +01:00")
    saved = an_episode(started=started.isoformat(), pain=4)
    with diary.write() as writing:
        writing.episodes.save(saved)
        writing.days.save(a_day("2026-03-04"))

    assert diary.is_saved(Kind.EPISODES, saved.id, saved)
    assert not diary.is_saved(Kind.EPISODES, saved.id, an_episode(id=saved.id, pain=5))
    assert diary.is_saved(Kind.DAYS, "2026-03-04", a_day("2026-03-04"))
    assert diary.is_saved(Kind.PERSON, "person", Person())
    assert diary.is_saved(Kind.SETTINGS, "settings", DiarySettings())
