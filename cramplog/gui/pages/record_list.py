"""A list of records on a card: the newest first, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card, rule
from cramplog.i18n import _

AT_FIRST = 8

R = TypeVar("R")


class RecordList(Card, Generic[R]):
    """`row_of` makes the row of one record. The row of an unchanged record stays, and keeps the focus."""

    def __init__(
        self, theme: Theme, title: str, row_of: Callable[[R], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, " ", parent=parent)
        self._row_of = row_of
        self._records: tuple[R, ...] = ()
        self._shown = AT_FIRST
        self._parts: dict[R, tuple[QWidget, QWidget]] = {}
        self.more = Button(theme, _("Show more"), kind="link")
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self.more)

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """The rows that are shown, from the top."""
        return tuple(self._parts[record][1] for record in self._records[: self._shown])

    def show_records(self, records: Sequence[R], *, aside: str = "") -> None:
        """Show these, in this order."""
        self._records = tuple(records)
        self.set_aside(aside)
        self._show()

    def _show_more(self) -> None:
        self._shown += 2 * AT_FIRST
        self._show()

    def _show(self) -> None:
        # Out of sight all rows are laid out once; in sight they would be after each of them.
        # Where the keyboard is among them, it stays.
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.hide()
        self._arrange()
        self.setVisible(bool(self._records))

    def _arrange(self) -> None:
        wanted = self._records[: self._shown]
        for record in [one for one in self._parts if one not in wanted]:
            for part in self._parts.pop(record):
                self.body.removeWidget(part)
                part.hide()
                part.deleteLater()
        for record in wanted:
            line, row = self._parts.get(record) or (rule(self), self._row_of(record))
            self._parts[record] = line, row
            for part in (line, row):
                self.body.removeWidget(part)
                self.body.insertWidget(self.body.count() - 1, part)
                part.show()
        self.more.setVisible(len(self._records) > self._shown)
