"""The one period that list, charts, cards and the printed page share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cramplog.domain.period_choice import PeriodChoice


class ViewState(QObject):
    """What the person looks at. Pages that show a period read it here and listen to `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = PeriodChoice()

    @property
    def choice(self) -> PeriodChoice:
        """The chosen period."""
        return self._choice

    def choose(self, choice: PeriodChoice) -> None:
        """Look at another period; tells the pages where it is another."""
        if choice != self._choice:
            self._choice = choice
            self.changed.emit()
