"""Diary documents drawn at random, with every field missing now and then and many values on a limit."""

from __future__ import annotations

import random
import uuid
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]

FIRST = datetime(2026, 1, 1)
OFFSETS = ("+01:00", "+02:00", "-07:00", "+05:45")


def random_diary(seed: int) -> tuple[Json, str]:
    """A document and a moment to look at it, which has records after it."""
    chance = random.Random(seed)
    length = chance.choice((20, 60, 120, 200))
    document: Json = {
        "format": "cramplog-diary",
        "version": 1,
        "person": {},
        "episodes": [_episode(chance, length) for _ in range(int(length * chance.choice((0.05, 0.3, 0.8))))],
        "days": [_day(chance, n) for n in range(-3, length + 3) if chance.random() < 0.8],
        "workouts": [_workout(chance, length) for _ in range(length // 2)],
        "courses": [_course(chance, length) for _ in range(4)],
        "settings": _settings(chance),
    }
    wall = FIRST + timedelta(
        days=chance.randrange(length // 2, length), minutes=chance.randrange(0, 1440, 30)
    )
    return document, _at(chance, wall)


def _maybe(chance: random.Random, *values: Any) -> Any:
    """One of the values, or nothing recorded."""
    return chance.choice((None, *values))


def _at(chance: random.Random, wall: datetime) -> str:
    return wall.isoformat(timespec="seconds") + chance.choice(OFFSETS[:1] * 5 + OFFSETS)


def _moment(chance: random.Random, length: int) -> str:
    # Half hours, so that starts, ends and the beginning of a day often fall together.
    return _at(
        chance, FIRST + timedelta(days=chance.randrange(length), minutes=chance.randrange(0, 1440, 30))
    )


def _id(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _air(chance: random.Random) -> Json:
    return {
        "heat": _maybe(chance, None, "cool", "warm", "hot", "very_hot"),
        "air_temp_c": _maybe(chance, 2.0, 25.5, 28.0, 31.0, 36.5),
        "humidity_pct": _maybe(chance, 5, 40, 60, 90),
        "hydration": _maybe(chance, "good", "fair", "poor"),
        "urine_colour": _maybe(chance, None, 3, 5, 6),
        "ill": _maybe(chance, False, False, True),
    }


def _exercise(chance: random.Random) -> Json:
    return {
        "done": chance.random() < 0.8,
        "exertion": _maybe(chance, 3, 5, 7),
        "unaccustomed": _maybe(chance, True, False),
        "ended_min_before": _maybe(chance, 0, 60, 61, 200),
    }


def _tried(chance: random.Random) -> Json:
    return {
        "method": chance.choice(("stretch", "massage", "heat")),
        "effect": _maybe(chance, "none", "little", "mostly", "complete"),
        "minutes": _maybe(chance, 1, 2, 2.5, 8),
    }


def _episode(chance: random.Random, length: int) -> Json:
    muscles = chance.sample(("calf", "foot", "hamstring"), chance.randrange(1, 3))
    return {
        "id": _id(chance),
        "started": _moment(chance, length),
        "places": [{"muscle": m, "side": chance.choice(("left", "right", "both"))} for m in muscles],
        "duration_s": _maybe(chance, 30, 240, 599, 600, 601),
        "pain": _maybe(chance, 0, 2, 4, 6, 7, 8, 9) if chance.random() < 0.5 else 5,
        "circumstance": _maybe(chance, "asleep", "resting", "working"),
        "woke": _maybe(chance, True, False),
        "warning_signs": _maybe(chance, [], [], ["dark_urine"], ["chest_pain", "over_10_minutes"]),
        **_air(chance),
        "exercise": _exercise(chance) if chance.random() < 0.4 else None,
        "relief": _maybe(chance, [], [_tried(chance)], [_tried(chance) for _ in range(3)]),
    }


def _day(chance: random.Random, number: int) -> Json:
    return {
        "date": (FIRST + timedelta(days=number)).date().isoformat(),
        "cramp_free": chance.choice((True, True, True, False, None)),
        **_air(chance),
        "exercised": _maybe(chance, True, False),
        "hardest_exertion": _maybe(chance, 3, 5, 7),
        "unaccustomed": _maybe(chance, True, False),
        "stretched": _maybe(chance, True, False),
        "alcohol": _maybe(chance, True, False),
        "sleep_disturbance": _maybe(chance, 0, 4, 5, 9),
    }


def _workout(chance: random.Random, length: int) -> Json:
    return {
        "id": _id(chance),
        "started": _moment(chance, length),
        "elapsed_s": _maybe(chance, 1800, 3600, 7200),
        "active_s": _maybe(chance, 1500),
        "exertion": _maybe(chance, 4, 5, 8),
    }


def _course(chance: random.Random, length: int) -> Json:
    started = FIRST.date() + timedelta(days=chance.randrange(length))
    return {
        "id": _id(chance),
        "kind": "medicine",
        "name": chance.choice(("Aspirin", "Bananas")),
        "started": _maybe(chance, *[started.isoformat()] * 4),
        "ended": _maybe(chance, (started + timedelta(days=chance.randrange(60))).isoformat()),
    }


def _settings(chance: random.Random) -> Json:
    return {"day_starts_hour": chance.choice((6, 6, 0, 12))}
