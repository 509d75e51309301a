"""How long a cramp lasted, as people and programs write it in tables."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from cramplog.exchange.tables.sheet import Cell
from cramplog.words import typed

_NEARLY = re.compile(r"^(?:about|approx\.?|ca\.?|circa|aprox\.?|~|<|>)\s*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TWO_PARTS = re.compile(r"(\d{1,3}):(\d{2})")
_A_DAY = 86_400


class LengthUnit(StrEnum):
    """What is meant where a cell does not say it: by 5, or by 0:05."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    HOURS_AND_MINUTES = "h:mm"
    MINUTES_AND_SECONDS = "m:ss"


# What a plain number counts, and what the first part of 5:30 does.
_ONE = {
    LengthUnit.SECONDS: 1,
    LengthUnit.MINUTES: 60,
    LengthUnit.HOURS: 3600,
    LengthUnit.HOURS_AND_MINUTES: 3600,
    LengthUnit.MINUTES_AND_SECONDS: 60,
}
_FIRST_PART = {LengthUnit.HOURS: 3600, LengthUnit.HOURS_AND_MINUTES: 3600}
_CLOCK_LIKE = frozenset({LengthUnit.HOURS_AND_MINUTES, LengthUnit.MINUTES_AND_SECONDS})


def is_unclear(cell: Cell) -> bool:
    """Whether it is a text such as 0:05, which may be minutes as well as seconds."""
    return isinstance(cell, str) and _TWO_PARTS.fullmatch(cell.strip()) is not None


@lru_cache(maxsize=4096)
def seconds(cell: Cell, unit: LengthUnit) -> int:
    """A length in seconds. Raises InvalidValue."""
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, timedelta):
        return _of_a_clock(cell.total_seconds(), unit)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # A spreadsheet keeps 0:05 as a part of a day.
        if unit in _CLOCK_LIKE and cell < 1:
            return _of_a_clock(cell * _A_DAY, unit)
        return round(cell * _ONE[unit])
    text = _NEARLY.sub("", str(cell).strip().lower())
    if _NUMBER.fullmatch(text):
        return round(float(text.replace(",", ".")) * _ONE[unit])
    if found := _TWO_PARTS.fullmatch(text):
        first = _FIRST_PART.get(unit, 60)
        return int(found[1]) * first + int(found[2]) * first // 60
    return typed.duration(text)


def _of_a_clock(elapsed: float, unit: LengthUnit) -> int:
    """A spreadsheet takes 5:30 for hours and minutes, whatever was meant."""
    return round(elapsed / 60 if unit is LengthUnit.MINUTES_AND_SECONDS else elapsed)
