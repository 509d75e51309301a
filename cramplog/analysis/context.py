"""What surrounded a cramp: heat, water, exercise and illness, each yes, no or not recorded (None)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cramplog.analysis.timeline import Timeline
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.heat import heat_index_f
from cramplog.domain.period import Period
from cramplog.domain.rules import NoObviousCauseRule
from cramplog.domain.scales import Heat, Hydration
from cramplog.domain.workout import Workout

DARK_URINE = 5
HOT, VERY_HOT, POOR = Heat.HOT, Heat.VERY_HOT, Hydration.POOR
USUAL = NoObviousCauseRule()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextCount:
    """In how many episodes something was so, was not so, and was not recorded."""

    id: str
    yes: int
    no: int
    unknown: int


def context(timeline: Timeline, period: Period, rule: NoObviousCauseRule = USUAL) -> tuple[ContextCount, ...]:
    """Count hard exercise shortly before, heat, too little water and illness over the episodes of `period`.

    Unit: episodes; yes, no and unknown sum to all of them. Each is read as for the criterion "no obvious
    cause": the episode's own record, else its diary day's. Source: resources/help/statistics.md.
    Check: one hot episode and one without any record give, for `hot`, yes 1, no 0, unknown 1.
    """
    hard, hot, dry, ill = ({True: 0, False: 0, None: 0} for _ in range(4))
    for day, episode in timeline.dated_episodes_in(period):
        around = Surroundings(timeline, day, episode)
        hard[around.hard_exercise(rule)] += 1
        hot[around.hot(rule)] += 1
        dry[around.dry()] += 1
        ill[around.ill()] += 1
    counted = {"hard_exercise": hard, "hot": hot, "dehydrated": dry, "ill": ill}
    return tuple(
        ContextCount(id=name, yes=said[True], no=said[False], unknown=said[None])
        for name, said in counted.items()
    )


class Surroundings:
    """One episode with its diary day's check-in and workouts."""

    __slots__ = ("_by", "_check_in", "_day", "_episode", "_timeline")

    def __init__(self, timeline: Timeline, day: date, episode: Episode, by: datetime | None = None) -> None:
        self._timeline, self._day, self._by = timeline, day, by
        self._episode = episode
        self._check_in = timeline.check_ins.get(day)

    def cause(self, rule: NoObviousCauseRule) -> bool | None:
        """Whether the episode had an obvious cause: hard exercise, heat or illness.

        False needs exercise and heat both known, and no cause among what is recorded; all else is None.
        Check: a cramp on a hot day has one; one without exercise and in cool air has none.
        """
        exercise, heat = self.hard_exercise(rule), self.hot(rule)
        if exercise or heat or self.ill():
            return True
        return None if exercise is None or heat is None else False

    def hard_exercise(self, rule: NoObviousCauseRule) -> bool | None:
        """Whether hard exercise was under way or had ended shortly before.

        Hard is an exertion of 5 or more (Borg CR10, "hard"); shortly is 60 minutes; both as in `rule`. The
        episode's own record decides alone, else the day's, else its workouts. Source of the hour: our
        judgement, after Schwellnus, Br J Sports Med 2009;43:401 ("during or immediately after").
        Check: exertion 5 that ended 60 minutes before is True, 61 minutes before False.
        """
        if self._episode.exercise is not None:
            return _was_cause(self._episode.exercise, rule)
        check_in = self._check_in
        if check_in is not None and check_in.exercised is False:
            return False
        workouts = self._timeline.workouts_by_day.get(self._day, ())
        if workouts and self._by is not None:
            workouts = [workout for workout in workouts if workout.started <= self._by]
        if workouts:
            return _were_cause(workouts, self._episode.started, rule)
        hardest = check_in.hardest_exertion if check_in is not None else None
        return False if hardest is not None and hardest < rule.exertion else None

    def hot(self, rule: NoObviousCauseRule) -> bool | None:
        """Whether it felt hot or very hot, or the heat index was at least as in `rule` (90 °F)."""
        own = is_hot(self._episode, rule.heat_index_f)
        if own is not None or self._check_in is None:
            return own
        return is_hot(self._check_in, rule.heat_index_f)

    def dry(self) -> bool | None:
        """Whether the person had had too little water."""
        own = is_dry(self._episode)
        return is_dry(self._check_in) if own is None and self._check_in is not None else own

    def ill(self) -> bool | None:
        """Whether the person was ill that day: vomiting, diarrhoea or fever."""
        own = self._episode.ill
        return self._check_in.ill if own is None and self._check_in is not None else own


def is_hot(record: Episode | Day, heat_index: float = USUAL.heat_index_f) -> bool | None:
    """What one record says about heat: the felt heat, or temperature with humidity; either part exposes.

    Check: felt warm with 35 °C and 60 % is hot (a heat index of 113 °F).
    """
    felt = record.heat
    if felt is HOT or felt is VERY_HOT:
        return True
    if record.air_temp_c is not None and record.humidity_pct is not None:
        return heat_index_f(record.air_temp_c, record.humidity_pct) >= heat_index
    return None if felt is None else False


def is_dry(record: Episode | Day) -> bool | None:
    """What one record says about water: hydration poor, or a urine colour over 5; either part exposes.

    Source: Armstrong's eight colours, Int J Sport Nutr 1994;4:265. Check: fair with colour 6 is dry.
    """
    hydration = record.hydration
    if hydration is POOR:
        return True
    if record.urine_colour is not None:
        return record.urine_colour > DARK_URINE
    return None if hydration is None else False


def _was_cause(exercise: Exercise, rule: NoObviousCauseRule) -> bool | None:
    if not exercise.done:
        return False
    # Where its end was not recorded, it counts as within the time.
    if exercise.ended_min_before is not None and exercise.ended_min_before > rule.minutes_before:
        return False
    return None if exercise.exertion is None else exercise.exertion >= rule.exertion


def _were_cause(workouts: Sequence[Workout], onset: datetime, rule: NoObviousCauseRule) -> bool | None:
    near = [workout for workout in workouts if _is_near(workout, onset, rule.minutes_before)]
    if any(workout.exertion is not None and workout.exertion >= rule.exertion for workout in near):
        return True
    if any(workout.exertion is None for workout in near):
        return None
    return None if any(w.elapsed_s is None and w.started < onset for w in workouts) else False


def _is_near(workout: Workout, onset: datetime, minutes: float) -> bool:
    if workout.elapsed_s is None:
        return False
    return workout.started <= onset <= workout.started + timedelta(seconds=workout.elapsed_s, minutes=minutes)
