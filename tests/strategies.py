"""Hypothesis strategies for every record of the diary, at its limits and in its odd corners."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import LONGEST_CRAMP_S, Episode, Exercise, Relief
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.rules import (
    CriteriaRules,
    FrequentRule,
    NoObviousCauseRule,
    PoorResponseRule,
    SevereRule,
)
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import WarningSign
from cramplog.domain.workout import Workout

T = TypeVar("T")

# Nights when clocks change: by an hour, by half an hour, and in the other half of the year.
DST_NIGHTS = (
    ("Europe/Berlin", datetime(2026, 10, 25, 0, 30)),
    ("Europe/Berlin", datetime(2026, 3, 29, 0, 30)),
    ("America/New_York", datetime(2026, 11, 1, 0, 30)),
    ("America/New_York", datetime(2026, 3, 8, 0, 30)),
    ("Australia/Lord_Howe", datetime(2026, 4, 5, 0, 30)),
    ("America/St_Johns", datetime(2026, 11, 1, 0, 30)),
)
ODD_NOTES = (
    "Wade wie Stein – «aua» 😖👩🏽‍⚕️",
    "e\u0301 a\u0308 \u200d\u200f\u202eשלום\u202c العربية",
    '<b>bold</b> & "quotes" \\ #set text(red) $x$ =1+1',
    "line one\nline two\tand a tab",
    "\u2028\ufeff\U0010fffd",
    "z" * 2_000,
)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value, or None where it was not recorded."""
    return st.none() | strategy


def ids() -> st.SearchStrategy[str]:
    """UUIDs of any version."""
    return st.uuids().map(str)


def dates() -> st.SearchStrategy[date]:
    """Every date that a diary can hold."""
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers from `low` to `high`, as long as floats can be."""
    return st.floats(low, high) | st.sampled_from([float(low), float(high)])


def offsets() -> st.SearchStrategy[timezone]:
    """Offsets in whole minutes, from just over -24 to just under +24 hours."""
    return st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@st.composite
def dst_moments(draw: st.DrawFn) -> datetime:
    """A wall time within four hours of a change of the clocks."""
    name, midnight = draw(st.sampled_from(DST_NIGHTS))
    elapsed = timedelta(minutes=draw(st.integers(0, 240)))
    start = midnight.replace(tzinfo=ZoneInfo(name)).astimezone(timezone.utc)  # noqa: UP017
    return (start + elapsed).astimezone(ZoneInfo(name))


def moments() -> st.SearchStrategy[datetime]:
    """Wall times with their offset: ordinary ones, odd offsets, and nights when the clocks change."""
    odd = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31, 23, 59, 59), timezones=offsets())
    plain = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)).map(
        lambda wall: wall.replace(second=0, microsecond=0, tzinfo=timezone(timedelta(hours=1)))
    )
    return plain | dst_moments() | odd


def zones() -> st.SearchStrategy[str]:
    """Names of zones, one of which no computer knows."""
    return st.sampled_from(["Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Mars/Olympus"])


def notes() -> st.SearchStrategy[str]:
    """Free text: every sign of Unicode, and the ones that break programs."""
    return st.just("") | st.text(max_size=60) | st.sampled_from(ODD_NOTES)


def names() -> st.SearchStrategy[str]:
    """Names that say something, in any script."""
    return st.sampled_from(["Magnesium", "Ωmega 3", "足つり薬", "a" * 1_000]) | st.text(
        st.characters(categories=["L", "N", "S"]), min_size=1, max_size=20
    )


def listed(kind: type[T], **sizes: int) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of the words of `kind`, each once."""
    return st.lists(st.sampled_from(list(kind)), unique=True, **sizes).map(tuple)  # type: ignore[call-overload]


def places() -> st.SearchStrategy[tuple[Place, ...]]:
    """One place or more."""
    place = st.builds(Place, st.sampled_from(Muscle), st.sampled_from(Side))
    return st.lists(place, min_size=1, max_size=4, unique=True).map(tuple)


def exercises() -> st.SearchStrategy[Exercise]:
    """Exercise before a cramp."""
    return st.builds(
        Exercise,
        done=st.booleans(),
        kind=maybe(names()),
        minutes=maybe(numbers(0, 10_080)),
        exertion=maybe(numbers(0, 10)),
        unaccustomed=maybe(st.booleans()),
        ended_min_before=maybe(numbers(0, 10_080)),
    )


def reliefs() -> st.SearchStrategy[tuple[Relief, ...]]:
    """What was tried, the same method more than once too."""
    tried = st.builds(
        Relief,
        method=st.sampled_from(Method),
        effect=maybe(st.sampled_from(Effect)),
        minutes=maybe(numbers(0, 44_640)),
    )
    return st.lists(tried, max_size=4).map(tuple)


def surroundings() -> dict[str, st.SearchStrategy[Any]]:
    """The fields that an episode and a day share."""
    return {
        "hydration": maybe(st.sampled_from(Hydration)),
        "urine_colour": maybe(st.integers(1, 8)),
        "fluid_l": maybe(numbers(0, 50)),
        "heat": maybe(st.sampled_from(Heat)),
        "air_temp_c": maybe(numbers(-90, 90)),
        "humidity_pct": maybe(numbers(0, 100)),
        "ill": maybe(st.booleans()),
        "note": notes(),
    }


