"""The sheets of the doctor's page as pictures, drawn where neither a save nor a click waits for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from cramplog.gui.tasks import Request, Worker
    from cramplog.report.options import Paper
    from cramplog.report.page import PageRenderer
    from cramplog.report.summary import Summary

# Looked up here, where the window's own thread imports this: two threads that do so at once end the program.
_GREY = QImage.Format.Format_Grayscale8


class SheetDrawing:
    """Draws on the drawing worker. Its typesetter is kept: a page that changes a little is soon set again."""

    def __init__(self, worker: Worker, owner: QObject) -> None:
        self._worker = worker
        self._owner = owner
        self._renderer: PageRenderer | None = None
        self._request: Request | None = None

    def draw(
        self,
        page: Summary,
        paper: Paper,
        *,
        ppi: float,
        done: Callable[[tuple[QImage, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """The sheets in grey, for the screen. What was asked for before and not begun yet is never drawn."""
        self.drop()
        self._request = self._worker.ask(
            lambda: tuple(map(grey, self._pictures(page, paper, ppi))),
            done=done,
            failed=failed,
            owner=self._owner,
        )

    def drop(self) -> None:
        """Nobody waits for the sheets any more."""
        if self._request is not None:
            self._request.drop()

    def pictures(
        self,
        page: Summary,
        paper: Paper,
        *,
        ppi: float,
        done: Callable[[tuple[bytes, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """The sheets as PNG, for the printer: a long list is too large to be held as pixels."""
        self._worker.ask(
            lambda: self._pictures(page, paper, ppi), done=done, failed=failed, owner=self._owner
        )

    def _pictures(self, page: Summary, paper: Paper, ppi: float) -> tuple[bytes, ...]:
        if self._renderer is None:
            from cramplog.report.page import PageRenderer

            self._renderer = PageRenderer()
        return self._renderer.png(page, paper, ppi)


def grey(png: bytes) -> QImage:
    """A sheet as a printer without colours shows it."""
    return QImage.fromData(png).convertToFormat(_GREY)
