"""The dashed pill that says that nothing was recorded, which is neither yes nor no."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.pill import Pill
from cramplog.i18n import _


class NotRecorded(Pill):
    """`short` shows a dash, for places where the words have no room; they are still read out."""

    def __init__(self, theme: Theme, *, short: bool = False, parent: QWidget | None = None) -> None:
        words = _("Not recorded")
        super().__init__(theme, "–" if short else words, dashed=True, parent=parent)
        self.setAccessibleName(words)
        if short:
            self.setToolTip(words)
