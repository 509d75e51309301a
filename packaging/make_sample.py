"""Makes the example diary that `cramplog demo` shows: an invented person, the same on every run.

Run it from the project's folder with CrampLog installed: `python packaging/make_sample.py`.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.domain.workout import Workout
from cramplog.exchange import diary_json

T = TypeVar("T")

SEED = 279
FIRST_DAY, LAST_DAY = date(2025, 9, 1), date(2026, 10, 31)
ZONE = "America/New_York"
PLACE_IN_PROJECT = Path(__file__).parent.parent / "resources" / "sample" / "diary.json"

MAGNESIUM_FROM, MAGNESIUM_TO = date(2025, 11, 3), date(2026, 2, 28)
PRESSURE_PILL_FROM = date(2026, 1, 12)
STRETCHING_FROM = date(2026, 6, 15)
AWAY = (date(2026, 4, 11), date(2026, 4, 19))
LONG_CRAMP = date(2026, 10, 14)

WHERE = (
    ((Place(Muscle.CALF, Side.LEFT),), 34),
    ((Place(Muscle.CALF, Side.RIGHT),), 20),
    ((Place(Muscle.CALF, Side.BOTH),), 6),
    ((Place(Muscle.FOOT, Side.LEFT),), 10),
    ((Place(Muscle.FOOT, Side.RIGHT), Place(Muscle.TOES, Side.RIGHT)), 8),
    ((Place(Muscle.HAMSTRING, Side.LEFT),), 8),
    ((Place(Muscle.QUADRICEPS, Side.RIGHT),), 4),
    ((Place(Muscle.SHIN, Side.LEFT),), 3),
    ((Place(Muscle.HAND, Side.RIGHT), Place(Muscle.FINGERS, Side.RIGHT)), 4),
    ((Place(Muscle.LOWER_BACK, Side.MIDDLE),), 3),
)
TRIED = (
    ((Method.STRETCH,), 30),
    ((Method.STRETCH, Method.MASSAGE), 24),
    ((Method.WALK,), 12),
    ((Method.MASSAGE, Method.HEAT), 10),
    ((Method.STRETCH, Method.WALK, Method.FLUIDS), 8),
    ((Method.HEAT,), 6),
    ((Method.FLUIDS, Method.ELECTROLYTES), 5),
    ((Method.STOP, Method.STRETCH), 6),
    ((Method.COLD,), 3),
    ((), 4),
)
HOW_WELL = {
    Method.STOP: (2, 4, 3, 1),
    Method.STRETCH: (1, 3, 8, 6),
    Method.MASSAGE: (2, 4, 6, 3),
    Method.HEAT: (1, 5, 5, 2),
    Method.COLD: (4, 3, 1, 0),
    Method.WALK: (1, 4, 6, 4),
    Method.FLUIDS: (5, 5, 2, 0),
    Method.ELECTROLYTES: (4, 4, 2, 1),
}
NIGHT_NOTES = (
    "Sat up at once. Pulled the toes toward me until it let go.",
    "Slept with the window open, feet were cold.",
    "Second half of the night was fine.",
    "The muscle stayed tender at breakfast.",
    "Stood on the cold tiles, that helped.",
)
DAY_NOTES = (
    "On the last hill.",
    "After carrying boxes up the stairs.",
    "Sitting at the desk with crossed legs.",
    "Weeding all afternoon, forgot to drink.",
    "Getting out of the car after a long drive.",
)
SPORTS = (("walking", 5), ("cycling", 3), ("gardening", 2), ("swimming", 1))


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What one day was like, whether or not it was written down."""

    day: date
    warmth: float
    humidity: float
    dry: bool
    ill: bool
    alcohol: bool
    stretched: bool
    sport: str | None
    start: time
    minutes: int
    exertion: int
    unaccustomed: bool

    @property
    def hot(self) -> bool:
        return self.warmth >= 28

    @property
    def hard(self) -> bool:
        return self.sport is not None and self.exertion >= 5


def make() -> DiaryContents:
    """The whole example diary."""
    dice = Random(SEED)
    length = (LAST_DAY - FIRST_DAY).days + 1
    facts = [_facts(dice, FIRST_DAY + timedelta(days=count)) for count in range(length)]
    episodes, days, workouts = [], [], []
    for fact in facts:
        cramps = _cramps(dice, fact)
        written_down = not (AWAY[0] <= fact.day <= AWAY[1]) and dice.random() < 0.9
        if fact.sport is not None and dice.random() < 0.85:
            workouts.append(_workout(dice, fact))
        if written_down or fact.day == LONG_CRAMP:
            episodes.extend(cramps)
            days.append(_check_in(dice, fact, cramps))
    return DiaryContents(
        person=_person(),
        episodes=tuple(sorted(episodes, key=lambda episode: (episode.started, episode.id))),
        days=tuple(days),
        workouts=tuple(sorted(workouts, key=lambda workout: (workout.started, workout.id))),
        courses=_courses(dice),
    )


