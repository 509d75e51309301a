"""Every value of the diary refuses what cannot be, and names the field and the value."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from making import LEFT_CALF, a_course, a_day, a_workout, an_episode
from strategies import episodes

from cramplog.domain import rules
from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.errors import CrampLogError, InvalidValue
from cramplog.domain.ids import new_id
from cramplog.domain.person import Person
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Heat, Hydration, Method, MuscleSign
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import Tier, WarningSign
from cramplog.domain.workout import Workout

WALL_TIME = datetime(2026, 3, 4, 2, 10)
ODD_SECONDS = timezone(timedelta(hours=1, seconds=20))


ID = "62d74145-ddd4-4054-a2bf-b8e0931719fd"
MOMENT = WALL_TIME.replace(tzinfo=UTC)
ENOUGH: dict[str, Any] = {"id": ID, "started": MOMENT, "places": (LEFT_CALF,)}


def refusal(make: Callable[..., Any], **values: Any) -> InvalidValue:
    with pytest.raises(InvalidValue) as refused:
        make(**values)
    return refused.value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", ""),
        ("id", "12"),
        ("id", None),
        ("id", 12),
        ("id", "62D74145-DDD4-4054-A2BF-B8E0931719FD"),
        ("id", "62d74145ddd44054a2bfb8e0931719fd"),
        ("started", None),
        ("started", "2026-03-04T02:10:00+01:00"),
        ("started", date(2026, 3, 4)),
        ("started", WALL_TIME),
        ("started", WALL_TIME.replace(tzinfo=ODD_SECONDS)),
        ("started", WALL_TIME.replace(year=1899, tzinfo=UTC)),
        ("started", WALL_TIME.replace(year=2200, tzinfo=UTC)),
        ("places", ()),
        ("places", None),
        ("places", (LEFT_CALF, LEFT_CALF)),
        ("places", ("calf",)),
        ("zone", ""),
        ("zone", "/etc/passwd"),
        ("zone", "Europe/../Berlin"),
        ("zone", "A" * 65),
        ("duration_s", -1),
        ("duration_s", 1.5),
        ("duration_s", 31 * 24 * 3600 + 1),
        ("pain", 11),
        ("pain", -1),
        ("pain", 6.5),
        ("pain", "7"),
        ("pain", True),
        ("pain", math.nan),
        ("circumstance", "flying"),
        ("woke", 1),
        ("signs", ("soft",)),
        ("signs", (MuscleSign.HARD, "hard")),
        ("repeats", -1),
        ("warning_signs", ("bad_luck",)),
        ("warning_signs", (WarningSign.DARK_URINE, WarningSign.DARK_URINE)),
        ("hydration", "dry"),
        ("urine_colour", 0),
        ("urine_colour", 9),
        ("fluid_l", -0.1),
        ("fluid_l", math.inf),
        ("fluid_l", math.nan),
        ("fluid_l", "1.5"),
        ("heavy_sweating", "yes"),
        ("heat", "freezing"),
        ("air_temp_c", 91),
        ("humidity_pct", 100.1),
        ("exercise", True),
        ("ill", 0),
        ("relief", ("stretch",)),
        ("soreness_h", -1),
        ("note", 5),
        ("note", False),
        ("note", "n" * 100_001),
        ("source", "guess"),
        ("created", WALL_TIME),
        ("changed", "now"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_cramp_refuses_what_cannot_be_and_names_the_field(field: str, value: Any) -> None:
    error = refusal(Episode, **{**ENOUGH, field: value})

    assert error.field == field
    assert str(error).startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("make", "field", "values"),
    [
        (Place, "muscle", {"muscle": "wing", "side": Side.LEFT}),
        (Place, "muscle", {"muscle": None, "side": Side.LEFT}),
        (Place, "side", {"muscle": Muscle.CALF, "side": "upper"}),
        (Exercise, "exercise.done", {"done": None}),
        (Exercise, "exercise.done", {"done": 1}),
        (Exercise, "exercise.minutes", {"done": True, "minutes": -5}),
        (Exercise, "exercise.exertion", {"done": True, "exertion": 10.5}),
        (Exercise, "exercise.ended_min_before", {"done": True, "ended_min_before": -1}),
        (Exercise, "exercise.unaccustomed", {"done": True, "unaccustomed": "no"}),
        (Relief, "relief.method", {"method": "magic"}),
        (Relief, "relief.method", {"method": None}),
        (Relief, "relief.effect", {"method": Method.STRETCH, "effect": "some"}),
        (Relief, "relief.minutes", {"method": Method.STRETCH, "minutes": -1}),
        (Day, "date", {"date": None}),
        (Day, "date", {"date": "2026-03-04"}),
        (Day, "date", {"date": datetime(2026, 3, 4)}),
        (Day, "date", {"date": date(1899, 12, 31)}),
        (Day, "cramp_free", {"date": date(2026, 3, 4), "cramp_free": "yes"}),
        (Day, "sleep_disturbance", {"date": date(2026, 3, 4), "sleep_disturbance": 11}),
        (Day, "hardest_exertion", {"date": date(2026, 3, 4), "hardest_exertion": 11}),
        (Day, "exercise_minutes", {"date": date(2026, 3, 4), "exercise_minutes": 1_501}),
        (Day, "weight_kg", {"date": date(2026, 3, 4), "weight_kg": 0}),
        (Workout, "id", {"id": "x", "started": MOMENT}),
        (Workout, "started", {"id": ID, "started": None}),
        (Workout, "started", {"id": ID, "started": WALL_TIME}),
        (Workout, "elapsed_s", {"id": ID, "started": MOMENT, "elapsed_s": -1}),
        (Workout, "distance_m", {"id": ID, "started": MOMENT, "distance_m": -1}),
        (Workout, "max_heart_rate", {"id": ID, "started": MOMENT, "max_heart_rate": 301}),
        (Workout, "file_sha256", {"id": ID, "started": MOMENT, "file_sha256": "AB" * 32}),
        (Course, "kind", {"id": ID, "kind": None, "name": "Magnesium"}),
        (Course, "kind", {"id": ID, "kind": "drug", "name": "Magnesium"}),
        (Course, "name", {"id": ID, "kind": CourseKind.OTHER, "name": " \n "}),
        (Course, "name", {"id": ID, "kind": CourseKind.OTHER, "name": "n" * 1_001}),
        (Course, "started", {"id": ID, "kind": CourseKind.OTHER, "name": "x", "started": MOMENT}),
        (Course, "doses", {"id": ID, "kind": CourseKind.OTHER, "name": "x", "doses": ("25 mg",)}),
        (DoseChange, "doses.from", {"from_date": None, "dose": "25 mg"}),
        (DoseChange, "doses.dose", {"from_date": date(2026, 3, 4), "dose": ""}),
        (Person, "birth_date", {"birth_date": "1950"}),
        (Person, "sex", {"sex": "yes"}),
        (Person, "height_cm", {"height_cm": 19}),
        (Person, "weight_kg", {"weight_kg": 701}),
        (Person, "pregnant", {"pregnant": "no"}),
        (Person, "conditions", {"conditions": ("thyroid", "thyroid")}),
        (Person, "conditions", {"conditions": ("",)}),
        (DiarySettings, "day_starts_hour", {"day_starts_hour": 13}),
        (DiarySettings, "day_starts_hour", {"day_starts_hour": None}),
        (rules.SevereRule, "pain_at_least", {"pain_at_least": 0}),
        (rules.SevereRule, "or_one_at", {"or_one_at": None}),
        (rules.FrequentRule, "cramp_days", {"cramp_days": 367}),
        (rules.PoorResponseRule, "share", {"share": 1.1}),
        (rules.NoObviousCauseRule, "heat_index_f", {"heat_index_f": 32}),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)[:40]),
)
def test_every_other_record_refuses_what_cannot_be(
    make: Callable[..., Any], field: str, values: dict[str, Any]
) -> None:
    assert refusal(make, **values).field == field


def test_a_refusal_says_field_value_and_reason_in_one_line() -> None:
    error = refusal(an_episode, pain=11)

    assert (error.field, error.value) == ("pain", 11)
    assert str(error) == "pain: 11 must be a whole number from 0 to 10"
    assert isinstance(error, CrampLogError)


def test_a_long_value_is_cut_in_the_message() -> None:
    assert len(str(refusal(an_episode, zone="Z" * 10_000))) < 150


def test_a_course_cannot_end_before_it_starts() -> None:
    error = refusal(a_course, started=date(2026, 3, 4), ended=date(2026, 3, 3))

    assert str(error) == "ended: '2026-03-03' is before the start, 2026-03-04"
    assert a_course(started=date(2026, 3, 4), ended=date(2026, 3, 4)).ended == date(2026, 3, 4)


def test_everything_but_what_is_needed_may_be_left_out() -> None:
    episode = an_episode()

    assert (episode.pain, episode.signs, episode.relief, episode.exercise) == (None, None, None, None)
    assert episode.note == ""
    assert episode.ended is None


def test_the_ends_of_every_scale_belong_to_it() -> None:
    assert [an_episode(pain=value).pain for value in (0, 10)] == [0, 10]
    assert [an_episode(urine_colour=value).urine_colour for value in (1, 8)] == [1, 8]
    assert [a_day(sleep_disturbance=value).sleep_disturbance for value in (0, 10)] == [0, 10]
    assert [DiarySettings(day_starts_hour=value).day_starts_hour for value in (0, 12)] == [0, 12]
    assert [a_workout(exertion=value).exertion for value in (0, 10)] == [0.0, 10.0]
    assert an_episode(duration_s=0).duration_s == 0


def test_words_become_members_of_their_scale() -> None:
    episode = an_episode(
        circumstance="asleep", hydration="poor", heat="very_hot", signs=["hard", "twitching"]
    )

    assert episode.circumstance is Circumstance.ASLEEP
    assert episode.hydration is Hydration.POOR
    assert episode.heat is Heat.VERY_HOT
    assert episode.signs == (MuscleSign.HARD, MuscleSign.TWITCHING)


def test_whole_numbers_with_a_point_become_whole_numbers() -> None:
    episode = an_episode(pain=7.0, duration_s=240.0)

    assert (repr(episode.pain), repr(episode.duration_s)) == ("7", "240")


def test_values_are_frozen_and_can_be_compared() -> None:
    episode = an_episode(pain=7)

    with pytest.raises(AttributeError):
        episode.pain = 8  # type: ignore[misc]
    assert episode == an_episode(pain=7, id=episode.id)


def test_a_cramps_end_is_its_elapsed_time_after_its_onset() -> None:
    episode = an_episode("2026-10-25 01:50 +02:00", duration_s=3600)

    # The clock went back meanwhile; the onset's offset is kept, so that the elapsed hour stays an hour.
    assert episode.ended == datetime(2026, 10, 25, 2, 50, tzinfo=timezone(timedelta(hours=2)))


def test_a_time_keeps_its_wall_clock_and_offset_and_nothing_of_its_zones_rules() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    second_half_past_two = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=berlin)

    started = Episode(**{**ENOUGH, "started": second_half_past_two}).started

    assert started.isoformat() == "2026-10-25T02:30:00+01:00"
    assert started.tzinfo == timezone(timedelta(hours=1))
    assert started.fold == 0


def test_new_ids_are_accepted_and_differ() -> None:
    first, second = new_id(), new_id()

    assert an_episode(id=first).id == first
    assert first != second


def test_a_draft_may_lack_what_an_episode_needs_and_says_so() -> None:
    draft = EpisodeDraft(id=ID, pain=7)

    assert draft.missing == ("places", "started")
    assert refusal(draft.finish).field in ("places", "started")


@given(episodes())
def test_an_episode_in_a_form_and_out_again_is_the_same(episode: Episode) -> None:
    assert EpisodeDraft.of(episode).finish() == episode


@given(episodes())
def test_an_episode_made_of_its_own_values_is_the_same(episode: Episode) -> None:
    assert replace(episode) == episode


def test_signs_stand_in_the_tier_of_the_contract() -> None:
    assert WarningSign.SEVERE_AFTER_INJURY.tier is Tier.EMERGENCY
    assert WarningSign.OVER_10_MINUTES.tier is Tier.TODAY
    assert WarningSign.TINGLING_MOUTH_OR_FINGERS.tier is Tier.TODAY
    assert WarningSign.WALKING_STOPS_WITH_REST.tier is Tier.DAYS
    assert WarningSign.HEAVY_ALCOHOL.tier is Tier.DAYS
    assert WarningSign.MUSCLE_WASTING.tier is Tier.VISIT
    assert [sum(sign.tier is tier for sign in WarningSign) for tier in Tier] == [7, 10, 3, 2]
