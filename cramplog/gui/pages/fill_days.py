"""The page on which past days of which nothing is known can be said to have been free of cramps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.changes import Changed, Kind
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.empty_page import EmptyPage
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import dates

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request
    from cramplog.gui.theme.theme import Theme


class FillDaysPage(Page):
    """All that is marked at once is one step of undo; `removed` says what was marked, with Undo."""

    concerns = frozenset({Kind.EPISODES, Kind.DAYS, Kind.SETTINGS})

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Fill in past days"), parent)
        theme = given.theme
        self.grid = DayGrid(theme)
        self.empty = EmptyPage(
            theme,
            _("No day is unknown"),
            _("Of the last 90 days, each is known: it has a cramp, or is marked as free of them."),
        )
        self.faces = Faces(theme, self.grid, self.empty)
        self.content.addWidget(self.faces)
        self.mark = Button(theme, _("Mark as cramp-free"), kind="main")
        self.all = Button(theme, _("Choose all"))
        self.none = Button(theme, _("Choose none"), kind="link")
        for button in (self.mark, self.all, self.none):
            self.bottom.addWidget(button)
        self.bottom.addStretch(1)
        self.show_bottom()
        self.grid.changed.connect(self._show_count)
        self.all.clicked.connect(lambda: self.grid.choose(self.grid.days()))
        self.none.clicked.connect(lambda: self.grid.choose(()))
        self.mark.clicked.connect(self._mark)
        self.faces.again.connect(self.reload)

    def load(self) -> Request | None:
        """Ask which days are unknown."""
        self.faces.wait()
        return self.given.client.ask(
            lambda diary: diary.reading.unknown_days(),
            self._show_days,
            owner=self,
            failed=self.faces.show_failed,
        )

    def _show_days(self, days: tuple[date, ...]) -> None:
        self.grid.show_days(days)
        self.show_bottom(bool(days))
        self._show_count()
        if days:
            self.faces.show_ready()
        else:
            self.faces.show_empty()

    def _show_count(self) -> None:
        count = len(self.grid.chosen())
        words = ngettext("Mark %(n)d day as cramp-free", "Mark %(n)d days as cramp-free", count)
        self.mark.set_words(words % {"n": count} if count else _("Mark as cramp-free"))
        self.mark.set_possible(bool(count), reason=_("Choose the days without a cramp first."))

    def _mark(self) -> None:
        days = self.grid.chosen()

        def marked(changed: Changed) -> None:
            count = len(days)
            words = ngettext(
                "%(n)d day is marked as cramp-free.", "%(n)d days are marked as cramp-free.", count
            )
            self.removed.emit(words % {"n": count}, changed)

        self.given.client.change(lambda diary: diary.diary.mark_days_free(days), owner=self, done=marked)


class DayGrid(Card):
    """One button for each unknown day, month by month, the latest month first."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", parent=parent)
        self._theme = theme
        self._buttons: dict[date, Button] = {}
        self._months: list[QWidget] = []
        self.body.addWidget(
            Text(
                theme,
                _("Choose the days on which you had no cramp, if you remember. The others stay unknown."),
                tone="ink2",
            )
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.space.medium)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_days(self, days: Iterable[date]) -> None:
        """Show these days; what is chosen of them stays chosen."""
        chosen, wanted = set(self.chosen()), tuple(days)
        self.set_title(dates.unknown_days(len(wanted)))
        if wanted == self.days():
            return
        for month in self._months:
            self._lines.removeWidget(month)
            month.hide()
            month.deleteLater()
        self._buttons = {day: self._button(day) for day in wanted}
        months = [tuple(one) for _first, one in groupby(wanted, key=lambda day: (day.year, day.month))]
        self._months = [self._month(one) for one in reversed(months)]
        self.choose(chosen)

    def days(self) -> tuple[date, ...]:
        """The days that are shown."""
        return tuple(self._buttons)

    def chosen(self) -> tuple[date, ...]:
        """The days that are chosen."""
        return tuple(day for day, button in self._buttons.items() if button.isChecked())

    def choose(self, days: Iterable[date]) -> None:
        """Choose these days and no others."""
        wanted = set(days)
        for day, button in self._buttons.items():
            button.setChecked(day in wanted)
        self.changed.emit()

    def button(self, day: date) -> Button:
        """The button of one day."""
        return self._buttons[day]

    def _button(self, day: date) -> Button:
        button = Button(self._theme, dates.weekday_and_number(day), kind="chip", parent=self)
        button.setCheckable(True)
        button.setAccessibleName(_("%(day)s: free of cramps") % {"day": dates.weekday_and_day(day)})
        button.clicked.connect(lambda _checked: self.changed.emit())
        return button

    def _month(self, days: tuple[date, ...]) -> QWidget:
        month = QWidget(self)
        column = QVBoxLayout(month)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space.small)
        column.addWidget(Text(self._theme, dates.month(days[0]), "label"))
        flow = FlowLayout(gap=self._theme.space.small)
        for day in days:
            flow.addWidget(self._buttons[day])
        column.addLayout(flow)
        self._lines.addWidget(month)
        month.show()
        return month
