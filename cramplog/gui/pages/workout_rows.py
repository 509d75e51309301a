"""The row of one workout: what, when, how long, and how hard it was, which can be said right here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.workout import Workout
from cramplog.gui.pages.day_card import EXERTIONS
from cramplog.gui.pages.form_measure import measure_text
from cramplog.gui.pages.form_number import number_text
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, scales

if TYPE_CHECKING:
    from cramplog.gui.theme.theme import Theme
    from cramplog.words.units import Units


class WorkoutRow(QWidget):
    """`rated` gives the exertion that was chosen, None where it was taken away."""

    rated = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workout: Workout,
        units: Units,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workout = workout
        # Files from a watch reach back for years.
        when = dates.moment(workout.started)
        named = sport_words(workout)
        self.change = Button(theme, _("Change"), kind="link", icon="edit")
        self.change.setAccessibleName(_("Change: %(what)s, %(when)s") % {"what": named, "when": when})
        choices = [Choice(str(exertion), scales.exertion(exertion)) for exertion in EXERTIONS]
        self.exertion = ChoiceRow(theme, _("How hard was it?"), choices, show_label=False)
        self._show_exertion(workout.exertion)
        self.exertion.changed.connect(lambda key: self.rated.emit(None if key is None else float(key)))
        words = QVBoxLayout()
        words.setSpacing(theme.space.none)
        words.addWidget(Text(theme, named, "label"))
        words.addWidget(Text(theme, " · ".join((when, *_details(workout, units))), "small", tone="ink2"))
        head = QHBoxLayout()
        head.setSpacing(theme.space.medium)
        head.addLayout(words, 1)
        head.addWidget(self.change)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space.small)
        whole.addLayout(head)
        whole.addWidget(self.exertion)

    def _show_exertion(self, exertion: float | None) -> None:
        if exertion is None:
            return
        same_word = [step for step in EXERTIONS if scales.exertion(step) == scales.exertion(exertion)]
        self.exertion.set_value(str(same_word[-1]))


def sport_words(workout: Workout) -> str:
    """What was done, with a capital letter."""
    sport = (workout.sport or _("workout")).replace("_", " ")
    return sport[:1].upper() + sport[1:]


def _details(workout: Workout, units: Units) -> list[str]:
    found = []
    if workout.elapsed_s is not None:
        found.append(dates.duration(workout.elapsed_s))
    if workout.distance_m is not None:
        found.append(_("%(n)s km") % {"n": number_text(round(workout.distance_m / 1000, 1))})
    if workout.exertion is not None:
        found.append(_("effort %(n)s of 10") % {"n": number_text(workout.exertion)})
    if workout.air_temp_c is not None:
        found.append(measure_text(round(workout.air_temp_c), units.temperature))
    if workout.device_temp_c is not None:
        warm = measure_text(round(workout.device_temp_c), units.temperature)
        found.append(_("%(temperature)s on the device") % {"temperature": warm})
    return found
