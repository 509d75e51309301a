"""One line to type in, which a stray Space does not wipe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Who comes here with Tab has all of it chosen: the next letter takes its place, a Space does not.

    Space presses the buttons before and after this line, and alone it says nothing here.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Space and self.text() and self.selectedText() == self.text():
            self.end(False)
        else:
            super().keyPressEvent(event)
