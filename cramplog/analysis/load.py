"""How much was trained, and how often cramps came with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cramplog.analysis.compare import LEAST_EPISODES
from cramplog.analysis.coverage import State
from cramplog.analysis.exact import Interval, RateRatio, poisson_interval, rate_ratio
from cramplog.analysis.exposures import hot
from cramplog.analysis.frequency import weeks
from cramplog.analysis.timeline import Timeline
from cramplog.domain.heat import heat_index_f
from cramplog.domain.period import ONE_DAY, Period
from cramplog.domain.rules import NoObviousCauseRule
from cramplog.domain.workout import Workout

HOURS = 10
LEAST_HOURS = 10.0
USUAL = NoObviousCauseRule()
_SHORTLY_AFTER = timedelta(minutes=USUAL.minutes_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingWeek:
    """One calendar week: `load` (exertion × minutes) is of the `rated` sessions; None where none is rated.

    `episodes` are all cramps of the week, with training or not; `known` its known days.
    """

    start: date
    known: int
    sessions: int
    rated: int
    hours: float
    load: float | None
    episodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRate:
    """Cramps that came with sessions, per 10 hours of them; None where no hour is known."""

    sessions: int
    hours: float
    cramps: int
    per_10_hours: float | None
    ci: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Training week by week, and cramps per 10 hours of it in all, hot and cooler sessions.

    `ratio` is that of hot against cooler ones, None where it is undefined; `state` says whether it is to be
    shown.
    """

    weeks: tuple[TrainingWeek, ...]
    all: SessionRate
    hot: SessionRate
    cool: SessionRate
    ratio: RateRatio | None
    state: State


def load(timeline: Timeline, period: Period) -> Load:
    """Training of `period` and the cramps during it or up to 60 minutes after it.

    `load`: session RPE, exertion (Borg CR10) × minutes; Foster and others, J Strength Cond Res 2001;15:109.
    `per_10_hours`: cramps per 10 hours of the sessions that have a time and lie on a known day, with the
    exact Poisson interval. A cramp counts for the latest session that had begun. A session is hot by its own
    air temperature and humidity (heat index of 90 °F or more), else as its diary day was; unrecorded, it is
    neither hot nor cooler. `state` is ok from 10 hours on each side and 6 cramps in all on: our judgement.
    Check: exertion 7 for 60 minutes is a load of 420; 3 cramps in 20 hours are 1.5 per 10 hours
    [0.309, 4.384].
    """
    sessions = list(_sessions(timeline, period))
    cramps = _cramps_with(timeline, sessions)
    known = frozenset(timeline.known_days_in(period))
    timed = [session for session in sessions if session.day in known and session.hours]
    in_heat = [session for session in timed if session.hot is True]
    cooler = [session for session in timed if session.hot is False]
    all_, hot_, cool = (_rate(group, cramps) for group in (timed, in_heat, cooler))
    enough = min(hot_.hours, cool.hours) >= LEAST_HOURS and hot_.cramps + cool.cramps >= LEAST_EPISODES
    return Load(
        weeks=tuple(_weeks(timeline, period, sessions)),
        all=all_,
        hot=hot_,
        cool=cool,
        ratio=rate_ratio(
            before=cool.cramps, before_time=cool.hours, after=hot_.cramps, after_time=hot_.hours
        ),
        state=State.OK if enough else State.NOT_ENOUGH,
    )


@dataclass(frozen=True, slots=True)
class _Session:
    """One workout on its diary day; `hours` is 0 where its time was not recorded."""

    workout: Workout
    day: date
    hours: float
    hot: bool | None
    near_until: datetime

    @property
    def load(self) -> float | None:
        exertion = self.workout.exertion
        return None if exertion is None or not self.hours else exertion * self.hours * 60

    def is_near(self, onset: datetime) -> bool:
        """Whether a cramp that began then came with it, as in the criterion "no obvious cause"."""
        return self.workout.started <= onset <= self.near_until


def _sessions(timeline: Timeline, period: Period) -> Iterator[_Session]:
    for day, workouts in timeline.workouts_by_day.items():
        if day in period:
            for workout in workouts:
                seconds = workout.active_s if workout.active_s is not None else workout.elapsed_s
                length = timedelta(seconds=workout.elapsed_s or workout.active_s or 0) + _SHORTLY_AFTER
                was_hot = _was_hot(timeline, day, workout)
                yield _Session(workout, day, (seconds or 0) / 3600, was_hot, workout.started + length)


def _was_hot(timeline: Timeline, day: date, workout: Workout) -> bool | None:
    # A watch on a warm wrist says nothing about the air, so its temperature is left out.
    if workout.air_temp_c is not None and workout.humidity_pct is not None:
        return heat_index_f(workout.air_temp_c, workout.humidity_pct) >= USUAL.heat_index_f
    return hot(timeline, day)


def _cramps_with(timeline: Timeline, sessions: Sequence[_Session]) -> Mapping[str, int]:
    """How many cramps came with each session, by the workout's id; each cramp with the latest one."""
    counts: dict[str, int] = {}
    by_day: dict[date, list[_Session]] = {}
    for session in sessions:
        by_day.setdefault(session.day, []).append(session)
    for day, episodes in timeline.episodes_by_day.items():
        around = by_day.get(day - ONE_DAY, []) + by_day.get(day, [])
        for episode in episodes if around else ():
            near = [session.workout for session in around if session.is_near(episode.started)]
            if near:
                latest = max(near, key=lambda workout: (workout.started, workout.id))
                counts[latest.id] = counts.get(latest.id, 0) + 1
    return counts


def _rate(sessions: Sequence[_Session], cramps: Mapping[str, int]) -> SessionRate:
    hours = sum(session.hours for session in sessions)
    count = sum(cramps.get(session.workout.id, 0) for session in sessions)
    return SessionRate(
        sessions=len(sessions),
        hours=hours,
        cramps=count,
        per_10_hours=HOURS * count / hours if hours else None,
        ci=poisson_interval(count).times(HOURS / hours) if hours else None,
    )


def _weeks(timeline: Timeline, period: Period, sessions: Iterable[_Session]) -> Iterator[TrainingWeek]:
    groups: dict[date, list[_Session]] = {}
    for session in sessions:
        groups.setdefault(session.day - timedelta(days=session.day.weekday()), []).append(session)
    for week in weeks(period):
        part = Period(max(week.first, period.first), min(week.end, period.end))
        group = groups.get(week.first, [])
        loads = [session.load for session in group if session.load is not None]
        yield TrainingWeek(
            start=week.first,
            known=timeline.count_known(part),
            sessions=len(group),
            rated=len(loads),
            hours=sum(session.hours for session in group),
            load=sum(loads) if loads else None,
            episodes=timeline.count_episodes(part),
        )
