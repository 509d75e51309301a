"""Reading in the diary: what the pages ask for."""

from __future__ import annotations

from datetime import date

from making import a_day, a_workout, an_episode

from cramplog.domain.period import Period
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.services.open_diary import OpenDiary


def test_an_empty_diary_has_nothing_to_show_and_nothing_unknown(diary: OpenDiary) -> None:
    shown = diary.reading.log_page(4)

    assert shown.day == date(2026, 11, 22)
    assert (shown.latest, shown.check_in, shown.since, shown.cramps_today) == ((), None, None, 0)


def test_the_latest_cramps_come_newest_first(diary: OpenDiary) -> None:
    for day in (10, 12, 11, 14, 13):
        diary.diary.record(an_episode(f"2026-11-{day} 20:00 +01:00", pain=day - 10))

    assert [episode.pain for episode in diary.reading.log_page(4).latest] == [4, 3, 2, 1]


def test_the_days_since_the_last_known_one_are_named(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-18 20:00 +01:00"))
    diary.diary.check_in(a_day("2026-11-19"))

    shown = diary.reading.log_page(4)

    assert shown.since == Period.including(date(2026, 11, 20), date(2026, 11, 22))


def test_a_cramp_today_leaves_no_unknown_days(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-11-18 20:00 +01:00"))
    diary.diary.record(an_episode("2026-11-22 09:00 +01:00"))

    shown = diary.reading.log_page(4)

    assert shown.since is None
    assert shown.cramps_today == 1


def test_a_check_in_without_a_word_on_cramps_does_not_make_a_day_known(diary: OpenDiary) -> None:
    diary.diary.check_in(a_day("2026-11-20", cramp_free=True))
    diary.diary.check_in(a_day("2026-11-21", cramp_free=None))

    assert diary.reading.log_page(4).since == Period.including(date(2026, 11, 21), date(2026, 11, 22))


def test_the_first_day_is_that_of_the_first_record_of_any_kind(diary: OpenDiary) -> None:
    diary.diary.check_in(a_day("2026-11-05"))
    diary.diary.keep_workout(a_workout("2026-11-03 18:00 +01:00"))
    diary.diary.record(an_episode("2026-11-04 02:00 +01:00"))

    assert diary.reading.first_day() == date(2026, 11, 3)


def test_all_means_from_the_first_record_to_today(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-08-01 20:00 +02:00"))

    insights = diary.reading.insights(PeriodChoice(Span.ALL))

    assert insights.period == Period.including(date(2026, 8, 1), date(2026, 11, 22))
    assert insights.coverage.cramp == 1


def test_what_was_just_recorded_is_counted(diary: OpenDiary) -> None:
    before = diary.reading.insights(PeriodChoice()).frequency.episodes
    diary.diary.record(an_episode("2026-11-20 20:00 +01:00"))

    after = diary.reading.insights(PeriodChoice()).frequency.episodes

    assert (before, after) == (0, 1)
