"""What each diary day was: a day with a cramp, free of cramps, unknown, or outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import ONE_DAY
from cramplog.gui.models.entries import Entry

DAYS_A_WEEK = 7
WEEKS_SHOWN = 6


class DayKind(StrEnum):
    """The four kinds of day."""

    CRAMP = "cramp"
    FREE = "free"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """One day of the month: its kind, how many cramps, and the worst pain of them where one is recorded."""

    day: date
    kind: DayKind
    cramps: int = 0
    pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDays:
    """The marks of the whole diary up to `today`: `cramps` has the pains of each diary day with a cramp."""

    cramps: Mapping[date, tuple[int | None, ...]]
    free: frozenset[date]
    today: date

    def mark(self, day: date) -> DayMark:
        """What is known of one day. Days to come are outside."""
        if pains := self.cramps.get(day):
            worst = max((pain for pain in pains if pain is not None), default=None)
            return DayMark(day=day, kind=DayKind.CRAMP, cramps=len(pains), pain=worst)
        if day > self.today:
            return DayMark(day=day, kind=DayKind.OUTSIDE)
        return DayMark(day=day, kind=DayKind.FREE if day in self.free else DayKind.UNKNOWN)

    def month(self, first: date, first_weekday: int) -> tuple[DayMark, ...]:
        """Six weeks round the month that begins with `first`; `first_weekday` is 0 for Monday."""
        start = first - timedelta(days=(first.weekday() - first_weekday) % DAYS_A_WEEK)
        days = (start + number * ONE_DAY for number in range(WEEKS_SHOWN * DAYS_A_WEEK))
        return tuple(
            self.mark(day) if is_in_month(day, first) else DayMark(day=day, kind=DayKind.OUTSIDE)
            for day in days
        )


def is_in_month(day: date, first: date) -> bool:
    """Whether a day lies in the month that begins with `first`."""
    return (day.year, day.month) == (first.year, first.month)


def month_after(first: date, months: int) -> date:
    """The first day of the month so many months later; earlier where `months` is negative."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def diary_days(contents: DiaryContents, entries: Iterable[Entry], today: date) -> DiaryDays:
    """The marks of a diary, whose cramps are `entries`."""
    pains: dict[date, list[int | None]] = {}
    for entry in entries:
        pains.setdefault(entry.day, []).append(entry.episode.pain)
    return DiaryDays(
        cramps={day: tuple(found) for day, found in pains.items()},
        free=frozenset(day.date for day in contents.days if day.cramp_free),
        today=today,
    )
