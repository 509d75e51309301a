"""Which days are looked at: one choice that all pages share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.period import Period
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.gui.theme.theme import Theme
from cramplog.gui.view_state import ViewState
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext
from cramplog.words import dates

_ONE_CLICK = (Span.DAYS_28, Span.DAYS_90, Span.MONTHS_12, Span.ALL)


class PeriodPicker(QWidget):
    """The spans side by side, and the same season last year; under them a month's arrows or two dates.

    `details` is that second row, which a page may put somewhere else. `today` gives the present diary day.
    """

    def __init__(
        self, theme: Theme, view: ViewState, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._view, self._today = theme, view, today
        self._shown: Period | None = None
        self.setAccessibleName(_("Period"))
        self._buttons = {span: self._button(span) for span in Span}
        self.details = QWidget()
        self.earlier = Button(theme, _("Previous month"), icon="left")
        self.later = Button(theme, _("Next month"), icon="right")
        self.month_name = Text(theme, "", "label", wrap=False)
        self.first, self.last = _DateField(), _DateField()
        self.year_before = Button(theme, _("A year ago"), kind="choice", parent=self)
        self.year_before.setAccessibleName(_("Same season last year"))
        self.year_before.setToolTip(_("Same season last year"))
        self._month_row, self._own_row = QWidget(), QWidget()
        self._put_together()
        self._listen()
        self._follow()

    def show_period(self, period: Period) -> None:
        """The days that the choice means now: own dates start from them."""
        self._shown = period

    def button(self, span: Span) -> Button:
        """The button of one span."""
        return self._buttons[span]

    def _button(self, span: Span) -> Button:
        button = Button(self._theme, _name(span), kind="choice", parent=self)
        button.setCheckable(True)
        button.setAccessibleName(_("Period: %(span)s") % {"span": _name(span)})
        button.clicked.connect(lambda: self._choose(span))
        return button

    def _choose(self, span: Span) -> None:
        shown = self._shown or PeriodChoice().resolve(self._today(), None)
        last = min(shown.last, self._today())
        if span in _ONE_CLICK:
            self._view.choose(PeriodChoice(span))
        elif span is Span.MONTH:
            self._view.choose(PeriodChoice.month_of(last))
        else:
            self._view.choose(PeriodChoice.own_dates(min(shown.first, last), last))
        self._follow()

    def _choose_own(self) -> None:
        first, last = self.first.day(), self.last.day()
        if first <= last:
            self._view.choose(PeriodChoice.own_dates(first, last))

    def _turn(self, *, later: bool) -> None:
        choice = self._view.choice
        if choice.span is Span.MONTH and (not later or self._has_later()):
            self._view.choose(choice.later() if later else choice.earlier())

    def _a_year_earlier(self) -> None:
        choice = self._view.choice
        period = choice.own or self._shown or choice.resolve(self._today(), None)
        self._view.choose(choice.season_before(period))

    def _has_later(self) -> bool:
        own = self._view.choice.own
        return own is not None and own.end <= self._today()

    def _follow(self) -> None:
        """Show what is chosen."""
        choice = self._view.choice
        for span, button in self._buttons.items():
            button.setChecked(span is choice.span)
        self.details.setVisible(choice.own is not None)
        self._month_row.setVisible(choice.span is Span.MONTH)
        self._own_row.setVisible(choice.span is Span.OWN)
        if choice.own is None:
            return
        if choice.span is Span.MONTH:
            self.month_name.setText(dates.month(choice.own.first))
            self.later.set_possible(
                self._has_later(), reason=_("The months after this one are still to come.")
            )
            return
        for field, day in ((self.first, choice.own.first), (self.last, choice.own.last)):
            field.show_day(day)
        self.first.setMaximumDate(self.last.date())
        self.last.setMinimumDate(self.first.date())

    def _put_together(self) -> None:
        space = self._theme.space
        row = RowOrGrid(self, gap=space.small, joined=True)
        # The tick of the chosen span must not change the number of rows.
        row.spare = self._theme.target.small_icon + space.small
        for button in (*self._buttons.values(), self.year_before):
            row.addWidget(button)
        months = FlowLayout(self._month_row, gap=space.group)
        for part in (self.earlier, self.month_name, self.later):
            months.addWidget(part)
        own = QHBoxLayout(self._own_row)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(space.medium)
        own.addWidget(Field(self._theme, _("From"), self.first))
        own.addWidget(Field(self._theme, _("To"), self.last))
        own.addStretch(1)
        both = QVBoxLayout(self.details)
        both.setContentsMargins(0, space.group, 0, 0)
        both.addWidget(self._month_row)
        both.addWidget(self._own_row)

    def _listen(self) -> None:
        self._view.changed.connect(self._follow)
        self.earlier.clicked.connect(lambda: self._turn(later=False))
        self.later.clicked.connect(lambda: self._turn(later=True))
        self.year_before.clicked.connect(self._a_year_earlier)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._choose_own)
        for keys, later in ((QKeySequence.StandardKey.Back, False), (QKeySequence.StandardKey.Forward, True)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda later=later: self._turn(later=later))


class _DateField(QDateEdit):
    """A date to be typed, or chosen from a month."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)

    def day(self) -> date:
        """The date that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a date; says nothing to those who listen."""
        self.clearMinimumDate()
        self.clearMaximumDate()
        self.setDate(QDate(day.year, day.month, day.day))


def _name(span: Span) -> str:
    return {
        Span.DAYS_28: _("28 days"),
        Span.DAYS_90: _("90 days"),
        Span.MONTHS_12: _("12 months"),
        Span.ALL: pgettext("period", "All"),
        Span.MONTH: pgettext("period", "Month"),
        Span.OWN: _("Own dates"),
    }[span]
