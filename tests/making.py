"""Builders for tests: mention only what matters, the rest is filled with plain values."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import Any

from cramplog.domain.course import Course, CourseKind
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.workout import Workout

LEFT_CALF = Place(Muscle.CALF, Side.LEFT)

_numbers = itertools.count(1)


def an_id() -> str:
    """A fresh id that is the same in every run's order."""
    return f"00000000-0000-4000-8000-{next(_numbers):012d}"


def at(text: str) -> datetime:
    """A wall time such as "2026-03-04 02:10 +01:00"; without an offset, UTC."""
    moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))
    return moment if moment.tzinfo else datetime.fromisoformat(text + "+00:00")


def an_episode(started: str = "2026-03-04 20:00", **values: Any) -> Episode:
    """One cramp in the left calf unless `places` says otherwise."""
    return Episode(**{"id": an_id(), "started": at(started), "places": (LEFT_CALF,), **values})


def a_day(day: str = "2026-03-04", **values: Any) -> Day:
    """One check-in, cramp-free unless told otherwise."""
    return Day(**{"date": date.fromisoformat(day), "cramp_free": True, **values})


def a_workout(started: str = "2026-03-04 18:00", **values: Any) -> Workout:
    """One session."""
    return Workout(**{"id": an_id(), "started": at(started), **values})


def a_course(name: str = "Magnesium", **values: Any) -> Course:
    """One supplement unless told otherwise."""
    return Course(**{"id": an_id(), "kind": CourseKind.SUPPLEMENT, "name": name, **values})
