"""CrampLog's own tables read again: every field equal to what was written."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from cramplog.domain.changes import Kind
from cramplog.domain.check import needed_choice
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Effect, Method
from cramplog.exchange import fields, records
from cramplog.exchange.found import ReadDiary, Rejected, UnknownField
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables.own_out import ASKED_AND_NONE, BETWEEN, DAY, EPISODE, EXERCISE
from cramplog.exchange.tables.safe_text import unguarded
from cramplog.exchange.tables.sheet import Cell, Row, Sheet
from cramplog.i18n import _
from cramplog.words import fields as field_names

R = TypeVar("R", Episode, Day)
Values = dict[str, Any]
Reader = Callable[[str, str], Any]

PROGRESS_EACH = 1_000
# Ids of cramps from tables without ids.
_IDS = uuid.UUID("0b5f9f4c-6a5d-4d6e-8d5f-2a3b0c9d7e42")
_EPISODE_NEEDS = frozenset({"started", "places"})
_DAY_NEEDS = frozenset({"date", "cramp_free"})


def kind_of(heads: Row) -> Kind | None:
    """Which of CrampLog's own tables has these headings; None for a table of another program."""
    names = {head for head in heads if isinstance(head, str)}
    if names >= _EPISODE_NEEDS and len(names & set(EPISODE)) > len(names) / 2:
        return Kind.EPISODES
    if names >= _DAY_NEEDS:
        return Kind.DAYS
    return None


def read(sheet: Sheet, kind: Kind, progress: Progress = silent) -> ReadDiary:
    """The episodes or days of the table; a row that cannot be is rejected by itself."""
    reading = _Reading(sheet, progress)
    if kind is Kind.DAYS:
        days = tuple(reading.records(kind, DAY, _day, lambda day: day.date))
        return reading.found(DiaryContents(days=days))
    episodes = tuple(reading.records(kind, EPISODE, _episode, lambda episode: episode.id))
    return reading.found(DiaryContents(episodes=episodes))


def content_id(started: datetime, places: Iterable[Place]) -> str:
    """The id of a cramp that has none: the same for the same start and places."""
    where = sorted(f"{place.muscle} {place.side}" for place in places)
    return str(uuid.uuid5(_IDS, f"{started.astimezone(UTC).isoformat()} {where}"))


class _Reading:
    """One pass through a table."""

    def __init__(self, sheet: Sheet, progress: Progress) -> None:
        self._sheet = sheet
        self._progress = progress
        self._rejected: list[Rejected] = []
        self._unknown: Counter[str] = Counter()
        self._made_ids: set[str] = set()

    def records(
        self, kind: Kind, columns: tuple[str, ...], build: Callable[[Values], R], key: Callable[[R], object]
    ) -> Iterator[R]:
        rows = self._sheet.rows()
        heads = [str(head).strip() for head in next(rows)[1]]
        self._unknown.update(f"{kind}[].{name}" for name in heads if name and name not in columns)
        readers = [(name, _READERS.get(name, _number)) if name in columns else None for name in heads]
        met: set[object] = set()
        for number, row in rows:
            if number % PROGRESS_EACH == 0:
                self._progress(number, self._sheet.length)
            try:
                values = _values(row, readers)
                is_named = kind is Kind.DAYS or "id" in values
                record = build(values)
            except InvalidValue as error:
                self._reject(kind, number, row, heads, field_names.of_a_record(error))
                continue
            if key(record) in met:
                self._reject(kind, number, row, heads, _("is in the file twice"))
                continue
            met.add(key(record))
            if not is_named:
                self._made_ids.add(str(key(record)))
            yield record

    def found(self, contents: DiaryContents) -> ReadDiary:
        name = self._sheet.path.name
        unknown = (UnknownField(file=name, field=field, count=n) for field, n in self._unknown.items())
        return ReadDiary(
            path=self._sheet.path,
            contents=contents,
            made_ids=frozenset(self._made_ids),
            rejected=tuple(self._rejected),
            unknown=tuple(unknown),
        )

    def _reject(self, kind: Kind, number: int, row: Row, heads: list[str], reason: str) -> None:
        given = dict(zip(heads, row, strict=False))
        identity = str(given.get("id") or given.get("date") or "")[:60]
        rejected = Rejected(
            file=self._sheet.path.name,
            kind=kind,
            place=_("row %(n)d") % {"n": number},
            id=identity or None,
            reason=reason,
        )
        self._rejected.append(rejected)


