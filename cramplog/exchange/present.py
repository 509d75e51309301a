"""The diary that files are merged into, kept so that each of thousands of files finds its records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.places import Place
from cramplog.domain.settings import DiarySettings
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout

Content = tuple[datetime, frozenset[Place]]


class Present:
    """What the diary holds, by key and by content; it takes over what the files before have brought."""

    def __init__(self, contents: DiaryContents) -> None:
        self.person = contents.person
        self.settings = contents.settings
        self.episodes = {episode.id: episode for episode in contents.episodes}
        self.days = {day.date: day for day in contents.days}
        self.workouts = {workout.id: workout for workout in contents.workouts}
        self.courses = {course.id: course for course in contents.courses}
        self._by_content: dict[Content, Episode] | None = None
        self._by_hash: defaultdict[str, list[str]] = defaultdict(list)
        self._by_start: defaultdict[datetime, list[str]] = defaultdict(list)
        for workout in contents.workouts:
            self._index(workout)

    def episode_like(self, found: Episode) -> Episode | None:
        """The cramp that began at the same instant in the same places."""
        if self._by_content is None:
            self._by_content = {content(episode): episode for episode in self.episodes.values()}
        return self._by_content.get(content(found))

    def workout_like(self, found: Workout) -> Iterable[Workout]:
        """Those from the same file, then those that began at the same instant."""
        keys = [*self._by_hash.get(found.file_sha256 or "", ()), *self._by_start.get(in_utc(found), ())]
        return [self.workouts[key] for key in keys]

    def take(self, records: Iterable[Record]) -> None:
        """Records that will be in the diary from now on."""
        for record in records:
            match record:
                case Episode():
                    self.episodes[record.id] = record
                    if self._by_content is not None:
                        self._by_content[content(record)] = record
                case Day():
                    self.days[record.date] = record
                case Workout():
                    self.workouts[record.id] = record
                    self._index(record)
                case Course():
                    self.courses[record.id] = record
                case Person():
                    self.person = record
                case DiarySettings():
                    self.settings = record

    def contents(self) -> DiaryContents:
        """All of it as one value, in order."""
        return DiaryContents(
            person=self.person,
            episodes=tuple(sorted(self.episodes.values(), key=lambda each: (in_utc(each), each.id))),
            days=tuple(self.days[day] for day in sorted(self.days)),
            workouts=tuple(sorted(self.workouts.values(), key=lambda each: (in_utc(each), each.id))),
            courses=tuple(
                sorted(self.courses.values(), key=lambda course: (course.started or date.min, course.id))
            ),
            settings=self.settings,
        )

    def _index(self, workout: Workout) -> None:
        self._by_start[in_utc(workout)].append(workout.id)
        if workout.file_sha256:
            self._by_hash[workout.file_sha256].append(workout.id)


def in_utc(record: Episode | Workout) -> datetime:
    """The instant at which it began."""
    return record.started.astimezone(UTC)


def content(episode: Episode) -> Content:
    """What a cramp is known by where it has no id."""
    return in_utc(episode), frozenset(episode.places)
