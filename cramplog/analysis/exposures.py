"""Whether a diary day was hot, dry, active …: the eight things that triggers are looked for among."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from cramplog.analysis.context import is_dry, is_hot
from cramplog.analysis.timeline import Timeline
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.period import ONE_DAY
from cramplog.domain.thresholds import DISTURBED_SLEEP, HARD_EXERTION

Exposure = Callable[[Timeline, date], bool | None]


class TriggerId(StrEnum):
    """All that are offered, in the order of the exchange format. Each is tested, so that none is picked."""

    HOT = "hot"
    DEHYDRATED = "dehydrated"
    HARD_EXERCISE = "hard_exercise"
    UNACCUSTOMED = "unaccustomed"
    ILL = "ill"
    ALCOHOL = "alcohol"
    NOT_STRETCHED = "not_stretched"
    POOR_SLEEP = "poor_sleep"


def hot(timeline: Timeline, day: date) -> bool | None:
    """Felt hot or very hot, or a heat index of 90 °F or more."""
    return _said(timeline, day, is_hot)


def dehydrated(timeline: Timeline, day: date) -> bool | None:
    """Hydration poor, or a urine colour over 5."""
    return _said(timeline, day, is_dry)


def hard_exercise(timeline: Timeline, day: date) -> bool | None:
    """A hardest exertion of 5 or more; a day without exercise is not hard."""
    said = _said(timeline, day, _was_hard)
    if said is not None:
        return said
    workouts = timeline.workouts_by_day.get(day, ())
    exertions = [workout.exertion for workout in workouts if workout.exertion is not None]
    return max(exertions) >= HARD_EXERTION if exertions else None


def unaccustomed(timeline: Timeline, day: date) -> bool | None:
    """An unaccustomed kind or amount of exercise; a day without exercise is not unaccustomed."""
    return _said(timeline, day, _was_unaccustomed)


def ill(timeline: Timeline, day: date) -> bool | None:
    """Vomiting, diarrhoea or fever."""
    return _said(timeline, day, _was_ill)


def alcohol(timeline: Timeline, day: date) -> bool | None:
    """Alcohol, as the check-in says."""
    check_in = timeline.check_ins.get(day)
    return None if check_in is None else check_in.alcohol


def not_stretched(timeline: Timeline, day: date) -> bool | None:
    """No stretching, where the check-in says so."""
    check_in = timeline.check_ins.get(day)
    return None if check_in is None or check_in.stretched is None else not check_in.stretched


def poor_sleep(timeline: Timeline, day: date) -> bool | None:
    """A disturbance of 5 or more in the night that ended this morning, recorded with the day before."""
    check_in = timeline.check_ins.get(day - ONE_DAY)
    if check_in is None or check_in.sleep_disturbance is None:
        return None
    return check_in.sleep_disturbance >= DISTURBED_SLEEP


EXPOSURES: Mapping[TriggerId, Exposure] = {
    TriggerId.HOT: hot,
    TriggerId.DEHYDRATED: dehydrated,
    TriggerId.HARD_EXERCISE: hard_exercise,
    TriggerId.UNACCUSTOMED: unaccustomed,
    TriggerId.ILL: ill,
    TriggerId.ALCOHOL: alcohol,
    TriggerId.NOT_STRETCHED: not_stretched,
    TriggerId.POOR_SLEEP: poor_sleep,
}


def _said(timeline: Timeline, day: date, question: Callable[[Day | Episode], bool | None]) -> bool | None:
    """What the check-in of a day says, else its first episode that says anything."""
    check_in = timeline.check_ins.get(day)
    answer = None if check_in is None else question(check_in)
    if answer is not None:
        return answer
    for episode in timeline.episodes_by_day.get(day, ()):
        answer = question(episode)
        if answer is not None:
            return answer
    return None


def _was_hard(record: Day | Episode) -> bool | None:
    if isinstance(record, Day):
        return _unless(record.exercised, _is_hard(record.hardest_exertion))
    exercise: Exercise | None = record.exercise
    return None if exercise is None else _unless(exercise.done, _is_hard(exercise.exertion))


def _was_unaccustomed(record: Day | Episode) -> bool | None:
    if isinstance(record, Day):
        return _unless(record.exercised, record.unaccustomed)
    exercise: Exercise | None = record.exercise
    return None if exercise is None else _unless(exercise.done, exercise.unaccustomed)


def _was_ill(record: Day | Episode) -> bool | None:
    return record.ill


def _unless(exercised: bool | None, answer: bool | None) -> bool | None:
    """The answer, but no where there was no exercise."""
    return False if exercised is False else answer


def _is_hard(exertion: float | None) -> bool | None:
    return None if exertion is None else exertion >= HARD_EXERTION
