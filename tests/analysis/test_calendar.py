"""Every day of a period, and the weeks around the start of a course."""

from __future__ import annotations

from datetime import date, datetime

from making import a_course, a_day, an_episode

from cramplog.analysis.calendar import CalendarDay, calendar
from cramplog.analysis.compare import courses
from cramplog.analysis.course_weeks import course_weeks
from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period

AS_OF = datetime.fromisoformat("2026-05-31T23:00:00+00:00")


def test_each_day_is_known_or_not_with_its_cramps_and_the_worst_pain() -> None:
    contents = DiaryContents(
        episodes=(an_episode("2026-05-02 20:00", pain=4), an_episode("2026-05-03 02:00", pain=7)),
        days=(a_day("2026-05-03"),),
    )

    found = calendar(Timeline.of(contents, AS_OF), Period.including(date(2026, 5, 2), date(2026, 5, 4)))

    assert found == (
        CalendarDay(date=date(2026, 5, 2), known=True, episodes=2, worst_pain=7),
        CalendarDay(date=date(2026, 5, 3), known=True, episodes=0, worst_pain=None),
        CalendarDay(date=date(2026, 5, 4), known=False, episodes=0, worst_pain=None),
    )


def test_weeks_are_counted_from_the_first_day_of_a_course() -> None:
    contents = DiaryContents(
        episodes=(
            an_episode("2026-04-30 20:00"),
            an_episode("2026-05-01 20:00"),
            an_episode("2026-05-08 20:00"),
        ),
        courses=(a_course("Magnesium", started=date(2026, 5, 1)),),
    )
    timeline = Timeline.of(contents, AS_OF)

    found = course_weeks(timeline, courses(timeline, contents.courses)[0])

    assert found.weeks[0].start == date(2026, 3, 6)
    assert {week.start: week.episodes for week in found.weeks if week.episodes} == {
        date(2026, 4, 24): 1,
        date(2026, 5, 1): 1,
        date(2026, 5, 8): 1,
    }
    # The last week is cut at the day of the analysis, a Sunday.
    assert (found.weeks[-1].start, found.weeks[-1].days) == (date(2026, 5, 29), 3)
