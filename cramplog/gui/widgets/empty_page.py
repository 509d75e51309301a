"""What a page shows before there is anything: what will be here, and the one thing to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.drawing import Drawing
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that fills the page."""

    icon: str
    title: str
    detail: str


class EmptyPage(Card):
    """A card with words, steps, and at most two ways on: `acted` is the button, `acted_second` the link."""

    acted = Signal()
    acted_second = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *,
        steps: tuple[Step, ...] = (),
        action: str = "",
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent=parent)
        self.body.addWidget(Text(theme, text))
        for step in steps:
            self.body.addLayout(_row(theme, step))
        buttons = FlowLayout(gap=theme.space.medium)
        self.action_button = Button(theme, action, parent=self)
        self.second_button = Button(theme, second, kind="link", parent=self)
        for button, signal in ((self.action_button, self.acted), (self.second_button, self.acted_second)):
            buttons.addWidget(button)
            button.setVisible(bool(button.text()))
            button.clicked.connect(signal)
        self.body.addLayout(buttons)
        self.body.addStretch(1)


def _row(theme: Theme, step: Step) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(theme, step.title, "label"))
    words.addWidget(Text(theme, step.detail, tone="ink2"))
    row = QHBoxLayout()
    row.setSpacing(theme.space.medium)
    row.addWidget(Drawing(theme, step.icon))
    row.addLayout(words, 1)
    return row
