"""Workouts that have just come in, and how hard each of them was: all in one list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cramplog.domain.workout import Workout
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, scales

HARDEST = 10


class ExertionPage(QScrollArea):
    """`chosen()` has the exertion of each workout for which one was picked."""

    def __init__(self, theme: Theme, workouts: Sequence[Workout], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setSpacing(theme.space.group)
        column.addWidget(Text(theme, _("How hard was each workout? A watch does not know.")))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        self.pickers = {workout.id: _picker(theme, workout) for workout in workouts}
        for row, workout in enumerate(workouts):
            grid.addWidget(Text(theme, _words(workout)), row, 0)
            grid.addWidget(self.pickers[workout.id], row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)
        # Qt fills it with a grey of its own.
        self.viewport().setAutoFillBackground(False)

    def chosen(self) -> dict[str, float]:
        """The exertion by the workout's id; what was left as not recorded is not in it."""
        picked = ((key, picker.currentData()) for key, picker in self.pickers.items())
        return {key: float(exertion) for key, exertion in picked if exertion is not None}


def _picker(theme: Theme, workout: Workout) -> Picker:
    picker = Picker(theme, _("How hard: %(workout)s") % {"workout": _words(workout)})
    picker.addItem(_("Not recorded"), None)
    for level in range(HARDEST + 1):
        words = {"level": level, "word": scales.exertion(level)}
        picker.addItem(_("%(level)d · %(word)s") % words, level)
    return picker


def _words(workout: Workout) -> str:
    parts = [dates.moment(workout.started)]
    if workout.sport:
        parts.append(workout.sport)
    if workout.elapsed_s is not None:
        parts.append(dates.duration(workout.elapsed_s))
    return ", ".join(parts)
