"""Diary days: to which one a moment belongs, and spans of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _

ONE_DAY = timedelta(days=1)
DAY_STARTS_HOUR = 6


def diary_day(moment: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> date:
    """The diary day of a wall time: 02:10 on 4 May belongs to 3 May, "the night of 3–4 May"."""
    day = moment.date()
    return day if moment.hour >= day_starts_hour else day - ONE_DAY


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Diary days from `first` up to, but not including, `end`; it may be empty."""

    first: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.first:
            raise InvalidValue("period", f"{self.first}..{self.last}", _("must not end before it begins"))

    @classmethod
    def including(cls, first: date, last: date) -> Period:
        """From the first day to the last, both included."""
        return cls(first, last + ONE_DAY)

    @classmethod
    def last_days(cls, days: int, last: date) -> Period:
        """So many days, ending with `last`."""
        return cls(last - timedelta(days=days - 1), last + ONE_DAY)

    @property
    def last(self) -> date:
        """The last day that is included."""
        return self.end - ONE_DAY

    @property
    def days(self) -> int:
        """How many diary days there are."""
        return (self.end - self.first).days

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=count) for count in range(self.days))

    def cut_at(self, last: date) -> Period:
        """The same period, without the days after `last`."""
        return Period(min(self.first, last + ONE_DAY), min(self.end, last + ONE_DAY))

    def before(self) -> Period:
        """The period of equal length that ends where this one begins."""
        return Period(self.first - (self.end - self.first), self.first)
