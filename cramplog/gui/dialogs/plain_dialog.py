"""A dialog of a few sentences and the buttons that answer them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text

_WIDTH = 640
# So much of the screen at most: what is longer is scrolled, and the buttons stay in sight.
_OF_SCREEN = 0.9


class PlainDialog(QDialog):
    """`say` and `add` fill it from above, `button` puts one more button below."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, theme.space.small, 0)
        self._column.setSpacing(theme.space.medium)
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, gap=theme.space.small)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.space.page] * 4)
        whole.setSpacing(theme.space.medium)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._buttons)
        self.title = self.say(title, "title")
        theme.changed.connect(self._follow)
        if parent is None:
            theme.apply(self)

    def say(self, words: str, role: str = "body", *, tone: str = "ink") -> Text:
        """One paragraph more."""
        text = Text(self.theme, words, role, tone=tone)
        self.add(text)
        return text

    def add(self, widget: QWidget) -> None:
        """Anything else, below what is there."""
        self._column.addWidget(widget)

    def row(self, *widgets: QWidget) -> QWidget:
        """Several side by side, as far as they fit, below what is there."""
        held = QWidget()
        layout: QLayout = FlowLayout(held, gap=self.theme.space.small)
        for widget in widgets:
            layout.addWidget(widget)
        self.add(held)
        return held

    def button(self, words: str, does: Callable[[], object], *, kind: str = "plain") -> Button:
        """One more button at the foot."""
        button = self.made_button(words, does, kind=kind)
        self._row.addWidget(button)
        return button

    def made_button(self, words: str, does: Callable[[], object], *, kind: str = "plain") -> Button:
        """A button that is put elsewhere."""
        button = Button(self.theme, words, kind=kind)
        button.clicked.connect(lambda: does())
        return button

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to what was just said."""
        self._column.activate()
        self._scroll.ensureWidgetVisible(widget)

    def fit(self) -> None:
        """As large as what it says, as far as the screen goes."""
        self._column.activate()
        most = self.screen().availableGeometry().size() * _OF_SCREEN
        width = min(round(_WIDTH * max(1.0, self.theme.text_size * 0.75)), most.width())
        edges = 2 * self.theme.space.page
        inner = width - edges - self.theme.space.small
        height = self._column.totalHeightForWidth(inner) + self._row.heightForWidth(width - edges)
        height += edges + 2 * self.theme.space.medium
        self.resize(QSize(width, min(height, most.height())))

    def _follow(self) -> None:
        if self.isVisible():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        self.fit()
        super().showEvent(event)
