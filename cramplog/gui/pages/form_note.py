"""The note of a cramp: anything that the person wants to add."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.gui.pages.form_part import Part
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.plain_words import words_of
from cramplog.i18n import _

_LINES = 4
_SHORT = 40


class NotePart(Part):
    """A few lines of plain text; Tab goes on to the next field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Anything else, in your own words"))
        self.body.addWidget(self.note)
        self._fit()
        theme.changed.connect(self._fit)
        self.note.textChanged.connect(lambda: self.typed.emit({"note": words_of(self.note)}))

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show the note; the cursor stays where it is while somebody types."""
        if words_of(self.note) != draft.note:
            self.note.blockSignals(True)
            self.note.setPlainText(draft.note)
            self.note.blockSignals(False)

    def summary(self, draft: EpisodeDraft) -> str:
        """The beginning of the note."""
        line = " ".join(draft.note.split())
        return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"

    def _fit(self) -> None:
        self.note.setFixedHeight(self.theme.type.line("body") * _LINES + 2 * self.theme.space.group)
