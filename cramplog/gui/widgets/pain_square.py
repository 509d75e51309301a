"""The worst pain of a cramp as a number in a square; a dashed square where it was not recorded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _, pgettext


def pain_word(pain: int) -> str:
    """The word that goes with a pain from 0 to 10."""
    if pain == 0:
        return _("no pain")
    if pain >= 7:
        return pgettext("pain", "severe")
    return pgettext("pain", "medium") if pain >= 5 else pgettext("pain", "mild")


def pain_sentence(pain: int | None) -> str:
    """What a screen reader says for a pain square."""
    if pain is None:
        return _("Pain not recorded")
    return _("Pain %(pain)d, %(word)s") % {"pain": pain, "word": pain_word(pain)}


def paint_pain_square(painter: QPainter, where: QRectF, pain: int | None, theme: Theme) -> None:
    """Draw the square into `where`; lists and the month draw theirs with it, too."""
    radius = theme.shape.square_radius
    if pain is None:
        box(
            painter, where, ground=None, edge=Edge(colour=theme.colour("control"), dashed=True), radius=radius
        )
        colour, figure = theme.colour("ink2"), "–"
    else:
        patch = theme.palette.pain(pain)
        edge = Edge(colour=QColor(patch.edge))
        box(painter, where, ground=QColor(patch.fill), edge=edge, radius=radius)
        colour, figure = QColor(patch.number), str(pain)
    painter.setFont(theme.font("section"))
    painter.setPen(colour)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, figure)


class PainSquare(QWidget):
    """A pain square that stands by itself."""

    def __init__(self, theme: Theme, pain: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pain = theme, pain
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(pain_sentence(pain))
        theme.changed.connect(self._follow)

    def pain(self) -> int | None:
        """The pain that is shown; None is not recorded."""
        return self._pain

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        side = self._theme.target.pain_square
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        paint_pain_square(painter, QRectF(self.rect()), self._pain, self._theme)
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
