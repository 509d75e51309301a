"""Dates and times of day as people and programs write them in tables."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeGuard

from cramplog.exchange.tables.sheet import Cell

_FIGURES = re.compile(r"(\d{1,4})\s*([./\- ])\s*(\d{1,2})\s*[./\- ]\s*(\d{1,4})\.?")
_NAMED = re.compile(r"(?:(\d{1,2})\.?[\s\-]*([^\W\d_]{3,})\.?|([^\W\d_]{3,})\.?\s*(\d{1,2})),?[\s\-]*(\d{4})")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*(h|uhr)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?"
)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,}\.?,?\s+(?=\d|[^\W\d_]{3,}\.?\s*\d{1,2})")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_OFFSET = re.compile(r"(?:z|[+-]\d{2}:?\d{2})$")
_MONTHS = (
    ("jan", "ene"), ("feb", "fev", "fév"), ("mar", "mär", "mrz"), ("apr", "abr", "avr"), ("may", "mai"),
    ("jun", "juin"), ("jul", "juil"), ("aug", "ago", "aou", "aoû"), ("sep",), ("oct", "okt"), ("nov",),
    ("dec", "dez", "dic", "déc"),
)  # fmt: skip
_EXCEL_DAY_ZERO = datetime(1899, 12, 30)


@lru_cache(maxsize=8192)
def day(text: str, day_first: bool) -> date | None:
    """The date of a text; `day_first` decides where its figures could be read in two ways."""
    bare = _ORDINAL.sub("", text.strip().lower())
    if found := _FIGURES.fullmatch(bare):
        return _of_figures(int(found[1]), int(found[3]), int(found[4]), found, day_first)
    for words in (bare, _WEEKDAY.sub("", bare)):
        if found := _NAMED.fullmatch(words):
            month = _month(found[2] or found[3])
            return _date(int(found[5]), month, int(found[1] or found[4]))
    return None


def is_in_figures(cell: Cell) -> TypeGuard[str]:
    """Whether it is a date in figures that does not begin with its year."""
    found = _FIGURES.match(cell.strip()) if isinstance(cell, str) else None
    return found is not None and len(found[1]) <= 2


@lru_cache(maxsize=8192)
def order(text: str) -> bool | None:
    """Whether the day stands first in these figures; None where they do not tell."""
    found = _FIGURES.match(text.strip())
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if first > 12 or second > 12:
        return first > 12
    # Nobody puts dots into a date and the month before the day.
    return True if found[2] == "." else None


@lru_cache(maxsize=8192)
def clock(text: str) -> time | None:
    """The time of day of a text: "02:10", "2:10 AM", "02.10 Uhr", "2 pm", "14h30"."""
    bare = text.strip().lower()
    found = _CLOCK.fullmatch(bare)
    if found is None or not (found[2] or found[4] or found[5]):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[5]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[5].startswith("p") else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


@lru_cache(maxsize=8192)
def moment(text: str, day_first: bool) -> datetime | None:
    """A date and a time of day in one cell; with an offset where it has one, at 0:00 never by default."""
    bare = text.strip()
    if _OFFSET.search(bare.lower()):
        try:
            return datetime.fromisoformat(bare.upper().replace(" ", "T", 1))
        except ValueError:
            return None
    for split in re.finditer(r"[T,\s]+", bare):
        when = day(bare[: split.start()], day_first)
        at = clock(bare[split.end() :])
        if when is not None and at is not None:
            return datetime.combine(when, at)
    return None


def cell_moment(cell: Cell, day_first: bool) -> datetime | None:
    """The same of any cell of a spreadsheet."""
    if isinstance(cell, datetime):
        return cell
    if isinstance(cell, float) and not isinstance(cell, bool) and 10_000 < cell < 100_000 and cell % 1:
        return (_EXCEL_DAY_ZERO + timedelta(days=cell)).replace(microsecond=0)
    return moment(cell, day_first) if isinstance(cell, str) else None


def cell_day(cell: Cell, day_first: bool) -> date | None:
    """The date of any cell."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return (_EXCEL_DAY_ZERO + timedelta(days=cell)).date() if 10_000 < cell < 100_000 else None
    return day(cell, day_first) if isinstance(cell, str) else None


def cell_clock(cell: Cell) -> time | None:
    """The time of day of any cell."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, float) and not isinstance(cell, bool) and 0 <= cell < 1:
        cell = timedelta(days=cell)
    if isinstance(cell, timedelta):
        minutes, second = divmod(round(cell.total_seconds()), 60)
        return time(minutes // 60, minutes % 60, second) if 0 <= minutes < 24 * 60 else None
    return clock(cell) if isinstance(cell, str) else None


def _of_figures(first: int, second: int, third: int, found: re.Match[str], day_first: bool) -> date | None:
    if len(found[1]) == 4:
        return _date(first, second, third)
    year = third if len(found[4]) == 4 else 2000 + third
    known = order(found[0])
    if day_first if known is None else known:
        return _date(year, second, first)
    return _date(year, first, second)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _month(word: str) -> int:
    return next((number for number, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), 0)
