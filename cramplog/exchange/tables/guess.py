"""Guesses from a table itself how it is to be read, and says what it cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from cramplog.exchange.tables import calendar, headings, lengths
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping
from cramplog.exchange.tables.meanings import Meaning
from cramplog.exchange.tables.sheet import LOOKED_AT, Cell, Row, Sheet

_ONCE = frozenset(Meaning) - {Meaning.NOTE}
_WHEN = {Meaning.STARTED, Meaning.DATE}
_MOST_OF_THEM = 0.8


class Question(StrEnum):
    """What the table does not tell."""

    WHEN = "when"
    DAY_FIRST = "day_first"
    CLOCK = "clock"
    PLACE = "place"
    LENGTHS = "lengths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A mapping for a table, and what the person has to be asked before it can be trusted."""

    sheet: Sheet
    mapping: TableMapping
    questions: frozenset[Question] = frozenset()


def guess(sheet: Sheet, said: TableMapping | None = None, heads: int | None = None) -> Guess:
    """How the table is to be read. What the person has `said` before stands where it says something.

    `heads` is the row with the headings, 0 for none, where that is not to be guessed.
    """
    head = sheet.head(max(heads or 0, LOOKED_AT))
    number, row = _headings(head, heads)
    known = bool(number)
    columns = _columns(row) if known else {}
    body = [cells for count, cells in head if count > number] if known else [cells for _count, cells in head]
    columns = _with_dates_found_by_content(_without_parts_of_the_day(columns, body), body)
    mapping = TableMapping(
        heads=number,
        columns=columns,
        pain_up_to=_pain_up_to(row, columns, sheet) if known else 10,
        lengths_in=_length_unit(row, columns, sheet, number),
    )
    if said is not None:
        mapping = replace(mapping, side=said.side, place=said.place, clock=said.clock)
    mapping = replace(mapping, day_first=_day_first(sheet, mapping, said))
    return Guess(sheet=sheet, mapping=mapping, questions=questions(mapping))


def questions(mapping: TableMapping) -> frozenset[Question]:
    """What is still to be asked of a mapping."""
    means = set(mapping.columns.values())
    asked = {
        Question.WHEN: not means & _WHEN,
        Question.DAY_FIRST: mapping.day_first is None,
        Question.CLOCK: not means & {Meaning.STARTED, Meaning.TIME, Meaning.CRAMPED}
        and mapping.clock is None,
        Question.LENGTHS: Meaning.DURATION in means and mapping.lengths_in is None,
        Question.PLACE: not means & {Meaning.PLACE, Meaning.CRAMPED} and mapping.place is None,
    }
    return frozenset(question for question, open_ in asked.items() if open_)


def _headings(head: Sequence[tuple[int, Row]], said: int | None) -> tuple[int, Row]:
    """The row with the headings and its number; 0 where there is none."""
    if said is not None:
        return next(((number, row) for number, row in head if number == said), (0, ()))
    number, row = max(head, key=lambda numbered: _meanings_in(numbered[1]), default=(0, ()))
    return (number, row) if _meanings_in(row) else (0, ())


def _meanings_in(row: Row) -> int:
    return len({meaning for cell in row if isinstance(cell, str) and (meaning := headings.of_heading(cell))})


def _columns(row: Row) -> dict[int, Meaning]:
    """The first column with each meaning; notes may have several."""
    columns: dict[int, Meaning] = {}
    for place, cell in enumerate(row):
        meaning = headings.of_heading(cell) if isinstance(cell, str) else None
        if meaning is not None and not (meaning in _ONCE and meaning in columns.values()):
            columns[place] = meaning
    return columns


def _without_parts_of_the_day(columns: dict[int, Meaning], body: Sequence[Row]) -> dict[int, Meaning]:
    """A column of times that has only "am", "pm" and "night" in it says no time: that is then asked."""
    said = {place: [row[place] for row in body if place < len(row) and row[place] != ""] for place in columns}
    return {
        place: meaning
        for place, meaning in columns.items()
        if meaning is not Meaning.TIME or not said[place] or any(map(_is_clock, said[place]))
    }


def _is_clock(cell: Cell) -> bool:
    return calendar.cell_clock(cell) is not None


def _with_dates_found_by_content(columns: dict[int, Meaning], body: Sequence[Row]) -> dict[int, Meaning]:
    """A heading may say "date" over dates with times, or nothing at all."""
    found = dict(columns)
    for place, meaning in columns.items():
        if meaning in _WHEN:
            found[place] = _content(body, place) or meaning
    for place in range(max(map(len, body), default=0)):
        if place not in found and not _WHEN & set(found.values()):
            content = _content(body, place)
            if content is not None:
                found[place] = content
    return found


def _content(body: Sequence[Row], place: int) -> Meaning | None:
    """Whether most cells of a column are moments or dates."""
    cells = [row[place] for row in body if place < len(row) and row[place] != ""]
    if sum(map(_has_clock, cells)) > _MOST_OF_THEM * len(cells):
        return Meaning.STARTED
    return Meaning.DATE if sum(map(_is_day, cells)) > _MOST_OF_THEM * len(cells) else None


def _has_clock(cell: Cell) -> bool:
    found = calendar.cell_moment(cell, True) or calendar.cell_moment(cell, False)
    return found is not None and found.time() != time()


def _is_day(cell: Cell) -> bool:
    return (calendar.cell_day(cell, True) or calendar.cell_day(cell, False)) is not None


def _pain_up_to(row: Row, columns: dict[int, Meaning], sheet: Sheet) -> int:
    place = next((place for place, meaning in columns.items() if meaning is Meaning.PAIN), None)
    if place is None:
        return 10
    return headings.top_of_scale(row[place]) or (100 if _highest(sheet, place) > 10 else 10)


def _highest(sheet: Sheet, place: int) -> float:
    highest = 0.0
    for _number, row in sheet.rows():
        cell = row[place] if place < len(row) else ""
        if isinstance(cell, str) and cell.strip().isdecimal():
            cell = float(cell)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            highest = max(highest, cell)
    return highest


def _length_unit(row: Row, columns: dict[int, Meaning], sheet: Sheet, heads: int) -> LengthUnit | None:
    """What the heading says; else minutes, or None where the lengths can be read in two ways."""
    place = next((place for place, meaning in columns.items() if meaning is Meaning.DURATION), None)
    if place is None:
        return LengthUnit.MINUTES
    named = headings.length_unit(row[place])
    cells = (cells[place] for number, cells in sheet.rows() if number > heads and place < len(cells))
    # By a heading that says minutes, 5:30 may still be either.
    if named in (None, LengthUnit.MINUTES) and any(map(lengths.is_unclear, cells)):
        return None
    return named or LengthUnit.MINUTES


def _day_first(sheet: Sheet, mapping: TableMapping, said: TableMapping | None) -> bool | None:
    """What the dates themselves say, all of them; True where there is nothing to be confused."""
    places = [
        place
        for place, meaning in mapping.columns.items()
        if meaning in (Meaning.DATE, Meaning.STARTED, Meaning.ENDED)
    ]
    orders: set[bool | None] = set()
    for number, row in sheet.rows():
        if number > mapping.heads:
            cells = (row[place] for place in places if place < len(row))
            orders.update(calendar.order(cell) for cell in cells if calendar.is_in_figures(cell))
    if len(orders - {None}) == 1:
        return (orders - {None}).pop()
    if said is not None and said.day_first is not None:
        return said.day_first
    return None if orders else True
