"""What was tried against the cramp, and how each thing did."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Relief
from cramplog.domain.scales import Effect, Method
from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.pages.form_part import Part, choices_of, in_short
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.lettering import natural_width
from cramplog.gui.widgets.not_recorded import NotRecorded
from cramplog.i18n import _
from cramplog.words import scales
from cramplog.words.within import within

# These are offered at once; the others come with "More".
_OFTEN = (Method.STRETCH, Method.MASSAGE, Method.HEAT, Method.FLUIDS)


class ReliefPart(Part):
    """One row for each thing that was tried; buttons add another, or say that nothing was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._relief: tuple[Relief, ...] | None = None
        self._rows: list[ReliefRow] = []
        self._all_offered = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.space.medium)
        self._offers = {method: self._offer(method) for method in Method}
        self.more = Button(theme, _("More"), kind="chip", icon="plus")
        self.more.clicked.connect(self._offer_all)
        self.nothing = Button(theme, _("I tried nothing"), kind="quiet")
        self.nothing.setCheckable(True)
        self.nothing.clicked.connect(lambda checked: self._become(() if checked else None))
        offers = FlowLayout(gap=theme.space.small)
        for button in (*self._offers.values(), self.more, self.nothing):
            offers.addWidget(button)
        self.body.addLayout(self._lines)
        self.body.addLayout(offers)
        self._show()

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was tried."""
        if draft.relief != self._relief:
            self._relief = draft.relief
            self._show()

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "Stretching: mostly · Massage"."""
        if draft.relief is None:
            return ""
        return in_short(*(_in_words(one) for one in draft.relief)) or _("Nothing tried")

    def offer(self, method: Method) -> Button:
        """The button that adds a method."""
        return self._offers[method]

    def rows(self) -> tuple[ReliefRow, ...]:
        """One row for each thing that was tried."""
        return tuple(self._rows)

    def _offer(self, method: Method) -> Button:
        button = Button(self.theme, scales.method(method), kind="chip", icon="plus")
        button.setAccessibleName(_("Add: %(method)s") % {"method": scales.method(method)})
        button.clicked.connect(lambda: self._add(method))
        return button

    def _add(self, method: Method) -> None:
        self._become((*(self._relief or ()), Relief(method=method)))
        self._rows[-1].effect.button(Effect.NONE).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_all(self) -> None:
        self._all_offered = True
        self._show()

    def _become(self, relief: tuple[Relief, ...] | None) -> None:
        self._relief = relief
        self._show()
        self.chosen.emit({"relief": relief})

    def _row_changed(self, row: ReliefRow, *, typed: bool) -> None:
        at = self._rows.index(row)
        told = self._relief or ()
        self._relief = (*told[:at], row.relief(), *told[at + 1 :])
        (self.typed if typed else self.chosen).emit({"relief": self._relief})

    def _take_away(self, row: ReliefRow) -> None:
        at = self._rows.index(row)
        told = self._relief or ()
        # Taking the last thing away does not say that nothing was tried.
        self._become((*told[:at], *told[at + 1 :]) or None)
        self.nothing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        told = self._relief or ()
        while len(self._rows) > len(told):
            gone = self._rows.pop()
            self._lines.removeWidget(gone)
            gone.hide()
            # What was typed there is not asked for any more.
            gone.setParent(None)
            gone.deleteLater()
        while len(self._rows) < len(told):
            self._rows.append(self._new_row(told[len(self._rows)]))
        for row, one in zip(self._rows, told, strict=True):
            row.set_relief(one)
        tried = {one.method for one in told}
        for method, button in self._offers.items():
            button.setVisible(method not in tried and (self._all_offered or method in _OFTEN))
        self.more.setVisible(not self._all_offered)
        self.nothing.setVisible(not told)
        self.nothing.setChecked(self._relief == ())

    def _new_row(self, one: Relief) -> ReliefRow:
        row = ReliefRow(self.theme, one, self)
        row.chosen.connect(lambda: self._row_changed(row, typed=False))
        row.typed.connect(lambda: self._row_changed(row, typed=True))
        row.taken_away.connect(lambda: self._take_away(row))
        self._lines.addWidget(row)
        return row


class ReliefRow(QWidget):
    """One thing that was tried: how it did, and after how many minutes."""

    chosen = Signal()
    typed = Signal()
    taken_away = Signal()

    def __init__(self, theme: Theme, relief: Relief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relief = relief
        self.effect = ChoiceRow(theme, scales.method(relief.method), choices_of(Effect, scales.effect))
        self.minutes = NumberField(theme, _("Minutes"), low=0, high=44_640)
        self.remove = Button(theme, "", kind="link", icon="close")
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)
        layout = self.minutes.layout()
        assert layout is not None
        layout.setSpacing(theme.space.small)
        self.minutes.label.setMinimumHeight(NotRecorded(theme).sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        row.addWidget(self.effect, 1)
        row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.effect.changed.connect(self._effect_chosen)
        self.minutes.changed.connect(self._minutes_typed)
        self.remove.clicked.connect(self.taken_away)
        self._name()

    def relief(self) -> Relief:
        """What the row says."""
        return self._relief

    def set_relief(self, relief: Relief) -> None:
        """Show another method or effect."""
        self._relief = relief
        self.effect.label.setText(scales.method(relief.method))
        self.effect.set_value(relief.effect)
        self.minutes.set_value(relief.minutes)
        self._name()

    def _fit(self) -> None:
        """The field is wide enough for the words that say that nothing is recorded."""
        words = natural_width(self.minutes.line.placeholderText(), self._theme.font("body"))
        self.minutes.setFixedWidth(words + 2 * self._theme.space.page)

    def _name(self) -> None:
        method = {"method": scales.method(self._relief.method)}
        self.remove.setAccessibleName(_("Take away: %(method)s") % method)
        self.remove.setToolTip(_("Take away"))
        self.minutes.line.setAccessibleName(_("%(method)s, minutes until it eased") % method)

    def _effect_chosen(self, key: str | None) -> None:
        self._relief = replace(self._relief, effect=Effect(key) if key else None)
        self.chosen.emit()

    def _minutes_typed(self, minutes: float | None) -> None:
        self._relief = replace(self._relief, minutes=minutes)
        self.typed.emit()


def _in_words(one: Relief) -> str:
    if one.effect is None:
        return scales.method(one.method)
    words = {"method": scales.method(one.method), "effect": within(scales.effect(one.effect))}
    return _("%(method)s: %(effect)s") % words
