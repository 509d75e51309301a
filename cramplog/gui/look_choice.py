"""Which look and text size the window wears: chosen in the menu or on the Settings page, and remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from cramplog.gui.settings import LARGEST_TEXT, SMALLEST_TEXT, WindowSettings
from cramplog.gui.theme.looks import palette_for
from cramplog.gui.theme.theme import Theme
from cramplog.i18n import _

TEXT_STEP = 0.1


class LookChoice(QObject):
    """`look_changed` gives the palette's name, `said` the new text size in words."""

    look_changed = Signal(str)
    said = Signal(str)

    def __init__(self, theme: Theme, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._settings = theme, settings
        self._wanted = theme.text_size
        # Keys come faster than a whole window can be dressed: what came meanwhile is done in one go.
        self._dressing = QTimer(self, singleShot=True, interval=0)
        self._dressing.timeout.connect(lambda: self._theme.change(text_size=self._wanted))
        theme.changed.connect(self._follow)

    def wear(self, look: str) -> None:
        """Wear another palette."""
        self._settings.look = look
        self._theme.change(palette=palette_for(look))
        self.look_changed.emit(look)

    def larger(self) -> None:
        """Text one step larger."""
        self.set_text_size(self._wanted + TEXT_STEP)

    def smaller(self) -> None:
        """Text one step smaller."""
        self.set_text_size(self._wanted - TEXT_STEP)

    def usual(self) -> None:
        """Text of the usual size."""
        self.set_text_size(1.0)

    def set_text_size(self, size: float) -> None:
        """Text so many times as large as usual, as far as that is possible."""
        size = round(min(max(size, SMALLEST_TEXT), LARGEST_TEXT), 1)
        self._settings.text_size = self._wanted = size
        self._dressing.start()
        self.said.emit(_("Text size: %(percent)d %%") % {"percent": round(size * 100)})

    def _follow(self) -> None:
        if not self._dressing.isActive():
            self._wanted = self._theme.text_size
