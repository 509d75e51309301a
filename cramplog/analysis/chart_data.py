"""What the charts of one period show: the insights, and the days and weeks behind them."""

from __future__ import annotations

from dataclasses import dataclass

from cramplog.analysis.calendar import CalendarDay, calendar
from cramplog.analysis.course_weeks import CourseWeeks, course_weeks
from cramplog.analysis.insights import Insights
from cramplog.analysis.load import Load, load
from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """Everything that a chart may draw; made with the insights, on the same thread."""

    insights: Insights
    calendar: tuple[CalendarDay, ...]
    courses: tuple[CourseWeeks, ...]
    load: Load


def chart_data(contents: DiaryContents, insights: Insights) -> ChartData:
    """The days and weeks of the same diary, moment and period as `insights`."""
    timeline = Timeline.of(contents, insights.as_of)
    return ChartData(
        insights=insights,
        calendar=calendar(timeline, insights.period),
        courses=tuple(course_weeks(timeline, effect) for effect in insights.courses),
        load=load(timeline, insights.period),
    )
