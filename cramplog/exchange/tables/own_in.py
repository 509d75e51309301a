"""CrampLog's own tables read again: every field equal to what was written."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
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
from cramplog.exchange import records
from cramplog.exchange.found import ReadDiary, Rejected, UnknownField
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables.own_out import ASKED_AND_NONE, BETWEEN, DAY, EPISODE, EXERCISE
from cramplog.exchange.tables.safe_text import unguarded
from cramplog.exchange.tables.sheet import Cell, Row, Sheet
from cramplog.i18n import _

R = TypeVar("R", Episode, Day)
Values = dict[str, Any]

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
        known = [(place, name) for place, name in enumerate(heads) if name in columns]
        self._unknown.update(f"{kind}[].{name}" for name in heads if name and name not in columns)
        met: set[object] = set()
        for number, row in rows:
            if number % PROGRESS_EACH == 0:
                self._progress(number, self._sheet.length)
            given = {name: row[place] for place, name in known if place < len(row) and row[place] != ""}
            try:
                record = build(given)
            except InvalidValue as error:
                self._reject(kind, number, given, str(error))
                continue
            if key(record) in met:
                self._reject(kind, number, given, _("is in the file twice"))
                continue
            met.add(key(record))
            if kind is Kind.EPISODES and "id" not in given:
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

    def _reject(self, kind: Kind, number: int, given: Values, reason: str) -> None:
        name = self._sheet.path.name
        place = _("row %(n)d") % {"n": number}
        identity = given.get("id") or given.get("date")
        shown = str(identity)[:60] if identity is not None else None
        self._rejected.append(Rejected(file=name, kind=kind, place=place, id=shown, reason=reason))


def _episode(given: Values) -> Episode:
    values: Values = {name: _read(name, cell) for name, cell in given.items() if name not in EXERCISE}
    exercise = {
        name.removeprefix("exercise_"): _read(name, cell) for name, cell in given.items() if name in EXERCISE
    }
    if exercise:
        values["exercise"] = Exercise(**{"done": True, **exercise})
    for name in ("started", "places"):
        if name not in values:
            raise InvalidValue(name, None, "is needed")
    if "id" not in values:
        values["id"] = content_id(values["started"], values["places"])
    return Episode(**values)


def _day(given: Values) -> Day:
    values: Values = {name: _read(name, cell) for name, cell in given.items()}
    return Day(**{"date": None, **values})


def _read(name: str, cell: Cell) -> Any:
    if not isinstance(cell, str):
        # A spreadsheet program has made a date or a number of the text.
        return cell.date() if name == "date" and isinstance(cell, datetime) else cell
    reader = _READERS.get(name)
    return _number(name, cell) if reader is None else reader(name, cell)


def _truth(name: str, cell: str) -> bool:
    word = cell.strip().lower()
    if word not in _TRUTHS:
        raise InvalidValue(name, cell, "must be yes or no")
    return _TRUTHS[word]


@lru_cache(maxsize=4096)
def _number(name: str, cell: str) -> float:
    try:
        text = cell.replace(",", ".") if cell.count(",") == 1 and "." not in cell else cell
        return int(text) if text.isdecimal() else float(text)
    except ValueError:
        raise InvalidValue(name, cell, "must be a number") from None


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
    method, *rest = part.split()
    effect = rest.pop(0) if rest and rest[0] in list(Effect) else None
    minutes = _number("relief.minutes", rest.pop(0)) if rest else None
    if rest:
        raise InvalidValue("relief", part, "must be a method, its effect and its minutes")
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
_READERS: dict[str, Callable[[str, str], Any]] = {
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
