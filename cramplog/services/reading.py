"""Reading in the diary: its episodes, its days, and what they come to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cramplog.analysis.chart_data import ChartData, chart_data
from cramplog.analysis.insights import Insights, analyse, default_period
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.period import ONE_DAY, Period, diary_day
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.suggestion import LOOKED_BACK, Suggestion
from cramplog.domain.trash import KEPT_FOR, Trashed
from cramplog.domain.workout import Workout

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.domain.period_choice import PeriodChoice
    from cramplog.services.known import KnownContents
    from cramplog.storage.diary_file import DiaryFile

_LOOKED_BACK = timedelta(days=89)

# Where most people have their cramps.
_FIRST_PLACES = tuple(
    Place(muscle, side) for muscle in (Muscle.CALF, Muscle.FOOT) for side in (Side.LEFT, Side.RIGHT)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What the Log page shows: the present day, the latest cramps, and the unknown days since.

    `is_new`: nothing was ever recorded in this diary.
    """

    day: date
    day_starts_hour: int
    check_in: Day | None
    day_before: Day | None
    cramps_today: int
    latest: tuple[Episode, ...]
    since: Period | None
    unknown: tuple[date, ...] = ()
    workout: Workout | None = None
    is_new: bool = False


class Reading:
    """Questions about the diary. The whole of it is read once and kept until something changes."""

    def __init__(self, file: DiaryFile, *, clock: Clock, known: KnownContents) -> None:
        self._file = file
        self._clock = clock
        self._known = known

    def contents(self) -> DiaryContents:
        """Everything that is in the diary."""
        return self._known.contents()

    def episodes(self) -> tuple[Episode, ...]:
        """Every cramp, the newest first."""
        return self.contents().episodes[::-1]

    def workouts(self) -> tuple[Workout, ...]:
        """Every exercise session, the newest first."""
        return self.contents().workouts[::-1]

    def courses(self) -> tuple[Course, ...]:
        """Medicines, supplements and routines, those started last first."""
        return self.contents().courses[::-1]

    def today(self, as_of: datetime | None = None) -> date:
        """The diary day that it is now, or was at `as_of`."""
        return diary_day(as_of or self._clock.now(), self.contents().settings.day_starts_hour)

    def log_page(self, latest: int) -> Today:
        """The present day and the latest cramps, as many as are asked for."""
        contents, today = self.contents(), self.today()
        hour = contents.settings.day_starts_hour
        episodes = contents.episodes[::-1]
        cramp_days = {diary_day(episode.started, hour) for episode in episodes[:50]}
        return Today(
            day=today,
            day_starts_hour=hour,
            check_in=_check_in(contents, today),
            day_before=_check_in(contents, today - ONE_DAY),
            cramps_today=sum(diary_day(episode.started, hour) == today for episode in episodes[:50]),
            latest=episodes[:latest],
            since=_unknown_since(contents, today, cramp_days),
            unknown=self.unknown_days(),
            workout=_latest_of(contents, today),
            is_new=not (contents.episodes or contents.days or contents.workouts or contents.courses),
        )

    def unknown_days(self) -> tuple[date, ...]:
        """The days of the last 90 of which nothing is known, from the diary's first day up to yesterday."""
        contents, today, first = self.contents(), self.today(), self.first_day()
        if first is None:
            return ()
        hour = contents.settings.day_starts_hour
        past = Period(max(first, today - _LOOKED_BACK), max(first, today))
        first_day = bisect_left(contents.days, past.first, key=_date)
        known = {day.date for day in contents.days[first_day:] if day.cramp_free}
        for episode in reversed(contents.episodes):
            day = diary_day(episode.started, hour)
            known.add(day)
            # They are in the order of the clocks of the world, which may be two days from that of the diary.
            if day < past.first - 2 * ONE_DAY:
                break
        return tuple(day for day in past if day not in known)

    def suggestion(self, onset: datetime) -> Suggestion:
        """What is known about the time of a cramp: its day's check-in, and the workout before it."""
        contents = self.contents()
        day = diary_day(onset, contents.settings.day_starts_hour)
        since = bisect_left(contents.workouts, onset - LOOKED_BACK, key=lambda it: it.started)
        before = [it for it in contents.workouts[since:] if it.started <= onset]
        return Suggestion(
            day=_check_in(contents, day),
            workout=max(before, key=lambda it: it.started, default=None),
        )

    def usual_places(self, count: int) -> tuple[Place, ...]:
        """Where cramps were most often, the most frequent first; filled up with calves and feet."""
        counted = Counter(place for episode in self.contents().episodes for place in episode.places)
        frequent = [place for place, _times in counted.most_common() if place.side is not Side.BOTH]
        usual = (*frequent, *(place for place in _FIRST_PLACES if place not in frequent))
        return usual[:count]

    def insights(self, choice: PeriodChoice, *, as_of: datetime | None = None) -> Insights:
        """Every number of the chosen period."""
        return self.insights_of(choice.resolve(self.today(as_of), self.first_day()), as_of=as_of)

    def insights_of(self, period: Period | None, *, as_of: datetime | None = None) -> Insights:
        """Every number of a period, counted as of a moment; the latest 90 diary days up to now by default."""
        contents, moment = self.contents(), as_of or self._clock.now()
        hour = contents.settings.day_starts_hour
        return analyse(contents, as_of=moment, period=period or default_period(moment, hour))

    def charts(self, choice: PeriodChoice) -> ChartData:
        """Every number of the chosen period, with the days and weeks that the charts draw."""
        contents, moment = self.contents(), self._clock.now()
        period = choice.resolve(self.today(moment), self.first_day())
        chosen = period or default_period(moment, contents.settings.day_starts_hour)
        return chart_data(contents, as_of=moment, period=chosen)

    def first_day(self) -> date | None:
        """The diary day of the first record; None in an empty diary."""
        contents = self.contents()
        hour = contents.settings.day_starts_hour
        starts = [day.date for day in contents.days[:1]]
        starts += [diary_day(episode.started, hour) for episode in contents.episodes[:1]]
        starts += [diary_day(workout.started, hour) for workout in contents.workouts[:1]]
        return min(starts, default=None)

    def trash(self) -> tuple[Trashed, ...]:
        """What was deleted in the last 30 days, what was deleted last first."""
        if self._file.is_old:
            return ()
        limit = self._clock.now() - KEPT_FOR
        with self._file.read() as stores:
            return tuple(it for it in stores.trash.all() if it.deleted > limit)

    def episode(self, key: str) -> Episode | None:
        """One cramp by its id."""
        return next((episode for episode in self.contents().episodes if episode.id == key), None)


