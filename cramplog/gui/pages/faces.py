"""The four faces of a page: loading, ready, empty, failed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.notice import Notice
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import fields

# Shorter waits need no word; the word would only flicker.
PATIENCE_MS = 150


class Faces(QWidget):
    """Shows one of them. An answer that was shown once stays while the next is waited for."""

    again = Signal()

    def __init__(
        self, theme: Theme, ready: QWidget, empty: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._ready, self._empty = ready, empty
        self._loading = Text(theme, _("Loading …"), tone="ink2")
        self._failed = Notice(theme, "warn")
        self._failed.add_button(_("Try again")).clicked.connect(self.again)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(lambda: self._show(self._loading))
        self._all = [face for face in (self._loading, ready, empty, self._failed) if face is not None]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for face in self._all:
            column.addWidget(face, 1 if face is ready else 0)
            face.hide()
        column.addStretch()

    def wait(self) -> None:
        """An answer was asked for; say so if it takes long and nothing is there yet."""
        if not any(not face.isHidden() for face in (self._ready, self._empty) if face is not None):
            self._timer.start()

    def show_ready(self) -> None:
        """The answer is there."""
        self._show(self._ready)

    def show_empty(self) -> None:
        """There is nothing to show yet: what will be here, and what to do."""
        self._show(self._empty or self._ready)

    def show_failed(self, error: Exception) -> None:
        """It could not be read; what to do about it."""
        self._failed.say(_("This page could not be shown."), text=fields.sentence(error))
        self._show(self._failed)

    def hide_all(self) -> None:
        """Nothing can be shown, and what was is not to be relied on; why is said elsewhere."""
        self._show(None)

    def _show(self, shown: QWidget | None) -> None:
        self._timer.stop()
        for face in self._all:
            face.setVisible(face is shown)
