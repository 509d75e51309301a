"""Lets the live timer cover the window while a cramp lasts, and hands on what it measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.domain.timer import RunningTimer
    from cramplog.gui.pages.page import Tools
    from cramplog.gui.pages.timer import TimerPage
    from cramplog.gui.widgets.shell import Shell


class TimerCover(QObject):
    """`began` says that the window is covered now, `over` carries the draft of a cramp that has ended.

    The page is made when it is first needed.
    """

    began = Signal()
    over = Signal(object)

    def __init__(self, window: QMainWindow, shell: Shell, given: Tools) -> None:
        super().__init__(window)
        self._window, self._shell, self._given = window, shell, given
        self._page: TimerPage | None = None

    @property
    def page(self) -> TimerPage:
        """The timer's page."""
        from cramplog.gui.pages.timer import TimerPage

        if self._page is None:
            self._page = TimerPage(self._given, self._window)
            self._page.hide()
            self._page.began.connect(self._cover)
            self._page.over.connect(self._end)
            self._page.cancelled.connect(self._uncover)
        return self._page

    def start(self) -> None:
        """A cramp has begun now."""
        self.page.start()

    def find_again(self) -> None:
        """Go on with a timer that was running when the program ended."""
        self._given.client.ask(lambda diary: diary.drafts.running_timer(), self._found, owner=self)

    def _found(self, timer: RunningTimer | None) -> None:
        if timer is not None:
            self.page.go_on(timer)

    def _cover(self) -> None:
        self._window.menuBar().hide()
        self._shell.fill_with(self.page)
        self.began.emit()

    def _uncover(self) -> None:
        self._shell.fill_with(None)
        self._window.menuBar().show()

    def _end(self, draft: EpisodeDraft) -> None:
        self._uncover()
        self.over.emit(draft)
