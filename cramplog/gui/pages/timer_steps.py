"""What to do while the cramp lasts: the article's four steps, the second one for the chosen muscle."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cramplog.domain.places import Muscle, Place
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


class TimerSteps(QWidget):
    """Four cards, two side by side where there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretch = StepCard(theme, 2, _("Stretch gently and hold"), stretch_words(()))
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.space.group)
        self._title = Text(theme, _("What to do now"), "section")
        grid.addWidget(self._title)
        pairs = (
            (StepCard(theme, 1, _("Stop"), _("Stop what you are doing.")), self._stretch),
            (
                StepCard(theme, 3, _("Massage"), _("Rub the muscle in slow circles.")),
                StepCard(theme, 4, _("Warm it"), _("Put a warm cloth on the muscle.")),
            ),
        )
        self._cards = tuple(card for pair in pairs for card in pair)
        for pair in pairs:
            row = RowOrGrid(gap=theme.space.group, equal=True, cell=theme.target.body_figure * 2)
            for card in pair:
                row.addWidget(card)
            grid.addLayout(row)

    def set_compact(self, compact: bool) -> None:
        """Without room the numbers speak for themselves."""
        self._title.setVisible(not compact)

    def show_places(self, places: Iterable[Place]) -> None:
        """Say how to stretch what was chosen."""
        self._stretch.say(stretch_words(places))

    def cards(self) -> tuple[StepCard, ...]:
        """The four steps."""
        return self._cards

    def stretch(self) -> str:
        """How to stretch, as it is said now."""
        return self._stretch.words()


class StepCard(QFrame):
    """A number in a ring, what to do, and how."""

    def __init__(
        self, theme: Theme, number: int, title: str, detail: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setAccessibleName(_("%(number)d. %(title)s") % {"number": number, "title": title})
        self._detail = Text(theme, detail, tone="ink2")
        words = QVBoxLayout()
        words.setSpacing(theme.space.none)
        words.addStretch(1)
        words.addWidget(Text(theme, title, "heading"))
        words.addWidget(self._detail)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.card, theme.space.medium, theme.space.medium, theme.space.medium)
        row.setSpacing(theme.space.medium)
        row.addWidget(_Ring(theme, number))
        row.addLayout(words, 1)

    def words(self) -> str:
        """How to do it."""
        return self._detail.text()

    def say(self, detail: str) -> None:
        """Say another way to do it."""
        self._detail.setText(detail)


class _Ring(QWidget):
    """The number of a step."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        side = self._theme.target.pain_square
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, line = self._theme, self._theme.shape.chosen_line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), line))
        painter.drawEllipse(QRectF(self.rect()).adjusted(line, line, -line, -line))
        painter.setFont(theme.font("heading"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


def stretch_words(places: Iterable[Place]) -> str:
    """How to stretch the muscle that was chosen last; for any muscle where none was."""
    chosen = tuple(places)
    words = {
        Muscle.CALF: _("Pull your toes up. Hold until it eases."),
        Muscle.HAMSTRING: _("Sit, leg straight. Lean forward and hold."),
        Muscle.QUADRICEPS: _("Stand. Pull your heel to your buttock and hold."),
        Muscle.FOOT: _("Pull your toes up with your hand and hold."),
        Muscle.TOES: _("Pull your toes up with your hand and hold."),
        Muscle.HAND: _("Bend your hand back with the other one and hold."),
        Muscle.FINGERS: _("Bend your fingers back with the other hand and hold."),
        Muscle.FOREARM: _("Bend your hand back with the other one and hold."),
    }
    anyhow = _("Make the muscle long, slowly. Hold until it eases.")
    return words.get(chosen[-1].muscle, anyhow) if chosen else anyhow
