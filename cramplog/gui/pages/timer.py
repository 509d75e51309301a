"""The live timer: it fills the window while a cramp lasts, and is found again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.errors import NotFound
from cramplog.domain.ids import new_id
from cramplog.domain.scales import Source
from cramplog.domain.signs import WarningSign
from cramplog.domain.thresholds import LONG_CRAMP_S
from cramplog.domain.timer import RunningTimer
from cramplog.gui.pages.page import Tools
from cramplog.gui.pages.timer_digits import TimerDigits
from cramplog.gui.pages.timer_room import TimerRoom
from cramplog.gui.pages.timer_steps import TimerSteps
from cramplog.gui.pages.timer_where import TimerWhere
from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import HIGH_CONTRAST, NIGHT, Palette
from cramplog.gui.widgets.big_button import BigButton
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, signs

if TYPE_CHECKING:
    from datetime import datetime

    from cramplog.domain.places import Place

USUAL_PLACES = 3
TICK_MS = 200
_NIGHT_FROM, _NIGHT_TO = 22, 6


class TimerPage(QWidget):
    """`began` says that it runs and is to be shown; `over` carries the draft of the cramp that has ended;
    `cancelled` says that it was a mistake.

    The time that has passed is the clock's, not a count of ticks: the computer may sleep or go off.
    """

    began = Signal()
    over = Signal(object)
    cancelled = Signal()

    def __init__(self, given: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self.theme = Theme(given.theme.palette, given.theme.text_size, self)
        self._running: RunningTimer | None = None
        self.digits = TimerDigits(self.theme)
        self.stop = BigButton(self.theme, _("It’s over"), icon="check", size="over", kind="main")
        self.mistake = Button(self.theme, _("It was a mistake"), kind="link", icon="undo")
        self.long = Notice(self.theme, "warn")
        self.unsaved = Notice(self.theme, "warn")
        self.steps = TimerSteps(self.theme)
        self.where = TimerWhere(self.theme)
        hint = _("Press Space or Enter. The time is saved even if the computer goes off.")
        self._hint = Text(self.theme, hint, tone="ink2")
        self._since = Text(self.theme, "", tone="ink2")
        self._ticks = QTimer(self, interval=TICK_MS)
        self._put_together()
        self._listen()

    def start(self) -> None:
        """A cramp has begun now. Where a timer runs already, it goes on."""
        if self._running is None:
            clock = self._given.clock
            begun = RunningTimer(started=clock.now(), zone=clock.zone())
            self._run(begun)
            self._given.client.ask(
                lambda diary: diary.drafts.start_timer(begun.started, begun.zone),
                self._begun,
                owner=self,
                failed=self._not_saved,
            )
        self.began.emit()

    def go_on(self, timer: RunningTimer) -> None:
        """Go on with a timer that was running when the program ended."""
        if self._running is None:
            self._run(timer)
            self.began.emit()

    def is_running(self) -> bool:
        """Whether a cramp is being timed."""
        return self._running is not None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's names)
        super().showEvent(event)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses what has the focus, as Space does; nowhere else than on "It's over" by default."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QAbstractButton) else self.stop).click()
        else:
            super().keyPressEvent(event)

    def _begun(self, timer: RunningTimer) -> None:
        """The diary has it. It may be over by now: then nothing runs any more."""
        if self._running is not None:
            self._run(timer)

    def _run(self, timer: RunningTimer) -> None:
        chosen = (self._running.places if self._running else ()) or timer.places
        self._running = RunningTimer(started=timer.started, zone=timer.zone, places=chosen)
        self.unsaved.hide()
        self.theme.change(palette=self._palette(timer.started), text_size=self._given.theme.text_size)
        since = {"time": dates.time(timer.started), "day": dates.night_or_day(timer.started)}
        self._since.setText(_("Started at %(time)s · %(day)s") % since)
        self.where.set_places(chosen)
        self.steps.show_places(chosen)
        self._given.client.ask(
            lambda diary: diary.reading.usual_places(USUAL_PLACES), self.where.show_usual, owner=self
        )
        self._tick()
        self._ticks.start()

    def _tick(self) -> None:
        if self._running is None:
            return
        seconds = int((self._given.clock.now() - self._running.started).total_seconds())
        self.digits.show_seconds(seconds)
        if seconds > LONG_CRAMP_S and self.long.isHidden():
            sign = WarningSign.OVER_10_MINUTES
            self.long.say(signs.tier(sign.tier), text=signs.advice(sign), small=signs.cannot_tell())
            self.long.show()

    def _choose(self, places: tuple[Place, ...]) -> None:
        if self._running is None:
            return
        self._running = RunningTimer(started=self._running.started, zone=self._running.zone, places=places)
        self.steps.show_places(places)
        self._given.client.ask(
            lambda diary: diary.drafts.change_timer(places),
            lambda _timer: None,
            owner=self,
            failed=self._not_saved,
        )

    def _stop(self) -> None:
        if self._running is None:
            return
        running, ended = self._running, self._given.clock.now()
        self._end()
        # The file may not have the timer, or not say so now: the time that was measured is here as well.
        measured = _draft(running, ended)
        self._given.client.ask(
            lambda diary: diary.drafts.stop_timer(),
            self.over.emit,
            owner=self,
            failed=lambda _error: self._keep(measured),
        )

    def _keep(self, measured: EpisodeDraft) -> None:
        self._given.client.ask(
            lambda diary: diary.drafts.keep(measured),
            lambda _nothing: self.over.emit(measured),
            owner=self,
            failed=lambda _error: self.over.emit(measured),
        )

    def _cancel(self) -> None:
        self._end()
        self.cancelled.emit()
        self._given.client.ask(lambda diary: diary.drafts.cancel_timer(), lambda _nothing: None, owner=self)

    def _end(self) -> None:
        self._running = None
        self._ticks.stop()
        self.long.hide()
        self.unsaved.hide()
        self.where.set_places(())

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self.unsaved.say(_("The start is not saved yet."), text=str(error), small=_("The time runs on."))
            self.unsaved.show()

    def _palette(self, started: datetime) -> Palette:
        """Only the digits are bright at night, whatever the window looks like by day."""
        worn = self._given.theme.palette
        by_night = started.hour >= _NIGHT_FROM or started.hour < _NIGHT_TO
        by_night = by_night and self._given.settings.night_timer
        if worn is HIGH_CONTRAST:
            return worn
        return NIGHT if worn.dark or by_night else worn

    def _follow(self) -> None:
        self.theme.change(text_size=self._given.theme.text_size)
        self._arrange()

    def _arrange(self) -> None:
        """Without room the steps come before the words that nobody needs at once."""
        compact = self.theme.is_compact(self.width())
        self.where.set_compact(compact)
        self.steps.set_compact(compact)
        first = self._columns.first
        first.removeWidget(self._hint)
        first.insertWidget(first.indexOf(self.steps) + (1 if compact else 0), self._hint)
        self._room.leave_below(*([self._hint] if compact else []))

    def _listen(self) -> None:
        self._ticks.timeout.connect(self._tick)
        self.stop.clicked.connect(self._stop)
        self.mistake.clicked.connect(self._cancel)
        self.where.changed.connect(self._choose)
        self._given.theme.changed.connect(self._follow)

    def _put_together(self) -> None:
        space = self.theme.space
        self.theme.apply(self)
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Cramp timer"))
        head = QHBoxLayout()
        head.setSpacing(space.medium)
        head.addWidget(Text(self.theme, _("Cramp timer"), "section", wrap=False))
        head.addWidget(self._since, 1)
        head.addWidget(self.mistake)
        self._columns = columns = Columns(self.theme, shares=(2, 1))
        columns.first.addLayout(head)
        for part in (self.long, self.unsaved, self.digits, self.stop, self._hint, self.steps):
            columns.first.addWidget(part)
        columns.second.addWidget(self.where)
        self.long.hide()
        self.unsaved.hide()
        scroll = _scrolling(columns, space.page)
        self._room = TimerRoom(scroll, columns.first, self.digits, self.where)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


def _draft(running: RunningTimer, ended: datetime) -> EpisodeDraft:
    seconds = int((ended - running.started).total_seconds())
    return EpisodeDraft(
        id=new_id(),
        started=running.started,
        zone=running.zone,
        places=running.places,
        duration_s=max(0, seconds),
        source=Source.TIMER,
    )


def _scrolling(content: QWidget, edge: int) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("ground", "none")
    column = QVBoxLayout(inside)
    column.setContentsMargins(edge, edge, edge, edge)
    column.addWidget(content)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.viewport().setAutoFillBackground(False)
    return scroll