def _facts(dice: Random, day: date) -> Facts:
    season = math.sin((day.timetuple().tm_yday - 110) / 365 * 2 * math.pi)
    at_work = day.weekday() < 5
    sport = _pick(dice, SPORTS) if dice.random() < 0.5 else None
    return Facts(
        day=day,
        warmth=round(14 + 14.5 * season + dice.gauss(0, 3.5), 1),
        humidity=min(95, max(25, round(dice.gauss(62, 14)))),
        dry=dice.random() < 0.24,
        ill=dice.random() < 0.06,
        alcohol=dice.random() < (0.12 if at_work else 0.35),
        stretched=dice.random() < (0.4 if day < STRETCHING_FROM else 0.8),
        sport=sport,
        start=time(
            dice.choice((7, 8, 17, 18)) if at_work else dice.choice((9, 10, 15)), dice.choice((0, 15, 30, 45))
        ),
        minutes=dice.choice((30, 40, 45, 60, 75, 90)),
        exertion=dice.choice((2, 3, 3, 4, 4, 5, 6, 7, 8)),
        unaccustomed=dice.random() < 0.2,
    )


def _cramps(dice: Random, fact: Facts) -> list[Episode]:
    odds = math.exp(-2.3 + 1.7 * fact.hot + 1.5 * fact.hard + 0.5 * fact.dry + 0.5 * fact.unaccustomed)
    if fact.day >= STRETCHING_FROM:
        odds *= 0.55
    if fact.day >= LAST_DAY - timedelta(days=27):
        odds *= 3.5
    if fact.day == LONG_CRAMP:
        return [_cramp(dice, fact, long=True)]
    if dice.random() >= odds / (1 + odds):
        return []
    return [_cramp(dice, fact) for _count in range(dice.choice((1, 1, 1, 1, 2)))]


def _cramp(dice: Random, fact: Facts, *, long: bool = False) -> Episode:
    at_night = long or dice.random() < 0.68
    started = _night(dice, fact.day) if at_night else _daytime(dice, fact)
    circumstance = _circumstance(dice, at_night)
    pain = min(10, max(1, round(dice.gauss(5.6 if at_night else 5.0, 1.6))))
    seconds = 780 if long else min(560, max(20, round(dice.lognormvariate(4.9, 0.65))))
    notes = NIGHT_NOTES if at_night else DAY_NOTES
    recorded_later = started + timedelta(minutes=dice.randint(3, 240))
    return Episode(
        id=_id(dice),
        started=started,
        places=_pick(dice, WHERE),
        zone=ZONE,
        duration_s=seconds,
        pain=8 if long else pain,
        circumstance=circumstance,
        woke=circumstance is Circumstance.ASLEEP,
        signs=tuple(sign for sign, chance in _SIGNS if dice.random() < chance),
        repeats=dice.choice((0, 0, 0, 1, 1, 2)),
        warning_signs=(WarningSign.DISTURBS_SLEEP,) if at_night and dice.random() < 0.06 else (),
        hydration=_hydration(dice, fact),
        heavy_sweating=fact.hot and fact.hard,
        heat=_felt(fact.warmth),
        air_temp_c=fact.warmth,
        humidity_pct=fact.humidity,
        exercise=_exercise(fact, started),
        ill=fact.ill,
        relief=_relief(dice),
        soreness_h=dice.choice((None, 1, 2, 4, 8, 24)),
        note=dice.choice(notes) if dice.random() < 0.3 else "",
        source=Source.TIMER if dice.random() < 0.3 else Source.TYPED,
        created=recorded_later,
        changed=recorded_later,
    )


_SIGNS = ((MuscleSign.HARD, 0.7), (MuscleSign.DISTORTED, 0.25), (MuscleSign.TWITCHING, 0.3))


def _circumstance(dice: Random, at_night: bool) -> Circumstance:
    if at_night:
        return Circumstance.ASLEEP if dice.random() < 0.85 else Circumstance.WAKING
    kinds = (
        Circumstance.DURING_EXERCISE,
        Circumstance.AFTER_EXERCISE,
        Circumstance.RESTING,
        Circumstance.WORKING,
    )
    return dice.choice(kinds)


def _night(dice: Random, day: date) -> datetime:
    minutes = round(dice.gauss(26.6 * 60, 95))
    return _at(datetime.combine(day, time(0)) + timedelta(minutes=min(29 * 60 + 50, max(22 * 60, minutes))))


