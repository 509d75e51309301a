"""A tick with its words, which wrap; the whole row can be hit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import Lettering, longest_word, natural_width
from cramplog.gui.widgets.painting import Edge, box


class TickBox(QCheckBox):
    """A check box of our own drawing, large enough for wet hands."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_told = False
        self.toggled.connect(self._changed)
        theme.changed.connect(self._follow)

    def setChecked(self, checked: bool) -> None:  # noqa: N802 (Qt's names)
        before, self._is_told = self._is_told, True
        super().setChecked(checked)
        self._is_told = before

    def nextCheckState(self) -> None:  # noqa: N802
        before, self._is_told = self._is_told, True
        super().nextCheckState()
        self._is_told = before

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        words = self._words(width - self._before_words()).height
        return max(self._theme.target.choice, words + 2 * self._theme.space.small)

    def sizeHint(self) -> QSize:  # noqa: N802
        words = natural_width(self.text(), self._theme.font("body", weight=700))
        most = round(self._theme.space.text_column * self._theme.text_size)
        width = min(most, words + self._before_words())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        words = longest_word(self.text(), self._theme.font("body", weight=700))
        return QSize(self._before_words() + words, self._theme.target.choice)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, side = self._theme, self._theme.target.tick
        painter = QPainter(self)
        tick = QRectF(1, (self.height() - side) / 2, side, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            tick.moveRight(self.width() - 1)
        chosen = self.isChecked()
        ground = theme.colour("fill" if chosen else "tint" if self.underMouse() else "card")
        edge = Edge(colour=theme.colour("accent" if chosen else "control"), width=theme.shape.chosen_line)
        box(painter, tick, ground=ground, edge=edge, radius=theme.shape.tick_radius)
        if chosen:
            inset = side / 8
            icons.paint(painter, tick.adjusted(inset, inset, -inset, -inset), "check", theme.palette.on_fill)
        room = QRectF(self.rect()).adjusted(self._before_words(), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room.moveLeft(0)
            align = Qt.AlignmentFlag.AlignRight
        ink = theme.colour("ink" if self.isEnabled() else "ink2")
        self._words(room.width()).draw(painter, room, ink, align)
        painter.end()

    def _before_words(self) -> int:
        return self._theme.target.tick + self._theme.space.group

    def _words(self, width: float) -> Lettering:
        font = self._theme.font("body", weight=700 if self.isChecked() else 400)
        return Lettering(self.text(), font, self._theme.type.line("body"), width).lay()

    def _changed(self, chosen: bool) -> None:
        if not self._is_told:
            # As in Button: a screen reader's "Toggle" is a press too.
            self.setChecked(not chosen)
            self.click()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
