"""CrampLog's own tables: one row an episode, one row a day."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.exchange import fields
from cramplog.exchange.tables.safe_text import guarded

# An exercise has columns of its own; all other fields have one each, named and ordered as in the format.
EXERCISE = tuple(f"exercise_{name}" for name in fields.EXERCISE)
EPISODE = tuple(column for name in fields.EPISODE for column in (EXERCISE if name == "exercise" else (name,)))
DAY = fields.DAY
BETWEEN = "; "
ASKED_AND_NONE = "none"


def episodes_table(episodes: Iterable[Episode]) -> bytes:
    """One row an episode, in UTF-8 with a mark by which spreadsheets know it."""
    return _table(EPISODE, map(_episode_row, episodes))


def days_table(days: Iterable[Day]) -> bytes:
    """One row a day."""
    return _table(DAY, ([_cell(getattr(day, name)) for name in DAY] for day in days))


def _table(heads: tuple[str, ...], rows: Iterable[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _episode_row(episode: Episode) -> list[str]:
    row: list[str] = []
    for name in fields.EPISODE:
        value = getattr(episode, name)
        if name == "exercise":
            row += [_cell(getattr(value, part, None)) for part in fields.EXERCISE]
        elif name in _LISTS:
            row.append(_listed(value, _LISTS[name]))
        else:
            row.append(_cell(value))
    return row


def _listed(values: tuple[Any, ...] | None, written: Callable[[Any], str]) -> str:
    if values is None:
        return ""
    return BETWEEN.join(map(written, values)) or ASKED_AND_NONE


def _words(*parts: object) -> str:
    return " ".join(_cell(part) for part in parts if part is not None)


_LISTS: dict[str, Callable[[Any], str]] = {
    "places": lambda place: _words(place.muscle, place.side),
    "signs": str,
    "warning_signs": str,
    "relief": lambda tried: _words(tried.method, tried.effect, tried.minutes),
}


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime() | date():
            return value.isoformat()
        case str():
            return guarded(value)
    return str(value)
