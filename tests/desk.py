"""A desk to try one page on: a real diary in a folder, the real workers, and a window around the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from making import at
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.domain.clock import Clock, FixedClock
from cramplog.domain.contents import DiaryContents
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.pages.log import LATEST
from cramplog.gui.pages.page import Page, Tools
from cramplog.gui.settings import WindowSettings
from cramplog.gui.tasks import Tasks
from cramplog.gui.theme.theme import Theme
from cramplog.gui.view_state import ViewState
from cramplog.paths import Paths

NOW = "2026-09-11 20:12 +02:00"
# Only a test that hangs waits so long; a machine that is shared may stand still for a minute or two.
PATIENCE_MS = 300_000

P = TypeVar("P", bound=Page)


@dataclass(slots=True)
class HandClock:
    """A clock that is set forward by hand."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> str | None:
        return "Europe/Berlin"

    def rules(self) -> tzinfo:
        return ZoneInfo("Europe/Berlin")

    def go_on(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)


class Desk:
    """`show` puts a page on it; `contents` is what its diary holds."""

    def __init__(
        self, folder: Path, theme: Theme, qtbot: QtBot, *, now: str = NOW, clock: Clock | None = None
    ) -> None:
        self.qtbot = qtbot
        self.paths = Paths.under(folder)
        self.clock = clock or FixedClock(at(now), "Europe/Berlin")
        self.opener = Opener(self.paths, self.clock)
        self.tasks = Tasks()
        self.client = DiaryClient(
            self.tasks.diary,
            lambda: self.opener(create=True),
            first_look=lambda: self.opener.first_look(LATEST),
        )
        self.failures: list[Exception] = []
        self.client.failed.connect(self.failures.append)
        self.given = Tools(
            theme=theme,
            client=self.client,
            drawing=self.tasks.drawing,
            view=ViewState(),
            settings=WindowSettings(self.paths.settings),
            clock=self.clock,
        )
        self.window = QMainWindow()
        self.window.resize(1064, 772)

    def show(self, page: P) -> P:
        """Show the page in the window, and wait until the diary is open and the page has its answer."""
        self.window.setCentralWidget(page)
        self.window.show()
        self.window.activateWindow()
        self.client.open()
        self.wait()
        return page

    def wait(self) -> None:
        """Wait until the workers have answered everything."""
        self.qtbot.waitUntil(lambda: not self.tasks.are_busy, timeout=PATIENCE_MS)

    def contents(self) -> DiaryContents:
        """Everything that is in the diary now."""
        found: list[DiaryContents] = []
        self.client.ask(lambda diary: diary.reading.contents(), found.append, owner=self.window)
        self.wait()
        return found[0]

    def undo(self) -> None:
        """What the Edit menu's Undo does."""
        self.client.change(lambda diary: diary.diary.undo(), owner=self.window)
        self.wait()

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def close(self) -> None:
        """Close the window and the diary and end the workers."""
        self.window.close()
        self.client.close()
        self.wait()
        self.tasks.stop()
        self.window.deleteLater()
