"""One large number with what it counts, out of how many, and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.coverage_bar import CoverageBar
from cramplog.gui.widgets.text import Text


class FigureTile(QWidget):
    """Such as "28", "of 81", "days with a cramp", and small below "35 %, likely 24 to 46 %"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Text(theme, "", "figure", wrap=False)
        self._of = Text(theme, "", "section", wrap=False)
        self._label = Text(theme, "", "label")
        self._detail = Text(theme, "", "small", tone="ink2")
        self._bar = CoverageBar(theme)
        numbers = QHBoxLayout()
        numbers.setSpacing(theme.space.medium)
        for words in (self._figure, self._of):
            words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            numbers.addWidget(words)
        # The smaller figure stands on the line of the larger one.
        self._of.setContentsMargins(0, theme.space.small + 1, 0, 0)
        numbers.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(numbers)
        for part in (self._label, self._detail, self._bar):
            whole.addWidget(part)
        whole.addStretch(1)
        self._detail.hide()
        self._bar.hide()

    def show_figure(self, figure: str, label: str, *, of: str = "", detail: str = "") -> None:
        """Show a number with its words."""
        self._figure.setText(figure)
        self._of.setText(of)
        self._label.setText(label)
        self._detail.setText(detail)
        self._of.setVisible(bool(of))
        self._detail.setVisible(bool(detail))
        self._bar.hide()
        self.setAccessibleName(" ".join(part for part in (figure, of, label) if part))
        self.setAccessibleDescription(detail)

    def show_share(self, has: int, needed: int) -> None:
        """Show the number as a bar, too."""
        self._bar.set_share(has, needed, self.accessibleName())
        self._bar.show()
