"""How another program's table is to be read: each column with its meaning, and the first rows as read."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.places import Muscle, Place, Side
from cramplog.exchange.home import Home
from cramplog.exchange.tables import foreign
from cramplog.exchange.tables.guess import Guess, questions
from cramplog.exchange.tables.mapping import remembered
from cramplog.exchange.tables.meanings import Meaning
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, places

SHOWN = 8
_TOPS = (3, 4, 5, 10, 100)
_CLOCKS = ("03:00", "08:00", "12:00", "18:00", "22:00")


class TablePage(QWidget):
    """One table. `mapping` is what the person has said; `changed` comes when they say something else."""

    changed = Signal()

    def __init__(
        self, theme: Theme, guess: Guess, home: Home, before: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._home = home
        self.sheet = guess.sheet
        self.headings = headings_of(guess)
        self.mapping = remembered(before) or guess.mapping
        self._unclear_dates = guess.mapping.day_first is None
        self._head = guess.sheet.head(self.mapping.heads + SHOWN)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space.group)
        column.addWidget(Text(theme, guess.sheet.path.name, "heading"))
        column.addWidget(Text(theme, _("What is in each column? The rows below show how it will be read.")))
        self._choices = FlowLayout(gap=theme.space.small)
        column.addLayout(self._choices)
        self._add_choices()
        self.columns = [self._column_picker(number) for number in range(self._width())]
        self.table = self._table()
        column.addWidget(self.table, 1)
        self._show()

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left to be asked."""
        return not questions(self.mapping)

    def _width(self) -> int:
        return max((len(row) for _number, row in self._head), default=0)

    def _add_choices(self) -> None:
        self.day_first = self._add(
            _("Dates like 3/4/2026"),
            [(_("Which is first?"), None), (_("The day is first"), True), (_("The month is first"), False)],
            self.mapping.day_first,
        )
        muscles = [(places.muscle(muscle), muscle) for muscle in Muscle]
        side = self.mapping.place.side if self.mapping.place else self.mapping.side
        self.muscle = self._add(
            _("Where the table names no place"),
            [(_("Where no place stands: leave the row out"), None), *muscles],
            self.mapping.place.muscle if self.mapping.place else None,
        )
        self.side = self._add(
            _("Where the table names no side"),
            [
                (_("Where no side stands: leave the row out"), None),
                *((places.side(each), each) for each in Side),
            ],
            side,
        )
        self.clock = self._add(
            _("Where the table has no time"),
            [
                (_("Where no time stands: leave the row out"), None),
                *((_("At %(time)s") % {"time": each}, each) for each in _clocks(self.mapping.clock)),
            ],
            self.mapping.clock.isoformat("minutes") if self.mapping.clock else None,
        )
        self.top = self._add(
            _("The worst pain in the table is"),
            [(_("Pain goes up to %(top)d") % {"top": top}, top) for top in _TOPS],
            self.mapping.pain_up_to,
        )

    def _add(self, name: str, entries: list[tuple[str, object]], chosen: object) -> Picker:
        picker = Picker(self._theme, name)
        for words, key in entries:
            picker.addItem(words, key)
        picker.choose(chosen)
        picker.activated.connect(self._said)
        self._choices.addWidget(picker)
        return picker

    def _column_picker(self, number: int) -> Picker:
        picker = Picker(self._theme, _("Column %(n)d") % {"n": number + 1})
        picker.addItem(_("Left out"), None)
        for meaning in Meaning:
            picker.addItem(_meaning(meaning), meaning)
        picker.choose(self.mapping.columns.get(number))
        picker.activated.connect(self._said)
        return picker

    def _table(self) -> QTableWidget:
        table = QTableWidget(SHOWN + 1, self._width() + 1)
        table.setAccessibleName(_("The first rows"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        heads = next((row for number, row in self._head if number == self.mapping.heads), ())
        names = [str(head) for head in heads] + [""] * (self._width() - len(heads))
        table.setHorizontalHeaderLabels([_("Will be read as"), *names])
        table.setFont(self._theme.font("small"))
        for number, picker in enumerate(self.columns):
            table.setCellWidget(0, number + 1, picker)
        return table

    def _said(self) -> None:
        # Qt gives words back as plain text, whatever enumeration they were of.
        muscle, side, clock = (each.currentData() for each in (self.muscle, self.side, self.clock))
        chosen = {number: picker.currentData() for number, picker in enumerate(self.columns)}
        self.mapping = replace(
            self.mapping,
            columns={number: Meaning(meaning) for number, meaning in chosen.items() if meaning is not None},
            day_first=self.day_first.currentData(),
            place=Place(Muscle(muscle), Side(side or Side.BOTH)) if muscle is not None else None,
            side=Side(side) if side is not None else None,
            clock=time.fromisoformat(clock) if clock is not None else None,
            pain_up_to=self.top.currentData(),
        )
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        body = [(number, row) for number, row in self._head if number > self.mapping.heads][:SHOWN]
        read = foreign.first_rows(self.sheet, self.mapping, self._home, SHOWN)
        for line, ((_number, row), result) in enumerate(zip(body, read, strict=False), 1):
            self.table.setItem(line, 0, QTableWidgetItem(_shown(result)))
            for place, cell in enumerate(row, 1):
                self.table.setItem(line, place, QTableWidgetItem(str(cell)))
        self._fit()
        self._show_what_is_asked()

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        for number, picker in enumerate(self.columns, 1):
            widest = max(picker.sizeHint().width(), self.table.columnWidth(number))
            self.table.setColumnWidth(number, widest)
        self.table.setRowHeight(0, self._theme.target.choice)

    def _show_what_is_asked(self) -> None:
        """Only what the columns leave open."""
        means = set(self.mapping.columns.values())
        self.day_first.setVisible(self._unclear_dates)
        self.muscle.setVisible(Meaning.PLACE not in means)
        self.side.setVisible(Meaning.SIDE not in means)
        self.clock.setVisible(not means & {Meaning.STARTED, Meaning.TIME})
        self.top.setVisible(Meaning.PAIN in means)


def _clocks(said: time | None) -> list[str]:
    return sorted({*_CLOCKS, *([said.isoformat("minutes")] if said else [])})


def headings_of(guess: Guess) -> str:
    """By what the next table of this kind is known."""
    head = guess.sheet.head(guess.mapping.heads or 1)
    row = next((row for number, row in head if number == guess.mapping.heads), ())
    return "|".join(map(str, row))


def _shown(result: foreign.RowRead) -> str:
    match result.record:
        case Episode() as cramp:
            parts = [dates.moment(cramp.started), places.places(cramp.places)]
            if cramp.pain is not None:
                parts.append(_("pain %(n)d") % {"n": cramp.pain})
            if cramp.duration_s is not None:
                parts.append(dates.duration(cramp.duration_s))
            return ", ".join(parts)
        case Day() as day:
            return _("%(day)s: no cramps") % {"day": dates.day(day.date)}
    return _("Left out: %(reason)s") % {"reason": result.reason}


def _meaning(meaning: Meaning) -> str:
    return {
        Meaning.STARTED: _("Date and time"),
        Meaning.DATE: _("Date"),
        Meaning.TIME: _("Time"),
        Meaning.ENDED: _("End"),
        Meaning.DURATION: _("How long"),
        Meaning.PAIN: _("Pain"),
        Meaning.PLACE: _("Where"),
        Meaning.SIDE: _("Side"),
        Meaning.CRAMPED: _("Cramp: yes or no"),
        Meaning.NOTE: _("Note"),
    }[meaning]
