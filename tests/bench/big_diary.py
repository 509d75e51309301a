"""A diary of any size for the benchmarks: ten years and more of cramps, check-ins and workouts."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method
from cramplog.domain.workout import Workout

LAST_DAY = date(2026, 10, 31)
AS_OF = datetime(2026, 10, 31, 20, tzinfo=UTC)


def big_diary(*, episodes: int, days: int, workouts: int, seed: int = 1) -> DiaryContents:
    """So many records, spread over the last `days` diary days, the same each time."""
    chance = random.Random(seed)
    first = LAST_DAY - timedelta(days=days - 1)
    midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)

    def some_midnight(numbers: Sequence[int]) -> datetime:
        return midnight + timedelta(days=chance.choice(numbers))

    # Half of the days stay without a cramp, as they would in a diary.
    cramp_days = chance.sample(range(days), days // 2)
    return DiaryContents(
        episodes=tuple(_episode(chance, some_midnight(cramp_days)) for _ in range(episodes)),
        days=tuple(_day(chance, first + timedelta(days=number)) for number in range(days)),
        workouts=tuple(_workout(chance, some_midnight(range(days))) for _ in range(workouts)),
    )


def _episode(chance: random.Random, midnight: datetime) -> Episode:
    return Episode(
        id=_id(chance),
        started=midnight + timedelta(seconds=chance.randrange(6 * 3600, 19 * 3600)),
        places=(Place(chance.choice(tuple(Muscle)), chance.choice(tuple(Side))),),
        duration_s=chance.randrange(30, 900),
        pain=chance.randrange(11),
        circumstance=chance.choice(tuple(Circumstance)),
        woke=chance.random() < 0.5,
        heat=chance.choice((None, *Heat)),
        exercise=chance.choice((None, Exercise(done=False), Exercise(done=True, exertion=6))),
        relief=(Relief(method=chance.choice(tuple(Method)), effect=chance.choice(tuple(Effect)), minutes=2),),
    )


def _day(chance: random.Random, day: date) -> Day:
    return Day(
        date=day,
        cramp_free=chance.random() < 0.9,
        hydration=chance.choice((None, *Hydration)),
        heat=chance.choice((None, *Heat)),
        air_temp_c=chance.uniform(5, 38),
        humidity_pct=chance.uniform(10, 95),
        exercised=chance.choice((None, True, False)),
        hardest_exertion=chance.choice((None, 3, 6)),
        unaccustomed=chance.random() < 0.2,
        stretched=chance.random() < 0.5,
        alcohol=chance.random() < 0.2,
        ill=chance.random() < 0.1,
        sleep_disturbance=chance.randrange(11),
    )


def _workout(chance: random.Random, midnight: datetime) -> Workout:
    return Workout(
        id=_id(chance),
        started=midnight + timedelta(seconds=chance.randrange(6 * 3600, 19 * 3600)),
        elapsed_s=chance.choice((None, 3600)),
        exertion=chance.choice((None, 3, 7)),
    )


def _id(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))
