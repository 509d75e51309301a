"""One of the four reasons on its card: how it stands, what was counted, and what would have to be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cramplog.gui.pages import insights_words as said
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.pill import Pill
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import numbers, reasons

if TYPE_CHECKING:
    from cramplog.analysis.criteria import Criterion

# Two things can be missing at once: exercise and heat.
_MOST_ADDED = 2


class ReasonCard(Card):
    """Name, sign and state, one sentence with its counts, our rule, and a button to the cramps behind it.

    Where there is not enough to say, buttons lead to what would have to be added: `cramps_wanted` gives the
    cramps' ids, `days_wanted` asks for the days to be filled in.
    """

    cramps_wanted = Signal(object)
    days_wanted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, reasons.reason(name), parent=parent)
        self._theme = theme
        self._evidence: tuple[str, ...] = ()
        self._sign = ReasonSign(theme, self)
        self.state = Text(theme, "", "label")
        self._lasting = Pill(theme, _("lasting"), parent=self)
        self.finding = Text(theme)
        self.rule = Text(theme, "", "small", tone="ink2")
        self.button = Button(theme, "", parent=self)
        self.days_button = Button(theme, _("Fill in past days"), parent=self)
        self.add_buttons = tuple(Button(theme, "", parent=self) for _number in range(_MOST_ADDED))
        self._lacking: tuple[tuple[str, ...], ...] = ()
        self.help_button = Button(theme, _("How is this counted?"), kind="link", parent=self)
        self._put_together()
        self._listen()

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
        self._show_missing(criterion)

    def _show_missing(self, criterion: Criterion) -> None:
        open_question = criterion.state == "not_enough"
        self.days_button.setVisible(open_question and said.lacks_days(criterion))
        lacking = criterion.lacking if open_question else ()
        self._lacking = tuple(lack.episodes for lack in lacking)
        for number, button in enumerate(self.add_buttons):
            button.setVisible(number < len(lacking))
            if number < len(lacking):
                button.set_words(said.add(lacking[number]))

    def _listen(self) -> None:
        self.button.clicked.connect(lambda: self.cramps_wanted.emit(self._evidence))
        self.days_button.clicked.connect(self.days_wanted)
        for number, button in enumerate(self.add_buttons):
            button.clicked.connect(
                lambda _checked=False, number=number: self.cramps_wanted.emit(self._lacking[number])
            )

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
        for button in (self.button, *self.add_buttons, self.days_button):
            self.body.addWidget(button)
        self.body.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.help_button.setAccessibleName(
            _("%(what)s: %(chart)s") % {"what": self.help_button.text(), "chart": self.title.text()}
        )


class ReasonSign(QWidget):
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
