"""Exercise in the 24 hours before the cramp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Exercise
from cramplog.domain.suggestion import Suggestion
from cramplog.domain.workout import Workout
from cramplog.gui.pages.form_number import NumberField, number_text
from cramplog.gui.pages.form_part import Part, in_short, key_of, truth, yes_or_no
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _, pgettext
from cramplog.words import dates, scales


class ExercisePart(Part):
    """Yes or no; with yes, what it was, how long, how hard, whether it was new and when it ended."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._exercise: Exercise | None = None
        self._told = Exercise(done=True)
        self.done = yes_or_no(theme, _("Exercise in the 24 hours before?"), beside=False)
        self.kind_line = Line()
        self.kind_line.setPlaceholderText(_("Not recorded"))
        self.kind = Field(theme, _("What kind?"), self.kind_line)
        self.minutes = NumberField(theme, _("For how long (minutes)"), low=0, high=10_080)
        self.ended = NumberField(theme, _("Ended before it (minutes)"), low=0, high=10_080)
        self.exertion = exertion_row(theme)
        self.unaccustomed = yes_or_no(theme, _("New or unusual for you?"))
        self._details = QWidget(self)
        self._set_up()
        self._listen()

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was recorded."""
        self._exercise = draft.exercise
        self.done.set_value(key_of(draft.exercise.done) if draft.exercise else None)
        self._show_details(replace(draft.exercise or Exercise(done=True), done=True))
        self._details.setVisible(draft.exercise is not None and draft.exercise.done)

    def suggest(self, draft: EpisodeDraft, suggestion: Suggestion) -> str:
        """Show the exercise that the diary knows of where the cramp says nothing; what is shown, in words.

        Yes takes all of it over, and then it can be changed.
        """
        if self.done.is_suggestion():
            self.show_draft(draft)
        known = suggestion.exercise(draft.started) if draft.started else None
        if draft.exercise is not None or known is None:
            return ""
        self.done.suggest(key_of(known.done) or "", origin_words(suggestion.workout))
        self._show_details(replace(known, done=True))
        return self.summary(draft.with_(exercise=known))

    def _show_details(self, told: Exercise) -> None:
        self._told = told
        if not (self.kind_line.hasFocus() and _one_line(self.kind_line.text()) == told.kind):
            self.kind_line.setText(told.kind or "")
        self.minutes.set_value(told.minutes)
        self.ended.set_value(told.ended_min_before)
        show_exertion(self.exertion, told.exertion)
        self.unaccustomed.set_value(key_of(told.unaccustomed))

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "running · 60 min · effort 7 of 10"."""
        told = draft.exercise
        if told is None:
            return ""
        if not told.done:
            return pgettext("exercise", "None")
        effort = None
        if told.exertion is not None:
            effort = _("effort %(n)s of 10") % {"n": number_text(told.exertion)}
        minutes = _("%(n)s min") % {"n": number_text(told.minutes)} if told.minutes is not None else None
        return in_short(
            told.kind or _("Yes"), minutes, effort, pgettext("exercise", "new") if told.unaccustomed else None
        )

    def _set_up(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(self.theme.space.medium)
        times.addWidget(self.minutes, 1)
        times.addWidget(self.ended, 1)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(self.theme.space.medium)
        details.addWidget(self.kind)
        details.addWidget(self.exertion)
        details.addLayout(times)
        details.addWidget(self.unaccustomed)
        self._details.hide()
        self.body.addWidget(self.done)
        self.body.addWidget(self._details)

    def _listen(self) -> None:
        self.done.changed.connect(self._answered)
        self.kind_line.textEdited.connect(lambda text: self._tell(self.typed.emit, kind=_one_line(text)))
        self.minutes.changed.connect(lambda minutes: self._tell(self.typed.emit, minutes=minutes))
        self.ended.changed.connect(lambda minutes: self._tell(self.typed.emit, ended_min_before=minutes))
        self.exertion.changed.connect(
            lambda key: self._tell(self.chosen.emit, exertion=None if key is None else float(key))
        )
        self.unaccustomed.changed.connect(lambda key: self._tell(self.chosen.emit, unaccustomed=truth(key)))

    def _answered(self, key: str | None) -> None:
        done = truth(key)
        # Yes again after a No: the details stand in their fields as before, so they count as before.
        self._exercise = self._told if done else None if done is None else Exercise(done=False)
        self._details.setVisible(bool(done))
        self.chosen.emit({"exercise": self._exercise})

    def _tell(self, say: Callable[[object], None], **values: Any) -> None:
        self._exercise = self._told = replace(self._told, **values)
        say({"exercise": self._exercise})


def origin_words(workout: Workout | None) -> str:
    """Where a suggestion is from: "From your watch: cycling, 45 min"."""
    if workout is None:
        return _("from your day card")
    sport = (workout.sport or _("workout")).replace("_", " ")
    length = dates.duration(workout.elapsed_s) if workout.elapsed_s is not None else ""
    what = {"what": ", ".join(word for word in (sport, length) if word)}
    return (
        _("From your watch: %(what)s") if workout.file_sha256 else _("From your workouts: %(what)s")
    ) % what


def exertion_row(theme: Theme) -> ChoiceRow:
    """How hard it was, on Borg's scale from 0 to 10."""
    row = ChoiceRow(
        theme,
        _("How hard was it?"),
        [Choice(str(step), str(step)) for step in range(11)],
        numbers=True,
        ends=(_("No effort"), _("As hard as it gets")),
    )
    for step in range(11):
        row.button(str(step)).setToolTip(scales.exertion(step))
    return row


def show_exertion(row: ChoiceRow, exertion: float | None) -> None:
    """A device or another program may have recorded 6.5, which has no button of its own."""
    whole = exertion is not None and exertion.is_integer()
    row.set_value(str(int(exertion)) if exertion is not None and whole else None)
    if exertion is not None and not whole:
        row.set_note(_("recorded: %(n)s") % {"n": number_text(exertion)})


def exertion_value(row: ChoiceRow, recorded: float | None) -> float | None:
    """What the row says; what has no button of its own stays until another is chosen."""
    key = row.value()
    if key is None:
        return None if recorded is None or recorded.is_integer() else recorded
    return float(key)


def _one_line(text: str) -> str | None:
    return " ".join(text.split()) or None
