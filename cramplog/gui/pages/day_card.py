"""Today's card: what the day was like, one click a question, saved at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cramplog.domain.day import Day
from cramplog.domain.period import ONE_DAY
from cramplog.domain.scales import Heat, Hydration
from cramplog.gui.pages.day_more import DayMore
from cramplog.gui.pages.form_part import choices_of, key_of, truth, yes_or_no
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.urine_scale import UrineScale
from cramplog.i18n import _
from cramplog.words import dates, scales

if TYPE_CHECKING:
    from cramplog.domain.workout import Workout
    from cramplog.gui.settings import WindowSettings

# The five words stand for these exertions on Borg's scale; the exact number can be given in the form.
EXERTIONS = (0, 2, 3, 5, 7)


class DayCard(Card):
    """`changed` carries the date and the answers after each click: today, or for the sleep the day before.

    `typed` is the same for what is typed, which may be saved a moment later.

    Only what was answered, never the whole day: the diary may have more of it by now than this card.

    A night belongs to the diary day on whose evening it began, so last night's sleep is yesterday's.
    """

    changed = Signal(object, object)
    typed = Signal(object, object)

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Today so far"), parent=parent)
        self._settings = settings
        self._around: tuple[object, ...] | None = None
        self._day: Day | None = None
        self._day_before: Day | None = None
        self.water = ChoiceRow(theme, _("Water"), choices_of(Hydration, scales.hydration))
        self.urine = UrineScale(theme)
        self.heat = ChoiceRow(theme, _("Heat"), choices_of(Heat, scales.heat))
        words = [Choice(str(exertion), scales.exertion(exertion)) for exertion in EXERTIONS]
        self.exercise = ChoiceRow(theme, _("Exercise"), words)
        self.stretched = yes_or_no(theme, _("Stretched"), beside=False, short=True)
        self.alcohol = yes_or_no(theme, _("Alcohol"), beside=False, short=True)
        self.ill = yes_or_no(theme, _("Ill"), beside=False, short=True)
        self.sleep = ChoiceRow(
            theme,
            _("Cramps disturbed my sleep"),
            [Choice(str(step), str(step)) for step in range(11)],
            numbers=True,
            ends=(_("Not at all"), _("All night")),
        )
        self.more = DayMore(theme, settings)
        self._set_up(theme)
        self._listen()
        self.setEnabled(False)

    def show_days(
        self, today: date, day: Day | None, day_before: Day | None, workout: Workout | None = None
    ) -> None:
        """Show what is known of today, and of the night that led to it."""
        day, day_before = day or Day(date=today), day_before or Day(date=today - ONE_DAY)
        around = (workout, self._settings.units)
        # What the card shows already need not be laid out again.
        if (day, day_before, around) == (self._day, self._day_before, self._around):
            return
        self._day, self._day_before, self._around = day, day_before, around
        self.set_aside(dates.today(today))
        self.water.set_value(self._day.hydration)
        self.urine.set_value(self._day.urine_colour)
        self.heat.set_value(self._day.heat)
        self.exercise.set_value(_exercise_key(self._day))
        if self._day.exercised and self.exercise.value() is None:
            self.exercise.set_note(_("Yes"))
        if self._day.exercised is None and self._day.hardest_exertion is None and workout is not None:
            self._suggest(workout)
        self.stretched.set_value(key_of(self._day.stretched))
        self.alcohol.set_value(key_of(self._day.alcohol))
        self.ill.set_value(key_of(self._day.ill))
        disturbed = self._day_before.sleep_disturbance
        self.sleep.set_value(None if disturbed is None else str(disturbed))
        self.sleep.setToolTip(dates.night(self._day_before.date))
        self.sleep.setAccessibleDescription(dates.night(self._day_before.date))
        self.more.show_day(self._day)
        self.setEnabled(True)

    def _set_up(self, theme: Theme) -> None:
        short = RowOrGrid(gap=theme.space.medium, equal=True)
        for yes_or_no_row in (self.stretched, self.alcohol, self.ill):
            short.addWidget(yes_or_no_row)
        for row in (self.water, self.urine, self.heat, self.exercise):
            self.body.addWidget(row)
        self.body.addLayout(short)
        self.body.addWidget(self.sleep)
        self.body.addWidget(self.more)

    def _listen(self) -> None:
        self.water.changed.connect(lambda key: self._answer(hydration=Hydration(key) if key else None))
        self.urine.changed.connect(lambda step: self._answer(urine_colour=step))
        self.heat.changed.connect(lambda key: self._answer(heat=Heat(key) if key else None))
        self.exercise.changed.connect(lambda key: self._answer(**_exercise_values(key)))
        self.stretched.changed.connect(lambda key: self._answer(stretched=truth(key)))
        self.alcohol.changed.connect(lambda key: self._answer(alcohol=truth(key)))
        self.ill.changed.connect(lambda key: self._answer(ill=truth(key)))
        self.sleep.changed.connect(self._slept)
        self.more.chosen.connect(lambda values: self._answer(**values))
        self.more.typed.connect(self._typed)

    def _answer(self, **values: Any) -> None:
        if self._day is not None:
            self._day = replace(self._day, **values)
            self.changed.emit(self._day.date, values)

    def _suggest(self, workout: Workout) -> None:
        """What a workout of the day says; analysis reads it there, so that it need not be stored again."""
        from cramplog.gui.pages.form_exercise import origin_words

        if workout.exertion is None:
            self.exercise.set_note(origin_words(workout))
        else:
            self.exercise.suggest(_exertion_key(workout.exertion), origin_words(workout))

    def _typed(self, values: dict[str, Any]) -> None:
        if self._day is not None:
            self._day = replace(self._day, **values)
            self.typed.emit(self._day.date, values)

    def _slept(self, key: str | None) -> None:
        if self._day_before is not None:
            answer: dict[str, Any] = {"sleep_disturbance": None if key is None else int(key)}
            self._day_before = replace(self._day_before, **answer)
            self.changed.emit(self._day_before.date, answer)


def _exercise_key(day: Day) -> str | None:
    """The word that comes nearest to what is recorded."""
    if day.exercised is False:
        return "0"
    if day.hardest_exertion is None:
        return None
    return _exertion_key(day.hardest_exertion)


def _exertion_key(exertion: float) -> str:
    return str(max(step for step in EXERTIONS if scales.exertion(step) == scales.exertion(exertion)))


def _exercise_values(key: str | None) -> dict[str, Any]:
    if key is None:
        return {"exercised": None, "hardest_exertion": None}
    exertion = int(key)
    if exertion:
        return {"exercised": True, "hardest_exertion": exertion}
    # Minutes of no exercise, or its being new, would contradict the answer.
    return {"exercised": False, "hardest_exertion": 0, "exercise_minutes": None, "unaccustomed": None}
