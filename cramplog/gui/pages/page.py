"""What every page of the window has in common: it asks, shows the answer, and reloads when it must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cramplog.domain.changes import Changed, Kind
from cramplog.gui.widgets.page_frame import PageFrame

if TYPE_CHECKING:
    from cramplog.domain.clock import Clock
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.settings import WindowSettings
    from cramplog.gui.tasks import Request, Worker
    from cramplog.gui.theme.theme import Theme
    from cramplog.gui.view_state import ViewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a page is given to work with."""

    theme: Theme
    client: DiaryClient
    drawing: Worker
    view: ViewState
    settings: WindowSettings
    clock: Clock


class Page(PageFrame):
    """One page. A subclass says what `concerns` it and how to `load`; it is loaded when seen, and only then.

    `form_wanted` carries an EpisodeDraft to be filled in, `page_wanted` the name of another page, `said` a
    sentence for the status line, `removed` one about what was deleted here, to be shown with Undo, and what
    changed; `file_wanted` asks for a file to import.
    """

    form_wanted = Signal(object)
    page_wanted = Signal(str)
    file_wanted = Signal()
    said = Signal(str)
    removed = Signal(str, object)

    concerns: frozenset[Kind] = frozenset(Kind)
    # What is still to be made, of a page that is made in parts.
    _making: Iterator[None] = iter(())

    def __init__(self, given: Tools, title: str, parent: QWidget | None = None) -> None:
        super().__init__(given.theme, title, parent=parent)
        self.given = given
        self._stale = True
        self._request: Request | None = None
        self._asked_after: Changed | None = None
        self._is_open = given.client.is_open
        self._is_shut = False
        given.client.rights_changed.connect(self._follow_rights)
        given.client.opened.connect(self._opened)
        given.client.changed.connect(self._diary_changed)
        given.settings.reader_changed.connect(self.reload)

    def make_next(self) -> bool:
        """Make the next part of the page; False where it is whole."""
        try:
            next(self._making)
        except StopIteration:
            return False
        return True

    def make_whole(self) -> None:
        """Make all that is left of it."""
        for _part in self._making:
            pass

    def writing(self) -> tuple[QWidget, ...]:
        """What changes the diary: shut off where that can only be read."""
        return ()

    def load(self) -> Request | None:
        """Ask for what the page shows; the request, so that a later one can take its place."""
        raise TypeError(f"{type(self).__name__} does not say how it loads")

    def reload(self) -> None:
        """Load now where the page is seen, else when it is seen next."""
        self._stale = True
        if self._is_open and self.isVisible():
            self._stale = False
            if self._request is not None:
                self._request.drop()
            self._asked_after = self.given.client.latest_change
            self._request = self.load()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self._follow_rights()
        if self._stale:
            self.reload()

    def _follow_rights(self) -> None:
        # A part that is switched off for a reason of its own is let alone.
        if self._is_shut == self.given.client.can_write:
            self._is_shut = not self.given.client.can_write
            for part in self.writing():
                part.setEnabled(not self._is_shut)

    def _opened(self) -> None:
        self._is_open = True
        self.reload()

    def _diary_changed(self, changed: Changed) -> None:
        # A page that came into sight because of this change has asked for what is there after it.
        if changed.touches(*self.concerns) and changed is not self._asked_after:
            self.reload()
