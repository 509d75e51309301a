"""Shares the height of the window among the parts of the timer: what counts is seen without scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from cramplog.gui.pages.timer_digits import TimerDigits
    from cramplog.gui.pages.timer_where import TimerWhere


class TimerRoom(QObject):
    """The digits give way to the button and the steps; beside them the map does, then the drawing."""

    def __init__(
        self, scroll: QScrollArea, column: QVBoxLayout, digits: TimerDigits, where: TimerWhere
    ) -> None:
        super().__init__(scroll)
        self._scroll, self._column, self._digits, self._where = scroll, column, digits, where
        self._below: tuple[QWidget, ...] = ()
        scroll.viewport().installEventFilter(self)
        if (inside := scroll.widget()) is not None:
            inside.installEventFilter(self)

    def leave_below(self, *parts: QWidget) -> None:
        """What stands last in the column and may be scrolled to."""
        self._below = parts
        self.share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        # The viewport has its new height only after the page has.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.share()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Give each part its height."""
        inside = self._scroll.widget()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return
        edges = layout.contentsMargins()
        room = self._scroll.viewport().height() - edges.top() - edges.bottom()
        width = self._digits.width()
        others = self._column.heightForWidth(width) - self._digits.heightForWidth(width)
        below = sum(one.heightForWidth(width) + self._column.spacing() for one in self._below)
        self._digits.set_highest(room - others + below)
        self._where.fit(room)
