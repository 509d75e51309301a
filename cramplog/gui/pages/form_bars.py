"""What stays at the top and at the bottom of the form: how it stands, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.gui.pages.form_keeper import Kept
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.drawing import Drawing
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


class FormHead(QWidget):
    """Says first whether the cramp is saved, and else what is still needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = Drawing(theme, "check", "free")
        self._words = Text(theme, "", tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        row.addWidget(self._check)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def show_state(self, state: Kept, draft: EpisodeDraft, *, recorded: bool, unread: bool = False) -> None:
        """Say how things stand; `unread`: an entry cannot be read, and says so itself."""
        words = {
            Kept.NEEDED: _needed(draft, recorded=recorded),
            Kept.SAVING: _("Saving …"),
            Kept.SAVED: _("Saved. Add what you like, now or later."),
            Kept.FAILED: _("Not saved."),
        }[state]
        if unread and state in (Kept.SAVED, Kept.SAVING):
            words = _("Not all is saved: one entry cannot be read.")
        # A save takes a few milliseconds: "Saving" would only flicker over "Saved".
        if unread or state is not Kept.SAVING or self._check.isHidden():
            self._words.setText(words)
            self._words.set_tone("warn" if unread or state in (Kept.NEEDED, Kept.FAILED) else "ink2")
            self._check.setVisible(state is Kept.SAVED and not unread)


class FormBottom(QWidget):
    """Done, Delete and Undo; `escaped` is the Esc key anywhere in the form."""

    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.done = Button(theme, _("Done"), kind="main")
        self.delete = Button(theme, _("Delete this cramp"))
        self.undo = Button(theme, _("Undo"), kind="link", icon="undo")
        self._words = Text(theme, _("Each change is kept as you type."), tone="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.group)
        row.addWidget(self.done)
        row.addWidget(self.delete)
        row.addWidget(self._words, 1)
        row.addStretch(0)
        row.addWidget(self.undo)
        self._fit_done()
        theme.changed.connect(self._fit_done)

    def listen_to(self, page: QWidget) -> None:
        """Take Esc from everywhere in the page."""
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.escaped)

    def show_state(self, *, recorded: bool, can_undo: bool) -> None:
        """Fit the words and the buttons to what can be done now."""
        self.delete.set_words(_("Delete this cramp") if recorded else _("Do not keep this"))
        self.undo.set_possible(can_undo, reason=_("Nothing was changed here yet."))

    def fit(self, compact: bool) -> None:
        """Leave the words out where there is no room for them."""
        self._words.setText("" if compact else _("Each change is kept as you type."))

    def _fit_done(self) -> None:
        self.done.setMinimumWidth(self._theme.target.body_figure)


def _needed(draft: EpisodeDraft, *, recorded: bool) -> str:
    if draft.missing == ("places", "started"):
        wanted = _("Choose a muscle and say when it was.")
    elif draft.missing == ("places",):
        wanted = _("Choose a muscle.")
    else:
        wanted = _("Say when it was.")
    then = _("Until then the last saved state is kept.") if recorded else _("Then it is saved.")
    return f"{wanted} {then}"
