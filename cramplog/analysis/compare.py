"""Whether cramps came more or less often than before: two periods, or before and after a course began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from cramplog.analysis.coverage import State
from cramplog.analysis.exact import RateRatio, rate_ratio
from cramplog.analysis.timeline import Timeline
from cramplog.domain.course import Course
from cramplog.domain.period import ONE_DAY, Period

LEAST_KNOWN_DAYS = 14
LEAST_EPISODES = 6
COURSE_DAYS = 56
WASH_IN_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two periods that are compared: its known days and its episodes."""

    period: Period
    known: int
    episodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two periods and the ratio of their rates, after / before.

    `ratio` is None where a side has no known day or neither has an episode. It is given also where `state`
    is not enough.
    """

    before: Side
    after: Side
    ratio: RateRatio | None
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseEffect:
    """One course, and the rates before it and after its first week."""

    course: Course
    comparison: Comparison


def comparison(timeline: Timeline, period: Period) -> Comparison:
    """This period against the one of equal length before it.

    Exposure is known days; test and interval as in `exact.rate_ratio`. `state` is ok from 14 known days on
    each side and 6 episodes in all on, since with fewer than 6 no p value below 0.05 is possible in equal
    periods. Check: 8 episodes in 28 known days and then 14 in 28 give 1.75 [0.685, 4.815], p 0.286.
    """
    return _compared(timeline, period.before(), period)


def courses(timeline: Timeline, taken: Iterable[Course]) -> tuple[CourseEffect, ...]:
    """Each course that has started: the 56 days before it against up to 56 from its eighth day on.

    Days of effect are counted to the course's last day or to the latest diary day, both included. Courses
    without a start, or that start later, are left out. In the order of their starts. A change after a start
    shows no cause: people start a remedy when cramps are at their worst, and those weeks end by themselves.
    Source of the first week left out: our judgement. Check: a course from 1 May on, read on 31 May, compares
    6 March to 30 April with 8 to 31 May.
    """
    started = [
        (course.started, course.name, course.id, course)
        for course in taken
        if course.started is not None and course.started <= timeline.today
    ]
    started.sort(key=itemgetter(0, 1, 2))
    return tuple(_effect(timeline, course, first) for first, _, _, course in started)


def _effect(timeline: Timeline, course: Course, started: date) -> CourseEffect:
    before = Period(started - timedelta(days=COURSE_DAYS), started)
    after = _after(started, course.ended, timeline.today)
    return CourseEffect(course=course, comparison=_compared(timeline, before, after))


def _after(started: date, ended: date | None, today: date) -> Period:
    first = started + timedelta(days=WASH_IN_DAYS)
    last = min(first + timedelta(days=COURSE_DAYS - 1), today, ended or today)
    return Period(first, max(first, last + ONE_DAY))


def _compared(timeline: Timeline, before: Period, after: Period) -> Comparison:
    first, second = _side(timeline, before), _side(timeline, after)
    enough = (
        min(first.known, second.known) >= LEAST_KNOWN_DAYS
        and first.episodes + second.episodes >= LEAST_EPISODES
    )
    ratio = rate_ratio(
        before=first.episodes, before_time=first.known, after=second.episodes, after_time=second.known
    )
    return Comparison(before=first, after=second, ratio=ratio, state=State.OK if enough else State.NOT_ENOUGH)


def _side(timeline: Timeline, period: Period) -> Side:
    return Side(period=period, known=timeline.count_known(period), episodes=timeline.count_episodes(period))
