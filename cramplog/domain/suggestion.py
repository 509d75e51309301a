"""What the diary already knows about the time of a cramp, offered in its form, never stored unasked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cramplog.domain.day import Day
from cramplog.domain.episode import Exercise
from cramplog.domain.workout import Workout

LOOKED_BACK = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The check-in of the cramp's diary day, and the latest workout of the 24 hours before it."""

    day: Day | None = None
    workout: Workout | None = None

    def exercise(self, onset: datetime) -> Exercise | None:
        """The exercise before a cramp: the workout's, else the day's; None where neither says."""
        if self.workout is not None:
            return _of_workout(self.workout, onset)
        day = self.day
        if day is None or day.exercised is None:
            return None
        if not day.exercised:
            return Exercise(done=False)
        return Exercise(
            done=True,
            minutes=day.exercise_minutes,
            exertion=day.hardest_exertion,
            unaccustomed=day.unaccustomed,
        )


def _of_workout(workout: Workout, onset: datetime) -> Exercise:
    minutes = ended = None
    if workout.elapsed_s is not None:
        minutes = float(round(workout.elapsed_s / 60))
        end = workout.started + timedelta(seconds=workout.elapsed_s)
        ended = float(max(0, (onset - end) // timedelta(minutes=1)))
    sport = workout.sport.replace("_", " ") if workout.sport else None
    return Exercise(
        done=True,
        kind=sport,
        minutes=min(minutes, 10_080.0) if minutes is not None else None,
        exertion=workout.exertion,
        ended_min_before=ended,
    )