def _daytime(dice: Random, fact: Facts) -> datetime:
    if fact.sport is not None:
        begun = datetime.combine(fact.day, fact.start)
        return _at(begun + timedelta(minutes=dice.randint(fact.minutes // 2, fact.minutes + 50)))
    return _at(datetime.combine(fact.day, time(dice.randint(8, 20), dice.randint(0, 59))))


def _at(wall: datetime) -> datetime:
    # There and back again, so that a wall time which the spring night skips becomes one that exists.
    zone = ZoneInfo(ZONE)
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def _exercise(fact: Facts, started: datetime) -> Exercise:
    if fact.sport is None:
        return Exercise(done=False)
    ended = _at(datetime.combine(fact.day, fact.start) + timedelta(minutes=fact.minutes))
    since = int((started - ended).total_seconds() // 60)
    if since < -fact.minutes:
        return Exercise(done=False)
    return Exercise(
        done=True,
        kind=fact.sport,
        minutes=fact.minutes,
        exertion=fact.exertion,
        unaccustomed=fact.unaccustomed,
        ended_min_before=max(0, since),
    )


def _relief(dice: Random) -> tuple[Relief, ...]:
    effects = list(Effect)
    return tuple(
        Relief(
            method=method,
            effect=dice.choices(effects, HOW_WELL[method])[0],
            minutes=dice.choice((1, 2, 2, 3, 4, 5)),
        )
        for method in _pick(dice, TRIED)
    )


def _check_in(dice: Random, fact: Facts, cramps: list[Episode]) -> Day:
    woken = any(cramp.woke for cramp in cramps)
    return Day(
        date=fact.day,
        cramp_free=not cramps,
        hydration=_hydration(dice, fact),
        urine_colour=dice.choice((5, 6, 6, 7) if fact.dry else (2, 2, 3, 3, 4))
        if dice.random() < 0.5
        else None,
        fluid_l=round(dice.gauss(1.2 if fact.dry else 2.1, 0.25), 1),
        heat=_felt(fact.warmth),
        air_temp_c=fact.warmth,
        humidity_pct=fact.humidity,
        exercised=fact.sport is not None,
        hardest_exertion=fact.exertion if fact.sport else None,
        exercise_minutes=fact.minutes if fact.sport else None,
        unaccustomed=fact.unaccustomed if fact.sport else None,
        stretched=fact.stretched,
        alcohol=fact.alcohol,
        ill=fact.ill,
        sleep_disturbance=min(10, max(0, round(dice.gauss(5.5 if woken else 2.4, 1.9)))),
        weight_kg=round(dice.gauss(72.4, 0.5), 1) if fact.day.weekday() == 0 else None,
        note="Long day in the sun." if fact.hot and dice.random() < 0.1 else "",
    )


def _hydration(dice: Random, fact: Facts) -> Hydration:
    if fact.dry:
        return Hydration.POOR
    return Hydration.GOOD if dice.random() < 0.65 else Hydration.FAIR


def _felt(warmth: float) -> Heat:
    limits = ((10, Heat.COOL), (21, Heat.COMFORTABLE), (28, Heat.WARM), (33, Heat.HOT))
    return next((heat for limit, heat in limits if warmth < limit), Heat.VERY_HOT)


def _workout(dice: Random, fact: Facts) -> Workout:
    speed = {"walking": 85, "cycling": 300, "swimming": 30}.get(fact.sport or "")
    measured = fact.sport != "gardening"
    mean = 88 + 7 * fact.exertion + dice.randint(-4, 4)
    return Workout(
        id=_id(dice),
        started=_at(datetime.combine(fact.day, fact.start)),
        zone=ZONE,
        sport=fact.sport,
        elapsed_s=fact.minutes * 60,
        active_s=fact.minutes * 60 - dice.randint(0, 240),
        distance_m=speed * fact.minutes + dice.randint(-200, 200) if speed else None,
        exertion=fact.exertion,
        mean_heart_rate=mean if measured else None,
        max_heart_rate=mean + dice.randint(12, 30) if measured else None,
        air_temp_c=fact.warmth,
    )


def _person() -> Person:
    return Person(
        name="Marion Sample",
        birth_date=date(1959, 5, 21),
        sex=Sex.FEMALE,
        height_cm=166,
        weight_kg=72.5,
        conditions=("thyroid",),
        note="This person is invented. Nothing in this diary happened.",
    )


def _courses(dice: Random) -> tuple[Course, ...]:
    return (
        Course(
            id=_id(dice),
            kind=CourseKind.SUPPLEMENT,
            name="Magnesium citrate",
            dose="300 mg in the evening",
            started=MAGNESIUM_FROM,
            ended=MAGNESIUM_TO,
        ),
        Course(
            id=_id(dice),
            kind=CourseKind.MEDICINE,
            name="Amlodipine",
            dose="5 mg",
            started=PRESSURE_PILL_FROM,
            doses=(DoseChange(from_date=date(2026, 3, 2), dose="10 mg"),),
            note="For blood pressure.",
        ),
        Course(
            id=_id(dice),
            kind=CourseKind.ROUTINE,
            name="Calf stretches at bedtime",
            dose="3 minutes a side",
            started=STRETCHING_FROM,
        ),
    )


def _pick(dice: Random, weighted: Sequence[tuple[T, int]]) -> T:
    return dice.choices([value for value, _weight in weighted], [weight for _value, weight in weighted])[0]


def _id(dice: Random) -> str:
    return str(uuid.UUID(int=dice.getrandbits(128), version=4))


def text() -> str:
    """The example diary as its file holds it."""
    exported = datetime.combine(LAST_DAY + timedelta(days=1), time(9), ZoneInfo(ZONE))
    return diary_json.write(make(), exported=exported, app="make_sample.py")


if __name__ == "__main__":
    PLACE_IN_PROJECT.write_text(text(), encoding="utf-8", newline="\n")
