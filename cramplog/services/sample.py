"""The example diary of an invented person, moved so that it ends yesterday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from cramplog import paths
from cramplog.domain import wall_time
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.period import ONE_DAY, diary_day
from cramplog.domain.workout import Workout
from cramplog.exchange import diary_json

if TYPE_CHECKING:
    from cramplog.services.open_diary import OpenDiary

# The last day of resources/sample/diary.json.
LAST_DAY = date(2026, 10, 31)

R = TypeVar("R", Episode, Workout)


def fill(diary: OpenDiary) -> None:
    """Put the example into an empty diary. It ends yesterday and cannot be undone step by step."""
    contents = ending(diary.diary.today() - ONE_DAY)
    with diary.file.write() as stores:
        stores.person.save(contents.person)
        stores.settings.save(contents.settings)
        for episode in contents.episodes:
            stores.episodes.save(episode)
        for day in contents.days:
            stores.days.save(day)
        for workout in contents.workouts:
            stores.workouts.save(workout)
        for course in contents.courses:
            stores.courses.save(course)


def ending(last: date) -> DiaryContents:
    """The example, moved by whole weeks so that every night stays on its weekday, and cut after `last`."""
    sample = diary_json.read_file(paths.resource("sample", "diary.json")).contents
    move = timedelta(weeks=-((LAST_DAY - last).days // 7))
    hour = sample.settings.day_starts_hour
    episodes = (
        replace(_moved(episode, move), created=_later(episode, move), changed=_later(episode, move))
        for episode in sample.episodes
    )
    workouts = (_moved(workout, move) for workout in sample.workouts)
    days = (replace(day, date=day.date + move) for day in sample.days)
    return replace(
        sample,
        episodes=tuple(episode for episode in episodes if diary_day(episode.started, hour) <= last),
        days=tuple(day for day in days if day.date <= last),
        workouts=tuple(workout for workout in workouts if diary_day(workout.started, hour) <= last),
        courses=tuple(_moved_course(course, move) for course in sample.courses),
    )


def _moved(record: R, move: timedelta) -> R:
    return replace(record, started=_moment(record.started, record.zone, move))


def _later(episode: Episode, move: timedelta) -> datetime | None:
    return _moment(episode.created, episode.zone, move) if episode.created is not None else None


def _moment(moment: datetime, zone: str | None, move: timedelta) -> datetime:
    """The same wall time on another date, with the offset that the zone has then."""
    rules = wall_time.zone_named(zone)
    there = wall_time.moments((moment + move).replace(tzinfo=None), rules) if rules else ()
    return there[0] if there else moment + move


def _moved_course(course: Course, move: timedelta) -> Course:
    return replace(
        course,
        started=course.started + move if course.started else None,
        ended=course.ended + move if course.ended else None,
        doses=tuple(replace(change, from_date=change.from_date + move) for change in course.doses)
        if course.doses is not None
        else None,
    )
