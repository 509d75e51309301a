"""The buttons of the Log page that say that there were no cramps: today, or since the last known day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.period import ONE_DAY, Period
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.big_button import BigButton
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.i18n import _
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.services.reading import Today

# So many days are named one by one; more as a span.
_NAMED_DAYS = 3
_WEEK = timedelta(days=7)


class FreeButtons(QWidget):
    """ "Log an earlier cramp", "No cramps today", and "No cramps since …" where days are unknown."""

    earlier_wanted = Signal()
    fill_wanted = Signal()
    free = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today: Today | None = None
        self.earlier = Button(theme, _("Log an earlier cramp"), icon="clock")
        self.none_today = Button(theme, _("No cramps today"), icon="check")
        self.none_since = BigButton(theme, "", icon="check")
        self.none_since.hide()
        self.fill = Button(theme, "", kind="link", icon="calendar")
        self.fill.hide()
        row = RowOrGrid(gap=theme.space.medium, equal=True)
        row.addWidget(self.earlier)
        row.addWidget(self.none_today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space.medium)
        column.addLayout(row)
        column.addWidget(self.none_since)
        column.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        self.earlier.clicked.connect(self.earlier_wanted)
        self.none_today.clicked.connect(self.mark_today)
        self.none_since.clicked.connect(self.mark_since)
        self.fill.clicked.connect(self.fill_wanted)
        self._fit()
        theme.changed.connect(self._fit)

    def show_today(self, today: Today) -> None:
        """Offer what can be marked."""
        self._today = today
        self.none_today.set_possible(not self.why_not_today(), reason=self.why_not_today())
        # Beside a cramp of today a tick would read as done.
        self.none_today.set_icon(None if today.cramps_today else "check")
        many = today.since is not None and today.since.days > 1
        if today.since is not None and many:
            self.none_since.set_words(_title(today.since))
            self.none_since.set_detail(_detail(today.since))
        self.none_since.setVisible(many)
        self._show_unknown(today)

    def mark_today(self) -> None:
        """No cramps today, where that can be said."""
        if self._today is not None and not self.why_not_today():
            self.free.emit(Period.including(self._today.day, self._today.day))

    def mark_since(self) -> None:
        """No cramps on any unknown day up to today."""
        if self._today is not None and self._today.since is not None:
            self.free.emit(self._today.since)

    def why_not_today(self) -> str:
        """Why today cannot be marked; "" where it can."""
        if self._today is None:
            return ""
        if self._today.cramps_today:
            return _("There is a cramp in the diary for today.")
        marked = self._today.check_in is not None and self._today.check_in.cramp_free
        return _("Today is marked as cramp-free.") if marked else ""

    def _show_unknown(self, today: Today) -> None:
        """Days that lie before the span that the button above marks."""
        since = today.since
        older = [day for day in today.unknown if since is None or day not in since]
        self.fill.set_words(
            _("%(unknown)s. Fill in what you remember.") % {"unknown": dates.unknown_days(len(older))}
        )
        self.fill.setVisible(bool(older))

    def _fit(self) -> None:
        for button in (self.earlier, self.none_today):
            button.setMinimumHeight(self._theme.target.table_row)


def marked_words(period: Period) -> str:
    """What was marked, as a sentence."""
    if period.days == 1:
        return _("%(day)s is marked as cramp-free.") % {"day": dates.weekday_and_day(period.first)}
    return _("%(days)s are marked as cramp-free.") % {"days": dates.days(period.days)}


def _title(since: Period) -> str:
    last_known = since.first - ONE_DAY
    recent = since.last - last_known < _WEEK
    named = dates.weekday(last_known) if recent else dates.weekday_and_day(last_known)
    return _("No cramps since %(day)s (%(days)s)") % {"day": named, "days": dates.days(since.days)}


def _detail(since: Period) -> str:
    named = [dates.weekday_and_number(day) for day in since] if since.days <= _NAMED_DAYS else []
    if named:
        listed = {"days": ", ".join(named[:-1]), "last": named[-1]}
        return _("Marks %(days)s and %(last)s as cramp-free. You can undo it.") % listed
    ends = {"first": dates.weekday_and_day(since.first), "last": dates.weekday_and_day(since.last)}
    return _("Marks each day from %(first)s to %(last)s as cramp-free. You can undo it.") % ends
