"""How another program's table is to be read: each column with its meaning, and the first rows as read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.exchange.home import Home
from cramplog.exchange.tables import foreign
from cramplog.exchange.tables.guess import Guess, guess, questions
from cramplog.exchange.tables.mapping import TableMapping, remembered
from cramplog.exchange.tables.meanings import Meaning
from cramplog.exchange.tables.sheet import Row
from cramplog.gui.dialogs.table_choices import ROWS_TO_CHOOSE, TableChoices
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, places

SHOWN = 8
LEAST_SHOWN = 6


class TablePage(QScrollArea):
    """One table. `mapping` is what the person has said; `changed` comes when they say something else.

    `recall` gives what was remembered for a table with some headings.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        guessed: Guess,
        home: Home,
        recall: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._home = home
        self.sheet = guessed.sheet
        self._head = guessed.sheet.head(max(guessed.mapping.heads, ROWS_TO_CHOOSE) + SHOWN)
        self._width = max((len(row) for _number, row in self._head), default=0)
        self.mapping = self._recalled(recall, guessed.mapping) or guessed.mapping
        self._dates_are_unclear = guessed.mapping.day_first is None
        self._put_together()
        self._show()

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left to be asked."""
        return not questions(self.mapping)

    @property
    def headings(self) -> str:
        """By what the next table of this kind is known, wherever its headings stand."""
        row = next((row for number, row in self._head if number == self.mapping.heads), None)
        return _as_key(row) if row is not None else self._without_headings

    @property
    def _without_headings(self) -> str:
        return f"{self._width} columns without headings"

    def _recalled(self, recall: Callable[[str], str], guessed: TableMapping) -> TableMapping | None:
        """How such a table was read last. What the dates of this one say by themselves stands."""
        rows = [(number, _as_key(row)) for number, row in self._head[:ROWS_TO_CHOOSE]]
        if not guessed.heads:
            rows.append((0, self._without_headings))
        for number, key in rows:
            before = remembered(recall(key))
            if before is not None:
                day_first = before.day_first if guessed.day_first is None else guessed.day_first
                return replace(before, heads=number, day_first=day_first)
        return None

    def _put_together(self) -> None:
        theme = self._theme
        self.setAccessibleName(self.sheet.path.name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setSpacing(theme.space.group)
        column.addWidget(Text(theme, self.sheet.path.name, "heading"))
        column.addWidget(Text(theme, _("What is in each column? The rows below show how it will be read.")))
        self.choices = TableChoices(theme, self.mapping, self._head)
        self.choices.changed.connect(self._said)
        self.choices.heads_chosen.connect(self._move_headings)
        column.addWidget(self.choices)
        self.columns = [self._column_picker(number) for number in range(self._width)]
        self.table = self._table()
        column.addWidget(self.table, 1)
        self.setWidget(inside)
        # Qt fills it with a grey of its own.
        self.viewport().setAutoFillBackground(False)

    def _column_picker(self, number: int) -> Picker:
        picker = Picker(self._theme, _("Column %(n)d") % {"n": number + 1})
        picker.addItem(_("Left out"), None)
        for meaning in Meaning:
            picker.addItem(_meaning(meaning), meaning)
        picker.choose(self.mapping.columns.get(number))
        picker.activated.connect(self._said)
        return picker

    def _table(self) -> QTableWidget:
        table = QTableWidget(SHOWN + 1, self._width + 1)
        table.setAccessibleName(_("The first rows"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Tab goes on to the next field, not from cell to cell.
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setFont(self._theme.font("small", weight=600))
        table.setFont(self._theme.font("small"))
        # With large text the page scrolls rather than leave a slit of the table.
        table.setMinimumHeight(LEAST_SHOWN * self._theme.target.choice)
        for number, picker in enumerate(self.columns):
            table.setCellWidget(0, number + 1, picker)
        return table

    def _said(self) -> None:
        chosen = {number: picker.currentData() for number, picker in enumerate(self.columns)}
        columns = {number: Meaning(meaning) for number, meaning in chosen.items() if meaning is not None}
        self.mapping = self.choices.with_answers(replace(self.mapping, columns=columns))
        self._show()
        self.changed.emit()

    def _move_headings(self, heads: int) -> None:
        """Other headings say something else of the columns; what the person said of the rest stays."""
        self.mapping = guess(self.sheet, self.choices.with_answers(self.mapping), heads).mapping
        self._dates_are_unclear |= self.mapping.day_first is None
        for number, picker in enumerate(self.columns):
            picker.choose(self.mapping.columns.get(number))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        heads = next((row for number, row in self._head if number == self.mapping.heads), ())
        names = [str(head) for head in heads] + [""] * (self._width - len(heads))
        self.table.setHorizontalHeaderLabels([_("Will be read as"), *names])
        body = [row for number, row in self._head if number > self.mapping.heads]
        read = foreign.first_rows(self.sheet, self.mapping, self._home, SHOWN)
        for line in range(SHOWN):
            shown = [_shown(read[line]), *map(str, body[line])] if line < min(len(body), len(read)) else []
            for place in range(self._width + 1):
                text = shown[place] if place < len(shown) else ""
                self.table.setItem(line + 1, place, QTableWidgetItem(text))
        self._fit()
        self.choices.show_mapping(self.mapping, dates_are_unclear=self._dates_are_unclear)

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        for number, picker in enumerate(self.columns, 1):
            widest = max(picker.sizeHint().width(), self.table.columnWidth(number))
            self.table.setColumnWidth(number, widest)
        self.table.setRowHeight(0, self._theme.target.choice)


def _as_key(row: Row) -> str:
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
        Meaning.SYMPTOM: _("Which symptom"),
        Meaning.NOTE: _("Note"),
    }[meaning]
