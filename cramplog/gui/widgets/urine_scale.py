"""The eight urine colours, palest first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import URINE
from cramplog.gui.widgets.number_scale import NumberScale, Square
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _


def urine_word(step: int) -> str:
    """The colour of a step in words, so that the choice does not rest on colour alone."""
    return (
        _("almost clear"),
        _("very pale yellow"),
        _("pale yellow"),
        _("yellow"),
        _("dark yellow"),
        _("amber"),
        _("brown-orange"),
        _("brown"),
    )[step - 1]


class UrineScale(NumberScale):
    """Eight coloured squares; the chosen one has a ring, and its words stand at the right of the label."""

    def __init__(self, theme: Theme, label: str | None = None, parent: QWidget | None = None) -> None:
        squares = [_UrineButton(theme, step) for step in range(1, 9)]
        super().__init__(theme, label or _("Urine colour"), squares, parent)

    def word(self, number: int) -> str:
        """The colour in words."""
        return urine_word(number)

    def _note_for(self, number: int | None) -> str:
        if number is None:
            return ""
        return _("%(step)d: %(word)s") % {"step": number, "word": urine_word(number)}


class _UrineButton(Square):
    """A square in its urine colour."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.theme.target.choice, self.theme.target.choice)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802, ARG002
        return self.theme.target.choice

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, patch, shape = self.theme, URINE[self.number - 1], self.theme.shape
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.isChecked():
            ring = Edge(colour=theme.colour("accent"), width=shape.ring)
            box(painter, area, ground=None, edge=ring, radius=shape.card_radius)
            inset = shape.ring + shape.chosen_line
            area = area.adjusted(inset, inset, -inset, -inset)
        radius = shape.tick_radius if self.isChecked() else shape.square_radius
        box(painter, area, ground=QColor(patch.fill), edge=Edge(colour=QColor(patch.edge)), radius=radius)
        painter.setFont(theme.font("body", weight=700))
        painter.setPen(QColor(patch.number))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
