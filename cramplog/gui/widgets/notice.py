"""A banner that stands over a page: a warning sign, an emergency, or something to know."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.announcing import announce
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.lettering import Part
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.text import Text

_KINDS = {
    "warn": ("warn", "warn_ground", "warning"),
    "emergency": ("emergency", "emergency_ground", "warning"),
    "info": ("accent", "tint", "info"),
}


class Notice(QWidget):
    """`kind`: "warn", "emergency" or "info". Stays until the page takes it away."""

    def __init__(self, theme: Theme, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self._words = Text(theme)
        self._small = Text(theme, "", "small", tone="ink2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._ends = QHBoxLayout()
        self._buttons: list[Button] = []
        words = QVBoxLayout()
        words.setSpacing(theme.space.inside)
        words.addStretch()
        words.addWidget(self._words)
        words.addWidget(self._small)
        words.addStretch()
        self._row.addLayout(words, 1)
        self._row.addLayout(self._ends)
        self._ends.setSpacing(theme.space.medium)
        self._ends.addStretch(1)
        self._row.setSpacing(theme.space.medium)
        self._small.hide()
        self._follow()
        theme.changed.connect(self._follow)

    def say(self, lead: str, strong: str = "", text: str = "", *, small: str = "", kind: str = "") -> None:
        """`lead` in the colour of the kind ("Get help today."), `strong` bold, `text` plain, `small` last."""
        self._kind = kind or self._kind
        tone = _KINDS[self._kind][0]
        parts = [Part(text=lead, bold=True, tone=tone), Part(text=strong, bold=True), Part(text=text)]
        said = [part for part in parts if part.text]
        self._words.set_parts(_spaced(said))
        self._small.setText(small)
        self._small.setVisible(bool(small))
        self.setAccessibleName(self._words.text())
        self.setAccessibleDescription(small)
        announce(self, self._words.text())
        self._follow()

    def kind(self) -> str:
        """How urgent the notice is."""
        return self._kind

    def add_button(self, text: str, *, icon: str | None = None, kind: str = "plain") -> Button:
        """A button at the right of the words, such as Undo."""
        button = Button(self._theme, text, kind=kind, icon=icon, parent=self)
        self._ends.insertWidget(self._ends.count() - 1, button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.append(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 (Qt's name)
        theme, (ink, ground, drawing) = self._theme, _KINDS[self._kind]
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), theme.shape.card_radius
        box(painter, area, ground=theme.colour(ink), edge=None, radius=radius)
        inside = area.adjusted(theme.space.small - 2, 1, -1, -1)
        box(painter, inside, ground=theme.colour(ground), edge=None, radius=radius - 1)
        box(painter, area, ground=None, edge=Edge(colour=theme.colour(ink)), radius=radius)
        side = theme.target.icon * 1.25
        left = theme.space.page
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - theme.space.page - round(side)
        icons.paint(painter, QRectF(left, theme.space.medium, side, side), drawing, theme.palette.colour(ink))
        painter.end()

    def _follow(self) -> None:
        space = self._theme.space
        # Large words and several buttons side by side would leave each a narrow column.
        several = sum(not button.isHidden() for button in self._buttons) > 1
        below = self._theme.large_text and several
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        before = space.page + round(self._theme.target.icon * 1.25) + space.medium
        self._row.setContentsMargins(before, space.group, space.page, space.group)
        self.setMinimumHeight(round(self._theme.target.icon * 1.25) + 2 * space.medium)
        self.update()


def _spaced(parts: list[Part]) -> list[Part]:
    """The parts with a space between them."""
    last = len(parts) - 1
    return [
        Part(text=part.text + ("" if number == last else " "), bold=part.bold, tone=part.tone)
        for number, part in enumerate(parts)
    ]
