"""Coverage, frequency, pain, duration, places and relief on diaries small enough to count by hand."""

from __future__ import annotations

from datetime import date

import pytest
from analysis.by_hand import MARCH, a_timeline, free_days
from making import LEFT_CALF, a_day, an_episode

from cramplog.analysis.coverage import Coverage, State, coverage, is_mostly_known
from cramplog.analysis.frequency import frequency
from cramplog.analysis.pain import duration, pain
from cramplog.analysis.places import places
from cramplog.analysis.relief import best_effect, relief
from cramplog.domain.episode import Relief
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Effect, Method

FIRST_WEEKS = Period.including(date(2026, 3, 1), date(2026, 3, 28))


def tried(method: Method, effect: Effect | None = None, minutes: float | None = None) -> Relief:
    return Relief(method=method, effect=effect, minutes=minutes)


def test_an_episode_outranks_a_day_checked_in_as_free() -> None:
    diary = a_timeline(an_episode("2026-03-02 20:00"), a_day("2026-03-02"), a_day("2026-03-03"))

    found = coverage(diary, Period.including(date(2026, 3, 1), date(2026, 3, 4)))

    assert found == Coverage(known=2, free=1, cramp=1, unknown=2)


def test_a_check_in_that_does_not_say_free_leaves_the_day_unknown() -> None:
    diary = a_timeline(a_day("2026-03-02", cramp_free=False), a_day("2026-03-03", cramp_free=None))

    assert coverage(diary, MARCH) == Coverage(known=0, free=0, cramp=0, unknown=31)


def test_a_cramp_before_six_belongs_to_the_night_before() -> None:
    diary = a_timeline(an_episode("2026-03-01 05:59"), an_episode("2026-03-05 06:00"))

    assert diary.cramp_days == (date(2026, 2, 28), date(2026, 3, 5))
    assert coverage(diary, MARCH).cramp == 1


def test_what_begins_after_the_moment_does_not_exist() -> None:
    diary = a_timeline(
        an_episode("2026-03-10 20:01"), a_day("2026-03-10"), a_day("2026-03-11"), as_of="2026-03-10 20:00"
    )

    assert diary.cramp_days == ()
    assert diary.free_days == (date(2026, 3, 10),)


def test_moments_are_compared_in_time_and_days_on_the_wall() -> None:
    """20:30 in Tokyo was noon in Berlin: it had happened; it lies on the day that Tokyo's wall said."""
    diary = a_timeline(an_episode("2026-03-11 01:30 +09:00"), as_of="2026-03-10 20:00 +01:00")

    assert diary.cramp_days == (date(2026, 3, 10),)


def test_twenty_of_28_days_are_mostly_known_and_19_are_not() -> None:
    assert is_mostly_known(20, 28)
    assert not is_mostly_known(19, 28)
    assert not is_mostly_known(0, 0)


def test_a_rate_is_cramps_per_seven_known_days() -> None:
    cramps = [an_episode(f"2026-03-{day:02d} {hour}:00") for day in range(1, 8) for hour in (10, 15)]
    diary = a_timeline(*cramps, *free_days("2026-03-08", "2026-03-28"))

    found = frequency(diary, FIRST_WEEKS)

    assert found.episodes == 14
    assert found.per_week == 3.5
    assert found.per_week_ci is not None
    assert (found.per_week_ci.low, found.per_week_ci.high) == pytest.approx((1.91, 5.87), abs=0.005)
    assert found.cramp_day_share == 0.25
    assert found.state is State.OK


def test_the_share_of_cramp_days_has_clopper_and_pearsons_interval() -> None:
    cramps = [an_episode(f"2026-03-{day:02d} 10:00") for day in range(1, 10)]
    diary = a_timeline(*cramps, *free_days("2026-03-10", "2026-03-28"))

    found = frequency(diary, FIRST_WEEKS)

    assert found.cramp_day_share == pytest.approx(9 / 28)
    assert found.cramp_day_share_ci is not None
    assert found.cramp_day_share_ci.low == pytest.approx(0.15878, abs=1e-5)
    assert found.cramp_day_share_ci.high == pytest.approx(0.52352, abs=1e-5)


def test_under_70_percent_known_a_rate_is_not_to_be_shown() -> None:
    diary = a_timeline(*free_days("2026-03-01", "2026-03-19"))

    assert frequency(diary, FIRST_WEEKS).state is State.NOT_ENOUGH


def test_without_a_known_day_there_is_no_rate() -> None:
    found = frequency(a_timeline(), MARCH)

    assert (found.episodes, found.per_week, found.per_week_ci) == (0, None, None)
    assert (found.cramp_day_share, found.cramp_day_share_ci) == (None, None)


