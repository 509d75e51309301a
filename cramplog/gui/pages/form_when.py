"""When the cramp began, and how long it lasted."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain import wall_time
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import InvalidValue
from cramplog.domain.period import DAY_STARTS_HOUR
from cramplog.gui.pages.form_calendar import CalendarButton
from cramplog.gui.pages.form_part import Part
from cramplog.gui.pages.form_zone import ZoneField
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _
from cramplog.words import dates, typed

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock

_FIRST, _SECOND = "first", "second"


class WhenPart(Part):
    """A time that can be typed in words or picked from a calendar, and a length.

    On the night when an hour exists twice, two buttons ask which one is meant; until then there is no time.
    """

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._clock = clock
        self._day_starts_hour = DAY_STARTS_HOUR
        self._started: datetime | None = None
        self._as_recorded: datetime | None = None
        self._length_before: int | None = None
        self._possible: tuple[datetime, ...] = ()
        self.time_line = Line()
        self.time = Field(theme, _("When?"), self.time_line, needed=True)
        self.calendar = CalendarButton(theme)
        hours = (Choice(_FIRST, _("The first time")), Choice(_SECOND, _("The second time")))
        self.which_hour = ChoiceRow(theme, _("Clocks were put back: which one?"), hours)
        self.length_line = Line()
        self.length_line.setPlaceholderText(_("Not recorded"))
        self.length = Field(theme, _("How long?"), self.length_line)
        self.zone = ZoneField(theme)
        self._set_up()
        self._listen()

    def set_day_starts_hour(self, hour: int) -> None:
        """Count nights as this diary does."""
        self._day_starts_hour = hour
        if self._started is not None:
            self._explain(self._started)

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show the draft's time and length; what is being typed is left as it is."""
        self.zone.set_zone(draft.zone, here=self._clock.zone())
        self._as_recorded = draft.started
        if draft.started != self._started or not (self.time_line.hasFocus() or self._possible):
            self._show_moment(draft.started)
        if self._typed_length() != draft.duration_s or not self.length_line.hasFocus():
            self.show_length(draft)
        self._length_before = draft.duration_s
        by_timer = draft.source == "timer" and draft.duration_s is not None
        self.length.set_hint(_("from the timer") if by_timer else "")

    def show_length(self, draft: EpisodeDraft) -> None:
        """Show the draft's length in the place of what was typed."""
        self.length_line.setText("" if draft.duration_s is None else dates.exact_duration(draft.duration_s))
        self.length.set_problem("")

    def type_length(self, text: str) -> None:
        """Let this stand in the field as if it had been typed there."""
        self.length_line.setText(text)
        self.explain_length()

    def show_time(self, draft: EpisodeDraft) -> None:
        """Show the draft's time in the place of what was typed."""
        self._show_moment(draft.started)

    def type_time(self, text: str) -> None:
        """Let this stand in the field as if it had been typed there."""
        self.time_line.setText(text)
        self.time.set_problem(self._take(text))

    def unread_time(self) -> str:
        """What was typed for the time and names no moment yet; "" where it does."""
        return self.time_line.text().strip() if self._started is None else ""

    def why_unread(self) -> str:
        """What is wrong with the time, or still to be said of it; "" where nothing is."""
        text = self.unread_time()
        if not text:
            return ""
        return _twice(self._possible[0]) if self._possible else self._understood(text)[1]

    def unread_length(self) -> str:
        """What was typed for the length and is none; "" where it can be read."""
        text = self.length_line.text().strip()
        return text if text and self._typed_length() is None else ""

    def explain_length(self) -> None:
        """Say what is wrong with the length, where something is."""
        wrong = _("Not saved: type a length such as “4\u00a0min”, or clear it.")
        self.length.set_problem(wrong if self.unread_length() else "")

    def summary(self, draft: EpisodeDraft) -> str:
        """Day, time and length."""
        return dates.when(draft.started, self._day_starts_hour) if draft.started else ""

    def _set_up(self) -> None:
        space = self.theme.space
        beside = QHBoxLayout()
        beside.setSpacing(space.small)
        beside.addWidget(self.time_line, 1)
        beside.addWidget(self.calendar)
        layout = self.time.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, beside)
        row = QHBoxLayout()
        row.setSpacing(space.medium)
        times, lengths = QVBoxLayout(), QVBoxLayout()
        times.addWidget(self.time)
        lengths.addWidget(self.length)
        # Few were elsewhere: from the time one comes to the length, and only then to the zone.
        lengths.addWidget(self.zone.link, alignment=Qt.AlignmentFlag.AlignRight)
        for column in (times, lengths):
            column.addStretch(1)
        row.addLayout(times, 2)
        row.addLayout(lengths, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.which_hour)
        self.body.addWidget(self.zone)
        self.which_hour.hide()

    def _listen(self) -> None:
        self.time_line.textEdited.connect(self._time_typed)
        self.time_line.editingFinished.connect(self._time_finished)
        self.calendar.picked.connect(self._day_picked)
        self.which_hour.changed.connect(self._hour_chosen)
        self.length_line.textEdited.connect(lambda _text: self._length_typed())
        self.length_line.editingFinished.connect(self._length_finished)
        self.zone.changed.connect(self._zone_changed)

    def _show_moment(self, started: datetime | None) -> None:
        self._started, self._possible = started, ()
        self._mark_day()
        self.which_hour.hide()
        self.time.set_problem("")
        self.time_line.setText(dates.moment(started) if started else "")
        if started is None:
            self.time.set_hint(_how_to_type())
        else:
            self._explain(started)

    def _mark_day(self) -> None:
        now = self._clock.now()
        self.calendar.set_days((self._started or now).date(), now.date())

    def _explain(self, started: datetime) -> None:
        counts = dates.counts_for(started, self._day_starts_hour)
        self.time.set_hint(_("%(counts)s · You can type “yesterday\u00a02am”") % {"counts": counts})

    def _time_typed(self, text: str) -> None:
        self.time.set_problem("")
        self._take(text)

    def _take(self, text: str) -> str:
        """Understand what was typed; returns what is wrong with it, "" where nothing is."""
        self._possible = ()
        found, problem = self._understood(text)
        self.which_hour.setVisible(len(found) > 1)
        if len(found) > 1:
            self._ask_which(found)
            self._become(None)
        elif found:
            self._become(found[0])
            self._explain(found[0])
        else:
            self._become(None)
            self.time.set_hint(_how_to_type())
        return problem

    def _understood(self, text: str) -> tuple[tuple[datetime, ...], str]:
        if not text.strip():
            return (), _("Say when it was.")
        now = self._clock.now()
        try:
            found = typed.moment(text, now=now, zone=self._zone())
        except InvalidValue as error:
            return (), _("This %(reason)s.") % {"reason": error.reason}
        past = tuple(moment for moment in found if moment <= now)
        if not past:
            return (), _("This time is in the future. Now it is %(now)s.") % {"now": dates.moment(now)}
        return past, ""

    def _ask_which(self, found: tuple[datetime, ...]) -> None:
        self._possible = found
        self.which_hour.set_value(None)
        self.time.set_hint(_twice(found[0]))

    def _hour_chosen(self, key: str | None) -> None:
        if key is None or not self._possible:
            self._become(None)
            return
        started = self._possible[0 if key == _FIRST else -1]
        self._become(started)
        self._explain(started)

    def _become(self, started: datetime | None) -> None:
        self._started = started
        self._mark_day()
        self.typed.emit({"started": started, "zone": self.zone.zone()})

    def _time_finished(self) -> None:
        if self._possible or not self.time_line.isModified():
            return
        problem = self._take(self.time_line.text())
        self.time.set_problem(problem)
        if self._started is not None:
            self.time_line.setText(dates.moment(self._started))
        self.time_line.setModified(False)

    def _day_picked(self, day: date) -> None:
        clock = self._started.time() if self._started else time(self._clock.now().hour, 0)
        self.time_line.setText(dates.moment(datetime.combine(day, clock)))
        self.time_line.setModified(True)
        self.time.set_problem(self._take(self.time_line.text()))

    def _zone_changed(self) -> None:
        """The same wall time, in another zone."""
        self.time.set_problem(self._take(self.time_line.text()))

    def _zone(self) -> tzinfo:
        if (named := wall_time.zone_named(self.zone.zone())) is not None:
            return named
        here, recorded = self._clock.rules(), self._as_recorded
        if recorded is None or recorded.astimezone(here).utcoffset() == recorded.utcoffset():
            return here
        # It happened elsewhere, in a zone without a name: all that is known of it is its offset.
        return wall_time.at_offset(recorded).tzinfo or here

    def _typed_length(self) -> int | None:
        try:
            return typed.duration(self.length_line.text()) if self.length_line.text().strip() else None
        except InvalidValue:
            return None

    def _length_typed(self) -> None:
        self.length.set_problem("")
        # What cannot be read does not take the place of what is recorded.
        length = self._length_before if self.unread_length() else self._typed_length()
        self.typed.emit({"duration_s": length})

    def _length_finished(self) -> None:
        length = self._typed_length()
        self.explain_length()
        if not self.unread_length():
            self._length_before = length
        if length is not None:
            self.length_line.setText(dates.exact_duration(length))


def _twice(moment: datetime) -> str:
    return _("%(time)s was there twice that night. Choose one below.") % {"time": dates.time(moment)}


def _how_to_type() -> str:
    return _("You can type “yesterday\u00a02am”, “3\u00a0h\u00a0ago” or “14:30”.")
