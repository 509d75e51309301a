"""What surrounded a cramp, answer by answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from analysis.by_hand import MARCH, Record, a_timeline
from making import a_day, a_workout, an_episode

from cramplog.analysis.context import USUAL, Surroundings, context, is_dry, is_hot
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.scales import Heat, Hydration

TENTH = date(2026, 3, 10)


def around(episode: Episode, *records: Record) -> Surroundings:
    """What surrounded a cramp of 10 March."""
    return Surroundings(a_timeline(episode, *records), TENTH, episode)


def at_noon(**values: Any) -> Episode:
    return an_episode("2026-03-10 12:00", **values)


def exercised_hard(*records: Record, **exercise: Any) -> bool | None:
    own = Exercise(**exercise) if exercise else None
    return around(at_noon(exercise=own), *records).hard_exercise(USUAL)


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        ({"done": False}, False),
        ({"done": True, "exertion": 5}, True),
        ({"done": True, "exertion": 5, "ended_min_before": 60}, True),
        ({"done": True, "exertion": 5, "ended_min_before": 61}, False),
        ({"done": True, "ended_min_before": 61}, False),
        ({"done": True, "exertion": 4.5}, False),
        ({"done": True}, None),
        ({"done": True, "ended_min_before": 10}, None),
    ],
)
def test_a_cramps_own_exercise_decides(exercise: dict[str, Any], answer: bool | None) -> None:
    hard_workout = a_workout("2026-03-10 11:00", elapsed_s=3000, exertion=9)

    assert exercised_hard(**exercise) is answer
    # … and alone: neither a workout nor the check-in is asked.
    assert exercised_hard(hard_workout, a_day("2026-03-10", exercised=False), **exercise) is answer


def test_a_day_without_exercise_outranks_its_workouts() -> None:
    hard = a_workout("2026-03-10 11:00", elapsed_s=3600, exertion=9)

    assert exercised_hard(hard) is True
    assert exercised_hard(hard, a_day("2026-03-10", exercised=False)) is False


@pytest.mark.parametrize(
    ("started", "elapsed_s", "exertion", "answer"),
    [
        ("11:00", 1800, 5, True),
        # Ended at 11:00, 60 minutes before; and a minute earlier.
        ("10:00", 3600, 5, True),
        ("09:59", 3600, 5, False),
        # Still under way, and just begun.
        ("11:30", 7200, 5, True),
        ("12:00", 600, 5, True),
        ("12:01", 600, 9, False),
        ("11:00", 1800, 4, False),
        ("11:00", 1800, None, None),
        ("08:00", 1800, None, False),
        # Without a length nobody knows when it ended.
        ("08:00", None, 9, None),
        ("08:00", None, 3, None),
        ("12:30", None, 9, False),
    ],
)
def test_a_workout_is_a_cause_from_its_start_to_an_hour_after_its_end(
    started: str, elapsed_s: int | None, exertion: float | None, answer: bool | None
) -> None:
    workout = a_workout(f"2026-03-10 {started}", elapsed_s=elapsed_s, exertion=exertion)

    assert exercised_hard(workout) is answer


def test_one_hard_workout_nearby_outweighs_one_that_is_not_known() -> None:
    hard = a_workout("2026-03-10 11:00", elapsed_s=1800, exertion=6)
    unrated = a_workout("2026-03-10 11:30", elapsed_s=600)
    endless = a_workout("2026-03-10 07:00", exertion=2)

    assert exercised_hard(unrated, hard, endless) is True


def test_only_the_workouts_of_the_same_diary_day_are_asked() -> None:
    """05:30 still belongs to 9 March."""
    before = a_workout("2026-03-10 05:30", elapsed_s=36_000, exertion=9)

    assert exercised_hard(before) is None


@pytest.mark.parametrize(("hardest", "answer"), [(4, False), (5, None), (None, None)])
def test_without_a_workout_only_an_easy_day_says_something(
    hardest: float | None, answer: bool | None
) -> None:
    day = a_day("2026-03-10", exercised=True, hardest_exertion=hardest)

    assert exercised_hard(day) is answer


def test_nothing_recorded_is_unknown() -> None:
    silent = around(at_noon())

    assert (silent.hard_exercise(USUAL), silent.hot(USUAL), silent.dry(), silent.ill()) == (None,) * 4
    assert silent.cause(USUAL) is None


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"heat": Heat.HOT}, True),
        ({"heat": Heat.VERY_HOT}, True),
        ({"heat": Heat.WARM}, False),
        # 31 °C with 60 % feels like 97 °F; 26 °C with 40 % like 79 °F.
        ({"air_temp_c": 31, "humidity_pct": 60}, True),
        ({"air_temp_c": 26, "humidity_pct": 40}, False),
        ({"air_temp_c": 40}, None),
        ({"humidity_pct": 90}, None),
        ({"heat": Heat.WARM, "air_temp_c": 31, "humidity_pct": 60}, True),
        ({"heat": Heat.HOT, "air_temp_c": 10, "humidity_pct": 60}, True),
        ({"heat": Heat.WARM, "air_temp_c": 40}, False),
        ({}, None),
    ],
)
def test_heat_is_felt_or_measured_and_either_exposes(values: dict[str, Any], answer: bool | None) -> None:
    assert is_hot(at_noon(**values)) is answer
    assert is_hot(a_day(**values)) is answer


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"hydration": Hydration.POOR}, True),
        ({"hydration": Hydration.FAIR}, False),
        ({"urine_colour": 6}, True),
        ({"urine_colour": 5}, False),
        ({"hydration": Hydration.GOOD, "urine_colour": 6}, True),
        ({"hydration": Hydration.POOR, "urine_colour": 1}, True),
        ({}, None),
    ],
)
def test_water_is_felt_or_seen_and_either_exposes(values: dict[str, Any], answer: bool | None) -> None:
    assert is_dry(at_noon(**values)) is answer
    assert is_dry(a_day(**values)) is answer


def test_a_temperature_and_a_humidity_of_different_records_make_no_heat_index() -> None:
    assert around(at_noon(air_temp_c=35), a_day("2026-03-10", humidity_pct=80)).hot(USUAL) is None


def test_each_concept_falls_back_to_the_day_by_itself() -> None:
    day = a_day("2026-03-10", heat=Heat.HOT, ill=True, hydration=Hydration.POOR)

    mixed = around(at_noon(heat=Heat.COOL), day)

    assert mixed.hot(USUAL) is False
    assert mixed.ill() is True
    assert mixed.dry() is True


def test_the_night_belongs_to_the_day_before() -> None:
    night = an_episode("2026-03-11 02:00")

    assert around(night, a_day("2026-03-10", heat=Heat.HOT), a_day("2026-03-11", heat=Heat.COOL)).hot(USUAL)


def test_no_cause_needs_exercise_and_heat_to_be_known_and_illness_not() -> None:
    rest = Exercise(done=False)

    assert around(at_noon(exercise=rest, heat=Heat.COOL)).cause(USUAL) is False
    assert around(at_noon(exercise=rest)).cause(USUAL) is None
    assert around(at_noon(heat=Heat.COOL)).cause(USUAL) is None
    assert around(at_noon(heat=Heat.COOL, ill=False)).cause(USUAL) is None
    assert around(at_noon(exercise=rest, heat=Heat.COOL, ill=True)).cause(USUAL) is True
    assert around(at_noon(heat=Heat.HOT)).cause(USUAL) is True


def test_yes_no_and_unknown_sum_to_all_cramps() -> None:
    diary = a_timeline(an_episode(heat=Heat.HOT), an_episode(heat=Heat.COOL, ill=False), an_episode())

    counts = {count.id: (count.yes, count.no, count.unknown) for count in context(diary, MARCH)}

    assert counts == {
        "hard_exercise": (0, 0, 3),
        "hot": (1, 1, 1),
        "dehydrated": (0, 0, 3),
        "ill": (0, 1, 2),
    }
