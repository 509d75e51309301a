"""What the Diary page's table is narrowed to: search in notes, where, how bad, doing what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cramplog.domain.period import Period
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.places import Muscle, Side
from cramplog.domain.scales import Circumstance
from cramplog.gui.models.entries import NOT_RECORDED, EntryFilter, Offered, PainBand
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import natural_width
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.i18n import _
from cramplog.words import dates, places, scales

_MONTH = "month"
_SPANS = (Span.DAYS_28, Span.DAYS_90, Span.MONTHS_12)


class DiaryFilters(QWidget):
    """`changed` gives the EntryFilter after each choice."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date(1, 1, 1)
        self._first: date | None = None
        self._month: date | None = None
        self._offers: dict[Picker, list[tuple[str, object]]] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Search in notes"))
        self.search.setAccessibleName(_("Search in notes"))
        self.search.setClearButtonEnabled(False)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.muscle = Picker(theme, _("Muscle"), self)
        self.side = Picker(theme, _("Side"), self)
        self.pain = Picker(theme, _("Pain"), self)
        self.doing = Picker(theme, _("What you were doing"), self)
        self.when = Picker(theme, _("When"), self)
        self._pickers = (self.muscle, self.side, self.pain, self.doing, self.when)
        self._fill()
        self._set_up()
        theme.changed.connect(self._follow)
        self._follow()

    def wanted(self) -> EntryFilter:
        """What is asked for now."""
        # What a combo box keeps comes back as plain text.
        muscle, side, pain, doing = (
            picker.currentData() for picker in (self.muscle, self.side, self.pain, self.doing)
        )
        return EntryFilter(
            text=self.search.text().strip(),
            muscle=None if muscle is None else Muscle(muscle),
            side=None if side is None else Side(side),
            pain=None if pain is None else PainBand(pain),
            circumstance=doing if doing in (None, NOT_RECORDED) else Circumstance(doing),
            period=self._period(),
        )

    def show_diary(self, offered: Offered, today: date) -> None:
        """Offer the muscles and sides that the diary has, and what was done in it."""
        self._today = today
        self._first = offered.first
        muscles = ((places.muscle(one), one) for one in Muscle if one in offered.muscles)
        self._offer(self.muscle, [(_("Muscle: any"), None), *muscles])
        sides = ((places.side(one), one) for one in Side if one in offered.sides)
        self._offer(self.side, [(_("Side: any"), None), *sides])
        doing = ((scales.circumstance(one), one) for one in Circumstance if one in offered.doing)
        not_recorded = [(_("Not recorded"), NOT_RECORDED)] if None in offered.doing else []
        self._offer(self.doing, [(_("Doing: any"), None), *doing, *not_recorded])

    def show_month(self, month: date) -> None:
        """Offer the month that the calendar shows."""
        self._month = month
        self._offer(self.when, self._spans())
        if self.when.currentData() == _MONTH:
            self._tell()

    def clear(self) -> None:
        """Ask for everything."""
        self.search.clear()
        for picker in self._pickers:
            picker.choose(None)

    def _fill(self) -> None:
        self._offer(self.muscle, [(_("Muscle: any"), None)])
        self._offer(self.side, [(_("Side: any"), None)])
        self._offer(self.doing, [(_("Doing: any"), None)])
        self._offer(self.when, [(_("When: any"), None)])
        self._offer(
            self.pain,
            [
                (_("Pain: any"), None),
                (_("Mild 0–4"), PainBand.MILD),
                (_("Medium 5–6"), PainBand.MEDIUM),
                (_("Severe 7–10"), PainBand.SEVERE),
                (_("Not recorded"), PainBand.NOT_RECORDED),
            ],
        )

    def _spans(self) -> list[tuple[str, object]]:
        named = {
            Span.DAYS_28: _("28 days"),
            Span.DAYS_90: _("90 days"),
            Span.MONTHS_12: _("12 months"),
        }
        offered: list[tuple[str, object]] = [(_("When: any"), None)]
        if self._month is not None:
            offered.append((dates.month(self._month), _MONTH))
        return offered + [(named[span], span) for span in _SPANS]

    def _period(self) -> Period | None:
        chosen = self.when.currentData()
        if chosen == _MONTH and self._month is not None:
            return PeriodChoice.month_of(self._month).own
        return PeriodChoice(Span(chosen)).resolve(self._today, self._first) if chosen in _SPANS else None

    def _offer(self, picker: Picker, offered: Sequence[tuple[str, object]]) -> None:
        if self._offers.get(picker) == (offered := list(offered)):
            return
        self._offers[picker] = offered
        before = picker.currentData()
        picker.blockSignals(True)
        picker.clear()
        for words, key in offered:
            picker.addItem(words, key)
        picker.choose(before)
        picker.blockSignals(False)
        widest = max(natural_width(words, self._theme.font("body")) for words, _key in offered)
        picker.view().setMinimumWidth(widest + 2 * self._theme.space.page)

    def _set_up(self) -> None:
        space = self._theme.space
        self._row = row = RowOrGrid(gap=space.small)
        for picker in self._pickers:
            row.addWidget(picker)
            picker.currentIndexChanged.connect(self._tell)
        self.search.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.small)
        column.addWidget(self.search)
        column.addLayout(row)

    def _tell(self) -> None:
        self.changed.emit(self.wanted())

    def _follow(self) -> None:
        theme = self._theme
        self._glass.setIcon(theme.icon("search"))
        anything = (_("Muscle: any"), _("Side: any"), _("Doing: any"), _("When: any"), _("Pain: any"))
        words = max(natural_width(one, theme.font("body")) for one in anything)
        self._row.set_cell(words + 3 * theme.space.group + theme.target.small_icon + theme.space.inside)