def episodes() -> st.SearchStrategy[Episode]:
    """Cramps with every field, and with almost none."""
    return st.builds(
        Episode,
        id=ids(),
        started=moments(),
        places=places(),
        zone=maybe(zones()),
        duration_s=maybe(st.integers(0, LONGEST_CRAMP_S)),
        pain=maybe(st.integers(0, 10)),
        circumstance=maybe(st.sampled_from(Circumstance)),
        woke=maybe(st.booleans()),
        signs=maybe(listed(MuscleSign)),
        repeats=maybe(st.integers(0, 1_000)),
        warning_signs=maybe(listed(WarningSign, max_size=4)),
        heavy_sweating=maybe(st.booleans()),
        exercise=maybe(exercises()),
        relief=maybe(reliefs()),
        soreness_h=maybe(numbers(0, 10_000)),
        source=maybe(st.sampled_from(Source)),
        created=maybe(moments()),
        changed=maybe(moments()),
        **surroundings(),
    )


def days() -> st.SearchStrategy[Day]:
    """Check-ins."""
    return st.builds(
        Day,
        date=dates(),
        cramp_free=maybe(st.booleans()),
        exercised=maybe(st.booleans()),
        hardest_exertion=maybe(numbers(0, 10)),
        exercise_minutes=maybe(numbers(0, 1_500)),
        unaccustomed=maybe(st.booleans()),
        stretched=maybe(st.booleans()),
        alcohol=maybe(st.booleans()),
        sleep_disturbance=maybe(st.integers(0, 10)),
        weight_kg=maybe(numbers(0.2, 700)),
        **surroundings(),
    )


def workouts() -> st.SearchStrategy[Workout]:
    """Exercise sessions."""
    return st.builds(
        Workout,
        id=ids(),
        started=moments(),
        zone=maybe(zones()),
        sport=maybe(names()),
        elapsed_s=maybe(st.integers(0, 31 * 24 * 3600)),
        active_s=maybe(st.integers(0, 31 * 24 * 3600)),
        distance_m=maybe(numbers(0, 10_000_000)),
        exertion=maybe(numbers(0, 10)),
        mean_heart_rate=maybe(numbers(0, 300)),
        max_heart_rate=maybe(numbers(0, 300)),
        device_temp_c=maybe(numbers(-90, 90)),
        air_temp_c=maybe(numbers(-90, 90)),
        humidity_pct=maybe(numbers(0, 100)),
        file_sha256=maybe(st.text("0123456789abcdef", min_size=64, max_size=64)),
        note=notes(),
    )


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Medicines, supplements and routines, which end on the day they start or later."""
    ends = sorted(draw(st.tuples(dates(), dates())))
    change = st.builds(DoseChange, from_date=dates(), dose=names())
    return Course(
        id=draw(ids()),
        kind=draw(st.sampled_from(CourseKind)),
        name=draw(names()),
        dose=draw(maybe(names())),
        started=draw(maybe(st.just(ends[0]))),
        ended=draw(maybe(st.just(ends[1]))),
        doses=draw(maybe(st.lists(change, max_size=3).map(tuple))),
        note=draw(notes()),
    )


def people() -> st.SearchStrategy[Person]:
    """Persons who say much, little or nothing about themselves."""
    return st.just(Person()) | st.builds(
        Person,
        name=maybe(names()),
        birth_date=maybe(dates()),
        sex=maybe(st.sampled_from(Sex)),
        height_cm=maybe(numbers(20, 300)),
        weight_kg=maybe(numbers(0.2, 700)),
        pregnant=maybe(st.booleans()),
        conditions=maybe(st.lists(names(), max_size=3, unique=True).map(tuple)),
        note=notes(),
    )


def rules() -> st.SearchStrategy[CriteriaRules]:
    """The rules of the four criteria, anywhere within their limits."""
    window, few, share = st.integers(7, 366), st.integers(1, 100), numbers(0.05, 1)
    return st.builds(
        CriteriaRules,
        severe=st.builds(
            SevereRule,
            pain_at_least=st.integers(1, 10),
            episodes=few,
            or_one_at=st.integers(1, 10),
            window_days=window,
        ),
        frequent=st.builds(
            FrequentRule,
            episodes=few,
            window_days=window,
            cramp_days=st.integers(1, 366),
            cramp_days_window=window,
        ),
        poor_response=st.builds(
            PoorResponseRule, minutes=numbers(1, 240), episodes=few, share=share, window_days=window
        ),
        no_obvious_cause=st.builds(
            NoObviousCauseRule,
            exertion=numbers(0.5, 10),
            minutes_before=numbers(0, 1_440),
            heat_index_f=numbers(70, 140),
            episodes=few,
            share=share,
            window_days=window,
        ),
    )


def diary_settings() -> st.SearchStrategy[DiarySettings]:
    """The diary's settings."""
    return st.just(DiarySettings()) | st.builds(
        DiarySettings, day_starts_hour=st.integers(0, 12), criteria=rules()
    )


def diaries(largest: int = 3) -> st.SearchStrategy[DiaryContents]:
    """Whole diaries with up to `largest` records of each kind, ordered as a diary file gives them."""

    def some(strategy: st.SearchStrategy[Any], key: Any, order: Any) -> st.SearchStrategy[tuple[Any, ...]]:
        return st.lists(strategy, max_size=largest, unique_by=key).map(
            lambda found: tuple(sorted(found, key=order))
        )

    def by_start(record: Episode | Workout) -> tuple[datetime, str]:
        return record.started, record.id

    return st.builds(
        DiaryContents,
        person=people(),
        episodes=some(episodes(), lambda each: each.id, by_start),
        days=some(days(), lambda each: each.date, lambda each: each.date),
        workouts=some(workouts(), lambda each: each.id, by_start),
        courses=some(courses(), lambda each: each.id, lambda each: (each.started or date.min, each.id)),
        settings=diary_settings(),
    )
