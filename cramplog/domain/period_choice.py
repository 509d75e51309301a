"""Which span of days the person looks at: a choice rather than dates, so that it moves on with the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cramplog.domain.errors import InvalidValue
from cramplog.domain.period import ONE_DAY, Period
from cramplog.i18n import _

SHORTEST_ALL = 28


class Span(StrEnum):
    """The spans that can be chosen with one click."""

    DAYS_28 = "28_days"
    DAYS_90 = "90_days"
    MONTHS_12 = "12_months"
    ALL = "all"
    MONTH = "month"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """One span. `own` holds the dates where they were chosen: the month of its first day, or own dates."""

    span: Span = Span.DAYS_90
    own: Period | None = None

    def __post_init__(self) -> None:
        if self.span in (Span.MONTH, Span.OWN) and self.own is None:
            raise InvalidValue("period", self.span, _("needs its dates"))

    @classmethod
    def month_of(cls, day: date) -> PeriodChoice:
        """The calendar month that `day` lies in."""
        first = day.replace(day=1)
        after = (first + timedelta(days=32)).replace(day=1)
        return cls(Span.MONTH, Period(first, after))

    @classmethod
    def own_dates(cls, first: date, last: date) -> PeriodChoice:
        """From one date to another, both included."""
        return cls(Span.OWN, Period.including(first, last))

    def resolve(self, today: date, first_record: date | None) -> Period:
        """The days it means when `today` is the latest diary day and the diary begins with `first_record`."""
        match self.span:
            case Span.DAYS_28:
                return Period.last_days(28, today)
            case Span.DAYS_90:
                return Period.last_days(90, today)
            case Span.MONTHS_12:
                return Period.including(_a_year_before(today) + ONE_DAY, today)
            case Span.ALL:
                shortest = Period.last_days(SHORTEST_ALL, today)
                return Period(min(first_record or today, shortest.first), shortest.end)
            case _:
                assert self.own is not None
                return self.own

    def earlier(self) -> PeriodChoice:
        """The month before this one; other spans stay as they are."""
        if self.span is not Span.MONTH or self.own is None:
            return self
        return PeriodChoice.month_of(self.own.first - ONE_DAY)

    def later(self) -> PeriodChoice:
        """The month after this one; other spans stay as they are."""
        if self.span is not Span.MONTH or self.own is None:
            return self
        return PeriodChoice.month_of(self.own.end)

    def season_before(self, period: Period) -> PeriodChoice:
        """The same season one year before `period`, which this choice means now: a month stays a month."""
        if self.span is Span.MONTH:
            return PeriodChoice.month_of(_a_year_before(period.first))
        return PeriodChoice.own_dates(_a_year_before(period.first), _a_year_before(period.last))


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
