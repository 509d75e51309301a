"""A banner that says what was done or what did not work, until something else happens to the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cramplog.gui.dialogs import elsewhere
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.domain.changes import Changed
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.theme.theme import Theme


class UndoNotice(Notice):
    """`offer` shows what was done, with `undo`: the button that takes it back."""

    def __init__(self, theme: Theme, client: DiaryClient, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._offered: int | None = None
        self.undo = self.add_button(_("Undo"), icon="undo")
        self.elsewhere = self.add_button(elsewhere.words())
        self.elsewhere.clicked.connect(client.copy_wanted)
        self.elsewhere.hide()
        client.changed.connect(self._diary_changed)
        self.hide()

    def offer(self, said: str, changed: Changed) -> None:
        """Say what was done, and offer to take it back."""
        self._offered = changed.revision
        self.undo.show()
        self.elsewhere.hide()
        self.say("", text=said, kind="info")
        self.show()

    def warn(self, lead: str, words: str, *, copy: bool = False) -> None:
        """Say what did not work: there is nothing to take back, but a `copy` elsewhere may help."""
        self._tell(lead, words, kind="warn", copy=copy)

    def inform(self, lead: str, words: str) -> None:
        """Say something good to know."""
        self._tell(lead, words, kind="info")

    def _tell(self, lead: str, words: str, *, kind: str, copy: bool = False) -> None:
        self._offered = None
        self.undo.hide()
        self.elsewhere.setVisible(copy)
        self.say(lead, text=words, kind=kind)
        self.show()

    def _diary_changed(self, changed: Changed) -> None:
        # What could be undone now is something else than the notice says.
        if changed.revision != self._offered:
            self.hide()
