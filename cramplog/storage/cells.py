"""How values become cells of a row, and cells values again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode

_MINUTE = timedelta(minutes=1)

TRUTHS: dict[int | None, bool | None] = {None: None, 0: False, 1: True}


class Instant(NamedTuple):
    """A moment in three cells: wall time as the person saw it, offset in minutes, and the same in UTC."""

    wall: str
    offset: int
    utc: str


def instant(moment: datetime) -> Instant:
    """The cells of a moment."""
    offset = moment.utcoffset() or timedelta(0)
    wall = moment.replace(tzinfo=None)
    text = wall.isoformat()
    return Instant(text, offset // _MINUTE, text if not offset else (wall - offset).isoformat())


def moment(wall: str, offset: int) -> datetime:
    """The moment of these cells."""
    return datetime.fromisoformat(wall).replace(tzinfo=_offset(offset))


def stamp(moment: datetime | None) -> str | None:
    """A moment in one cell, with its offset."""
    return None if moment is None else moment.isoformat()


def unstamp(cell: str | None) -> datetime | None:
    """The moment of this cell."""
    return None if cell is None else datetime.fromisoformat(cell).replace(fold=0)


def day(value: date | None) -> str | None:
    """A date in one cell."""
    return None if value is None else value.isoformat()


def undated(cell: str | None) -> date | None:
    """The date of this cell."""
    return None if cell is None else date.fromisoformat(cell)


def truth(value: bool | None) -> int | None:
    """Yes or no in one cell."""
    return None if value is None else int(value)


def real(value: float | None) -> float | None:
    """A number in one cell. SQLite keeps whole reals as integers, which know no minus zero."""
    return None if value is None else value + 0.0


def word(value: StrEnum | None) -> str | None:
    """One of a scale's words in one cell, as plain text."""
    return None if value is None else value.value


def listed(values: Iterable[Any] | None) -> str | None:
    """A list in one cell, as JSON."""
    return None if values is None else _write(tuple(values))


def words(kind: type[E]) -> dict[str | None, E | None]:
    """What each cell of such a column stands for."""
    return {None: None, **{word.value: word for word in kind}}


def unlisted(build: Callable[[Any], T]) -> Callable[[str | None], tuple[T, ...] | None]:
    """The reader of a column of lists, each of whose elements `build` makes.

    It remembers: the same few lists stand in thousands of rows.
    """

    @lru_cache(maxsize=4096)
    def read(cell: str | None) -> tuple[T, ...] | None:
        return None if cell is None else tuple(build(element) for element in json.loads(cell))

    return read


class Rebuilder:
    """Makes values of one kind again from what they were, without asking their checks a second time.

    Only for rows whose checksum holds: what they say has passed the checks when it was written. Asking again
    would be three quarters of the time that a diary of 10,000 episodes takes to read.
    """

    def __init__(self, kind: type[Any]) -> None:
        self._kind = kind
        self._put = tuple(getattr(kind, name).__set__ for name in kind.__dataclass_fields__)

    def __call__(self, *values: Any) -> Any:
        """The value with these fields, in the order in which its class names them."""
        made = object.__new__(self._kind)
        for put, value in zip(self._put, values, strict=True):
            put(made, value)
        return made


@cache
def _offset(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))