def _date(day: Day) -> date:
    return day.date


def _check_in(contents: DiaryContents, day: date) -> Day | None:
    at = bisect_left(contents.days, day, key=_date)
    found = contents.days[at : at + 1]
    return found[0] if found and found[0].date == day else None


def _unknown_since(contents: DiaryContents, today: date, cramp_days: set[date]) -> Period | None:
    """The days after the last known one, up to today; None where today is known or nothing is."""
    free = next((day.date for day in reversed(contents.days) if day.cramp_free and day.date <= today), None)
    known = [day for day in (free, *cramp_days) if day is not None and day <= today]
    last = max(known, default=None)
    if last is None or last == today:
        return None
    return Period.including(last + ONE_DAY, today)


def _latest_of(contents: DiaryContents, today: date) -> Workout | None:
    """The present day's latest workout that says how hard it was; without one, the latest."""
    hour = contents.settings.day_starts_hour
    of_today: list[Workout] = []
    for workout in reversed(contents.workouts):
        day = diary_day(workout.started, hour)
        if day == today:
            of_today.append(workout)
        # They are in the order of the clocks of the world, which may be two days from that of the diary.
        if day < today - 2 * ONE_DAY:
            break
    return max(reversed(of_today), key=lambda it: (it.exertion is not None, it.started), default=None)
