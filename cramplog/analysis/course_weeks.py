"""The weeks around the start of a course, as they are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cramplog.analysis.compare import CourseEffect
from cramplog.analysis.frequency import WEEK, Span, spans
from cramplog.analysis.timeline import Timeline
from cramplog.domain.course import DoseChange
from cramplog.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseWeeks:
    """A course's effect and the weeks behind it; the first week after the start belongs to neither side.

    `today` is the diary day as of which it was counted; `changes` are the new doses within the weeks.
    """

    effect: CourseEffect
    weeks: tuple[Span, ...]
    today: date
    changes: tuple[DoseChange, ...] = ()


def course_weeks(timeline: Timeline, effect: CourseEffect) -> CourseWeeks:
    """Episodes and known days of each 7 days counted from the course's first day, before and after it.

    From the first day of the side before to the last of the side after, as in `compare.courses`; the last
    week may be cut short. Check: a course from 1 May on has its first week before on 6 March, its own first
    week on 1 May, and the first week that counts after on 8 May.
    """
    comparison = effect.comparison
    whole = Period(comparison.before.period.first, comparison.after.period.end)
    course = effect.course
    changes = tuple(
        change
        for change in sorted(course.doses or (), key=lambda change: change.from_date)
        if change.from_date in whole and change.from_date != course.started
    )
    return CourseWeeks(
        effect=effect,
        weeks=spans(timeline, whole, _sevens(whole)),
        today=timeline.today,
        changes=changes,
    )


def _sevens(whole: Period) -> Iterator[Period]:
    # The side before has 56 days, so that its weeks end where the course begins.
    start = whole.first
    while start < whole.end:
        yield Period(start, start + WEEK)
        start += WEEK
