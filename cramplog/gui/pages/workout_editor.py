"""One workout to be typed in or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import InvalidValue
from cramplog.domain.ids import new_id
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.domain.workout import Workout
from cramplog.gui.pages.editor_card import EditorCard
from cramplog.gui.pages.form_exercise import exertion_row, exertion_value, show_exertion
from cramplog.gui.pages.form_note import NotePart
from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.pages.form_water import temperature_field
from cramplog.gui.pages.form_when import WhenPart
from cramplog.gui.pages.inputs import (
    Input,
    choice_input,
    line_input,
    measure_input,
    text_input,
    zone_input,
)
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.group import Group
from cramplog.gui.widgets.line import Line
from cramplog.gui.widgets.plain_words import words_of
from cramplog.i18n import _
from cramplog.words import fields

if TYPE_CHECKING:
    from cramplog.gui.pages.page import Tools

_METRES_A_KILOMETRE = 1000
_SECONDS_A_MINUTE = 60
_ALWAYS_IN_SIGHT = {"sport", "zone", "time", "which_hour", "length", "exertion"}


class WorkoutEditor(EditorCard[Workout]):
    """`saved` carries the Workout. What is not asked for often is folded away."""

    form = FormName.WORKOUT

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given.theme, parent)
        theme = given.theme
        self._clock = given.clock
        self._workout: Workout | None = None
        self._started: dict[str, Any] = {}
        self.sport_line = Line()
        self.sport_line.setPlaceholderText(_("Such as running"))
        self.sport = Field(theme, _("What did you do?"), self.sport_line)
        self.when = WhenPart(theme, given.clock)
        self.exertion = exertion_row(theme)
        self.distance = NumberField(theme, _("Distance (km)"), low=0, high=10_000)
        self.active = NumberField(theme, _("Moving (minutes)"), low=0, high=44_640)
        self.mean_heart_rate = NumberField(theme, _("Heart rate, mean"), low=0, high=300)
        self.max_heart_rate = NumberField(theme, _("Heart rate, highest"), low=0, high=300)
        self.air_temp = temperature_field(theme, given.settings)
        self.humidity = NumberField(theme, _("Humidity (%)"), low=0, high=100)
        self.device_temp = temperature_field(theme, given.settings, _("On the device"))
        self.device_temp.set_hint(_("What the watch measured on your wrist: warmer than the air."))
        self.note = NotePart(theme)
        self.more = Group(theme, _("Distance, heart rate, air, note"))
        self._numbers: tuple[NumberField, ...] = (
            *(self.distance, self.active, self.mean_heart_rate, self.max_heart_rate),
            *(self.air_temp, self.humidity, self.device_temp),
        )
        self._put_together()
        self.when.typed.connect(self._started.update)
        self.listen(self._asked())
        self.edit(None)

    def edit(self, workout: Workout | None, /) -> None:
        """Show a workout to be changed; None: an empty form for another one."""
        self._workout = workout
        now = self._clock.now()
        shown = workout or Workout(id=new_id(), started=now, zone=self._clock.zone())
        self.sport_line.setText(shown.sport or "")
        draft = EpisodeDraft(
            id=shown.id,
            started=shown.started if workout else None,
            zone=shown.zone,
            duration_s=shown.elapsed_s,
            note=shown.note,
        )
        self._started.clear()
        self._started |= {"started": draft.started, "zone": draft.zone, "duration_s": draft.duration_s}
        self.when.show_draft(draft)
        show_exertion(self.exertion, shown.exertion)
        self._show_more(shown, draft)
        title = _("Change workout") if workout else _("Add a workout")
        self.begin_task(title, workout.id if workout else None)

    def go_on(self, form: TypedForm) -> None:
        """Let what was typed before stand in the form again, in sight."""
        super().go_on(form)
        if set(form.entries) - _ALWAYS_IN_SIGHT:
            self.more.set_open(True)

    def described(self) -> str:
        """The kind of sport."""
        return self.sport_line.text().strip()

    def offer_sports(self, sports: Sequence[str]) -> None:
        """Complete what is typed by what was done before."""
        known = QCompleter(list(sports), self.sport_line)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.sport_line.setCompleter(known)

    def begin(self) -> None:
        """Let the keyboard begin at the first question."""
        self.sport_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self, shown: Workout, draft: EpisodeDraft) -> None:
        metres, active = shown.distance_m, shown.active_s
        self.distance.set_value(None if metres is None else metres / _METRES_A_KILOMETRE)
        self.active.set_value(None if active is None else active / _SECONDS_A_MINUTE)
        self.mean_heart_rate.set_value(shown.mean_heart_rate)
        self.max_heart_rate.set_value(shown.max_heart_rate)
        self.air_temp.set_value(shown.air_temp_c)
        self.humidity.set_value(shown.humidity_pct)
        self.device_temp.set_value(shown.device_temp_c)
        self.note.show_draft(draft)
        values = (metres, active, shown.mean_heart_rate, shown.max_heart_rate, shown.air_temp_c)
        filled = any(value is not None for value in (*values, shown.humidity_pct, shown.device_temp_c))
        self.more.set_open(filled or bool(shown.note))
        self.more.set_summary(_("filled in") if filled or shown.note else "")

    def _save(self) -> None:
        if self._started.get("started") is None:
            self.when.time.set_problem(self.when.time.problem() or _("Say when it was."))
            self.when.time_line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.when.explain_length()
        self.when.zone.explain()
        for said in (self.when.zone.field, self.when.length):
            if said.problem():
                said.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        wrong = next((field for field in self._numbers if not field.is_sound()), None)
        if wrong is not None:
            self.more.set_open(True)
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        empty = Workout(id=self.id, started=self._started["started"])
        try:
            self.saved.emit(replace(self._workout or empty, **self._values()))
        except InvalidValue as error:
            self.set_failure(fields.sentence(error))

    def _values(self) -> dict[str, Any]:
        kilometres, minutes = self.distance.value(), self.active.value()
        return {
            "started": self._started["started"],
            "zone": self._started["zone"],
            "elapsed_s": self._started["duration_s"],
            "sport": self.sport_line.text().strip() or None,
            "exertion": exertion_value(self.exertion, self._workout.exertion if self._workout else None),
            "distance_m": self._kept("distance_m", kilometres, _METRES_A_KILOMETRE),
            "active_s": self._kept("active_s", minutes, _SECONDS_A_MINUTE),
            "mean_heart_rate": self.mean_heart_rate.value(),
            "max_heart_rate": self.max_heart_rate.value(),
            "air_temp_c": self.air_temp.value(),
            "humidity_pct": self.humidity.value(),
            "device_temp_c": self.device_temp.value(),
            "note": words_of(self.note.note),
        }

    def _kept(self, field: str, shown: float | None, factor: int) -> float | None:
        """What was not touched keeps every digit that the device gave it."""
        before = getattr(self._workout, field, None)
        if shown is None or (before is not None and before / factor == shown):
            return before if shown is not None else None
        return round(shown * factor)

    def _asked(self) -> dict[str, Input]:
        numbers = {
            "distance": self.distance,
            "active": self.active,
            "mean_heart_rate": self.mean_heart_rate,
            "max_heart_rate": self.max_heart_rate,
            "humidity": self.humidity,
        }
        when = self.when
        return {
            "sport": line_input(self.sport_line),
            # The zone first: the time is read in it.
            "zone": zone_input(when.zone),
            "time": line_input(when.time_line),
            "which_hour": choice_input(when.which_hour),
            "length": line_input(when.length_line),
            "exertion": choice_input(self.exertion),
            **{name: line_input(field.line) for name, field in numbers.items()},
            "air_temp": measure_input(self.air_temp),
            "device_temp": measure_input(self.device_temp),
            "note": text_input(self.note.note),
        }

    def _put_together(self) -> None:
        pairs = (
            (self.distance, self.active),
            (self.mean_heart_rate, self.max_heart_rate),
            (self.air_temp, self.humidity),
        )
        for pair in pairs:
            row = QHBoxLayout()
            row.setSpacing(self.theme.space.medium)
            for field in pair:
                row.addWidget(field, 1)
            self.more.body.addLayout(row)
        self.more.body.addWidget(self.device_temp)
        self.more.body.addWidget(self.note)
        for part in (self.sport, self.when, self.exertion, self.more):
            self.fields.addWidget(part)
