"""A card: the ground on which everything of a page stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.text import Text


class Card(QFrame):
    """Put the content into `body`, and buttons that belong to the title into `head`.

    `ground`: "card", "tint", or "dashed" for what will come later.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        aside: str = "",
        *,
        ground: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        space = theme.space
        self.setProperty("ground", ground)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(space.card, space.medium, space.card, space.card)
        self.body.setSpacing(space.group)
        self.title = Text(theme, title, "heading")
        self.aside = Text(theme, aside, "small", tone="ink2")
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(space.medium)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.aside)
        if title or aside:
            self.body.addLayout(self.head)
        self.title.setVisible(bool(title))
        self.aside.setVisible(bool(aside))

    def set_title(self, title: str) -> None:
        """Change the title of a card that has one."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def set_aside(self, aside: str) -> None:
        """Change the small words at the right of the title."""
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two rows."""
    line = QFrame(parent)
    line.setProperty("ground", "rule")
    line.setFixedHeight(1)
    return line
