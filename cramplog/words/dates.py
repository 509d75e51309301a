"""Dates, times and spans as the reader writes them; Babel's data are loaded at the first use."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from datetime import time as datetime_time
from functools import lru_cache
from typing import TYPE_CHECKING

from cramplog.domain.period import DAY_STARTS_HOUR, Period, diary_day
from cramplog.i18n import _, language, ngettext
from cramplog.words.reader import locale

if TYPE_CHECKING:
    from babel import Locale

ONE_DAY = timedelta(days=1)


def warm_up() -> None:
    """Load the reader's locale data now, on a thread where it keeps nobody waiting."""
    day(date(2000, 1, 1))


def day(which: date) -> str:
    """A date with its year: "11 Sep 2026"."""
    return _by_pattern(which, "yMMMd")


def short_day(which: date) -> str:
    """A date without its year: "11 Sep"."""
    return _by_pattern(which, "MMMd")


def weekday_and_day(which: date) -> str:
    """A date as one speaks of it: "Fri, 11 Sep"."""
    return _by_pattern(which, "MMMEd")


def weekday(which: date) -> str:
    """The day of the week: "Friday"."""
    from babel.dates import format_date

    return format_date(which, "EEEE", locale=locale())


def short_weekday(which: date) -> str:
    """The day of the week, cut short: "Fri"."""
    return _by_pattern(which, "E")


def weekday_and_number(which: date) -> str:
    """A date of these weeks, as short as can be: "Wed 9"."""
    return _by_pattern(which, "Ed")


def today(which: date) -> str:
    """A date as a heading: "Friday, 11 September"."""
    from babel.dates import format_date, match_skeleton

    skeletons = locale().datetime_skeletons
    pattern = skeletons[match_skeleton("MMMMEEEEd", skeletons) or "MMMEd"].pattern
    # The nearest pattern of a language may have the short names; a heading has room for the whole ones.
    whole = re.sub(r"M{3,}", "MMMM", re.sub(r"E+", "EEEE", pattern))
    return format_date(which, whole, locale=locale())


def month(which: date) -> str:
    """A month with its year: "August 2026"."""
    return _by_pattern(which, "yMMMM")


def short_month(which: date) -> str:
    """A month by its short name: "Aug"."""
    return _by_pattern(which, "MMM")


def time(which: datetime) -> str:
    """Wall time to the minute, in the reader's 12 or 24 hours: "02:10"."""
    from babel.dates import format_time

    pattern = {12: "h:mm a", 24: "HH:mm"}.get(language.hours or 0, "short")
    return format_time(which.replace(tzinfo=None), pattern, locale=locale())


def hour(which: int) -> str:
    """A full hour as on a dial, in the reader's 12 or 24 hours: "18", "6 PM"."""
    from babel.dates import format_time, get_time_format

    usual = 24 if "H" in get_time_format("short", locale=locale()).pattern else 12
    pattern = "H" if (language.hours or usual) == 24 else "h a"
    return format_time(datetime_time(which % 24), pattern, locale=locale())


def first_weekday() -> int:
    """The day with which the reader's weeks begin; 0 is Monday."""
    from babel import Locale, UnknownLocaleError

    if language.first_weekday is not None:
        return language.first_weekday
    try:
        # The country's, not the language's: English weeks begin on Sunday in one place, on Monday in another.
        return int(Locale.parse(f"{language.code}_{language.territory}").first_week_day)
    except (UnknownLocaleError, ValueError):
        return int(locale().first_week_day)


def night(evening: date) -> str:
    """The night that begins on the evening of this date: "Night of 5–6 Sep"."""
    return _("Night of %(days)s") % {"days": _span(evening, evening + ONE_DAY, "MMMd")}


def night_or_day(moment: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> str:
    """To which day a cramp counts: "Night of 5–6 Sep" before the diary day's hour, else "Tue, 8 Sep"."""
    belongs = diary_day(moment, day_starts_hour)
    return night(belongs) if belongs != moment.date() else weekday_and_day(belongs)


def when(moment: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> str:
    """Day or night, and the time: "Night of 5–6 Sep, 02:10"."""
    return _("%(day)s, %(time)s") % {"day": night_or_day(moment, day_starts_hour), "time": time(moment)}


def moment(which: datetime) -> str:
    """Day, year and time, as in a field that can be typed in: "Sun, 6 Sep 2026, 02:10"."""
    return _("%(day)s, %(time)s") % {"day": _by_pattern(which.date(), "yMMMEd"), "time": time(which)}


def counts_for(moment: datetime, day_starts_hour: int = DAY_STARTS_HOUR) -> str:
    """The night or day that a cramp counts for, in words: "Counts for the night of 5–6 Sep"."""
    belongs = diary_day(moment, day_starts_hour)
    if belongs == moment.date():
        return _("Counts for %(day)s") % {"day": today(belongs)}
    return _("Counts for the night of %(days)s") % {"days": _span(belongs, belongs + ONE_DAY, "MMMd")}


def month_names() -> tuple[frozenset[str], ...]:
    """For January to December, every name the reader may type, in lower case and without dots."""
    names = locale().months
    return tuple(
        frozenset(
            names[use][width][number].lower().rstrip(".")
            for use in ("format", "stand-alone")
            for width in ("abbreviated", "wide")
        )
        for number in range(1, 13)
    )


def period(which: Period) -> str:
    """A span of days with its year: "14 Jun – 11 Sep 2026"."""
    return day(which.first) if which.days == 1 else _span(which.first, which.last, "yMMMd")


def duration(seconds: int) -> str:
    """How long, to the minute where it is a minute or more: "45 s", "4 min", "1 h 5 min"."""
    if seconds < 60:
        return _("%(n)d s") % {"n": seconds}
    minutes = round(seconds / 60)
    if minutes < 60:
        return _("%(n)d min") % {"n": minutes}
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("%(n)d h") % {"n": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}


def exact_duration(seconds: int) -> str:
    """How long, to the second, as it can be typed: "4 min", "4 min 10 s", "1 h 5 min"."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = (
        _("%(n)d h") % {"n": hours} if hours else "",
        _("%(n)d min") % {"n": minutes} if minutes else "",
        _("%(n)d s") % {"n": left} if left or not seconds else "",
    )
    return " ".join(part for part in parts if part)


def days(count: int) -> str:
    """So many days: "1 day", "3 days"."""
    return ngettext("%(n)d day", "%(n)d days", count) % {"n": count}


def unknown_days(count: int) -> str:
    """How many days are unknown, without a word of blame."""
    return ngettext("%(n)d day is unknown", "%(n)d days are unknown", count) % {"n": count}


def _span(first: date, last: date, skeleton: str) -> str:
    from babel.dates import format_interval

    written = format_interval(first, last, skeleton, locale=locale()).replace("\u2009", " ")
    # Two bare numbers stand close, "5–6 Sep", whichever edition of the locale data is installed.
    return re.sub(r"\b(\d{1,2}\.?) – (\d)", r"\1–\2", written)


def _by_pattern(which: date, skeleton: str) -> str:
    return _written(which, skeleton, locale())


# The charts of a page write the same days and months many times over.
@lru_cache(1000)
def _written(which: date, skeleton: str, reader: Locale) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, which, locale=reader)
