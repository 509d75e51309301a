"""The article's four reasons to see a doctor, one card each, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cramplog.gui.pages import insights_words as said
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.lettering import Part
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.pill import Pill
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import numbers, reasons

if TYPE_CHECKING:
    from cramplog.analysis.criteria import Criterion

_REASONS = ("severe", "frequent", "poor_response", "no_obvious_cause")
_LEAST_CARD = 220


class Reasons(QWidget):
    """`cramps_wanted` gives the ids behind a card, `page_wanted` asks for the doctor's page."""

    cramps_wanted = Signal(object)
    page_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, _("Four reasons to see a doctor"), "section")
        self._source = Text(theme, "", "small", tone="ink2")
        self.cards = {name: ReasonCard(theme, name, self) for name in _REASONS}
        self._matches = Text(theme)
        self.page_button = Button(
            theme, _("Make the page for the doctor"), kind="main", icon="page", parent=self
        )
        self._row = RowOrGrid(gap=theme.space.medium, equal=True)
        self._put_together()
        self.page_button.clicked.connect(self.page_wanted)
        for card in self.cards.values():
            card.cramps_wanted.connect(self.cramps_wanted)
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
        before, count, after = said.matches(sum(criterion.state == "met" for criterion in criteria))
        parts = (Part(text=before), Part(text=count, bold=True), Part(text=after))
        self._matches.set_parts([part for part in parts if part.text])

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


class ReasonCard(Card):
    """Name, sign and state, one sentence with its counts, our rule, and a button to the cramps behind it."""

    cramps_wanted = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, reasons.reason(name), parent=parent)
        self._theme = theme
        self._evidence: tuple[str, ...] = ()
        self._sign = _Sign(theme, self)
        self.state = Text(theme, "", "label")
        self._lasting = Pill(theme, _("lasting"), parent=self)
        self.finding = Text(theme)
        self.rule = Text(theme, "", "small", tone="ink2")
        self.button = Button(theme, "", parent=self)
        self._put_together()
        self.button.clicked.connect(lambda: self.cramps_wanted.emit(self._evidence))

    def show_criterion(self, criterion: Criterion, recent: int) -> None:
        """Show how this reason stands."""
        self._evidence = criterion.evidence
        state = reasons.state(criterion.state)
        self._sign.show_state(criterion.state)
        self.state.setText(state)
        self._lasting.setVisible(criterion.lasting)
        self.finding.setText(said.found(criterion, recent))
        self.rule.setText(said.rule(criterion))
        count = len(criterion.evidence)
        self.button.setVisible(bool(count))
        self.button.set_words(
            ngettext("Show the cramp", "Show the %(n)s cramps", count) % {"n": numbers.count(count)}
        )
        self.setAccessibleDescription(f"{state}. {self.finding.text()} {self.rule.text()}")
        self.button.setAccessibleDescription(f"{self.title.text()}: {state}")

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.small)
        row.addWidget(self._sign)
        row.addWidget(self.state, 1)
        row.addWidget(self._lasting)
        self.body.addLayout(row)
        self.body.addWidget(self.finding)
        self.body.addWidget(self.rule)
        self.body.addStretch(1)
        self.body.addWidget(self.button)


class _Sign(QWidget):
    """A filled "!" (met), a ring with a bar (not met), or a dashed ring with dots (not enough data yet)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, "not_enough"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow)

    def show_state(self, state: str) -> None:
        """Draw another state."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's names)
        side = self._theme.target.icon + self._theme.space.inside
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, side = self._theme, float(self.width())
        area, radius = QRectF(self.rect()), side / 2 - 1
        painter = QPainter(self)
        met, enough = self._state == "met", self._state != "not_enough"
        ink = theme.colour("card" if met else "ink2")
        ground = theme.colour("cramp") if met else None
        edge = None if met else Edge(colour=theme.colour("ink2"), width=2, dashed=not enough)
        box(painter, area, ground=ground, edge=edge, radius=radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        unit = side / 28
        if met:
            painter.drawRoundedRect(QRectF(side / 2 - 1.5 * unit, 7 * unit, 3 * unit, 9 * unit), 1.5, 1.5)
            painter.drawEllipse(QRectF(side / 2 - 1.8 * unit, 18 * unit, 3.6 * unit, 3.6 * unit))
        elif enough:
            painter.drawRoundedRect(QRectF(8 * unit, side / 2 - unit, 12 * unit, 2 * unit), 1, 1)
        else:
            for step in (-1, 0, 1):
                left = side / 2 + step * 5 * unit - 1.5 * unit
                painter.drawEllipse(QRectF(left, side / 2 - 1.5 * unit, 3 * unit, 3 * unit))
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
