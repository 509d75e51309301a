"""The article's four reasons to see a doctor, one card each, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.gui.pages import insights_words as said
from cramplog.gui.pages.insights_reason_card import ReasonCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.announcing import announce
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.lettering import Part
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import reasons

if TYPE_CHECKING:
    from cramplog.analysis.criteria import Criterion

_REASONS = ("severe", "frequent", "poor_response", "no_obvious_cause")
_LEAST_CARD = 220


class Reasons(QWidget):
    """`cramps_wanted` gives the ids behind a card, `page_wanted` the name of a page that helps on.

    `help_wanted` asks how the reasons are counted.
    """

    cramps_wanted = Signal(object)
    page_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("help_section", "reasons")
        self._title = Text(theme, _("Four reasons to see a doctor"), "section")
        self._source = Text(theme, "", "small", tone="ink2")
        self.cards = {name: ReasonCard(theme, name, self) for name in _REASONS}
        self._matches = Text(theme)
        self.page_button = Button(
            theme, _("Make the page for the doctor"), kind="main", icon="page", parent=self
        )
        self._row = RowOrGrid(gap=theme.space.medium, equal=True)
        self._put_together()
        self.page_button.clicked.connect(lambda: self.page_wanted.emit("summary"))
        for card in self.cards.values():
            card.cramps_wanted.connect(self.cramps_wanted)
            card.days_wanted.connect(lambda: self.page_wanted.emit("fill_days"))
            card.help_button.clicked.connect(self.help_wanted)
        theme.changed.connect(self._follow)
        self._follow()

    def show_criteria(self, criteria: tuple[Criterion, ...], recent: Mapping[str, int]) -> None:
        """Show all four; `recent` has the number of cramps in the window of each."""
        for criterion in criteria:
            self.cards[criterion.id].show_criterion(criterion, recent[criterion.id])
        window = criteria[0].window
        self._source.setText(
            _("From “%(article)s”, %(institute)s. Last %(days)s days, %(known)s known.")
            % {
                "article": reasons.ARTICLE,
                "institute": reasons.INSTITUTE,
                "days": window.period.days,
                "known": window.known,
            }
        )
        states: list[str] = [criterion.state for criterion in criteria]
        known = self.conclusion()
        before, count, after = said.matches(states.count("met"), states.count("not_enough"))
        parts = (Part(text=before), Part(text=count, bold=True), Part(text=after))
        self._matches.set_parts([part for part in parts if part.text])
        if self.conclusion() != known:
            announce(self, self.conclusion())

    def conclusion(self) -> str:
        """What the four come to, in words."""
        return self._matches.text()

    def source(self) -> str:
        """Whose reasons they are, and which days were looked at."""
        return self._source.text()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        beside = self._head.columns(self.width()) > 1
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._source.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _put_together(self) -> None:
        space = self._theme.space
        self._head = RowOrGrid(gap=space.medium)
        self._head.addWidget(self._title)
        self._head.addWidget(self._source)
        for card in self.cards.values():
            self._row.addWidget(card)
        come_to = Card(self._theme, parent=self)
        come_to.setAccessibleName(_("What the four reasons come to"))
        line = Columns(self._theme, shares=(1, 0), parent=come_to)
        line.first.addWidget(self._matches)
        line.second.addWidget(self.page_button)
        come_to.body.setContentsMargins(space.page, space.group, space.group, space.group)
        come_to.body.addWidget(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space.medium)
        whole.addLayout(self._head)
        whole.addLayout(self._row)
        whole.addWidget(come_to)

    def _follow(self) -> None:
        self._row.set_cell(round(_LEAST_CARD * self._theme.text_size))
        # As high as the button beside it, so that both stand on one line.
        self._matches.setMinimumHeight(self._theme.target.main)
