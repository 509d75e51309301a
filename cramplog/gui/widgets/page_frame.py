"""The frame of a page: its title, the part that scrolls, and a bar that stays at the bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.text import Text


class PageFrame(QWidget):
    """Put the content into `content`, buttons and pickers of the whole page into `tools`, form buttons into
    `bottom` (after `show_bottom`). `pinned` holds what stands between the title and the part that scrolls,
    `below` what comes and goes under that part.
    """

    titled = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        aside: str = "",
        *,
        aside_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Text(theme, title, "title")
        self._aside = Text(theme, aside, "body", tone="ink2")
        if aside_right:
            self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._compact = False
        self._whole = QVBoxLayout(self)
        self.tools = QHBoxLayout()
        self.pinned = QVBoxLayout()
        self.below = QVBoxLayout()
        self.content = QVBoxLayout()
        self.bottom = QHBoxLayout()
        self._title_row = self._make_title_row()
        self._scroll = self._make_scroll()
        self._bottom_bar = self._make_bottom()
        self._set_up()
        self._show()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def aside(self) -> str:
        return self._aside.text()

    def set_title(self, title: str) -> None:
        """Change the name of the page."""
        self._title.setText(title)
        self._show()

    def set_aside(self, aside: str) -> None:
        """Change the words beside the title, such as the period."""
        self._aside.setText(aside)
        self._show()

    def show_bottom(self, shown: bool = True) -> None:
        """Show the bar at the bottom."""
        self._bottom_bar.setVisible(shown)

    def set_compact(self, compact: bool) -> None:
        """Leave the title to the bar over the page, where that shows it."""
        self._compact = compact
        self._show()

    def let_tools_fill(self) -> None:
        """Let the tools begin beside the title instead of standing at the right."""
        row = self._title_row.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretchFactor(self.tools, 1)

    def scroll_area(self) -> QScrollArea:
        """The part that scrolls."""
        return self._scroll

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen."""
        self._scroll.ensureWidgetVisible(widget)

    def _make_title_row(self) -> QWidget:
        space = self.theme.space
        row_widget = QWidget(self)
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(space.page, space.page, space.page, space.small)
        row.setSpacing(space.medium)
        row.addWidget(self._title)
        row.addWidget(self._aside, 1)
        row.addStretch()
        # The ring around one of them is not to touch the next.
        self.tools.setSpacing(space.group)
        row.addLayout(self.tools)
        return row_widget

    def _make_scroll(self) -> QScrollArea:
        space = self.theme.space
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(space.page, space.small, space.page, space.page)
        self.content.setSpacing(space.medium)
        # Its own would be asked for by `viewport()`, at which PySide makes every kind of widget there is.
        sight = QWidget()
        sight.setAutoFillBackground(False)
        scroll.setViewport(sight)
        scroll.setWidget(inside)
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_right_edge)
        return scroll

    def _keep_right_edge(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the page's edge, so that the content keeps its width."""
        space = self.theme.space
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self.content.setContentsMargins(space.page, space.small, max(0, space.page - bar), space.page)

    def _make_bottom(self) -> QFrame:
        space = self.theme.space
        bar = QFrame(self)
        bar.setProperty("ground", "bottom_bar")
        self.bottom = QHBoxLayout(bar)
        self.bottom.setContentsMargins(space.page, space.group, space.page, space.group)
        self.bottom.setSpacing(space.group)
        bar.hide()
        return bar

    def _set_up(self) -> None:
        space = self.theme.space
        self.pinned.setContentsMargins(space.page, space.none, space.page, space.none)
        self.pinned.setSpacing(space.small)
        self.below.setContentsMargins(space.page, space.none, space.page, space.none)
        whole = self._whole
        whole.setSpacing(0)
        whole.addWidget(self._title_row)
        whole.addLayout(self.pinned)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self.below)
        whole.addWidget(self._bottom_bar)

    def _show(self) -> None:
        self._title.setVisible(not self._compact)
        self._aside.setVisible(not self._compact and bool(self.aside))
        row_shown = not self._compact or self.tools.count() > 0
        self._title_row.setVisible(row_shown)
        self._whole.setContentsMargins(0, 0 if row_shown else self.theme.space.medium, 0, 0)
        self.setAccessibleName(self.title)
        self.titled.emit()