def test_weeks_run_from_monday_and_are_clipped_to_the_period() -> None:
    diary = a_timeline(an_episode("2026-03-01 10:00"), an_episode("2026-03-03 10:00"), a_day("2026-03-02"))

    weeks = frequency(diary, Period.including(date(2026, 3, 1), date(2026, 3, 10))).by_week

    # 1 March 2026 is a Sunday: its week began on 23 February.
    assert [(week.start, week.days, week.known, week.episodes) for week in weeks] == [
        (date(2026, 2, 23), 1, 1, 1),
        (date(2026, 3, 2), 7, 2, 1),
        (date(2026, 3, 9), 2, 0, 0),
    ]


def test_weeks_without_a_known_day_are_listed_as_such() -> None:
    diary = a_timeline(a_day("2026-03-02"))

    assert [week.known for week in frequency(diary, MARCH).by_week] == [0, 1, 0, 0, 0, 0]


def test_months_are_clipped_to_the_period() -> None:
    diary = a_timeline(an_episode("2026-02-27 10:00"), an_episode("2026-03-03 10:00"))

    months = frequency(diary, Period.including(date(2026, 2, 27), date(2026, 3, 10))).by_month

    assert [(month.start, month.days, month.episodes) for month in months] == [
        (date(2026, 2, 1), 2, 1),
        (date(2026, 3, 1), 10, 1),
    ]


def test_an_empty_period_has_no_weeks() -> None:
    nothing = Period(date(2026, 3, 4), date(2026, 3, 4))

    assert frequency(a_timeline(), nothing).by_week == ()
    assert frequency(a_timeline(), nothing).by_month == ()


def test_pain_is_described_over_the_episodes_that_have_one() -> None:
    found = pain([an_episode(pain=2), an_episode(pain=7), an_episode(pain=9), an_episode()])

    assert (found.n, found.median, found.mean, found.max) == (3, 7, 6, 9)
    assert found.share_severe == pytest.approx(2 / 3)
    assert found.by_score == (0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0)


def test_without_a_pain_nothing_is_said_about_it() -> None:
    found = pain([an_episode()])

    assert (found.n, found.median, found.mean, found.max, found.share_severe) == (0, None, None, None, None)


def test_durations_are_in_minutes() -> None:
    found = duration([an_episode(duration_s=seconds) for seconds in (120, 240, 720)])

    assert (found.n, found.median, found.mean, found.max) == (3, 4, 6, 12)
    assert found.share_over_10 == pytest.approx(1 / 3)


def test_ten_minutes_are_not_over_ten_minutes() -> None:
    found = duration([an_episode(duration_s=600), an_episode(duration_s=601)])

    assert found.share_over_10 == 0.5


def test_lengths_fall_into_four_bins() -> None:
    found = duration([an_episode(duration_s=seconds) for seconds in (59, 60, 299, 300, 600, 601)])

    assert found.by_length == (1, 2, 2, 1)


def test_an_episode_counts_once_for_each_of_its_places() -> None:
    both = Place(Muscle.CALF, Side.BOTH)
    foot = Place(Muscle.FOOT, Side.LEFT)

    found = places(
        [
            an_episode(places=(LEFT_CALF, foot)),
            an_episode(),
            an_episode(places=(both,)),
            an_episode(places=(both,)),
        ]
    )

    assert [(place.muscle, place.side, place.episodes) for place in found] == [
        (Muscle.CALF, Side.LEFT, 2),
        (Muscle.CALF, Side.BOTH, 2),
        (Muscle.FOOT, Side.LEFT, 1),
    ]


def test_relief_counts_each_method_once_an_episode() -> None:
    found = relief(
        [
            an_episode(relief=(tried(Method.STRETCH, Effect.NONE, 9), tried(Method.WALK))),
            an_episode(relief=(tried(Method.STRETCH, Effect.MOSTLY, 2),)),
            an_episode(
                relief=(tried(Method.STRETCH, Effect.LITTLE), tried(Method.STRETCH, Effect.COMPLETE, 4))
            ),
            an_episode(relief=()),
            an_episode(),
        ]
    )

    stretch, walk = found
    assert (stretch.method, stretch.tried) == (Method.STRETCH, 3)
    assert (stretch.none, stretch.little, stretch.mostly, stretch.complete) == (1, 0, 1, 1)
    assert stretch.median_minutes == 3
    assert (walk.method, walk.tried, walk.none, walk.median_minutes) == (Method.WALK, 1, 0, None)


def test_the_best_effect_of_an_episode_is_of_all_that_was_tried() -> None:
    episode = an_episode(
        relief=(tried(Method.STRETCH, Effect.LITTLE), tried(Method.HEAT, Effect.MOSTLY), tried(Method.WALK))
    )

    assert best_effect(episode) is Effect.MOSTLY
    assert best_effect(an_episode(relief=(tried(Method.WALK),))) is None
