"""A file of tables: CrampLog's own by their headings, those of other programs by a mapping or a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cramplog.exchange.asked import Asked
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables import foreign, own_in
from cramplog.exchange.tables.guess import Guess, Question, guess, questions
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.sheet import Row, Sheet, text_sheet, workbook_sheets
from cramplog.exchange.tables.unclear import Unclear


def sheets_of(path: Path, *, workbook: bool) -> list[Sheet]:
    """The tables in the file. Raises UnreadableFile."""
    return workbook_sheets(path) if workbook else [text_sheet(path)]


def read(sheets: list[Sheet], asked: Asked, progress: Progress = silent) -> Iterator[ReadDiary]:
    """What the tables of one file hold. Raises Unclear where the person has to be asked first."""
    for sheet in sheets:
        kind = own_in.kind_of(_first_row(sheet))
        if kind is not None:
            yield own_in.read(sheet, kind, progress)
    for found in foreign_tables(sheets, asked):
        said = asked.mappings.get((found.sheet.path, found.sheet.name))
        if said is None and found.questions:
            raise Unclear.of(found)
        yield foreign.read(found.sheet, said or found.mapping, asked.home, progress)


def foreign_tables(sheets: list[Sheet], asked: Asked) -> list[Guess]:
    """The tables of other programs, each with a guess; sheets without dates only where all are without."""
    others = [sheet for sheet in sheets if own_in.kind_of(_first_row(sheet)) is None]
    if len(others) < len(sheets):
        return []
    found = [guess(sheet, asked.table, asked.heads) for sheet in others]
    if asked.lengths_in is not None:
        found = [_with_lengths(each, asked.lengths_in) for each in found]
    return [each for each in found if Question.WHEN not in each.questions] or found[:1]


def _with_lengths(found: Guess, said: LengthUnit) -> Guess:
    mapping = replace(found.mapping, lengths_in=said)
    return Guess(sheet=found.sheet, mapping=mapping, questions=questions(mapping))


def _first_row(sheet: Sheet) -> Row:
    return next((row for _number, row in sheet.head(1)), ())
