"""Another program's table, row by row, by a mapping: cramps, and days without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Place
from cramplog.domain.scales import Source
from cramplog.exchange.found import ReadDiary, Rejected
from cramplog.exchange.home import Home
from cramplog.exchange.progress import Progress, silent
from cramplog.exchange.tables import calendar, lengths, values
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping
from cramplog.exchange.tables.meanings import Meaning
from cramplog.exchange.tables.own_in import PROGRESS_EACH, content_id
from cramplog.exchange.tables.sheet import Cell, Row, Sheet
from cramplog.i18n import _
from cramplog.words import fields


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """What one row gives: a cramp, a day that was free of them, or the reason why neither."""

    number: int
    record: Episode | Day | None = None
    reason: str | None = None


def read(sheet: Sheet, mapping: TableMapping, home: Home, progress: Progress = silent) -> ReadDiary:
    """Every row of the table; one that cannot be read is rejected by itself, with its number and why."""
    episodes: dict[str, Episode] = {}
    days: dict[object, Day] = {}
    rejected: list[Rejected] = []
    for row in rows(sheet, mapping, home):
        if row.number % PROGRESS_EACH == 0:
            progress(row.number, sheet.length)
        reason = row.reason
        match row.record:
            case Episode() if row.record.id in episodes:
                reason = _("is in the file twice")
            case Episode():
                episodes[row.record.id] = row.record
            case Day():
                days.setdefault(row.record.date, row.record)
        if reason is not None:
            rejected.append(_rejected(sheet, row.number, reason))
    contents = DiaryContents(episodes=tuple(episodes.values()), days=tuple(days.values()))
    return ReadDiary(
        path=sheet.path, contents=contents, made_ids=frozenset(episodes), rejected=tuple(rejected)
    )


def first_rows(sheet: Sheet, mapping: TableMapping, home: Home, count: int) -> tuple[RowRead, ...]:
    """The first rows as they would be read, for the person to look at."""
    return tuple(islice(rows(sheet, mapping, home), count))


def rows(sheet: Sheet, mapping: TableMapping, home: Home) -> Iterator[RowRead]:
    """Each row below the headings, one after the other."""
    reading = _Rows(mapping, home)
    for number, row in sheet.rows():
        if number == mapping.heads:
            reading.heads = row
        if number > mapping.heads:
            try:
                yield RowRead(number=number, record=reading.record(row))
            except (InvalidValue, OverflowError) as error:
                yield RowRead(number=number, reason=fields.sentence(error))


class _Rows:
    """Reads rows by one mapping."""

    def __init__(self, mapping: TableMapping, home: Home) -> None:
        self.heads: Row = ()
        self._mapping = mapping
        self._home = home
        self._day_first = mapping.day_first is not False
        self._columns = {meaning: mapping.column(meaning) for meaning in Meaning}
        self._notes = [place for place, meaning in mapping.columns.items() if meaning is Meaning.NOTE]

    def record(self, row: Row) -> Episode | Day | None:
        """The cramp of the row, or the day that it says was free of them."""
        self._refuse_what_is_no_cramp(row)
        if values.truth(self._cell(row, Meaning.CRAMPED)) is False:
            started = self._wall(row, clock=time(12))
            return Day(date=started.date(), cramp_free=True)
        started = self._moment(row)
        places = self._places(row)
        return Episode(
            id=content_id(started, places),
            started=started,
            zone=self._home.name if started.utcoffset() == self._home.wall(started).utcoffset() else None,
            places=places,
            duration_s=self._duration(row, started),
            pain=self._pain(row),
            note=self._note(row),
            source=Source.IMPORT,
        )

    def _refuse_what_is_no_cramp(self, row: Row) -> None:
        """What a tracker of many things says of other things, or does not say."""
        said = self._cell(row, Meaning.CRAMPED)
        if self._columns[Meaning.CRAMPED] is not None and values.says_nothing(said):
            raise InvalidValue("cramped", said, _("does not say whether there was a cramp"))
        symptom = str(self._cell(row, Meaning.SYMPTOM))
        if self._columns[Meaning.SYMPTOM] is not None and not values.names_a_cramp(symptom):
            raise InvalidValue("symptom", symptom, _("is not a cramp"))

    def _cell(self, row: Row, meaning: Meaning) -> Cell:
        place = self._columns[meaning]
        return row[place] if place is not None and place < len(row) else ""

    def _moment(self, row: Row) -> datetime:
        wall = self._wall(row, clock=self._mapping.clock)
        if wall.tzinfo is not None:
            return wall
        found = self._home.moments(wall)
        if not found:
            raise InvalidValue(
                "started", f"{wall:%Y-%m-%d %H:%M}", _("does not exist: clocks were put forward")
            )
        # Where the hour exists twice, the table cannot say which: the first of the two.
        return found[0]

    def _wall(self, row: Row, *, clock: time | None) -> datetime:
        started = self._cell(row, Meaning.STARTED)
        found = calendar.cell_moment(started, self._day_first)
        if found is not None:
            return found
        cell = started if started != "" else self._cell(row, Meaning.DATE)
        day = calendar.cell_day(cell, self._day_first)
        if day is None:
            raise InvalidValue("date", cell, _("is not a date") if cell != "" else _("is missing"))
        said = self._cell(row, Meaning.TIME)
        at = calendar.cell_clock(said) if said != "" else clock
        if at is None:
            raise InvalidValue("time", said, _("is not a time of day") if said != "" else _("is missing"))
        return datetime.combine(day, at)

    def _places(self, row: Row) -> tuple[Place, ...]:
        cell = str(self._cell(row, Meaning.PLACE))
        side = values.side_named(str(self._cell(row, Meaning.SIDE))) or self._mapping.side
        if cell.strip():
            return values.places(cell, side)
        if self._mapping.place is None:
            raise InvalidValue("places", "", _("is missing"))
        return (self._mapping.place,)

    def _duration(self, row: Row, started: datetime) -> int | None:
        cell = self._cell(row, Meaning.DURATION)
        if cell != "":
            return lengths.seconds(cell, self._mapping.lengths_in or LengthUnit.MINUTES)
        ended = self._cell(row, Meaning.ENDED)
        return None if ended == "" else self._until(ended, started)

    def _until(self, ended: Cell, started: datetime) -> int:
        end = calendar.cell_moment(ended, self._day_first)
        at = calendar.cell_clock(ended)
        if end is None and at is not None:
            end = datetime.combine(started.date(), at)
            # An end before its start is one after midnight.
            end += timedelta(days=end < started.replace(tzinfo=None))
        if end is None:
            raise InvalidValue("ended", ended, _("is not a time"))
        if end.tzinfo is None:
            end = (self._home.moments(end) or (end.replace(tzinfo=started.tzinfo),))[-1]
        return round((end - started).total_seconds())

    def _pain(self, row: Row) -> int | None:
        cell = self._cell(row, Meaning.PAIN)
        return None if cell == "" else values.pain(cell, self._mapping.pain_up_to)

    def _note(self, row: Row) -> str:
        """Several columns of notes come one below the other, each under its heading."""
        written = [(place, str(row[place])) for place in self._notes if place < len(row) and row[place] != ""]
        if len(self._notes) < 2:
            return "\n".join(text for _place, text in written)
        return "\n".join(f"{self._heading(place)}: {text}" for place, text in written)

    def _heading(self, place: int) -> str:
        return str(self.heads[place]) if place < len(self.heads) else str(place + 1)


def _rejected(sheet: Sheet, number: int, reason: str) -> Rejected:
    place = _("row %(n)d") % {"n": number}
    if sheet.name:
        place = f"{sheet.name}, {place}"
    return Rejected(file=sheet.path.name, kind=Kind.EPISODES, place=place, id=None, reason=reason)
