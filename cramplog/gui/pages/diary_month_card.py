"""The month with its arrows above and its count of each kind of day below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cramplog.gui.models.month import DayKind, DiaryDays, month_after
from cramplog.gui.pages.diary_month import MonthView
from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.lettering import Part
from cramplog.gui.widgets.pain_square import paint_pain_square
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers


class MonthCard(Card):
    """`chosen` gives a day that a person chose, `turned` the first day of another month that is shown."""

    chosen = Signal(object)
    turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._days: DiaryDays | None = None
        self.view = MonthView(theme, self)
        self.earlier = _Arrow(theme, "left", _("Previous month"), self)
        self.later = _Arrow(theme, "right", _("Next month"), self)
        self._name = Text(theme, "", "heading")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._legend = {kind: _LegendEntry(theme, kind, self) for kind in DayKind}
        self._set_up()
        self.view.chosen.connect(self.chosen)
        self.view.left.connect(self._go_to)
        self.earlier.clicked.connect(lambda: self.turn(-1))
        self.later.clicked.connect(lambda: self.turn(1))

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self.view.table.first

    def show_days(self, days: DiaryDays) -> None:
        """Show the diary's days; the month stays, at first it is the present one."""
        month = self.month if self._days is not None else days.today
        self._days = days
        self._show(month)

    def show_day(self, day: date) -> None:
        """Turn to the month of a day and mark the day; says nothing to those who listen to `chosen`."""
        if self._days is not None and not self.view.table.has(day):
            self._show(day)
        self.view.mark_day(day)

    def turn(self, months: int) -> None:
        """Turn to a later month, or an earlier one."""
        if self._days is not None:
            self._show(month_after(self.month, months))

    def _go_to(self, day: date) -> None:
        if self._days is None or (day > self.month and self.view.table.is_latest):
            return
        self._show(day)
        self.view.mark_day(day)
        self.chosen.emit(day)

    def _show(self, month: date) -> None:
        if self._days is None:
            return
        self.view.show_days(self._days, month)
        name = dates.month(self.month)
        self._name.setText(name)
        self.view.setAccessibleName(name)
        self.later.set_possible(
            not self.view.table.is_latest, reason=_("The months after this one are still to come.")
        )
        for kind, entry in self._legend.items():
            entry.show_count(self.view.table.count(kind))
        self.turned.emit(self.month)

    def _set_up(self) -> None:
        # Seven days need the width: the words under them are not to touch their frames.
        margins, edge = self.body.contentsMargins(), self._theme.space.group
        self.body.setContentsMargins(edge, margins.top(), edge, margins.bottom())
        head = QHBoxLayout()
        head.addWidget(self.earlier)
        head.addWidget(self._name, 1)
        head.addWidget(self.later)
        legend = FlowLayout(gap=self._theme.space.group)
        for entry in self._legend.values():
            legend.addWidget(entry)
        self.body.addLayout(head)
        self.body.addWidget(self.view)
        self.body.addLayout(legend)
        self.body.addStretch(1)


class _Arrow(Button):
    """A square button with an arrow: its name is heard, and read as a tip."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, "", icon=icon, parent=parent)
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_possible(self, possible: bool, *, reason: str = "") -> None:
        super().set_possible(possible, reason=reason)
        if possible:
            self.setToolTip(self._name)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.theme.target.choice, self.theme.target.choice)


class _LegendEntry(QWidget):
    """A kind of day as it is drawn, with how many there are."""

    def __init__(self, theme: Theme, kind: DayKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        if kind is not DayKind.OUTSIDE:
            row.addWidget(_LegendMark(theme, kind, self))
        self._words = Text(theme, _("no frame: outside this month"), "small", tone="ink2", wrap=False)
        row.addWidget(self._words)

    def show_count(self, count: int) -> None:
        """Say how many days of this kind the month has."""
        said = {
            DayKind.CRAMP: ngettext("%(n)s cramp day", "%(n)s cramp days", count),
            DayKind.FREE: ngettext("%(n)s free", "%(n)s free", count),
            DayKind.UNKNOWN: ngettext("%(n)s unknown", "%(n)s unknown", count),
        }.get(self._kind)
        if said is not None:
            shown = numbers.count(count)
            before, _n, after = said.partition("%(n)s")
            self._words.set_tone("ink")
            self._words.set_parts([Part(text=before), Part(text=shown, bold=True), Part(text=after)])


class _LegendMark(QWidget):
    """A small day without its date."""

    def __init__(self, theme: Theme, kind: DayKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's names)
        side = max(self._theme.target.link, self._theme.type.line("small") + self._theme.space.inside)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, where = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        if self._kind is DayKind.CRAMP:
            paint_pain_square(painter, where, 7, theme)
        elif self._kind is DayKind.FREE:
            icons.paint(painter, where, "check", theme.palette.free)
        else:
            edge = Edge(colour=theme.colour("control"), dashed=True)
            box(painter, where, ground=None, edge=edge, radius=theme.shape.tick_radius)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()
