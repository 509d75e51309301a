"""A card on which one record is typed in or changed, with the buttons that save it or let it be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.notice import Notice
from cramplog.i18n import _


class EditorCard(Card):
    """Put the questions into `fields`. A subclass says in `_save` what is saved."""

    removed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", parent=parent)
        self.theme = theme
        self.failure = Notice(theme, "warn")
        self.failure.hide()
        self.save = Button(theme, _("Save"), kind="main")
        self.cancel = Button(theme, _("Do not change"))
        self.delete = Button(theme, _("Delete"), kind="link", icon="trash")
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme.space.medium)
        buttons = FlowLayout(gap=theme.space.group)
        for button in (self.save, self.cancel, self.delete):
            buttons.addWidget(button)
        self.body.addWidget(self.failure)
        self.body.addLayout(self.fields)
        self.body.addLayout(buttons)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.delete.clicked.connect(self.removed)

    def name_task(self, title: str, *, is_new: bool) -> None:
        """Say what is done here; what is new can neither be deleted nor left as it was."""
        self.set_title(title)
        self.cancel.setVisible(not is_new)
        self.delete.setVisible(not is_new)

    def set_failure(self, words: str) -> None:
        """Say why it could not be saved; what was typed stays. "" where all is well."""
        if words:
            self.failure.say(_("Could not save."), text=words, small=_("What you typed is still here."))
        self.failure.setVisible(bool(words))

    def _save(self) -> None:
        raise TypeError(f"{type(self).__name__} does not say what it saves")
