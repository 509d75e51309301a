"""A whole diary as one value: what is exported, imported and analysed."""

from __future__ import annotations

from dataclasses import dataclass, field

from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.settings import DiarySettings
from cramplog.domain.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryContents:
    """Everything a diary holds: episodes and workouts by start, days by date, courses by start."""

    person: Person = field(default_factory=Person)
    episodes: tuple[Episode, ...] = ()
    days: tuple[Day, ...] = ()
    workouts: tuple[Workout, ...] = ()
    courses: tuple[Course, ...] = ()
    settings: DiarySettings = field(default_factory=DiarySettings)
