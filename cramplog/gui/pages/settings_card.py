"""One card of the Settings page: rows that can be searched for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text

_LEAST_FIELD = 220


class SettingsCard(Card):
    """Settings of one kind. A row is found by the words of its card, its own label, and what it holds."""

    def __init__(self, theme: Theme, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent=parent)
        self._theme = theme
        self._rows: list[tuple[QWidget, str]] = []
        self._sides: list[RowOrGrid] = []
        self._about = about
        if about:
            self.body.addWidget(Text(theme, about, "small", tone="ink2"))
        theme.changed.connect(self._follow)

    def add(self, row: QWidget, *words: str) -> None:
        """Add a row that is found by these words."""
        self._rows.append((row, " ".join(words).casefold()))
        self.body.addWidget(row)

    def side_by_side(self, *fields: QWidget) -> QWidget:
        """Short fields beside each other, as far as they fit."""
        row = QWidget(self)
        layout = RowOrGrid(row, gap=self._theme.space.medium, equal=True)
        for field in fields:
            layout.addWidget(field)
        self._sides.append(layout)
        self._follow()
        return row

    def narrow(self, text: str) -> bool:
        """Leave only the rows in which every word of `text` stands; says whether any is left."""
        wanted = text.casefold().split()
        own = f"{self.title.text()} {self._about}".casefold()
        found = [all(word in words or word in own for word in wanted) for _row, words in self._rows]
        for (row, _words), is_found in zip(self._rows, found, strict=True):
            row.setVisible(is_found)
        self.setVisible(any(found))
        return any(found)

    def _follow(self) -> None:
        for layout in self._sides:
            layout.set_cell(round(_LEAST_FIELD * self._theme.text_size))