def _values(row: Row, readers: Sequence[tuple[str, Reader] | None]) -> Values:
    """What the row records; what is empty is not recorded."""
    values: Values = {}
    for reader, cell in zip(readers, row, strict=False):
        if cell != "" and reader is not None:
            name, read_cell = reader
            values[name] = read_cell(name, cell) if isinstance(cell, str) else _already_read(name, cell)
    return values


def _already_read(name: str, cell: Cell) -> Cell:
    """A spreadsheet program has made a date or a number of the text."""
    return cell.date() if name == "date" and isinstance(cell, datetime) else cell


def _episode(values: Values) -> Episode:
    exercise = {
        part: values.pop(column)
        for part, column in zip(fields.EXERCISE, EXERCISE, strict=True)
        if column in values
    }
    if exercise:
        values["exercise"] = Exercise(**{"done": True, **exercise})
    for name in ("started", "places"):
        if name not in values:
            raise InvalidValue(name, None, _("is needed"))
    if "id" not in values:
        values["id"] = content_id(values["started"], values["places"])
    return Episode(**values)


def _day(values: Values) -> Day:
    return Day(**{"date": None, **values})


def _truth(name: str, cell: str) -> bool:
    word = cell.strip().lower()
    if word not in _TRUTHS:
        raise InvalidValue(name, cell, _("must be yes or no"))
    return _TRUTHS[word]


@lru_cache(maxsize=4096)
def _number(name: str, cell: str) -> float:
    try:
        text = cell.replace(",", ".") if cell.count(",") == 1 and "." not in cell else cell
        return int(text) if text.isdecimal() else float(text)
    except ValueError:
        raise InvalidValue(name, cell, _("must be a number")) from None


@lru_cache(maxsize=4096)
def _places(_name: str, cell: str) -> tuple[Place, ...]:
    places = []
    for part in _parts(cell):
        muscle, _space, side = part.partition(" ")
        places.append(Place(needed_choice("muscle", muscle, Muscle), needed_choice("side", side, Side)))
    return tuple(places)


@lru_cache(maxsize=4096)
def _relief(_name: str, cell: str) -> tuple[Relief, ...]:
    return tuple(map(_tried, _parts(cell)))


def _tried(part: str) -> Relief:
    method, *rest = part.split() or [""]
    effect = rest.pop(0) if rest and rest[0] in list(Effect) else None
    minutes = _number("relief.minutes", rest.pop(0)) if rest else None
    if rest:
        raise InvalidValue("relief", part, _("must be a method, its effect and its minutes"))
    return Relief(
        method=needed_choice("relief.method", method, Method),
        effect=None if effect is None else Effect(effect),
        minutes=minutes,
    )


def _words(_name: str, cell: str) -> tuple[str, ...]:
    return tuple(_parts(cell))


def _parts(cell: str) -> list[str]:
    return [] if cell.strip() == ASKED_AND_NONE else [part.strip() for part in cell.split(BETWEEN.strip())]


def _text(_name: str, cell: str) -> str:
    return unguarded(cell)


def _word(_name: str, cell: str) -> str:
    return cell.strip()


_TRUTHS = {"yes": True, "no": False, "true": True, "false": False}
_READERS: dict[str, Reader] = {
    "id": lambda _name, cell: records.identity(cell.strip()),
    **dict.fromkeys(("started", "created", "changed"), records.moment),
    "date": records.calendar_date,
    **dict.fromkeys(("zone", "note", "exercise_kind"), _text),
    **dict.fromkeys(("circumstance", "hydration", "heat", "source"), _word),
    **dict.fromkeys(("signs", "warning_signs"), _words),
    "places": _places,
    "relief": _relief,
    **dict.fromkeys(
        (
            "woke", "heavy_sweating", "ill", "exercise_done", "exercise_unaccustomed",
            "cramp_free", "exercised", "unaccustomed", "stretched", "alcohol",
        ),
        _truth,
    ),
}  # fmt: skip
