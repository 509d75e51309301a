"""What a table of another program does not say by itself, as a row of pickers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cramplog.domain.places import Muscle, Place, Side
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping
from cramplog.exchange.tables.meanings import Meaning
from cramplog.exchange.tables.sheet import Row
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.picker import Picker
from cramplog.i18n import _
from cramplog.words import places

# So many rows can be the one with the headings; titles above it are few.
ROWS_TO_CHOOSE = 20
_LONGEST_ROW = 28
_TOPS = (3, 4, 5, 10, 100)
_CLOCKS = ("03:00", "08:00", "12:00", "18:00", "22:00")


class TableChoices(QWidget):
    """`with_answers` puts what was picked into a mapping; `heads_chosen` carries the row of the headings."""

    changed = Signal()
    heads_chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        mapping: TableMapping,
        rows: Sequence[tuple[int, Row]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, gap=theme.space.small)
        self.heads = self._add(_("Row with the headings"), _heads(rows), mapping.heads)
        self.heads.activated.connect(lambda _index: self.heads_chosen.emit(self.heads.currentData()))
        self._add_others(mapping)
        for picker in (self.day_first, self.muscle, self.side, self.clock, self.top, self.lengths):
            picker.activated.connect(self.changed)

    def with_answers(self, mapping: TableMapping) -> TableMapping:
        """The mapping with what stands in the pickers now."""
        # Qt gives words back as plain text, whatever enumeration they were of.
        muscle, side, clock = (each.currentData() for each in (self.muscle, self.side, self.clock))
        lengths = self.lengths.currentData()
        return replace(
            mapping,
            day_first=self.day_first.currentData(),
            place=Place(Muscle(muscle), Side(side or Side.BOTH)) if muscle is not None else None,
            side=Side(side) if side is not None else None,
            clock=time.fromisoformat(clock) if clock is not None else None,
            pain_up_to=self.top.currentData(),
            lengths_in=LengthUnit(lengths) if lengths is not None else None,
        )

    def show_mapping(self, mapping: TableMapping, *, dates_are_unclear: bool) -> None:
        """Put the answers of a mapping into the pickers; only what its columns leave open is shown."""
        self.day_first.choose(mapping.day_first)
        self.top.choose(mapping.pain_up_to)
        self.lengths.choose(mapping.lengths_in)
        means = set(mapping.columns.values())
        self.day_first.setVisible(dates_are_unclear)
        self.muscle.setVisible(Meaning.PLACE not in means)
        self.side.setVisible(Meaning.SIDE not in means)
        self.clock.setVisible(not means & {Meaning.STARTED, Meaning.TIME})
        self.top.setVisible(Meaning.PAIN in means)
        self.lengths.setVisible(Meaning.DURATION in means)

    def _add_others(self, mapping: TableMapping) -> None:
        self.day_first = self._add(
            _("Dates like 3/4/2026"),
            [(_("Which is first?"), None), (_("The day is first"), True), (_("The month is first"), False)],
            mapping.day_first,
        )
        self.muscle = self._add(
            _("Where the table names no place"),
            [
                (_("Where no place stands: leave the row out"), None),
                *((places.muscle(each), each) for each in Muscle),
            ],
            mapping.place.muscle if mapping.place else None,
        )
        self.side = self._add(
            _("Where the table names no side"),
            [
                (_("Where no side stands: leave the row out"), None),
                *((places.side(each), each) for each in Side),
            ],
            mapping.place.side if mapping.place else mapping.side,
        )
        self.clock = self._add(
            _("Where the table has no time"),
            [
                (_("Where no time stands: leave the row out"), None),
                *((_("At %(time)s") % {"time": each}, each) for each in _clocks(mapping.clock)),
            ],
            mapping.clock.isoformat("minutes") if mapping.clock else None,
        )
        self.top = self._add(
            _("The worst pain in the table is"),
            [(_("Pain goes up to %(top)d") % {"top": top}, top) for top in _tops(mapping.pain_up_to)],
            mapping.pain_up_to,
        )
        self.lengths = self._add(
            _("How lengths are written"),
            [(_("How are lengths written?"), None), *((_length(unit), unit) for unit in LengthUnit)],
            mapping.lengths_in,
        )

    def _add(self, name: str, entries: Sequence[tuple[str, object]], chosen: object) -> Picker:
        picker = Picker(self._theme, name)
        for words, key in entries:
            picker.addItem(words, key)
        picker.choose(chosen)
        self._row.addWidget(picker)
        return picker


def _heads(rows: Sequence[tuple[int, Row]]) -> list[tuple[str, object]]:
    """Each row that could have the headings, with its beginning; and none of them."""
    entries: list[tuple[str, object]] = [(_("There are no headings"), 0)]
    for number, row in rows[:ROWS_TO_CHOOSE]:
        text = " | ".join(str(cell) for cell in row if cell != "")
        shown = text if len(text) <= _LONGEST_ROW else text[: _LONGEST_ROW - 1] + "…"
        entries.append((_("Headings in row %(n)d: %(row)s") % {"n": number, "row": shown}, number))
    return entries


def _clocks(said: time | None) -> list[str]:
    return sorted({*_CLOCKS, *([said.isoformat("minutes")] if said else [])})


def _tops(said: int) -> list[int]:
    return sorted({*_TOPS, said})


def _length(unit: LengthUnit) -> str:
    return {
        LengthUnit.SECONDS: _("Lengths in seconds, as 300"),
        LengthUnit.MINUTES: _("Lengths in minutes, as 5"),
        LengthUnit.HOURS: _("Lengths in hours, as 0.5"),
        LengthUnit.HOURS_AND_MINUTES: _("Hours and minutes, as 0:05"),
        LengthUnit.MINUTES_AND_SECONDS: _("Minutes and seconds, as 5:30"),
    }[unit]
