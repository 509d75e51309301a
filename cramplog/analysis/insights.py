"""All the numbers of one diary for one period, as of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cramplog.analysis.compare import Comparison, CourseEffect, comparison, courses
from cramplog.analysis.context import ContextCount, context
from cramplog.analysis.coverage import Coverage, coverage
from cramplog.analysis.criteria import Criterion, criteria
from cramplog.analysis.frequency import Frequency, frequency
from cramplog.analysis.pain import Duration, Pain, duration, pain
from cramplog.analysis.places import PlaceCount, places
from cramplog.analysis.relief import MethodResult, relief
from cramplog.analysis.timeline import Timeline
from cramplog.analysis.timing import Timing, timing
from cramplog.analysis.trend import Trend, trend
from cramplog.analysis.triggers import Trigger, triggers
from cramplog.analysis.warning_signs import WarningFound, warning_signs
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import DAY_STARTS_HOUR, Period, diary_day

DEFAULT_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """Every finding of one period. `period` is cut at the diary day of `as_of`."""

    as_of: datetime
    period: Period
    coverage: Coverage
    frequency: Frequency
    pain: Pain
    duration: Duration
    places: tuple[PlaceCount, ...]
    timing: Timing
    relief: tuple[MethodResult, ...]
    context: tuple[ContextCount, ...]
    criteria: tuple[Criterion, ...]
    warnings: tuple[WarningFound, ...]
    comparison: Comparison
    courses: tuple[CourseEffect, ...]
    trend: Trend
    triggers: tuple[Trigger, ...]


def analyse(contents: DiaryContents, *, as_of: datetime, period: Period) -> Insights:
    """Compute every number for `period`, from what had begun by `as_of` (a time with its offset).

    Criteria and the latest 28 days end with the diary day of `as_of`, whatever the period.
    """
    return analyse_timeline(Timeline.of(contents, as_of), contents, period)


def analyse_timeline(timeline: Timeline, contents: DiaryContents, period: Period) -> Insights:
    """The same, of a diary that is grouped by diary day already."""
    period = period.cut_at(timeline.today)
    episodes = timeline.episodes_in(period)
    often = frequency(timeline, period)
    return Insights(
        as_of=timeline.as_of,
        period=period,
        coverage=coverage(timeline, period),
        frequency=often,
        pain=pain(episodes),
        duration=duration(episodes),
        places=places(episodes),
        timing=timing(timeline, period),
        relief=relief(episodes),
        context=context(timeline, period, contents.settings.criteria.no_obvious_cause),
        criteria=criteria(timeline, contents.settings.criteria),
        warnings=warning_signs(timeline, period),
        comparison=comparison(timeline, period),
        courses=courses(timeline, contents.courses),
        trend=trend(often.by_week),
        triggers=triggers(timeline, period),
    )


def default_period(as_of: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> Period:
    """The latest 90 diary days."""
    return latest_days(DEFAULT_DAYS, as_of, day_starts_hour)


def latest_days(days: int, as_of: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> Period:
    """So many diary days, ending with that of `as_of`."""
    return Period.last_days(days, diary_day(as_of, day_starts_hour))
