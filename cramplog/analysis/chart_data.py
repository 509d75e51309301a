"""What the charts of one period show: the insights, and the days and weeks behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cramplog.analysis.calendar import CalendarDay, calendar
from cramplog.analysis.course_weeks import CourseWeeks, course_weeks
from cramplog.analysis.insights import Insights, analyse_timeline
from cramplog.analysis.load import Load, load
from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """Everything that a chart may draw; made with the insights, on the same thread."""

    insights: Insights
    calendar: tuple[CalendarDay, ...]
    courses: tuple[CourseWeeks, ...]
    load: Load


def chart_data(contents: DiaryContents, *, as_of: datetime, period: Period) -> ChartData:
    """The insights of a period as of a moment, and the days and weeks that go with them."""
    timeline = Timeline.of(contents, as_of)
    insights = analyse_timeline(timeline, contents, period)
    return ChartData(
        insights=insights,
        calendar=calendar(timeline, insights.period),
        courses=tuple(course_weeks(timeline, effect) for effect in insights.courses),
        load=load(timeline, insights.period),
    )
