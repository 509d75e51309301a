"""The Log page: one big button, the days without cramps, the last entries, and today's card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal

from cramplog.domain.changes import Kind
from cramplog.domain.period import diary_day
from cramplog.gui.pages.day_card import DayCard
from cramplog.gui.pages.faces import Faces
from cramplog.gui.pages.log_entries import LastEntries
from cramplog.gui.pages.log_free import FreeButtons, marked_words
from cramplog.gui.pages.log_unfinished import UnfinishedCard
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.pages.typed_days import TypedDays
from cramplog.gui.undo_notice import UndoNotice
from cramplog.gui.widgets.big_button import BigButton
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.empty_page import EmptyPage, Step
from cramplog.i18n import _
from cramplog.words import dates

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from cramplog.domain.draft import EpisodeDraft
    from cramplog.domain.episode import Episode
    from cramplog.domain.period import Period
    from cramplog.domain.typed_form import TypedForm
    from cramplog.gui.tasks import Request
    from cramplog.services.reading import Today
    from cramplog.storage.first_look import FirstLook

LATEST = 4
CLOCK_MS = 10_000


class LogPage(Page):
    """`timer_wanted` is the big button; `example_wanted` and `file_wanted` lead on from an empty diary.

    `typed_form_wanted` carries a TypedForm to go on with, `form_dropped` the id of one that is given up.
    """

    timer_wanted = Signal()
    typed_form_wanted = Signal(object)
    form_dropped = Signal(str)
    example_wanted = Signal()

    concerns = frozenset({Kind.EPISODES, Kind.DAYS, Kind.WORKOUTS, Kind.SETTINGS})

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(given, _("Log"), parent)
        theme = given.theme
        self.start = BigButton(
            theme,
            _("Cramp now"),
            _("Starts the timer. You can add the rest later."),
            icon="stopwatch",
            size="hero",
            kind="main",
        )
        self.unfinished = UnfinishedCard(theme)
        self.free = FreeButtons(theme)
        self.notice = UndoNotice(theme, given.client)
        self.entries = LastEntries(theme)
        self.empty = _empty(given)
        self.faces = Faces(theme, self.entries, self.empty)
        self.day = DayCard(theme, given.settings)
        self.typed_days = TypedDays(given.client, given.client.failed.emit, self)
        self._today: Today | None = None
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._put_together()
        self._listen()

    def mark_today_free(self) -> None:
        """Check today in as free of cramps, where that can be said; the page need not be in sight."""
        self._ask_today(self._mark_today_free, failed=self.given.client.failed.emit)

    def mark_free_since(self) -> None:
        """Check every unknown day up to today in as free of cramps."""
        self._ask_today(self.free.mark_since, failed=self.given.client.failed.emit)

    def writing(self) -> tuple[QWidget, ...]:
        """The timer, what is unfinished, the days, and today's card."""
        return self.start, self.unfinished, self.free, self.day

    def load(self) -> Request | None:
        """Ask how today stands."""
        self.faces.wait()
        return self._ask_today(lambda: None, failed=self.faces.show_failed)

    def keep_now(self) -> None:
        """Save what is still waiting for the end of typing."""
        self.typed_days.flush()

    def point_at_unread(self) -> None:
        """Go to what was typed about today and cannot be read."""
        left = self.day.more.unread()
        if left is not None:
            self.day.more.set_open(True)
            self.said.emit(left.problem)
            self.bring_into_view(left.field)
            left.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's names)
        self.keep_now()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        # What is unfinished may be another, though nothing in the diary has changed.
        self._stale = True
        super().showEvent(event)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_together(self) -> None:
        theme = self.given.theme
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        columns = Columns(theme)
        for part in (self.start, self.unfinished, self.free, self.notice, self.faces):
            columns.first.addWidget(part)
        columns.second.addWidget(self.day)
        self.content.addWidget(columns)

    def _listen(self) -> None:
        self.start.clicked.connect(self.timer_wanted)
        self.unfinished.chosen.connect(self.form_wanted)
        self.unfinished.form_chosen.connect(self.typed_form_wanted)
        self.unfinished.dropped.connect(self._drop)
        self.free.earlier_wanted.connect(lambda: self.form_wanted.emit(self._draft()))
        self.free.free.connect(self._mark_free)
        self.entries.chosen.connect(self._edit)
        self.day.changed.connect(self._check_in)
        self.day.typed.connect(self.typed_days.take)
        self.free.fill_wanted.connect(lambda: self.page_wanted.emit("fill_days"))
        self.faces.again.connect(self.reload)
        self.given.client.looked.connect(self._show_first)
        self.given.client.failed_to_open.connect(self.faces.hide_all)
        self.empty.acted.connect(self.example_wanted)
        self.empty.acted_second.connect(self.file_wanted)
        self.notice.undo.clicked.connect(self._undo)
        self._clock.timeout.connect(self._show_time)

    def _draft(self) -> EpisodeDraft:
        from cramplog.domain.draft import EpisodeDraft

        return EpisodeDraft.begun(zone=self.given.clock.zone())

    def _drop(self, id_: str) -> None:
        self.form_dropped.emit(id_)
        self.given.client.ask(
            lambda diary: diary.drafts.drop(id_), lambda _nothing: self.reload(), owner=self
        )

    def _edit(self, episode: Episode) -> None:
        from cramplog.domain.draft import EpisodeDraft

        self.form_wanted.emit(EpisodeDraft.of(episode))

    def _check_in(self, day: date, answers: Mapping[str, Any]) -> None:
        self.given.client.change(
            lambda diary: diary.diary.amend_day(day, answers),
            owner=self,
            done=lambda _changed: self.said.emit(_("Saved.")),
            failed=self._not_saved,
        )

    def _not_saved(self, error: Exception) -> None:
        """What is on the card is not in the diary: show again what is, and say why."""
        self.given.client.failed.emit(error)
        self.reload()

    def _ask_today(self, then: Callable[[], object], *, failed: Callable[[Exception], None]) -> Request:
        # Out of sight the page is not kept up to date: a cramp may have come, and another day.
        def show(found: tuple[Today, tuple[EpisodeDraft, ...], tuple[TypedForm, ...]]) -> None:
            self._show_today(*found)
            then()

        return self.given.client.ask(
            lambda diary: (
                diary.reading.log_page(LATEST),
                diary.drafts.unfinished(),
                diary.drafts.forms(),
            ),
            show,
            owner=self,
            failed=failed,
        )

    def _mark_today_free(self) -> None:
        if why := self.free.why_not_today():
            self.said.emit(why)
        else:
            self.free.mark_today()

    def _mark_free(self, period: Period) -> None:
        self.given.client.change(
            lambda diary: diary.diary.mark_free(period),
            owner=self,
            done=lambda changed: self.notice.offer(marked_words(period), changed),
        )

    def _undo(self) -> None:
        self.given.client.change(lambda diary: diary.diary.undo(), owner=self)

    def _show_first(self, look: FirstLook) -> None:
        """The latest cramps are shown at once; all else waits until the diary has been verified."""
        if self._today is None:
            self.entries.show_entries(look.latest, look.day_starts_hour)
            self.faces.show_ready()

    def _show_today(
        self, today: Today, unfinished: tuple[EpisodeDraft, ...], forms: tuple[TypedForm, ...]
    ) -> None:
        self._tell_what_is_over(today.day)
        self._today = today
        self.unfinished.show_drafts(unfinished, forms, today.day_starts_hour)
        self.free.show_today(today)
        self.day.show_days(today.day, today.check_in, today.day_before, today.workout)
        # The card opens with what it is given to show.
        self.day.setEnabled(self.given.client.can_write)
        if today.is_new:
            self.faces.show_empty()
        else:
            self.entries.show_entries(today.latest, today.day_starts_hour)
            self.faces.show_ready()
        self._show_time()
        self._clock.start()

    def _tell_what_is_over(self, today: date) -> None:
        """At the end of a day its card goes, and what could not be read on it."""
        left = self.day.more.unread()
        if left is not None and self._today is not None and self._today.day != today:
            over = {"day": dates.short_day(self._today.day), "typed": left.text}
            self.said.emit(_("Not saved for %(day)s: “%(typed)s” cannot be read.") % over)

    def _show_time(self) -> None:
        now = self.given.clock.now()
        shown = {"day": dates.today(now.date()), "time": dates.time(now)}
        self.set_aside(_("%(day)s, %(time)s") % shown)
        if self._today is not None and diary_day(now, self._today.day_starts_hour) != self._today.day:
            self.reload()


def _empty(given: Tools) -> EmptyPage:
    return EmptyPage(
        given.theme,
        _("Your diary is empty"),
        _("Your last entries will be here. Two things fill a diary:"),
        steps=(
            Step(
                icon="stopwatch",
                title=_("Log each cramp"),
                detail=_("Two clicks are enough: the button and the muscle."),
            ),
            Step(
                icon="check",
                title=_("Mark the days without one"),
                detail=_("Free days show how often cramps really come."),
            ),
        ),
        action=_("Show me an example diary"),
        second=_("Open a diary file"),
    )
