"""The frame of the window: sidebar or pages bar, the pages, and the status line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.page_frame import PageFrame
from cramplog.gui.widgets.sidebar import Entry, PagesBar, Sidebar
from cramplog.gui.widgets.status_line import StatusLine


class Shell(QWidget):
    """Give it the list of pages, then each page with `add_page`. `page_shown` gives the shown page's key;
    `wanted` that of a page which is to be shown and has not been added yet: it must be by the answer.

    `fill_with` lets one widget (the timer) cover everything until `fill_with(None)`. `banners` stand under
    the pages: coming and going above them they would push what is under the pointer.
    """

    page_shown = Signal(str)
    wanted = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sidebar = Sidebar(theme, entries)
        self.bar = PagesBar(theme, entries)
        self.status = StatusLine(theme)
        self.banners = QVBoxLayout()
        self.stack = QStackedWidget()
        self._keys: dict[str, QWidget] = {}
        self._covers = QStackedWidget(self)
        self._covering: QWidget | None = None
        self._set_up()
        for list_of_pages in (self.sidebar, self.bar):
            list_of_pages.chosen.connect(self.show_page)
        theme.changed.connect(self._arrange)
        self._arrange()

    def add_page(self, key: str, page: QWidget) -> None:
        """Add the page of an entry."""
        self._keys[key] = page
        self.stack.addWidget(page)
        if isinstance(page, PageFrame):
            page.titled.connect(self._name_page)
        self._arrange()

    def show_page(self, key: str) -> None:
        """Show a page and mark it in the list."""
        if key not in self._keys:
            self.wanted.emit(key)
        self.stack.setCurrentWidget(self._keys[key])
        self.sidebar.set_current(key)
        self._name_page()
        self.page_shown.emit(key)

    def current_page(self) -> str:
        """The key of the page that is shown; "" before the first."""
        shown = self.stack.currentWidget()
        return next((key for key, page in self._keys.items() if page is shown), "")

    def fill_with(self, widget: QWidget | None) -> None:
        """Let `widget` cover the whole frame, or take the cover away. The widget is not deleted."""
        if self._covering is not None:
            self._covers.removeWidget(self._covering)
            self._covering.hide()
        self._covering = widget
        if widget is not None:
            self._covers.addWidget(widget)
            self._covers.setCurrentWidget(widget)

    def close_pages(self) -> None:
        """Nothing can be done on the pages; what the banners say can still be answered."""
        for part in (self.sidebar, self.bar, self.stack):
            part.setEnabled(False)

    def open_pages(self) -> None:
        """There is a diary now."""
        for part in (self.sidebar, self.bar, self.stack):
            part.setEnabled(True)

    def is_compact(self) -> bool:
        """Whether the pages bar stands in for the sidebar."""
        return self._theme.is_compact(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange()

    def _set_up(self) -> None:
        inside = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.sidebar)
        upper.addLayout(middle, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        edge = self._theme.space.small
        self.banners.setContentsMargins(edge, 0, edge, 0)
        self.banners.setSpacing(edge)
        whole.addLayout(self.banners)
        whole.addWidget(self.status)
        self._covers.addWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._covers)

    def _arrange(self) -> None:
        compact = self.is_compact()
        self.sidebar.setVisible(not compact)
        self.bar.setVisible(compact)
        for page in self._keys.values():
            if isinstance(page, PageFrame):
                page.set_compact(compact)
        self._name_page()

    def _name_page(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, PageFrame):
            self.bar.set_title(page.title, page.aside)
