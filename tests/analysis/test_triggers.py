"""What was different on cramp-days: the rows, the strata, the minimums and the finding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from analysis.by_hand import MARCH, Record, a_timeline
from making import a_day, a_workout, an_episode

from cramplog.analysis.exposures import EXPOSURES, TriggerId
from cramplog.analysis.odds import Table
from cramplog.analysis.triggers import Finding, Trigger, triggers
from cramplog.domain.episode import Exercise
from cramplog.domain.period import Period
from cramplog.domain.scales import Heat, Hydration

TENTH = date(2026, 3, 10)
YES = "2026-03-10"


def exposed(trigger: TriggerId, *records: Record) -> bool | None:
    """Whether 10 March was exposed."""
    return EXPOSURES[trigger](a_timeline(*records), TENTH)


def day(**values: Any) -> Record:
    return a_day(YES, **values)


def cramp(**values: Any) -> Record:
    return an_episode(f"{YES} 12:00", **values)


def of(*found: Trigger, trigger: TriggerId) -> Trigger:
    return next(each for each in found if each.id is trigger)


@pytest.mark.parametrize(
    ("trigger", "values", "answer"),
    [
        (TriggerId.HOT, {"heat": Heat.HOT}, True),
        (TriggerId.HOT, {"heat": Heat.WARM}, False),
        (TriggerId.HOT, {"air_temp_c": 31, "humidity_pct": 60}, True),
        (TriggerId.DEHYDRATED, {"hydration": Hydration.POOR}, True),
        (TriggerId.DEHYDRATED, {"urine_colour": 5}, False),
        (TriggerId.HARD_EXERCISE, {"exercised": False, "hardest_exertion": 9}, False),
        (TriggerId.HARD_EXERCISE, {"hardest_exertion": 5}, True),
        (TriggerId.HARD_EXERCISE, {"exercised": True, "hardest_exertion": 4.5}, False),
        (TriggerId.HARD_EXERCISE, {"exercised": True}, None),
        (TriggerId.UNACCUSTOMED, {"exercised": False}, False),
        (TriggerId.UNACCUSTOMED, {"exercised": False, "unaccustomed": True}, False),
        (TriggerId.UNACCUSTOMED, {"unaccustomed": True}, True),
        (TriggerId.UNACCUSTOMED, {"exercised": True}, None),
        (TriggerId.ILL, {"ill": True}, True),
        (TriggerId.ALCOHOL, {"alcohol": False}, False),
        (TriggerId.NOT_STRETCHED, {"stretched": False}, True),
        (TriggerId.NOT_STRETCHED, {"stretched": True}, False),
        (TriggerId.POOR_SLEEP, {"sleep_disturbance": 9}, None),
    ],
)
def test_a_check_in_says_what_kind_of_day_it_was(
    trigger: TriggerId, values: dict[str, Any], answer: bool | None
) -> None:
    assert exposed(trigger, day(**values)) is answer
    assert exposed(trigger, day()) is None


@pytest.mark.parametrize(
    ("trigger", "values", "answer"),
    [
        (TriggerId.HOT, {"heat": Heat.VERY_HOT}, True),
        (TriggerId.DEHYDRATED, {"urine_colour": 6}, True),
        (TriggerId.HARD_EXERCISE, {"exercise": Exercise(done=False)}, False),
        (TriggerId.HARD_EXERCISE, {"exercise": Exercise(done=True, exertion=5)}, True),
        (TriggerId.HARD_EXERCISE, {"exercise": Exercise(done=True)}, None),
        (TriggerId.UNACCUSTOMED, {"exercise": Exercise(done=False, unaccustomed=True)}, False),
        (TriggerId.UNACCUSTOMED, {"exercise": Exercise(done=True, unaccustomed=True)}, True),
        (TriggerId.ILL, {"ill": False}, False),
    ],
)
def test_a_cramp_speaks_where_the_check_in_is_silent(
    trigger: TriggerId, values: dict[str, Any], answer: bool | None
) -> None:
    assert exposed(trigger, day(), cramp(**values)) is answer


def test_the_check_in_outranks_the_cramp() -> None:
    assert exposed(TriggerId.HOT, day(heat=Heat.COOL), cramp(heat=Heat.HOT)) is False


def test_the_first_cramp_that_says_anything_is_asked() -> None:
    silent = an_episode("2026-03-10 08:00")
    cool = an_episode("2026-03-10 09:00", heat=Heat.COOL)
    hot = an_episode("2026-03-10 10:00", heat=Heat.HOT)

    assert exposed(TriggerId.HOT, hot, cool, silent) is False


@pytest.mark.parametrize(("exertions", "answer"), [([3, 5], True), ([3, None], False), ([None], None)])
def test_the_hardest_workout_speaks_where_nobody_else_does(
    exertions: list[float | None], answer: bool | None
) -> None:
    workouts = [a_workout(f"{YES} 18:00", exertion=exertion) for exertion in exertions]

    assert exposed(TriggerId.HARD_EXERCISE, day(exercised=True), *workouts) is answer


def test_workouts_say_nothing_about_what_is_new() -> None:
    assert exposed(TriggerId.UNACCUSTOMED, a_workout(f"{YES} 18:00", exertion=9)) is None


def test_a_bad_night_is_written_with_the_day_before() -> None:
    assert exposed(TriggerId.POOR_SLEEP, a_day("2026-03-09", sleep_disturbance=5)) is True
    assert exposed(TriggerId.POOR_SLEEP, a_day("2026-03-09", sleep_disturbance=4)) is False


def one_month(
    exposed_cramp: int, unexposed_cramp: int, exposed_free: int, unexposed_free: int, first: date
) -> list[Record]:
    """So many days of each kind from `first` on, exposed to alcohol or not."""
    kinds = [
        *[(True, True)] * exposed_cramp,
        *[(False, True)] * unexposed_cramp,
        *[(True, False)] * exposed_free,
        *[(False, False)] * unexposed_free,
    ]
    records: list[Record] = []
    for number, (drank, cramped) in enumerate(kinds):
        when = (first + timedelta(days=number)).isoformat()
        records.append(a_day(when, alcohol=drank))
        if cramped:
            records.append(an_episode(f"{when} 12:00"))
    return records


def alcohol_in(*records: Record, period: Period = MARCH) -> Trigger:
    return of(*triggers(a_timeline(*records, as_of="2026-12-31 20:00"), period), trigger=TriggerId.ALCOHOL)


def test_all_eight_are_always_offered() -> None:
    assert [trigger.id for trigger in triggers(a_timeline(), MARCH)] == list(TriggerId)


def test_rows_are_known_days_whose_exposure_is_recorded() -> None:
    found = alcohol_in(
        *one_month(2, 3, 4, 5, date(2026, 3, 1)),
        a_day("2026-03-20"),
        a_day("2026-03-21", cramp_free=False, alcohol=True),
        a_day("2026-04-01", alcohol=True),
    )

    assert found.counts == Table(exposed_cramp=2, unexposed_cramp=3, exposed_free=4, unexposed_free=5)
    assert [need.has for need in (found.needs.cramp_days, found.needs.rows)] == [5, 14]
    assert [need.has for need in (found.needs.exposed, found.needs.unexposed)] == [6, 8]


def test_two_cramps_on_a_day_are_one_row() -> None:
    found = alcohol_in(*one_month(1, 0, 0, 1, date(2026, 3, 1)), an_episode("2026-03-01 13:00"))

    assert found.counts.exposed_cramp == 1


def test_without_enough_data_the_ratio_is_given_but_nothing_is_found() -> None:
    found = alcohol_in(*one_month(9, 1, 1, 9, date(2026, 3, 1)))

    assert found.finding is Finding.NOT_ENOUGH
    assert found.p < 0.01
    assert found.p_adjusted is None
    assert found.ratio is not None
    assert found.ratio > 10


def test_days_of_different_months_are_not_compared() -> None:
    """March: always alcohol, always cramps. April: neither. Within each month nothing can be said."""
    spring = Period.including(date(2026, 3, 1), date(2026, 4, 30))

    found = alcohol_in(
        *one_month(30, 0, 0, 0, date(2026, 3, 1)), *one_month(0, 0, 0, 30, date(2026, 4, 1)), period=spring
    )

    assert (found.ratio, found.ci, found.p) == (None, None, 1.0)
    assert found.needs.met
    assert found.finding is Finding.NO_ASSOCIATION


QUARTER = Period.including(date(2026, 3, 1), date(2026, 5, 31))


def a_quarter(month: Callable[[date], list[Record]]) -> list[Record]:
    return [record for number in (3, 4, 5) for record in month(date(2026, number, 1))]


def test_cramps_that_come_with_it_are_found_more_often() -> None:
    found = alcohol_in(*a_quarter(lambda first: one_month(8, 2, 4, 14, first)), period=QUARTER)

    assert found.needs.met
    assert found.finding is Finding.MORE_OFTEN
    assert found.p_adjusted == pytest.approx(8 * found.p)


def test_cramps_that_stay_away_with_it_are_found_less_often() -> None:
    found = alcohol_in(*a_quarter(lambda first: one_month(2, 8, 14, 4, first)), period=QUARTER)

    assert found.finding is Finding.LESS_OFTEN


def test_only_cramps_with_it_is_more_often_though_the_ratio_is_infinite() -> None:
    found = alcohol_in(*a_quarter(lambda first: one_month(10, 0, 4, 14, first)), period=QUARTER)

    assert found.finding is Finding.MORE_OFTEN


def test_no_difference_is_a_result() -> None:
    found = alcohol_in(*a_quarter(lambda first: one_month(5, 5, 9, 9, first)), period=QUARTER)

    assert found.finding is Finding.NO_ASSOCIATION
    assert found.ratio == pytest.approx(1)


@pytest.mark.parametrize(
    ("short", "met"),
    [
        ((4, 4, 6, 6), True),
        # 21 cramp-days
        ((3, 4, 7, 6), False),
        # 9 exposed days
        ((2, 6, 1, 11), False),
        # 9 unexposed days
        ((6, 2, 11, 1), False),
        # 57 rows
        ((4, 4, 6, 5), False),
    ],
)
def test_each_minimum_counts(short: tuple[int, int, int, int], met: bool) -> None:
    found = alcohol_in(*a_quarter(lambda first: one_month(*short, first)), period=QUARTER)

    assert found.needs.met is met
    assert (found.finding is Finding.NOT_ENOUGH) is not met


def test_a_single_month_gives_scipys_conditional_odds_ratio() -> None:
    found = alcohol_in(*one_month(6, 4, 6, 12, date(2026, 3, 1)))

    assert found.counts == Table(exposed_cramp=6, unexposed_cramp=4, exposed_free=6, unexposed_free=12)
    assert found.ratio == pytest.approx(2.8775526, abs=1e-6)
