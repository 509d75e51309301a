"""What those hear who do not see the window: said aloud by a screen reader, where one listens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, words: str) -> None:
    """Let `words` be said once; nothing need be looked for."""
    # Late: the first paint needs none of it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
