"""Small diaries for the analysis, written record by record."""

from __future__ import annotations

from datetime import date, timedelta

from making import a_day, at

from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.settings import DiarySettings
from cramplog.domain.workout import Workout

Record = Episode | Day | Workout | Course

MARCH = Period.including(date(2026, 3, 1), date(2026, 3, 31))
END_OF_MARCH = "2026-03-31 20:00"


def contents(*records: Record, day_starts_hour: int = 6) -> DiaryContents:
    """A diary of these records, in any order."""
    return DiaryContents(
        episodes=tuple(record for record in records if isinstance(record, Episode)),
        days=tuple(record for record in records if isinstance(record, Day)),
        workouts=tuple(record for record in records if isinstance(record, Workout)),
        courses=tuple(record for record in records if isinstance(record, Course)),
        settings=DiarySettings(day_starts_hour=day_starts_hour),
    )


def a_timeline(*records: Record, as_of: str = END_OF_MARCH) -> Timeline:
    """The same, as it stood at the end of March 2026 unless told otherwise."""
    return Timeline.of(contents(*records), at(as_of))


def free_days(first: str, last: str) -> list[Day]:
    """Every day from the first to the last, checked in as cramp-free."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [a_day((start + timedelta(days=n)).isoformat()) for n in range((end - start).days + 1)]
