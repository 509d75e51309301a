"""Where backups go: the usual folder always, a second one that the person chooses; and the end of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words.privacy import not_encrypted

if TYPE_CHECKING:
    from cramplog.services.upkeep import BackupState


class BackupCard(SettingsCard):
    """`folder_wanted` asks for another second folder, `folder_left` for none."""

    folder_wanted = Signal()
    folder_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = _(
            "CrampLog backs the diary up by itself, on this computer. A second folder on another disk "
            "keeps it safe if this one breaks."
        )
        super().__init__(theme, _("Backups"), about, parent=parent)
        self.newest = Text(theme)
        self.second = Text(theme)
        self.choose = Button(theme, _("Choose a second folder…"))
        self.leave = Button(theme, _("No second folder"), kind="link")
        words = _("backup second folder copy disk safe")
        self.add(self.newest, words)
        self.add(self.second, words)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=theme.space.medium)
        for button in (self.choose, self.leave):
            row.addWidget(button)
        self.add(buttons, words)
        self.add(Text(theme, not_encrypted(), "small", tone="ink2"), _("encrypted encryption stolen private"))
        self.choose.clicked.connect(self.folder_wanted)
        self.leave.clicked.connect(self.folder_left)

    def show_state(self, state: BackupState) -> None:
        """Show how the backups stand."""
        self.newest.setText(state.warning or state.line)
        if state.second is None:
            self.second.setText(_("There is no second folder."))
        else:
            self.second.setText(second_folder(state))
        self.choose.set_words(_("Choose a second folder…") if state.second is None else _("Choose another…"))
        self.leave.set_possible(state.second is not None, reason=_("There is no second folder."))


class EraseCard(SettingsCard):
    """`wanted` asks to erase everything; what that means is said before."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        about = _("The diary with all its backups, for good: before you give the computer away, say.")
        super().__init__(theme, _("Erase everything"), about, parent=parent)
        self.erase = Button(theme, _("Erase everything…"))
        buttons = QWidget()
        row = FlowLayout(buttons, gap=theme.space.medium)
        row.addWidget(self.erase)
        self.add(buttons, _("erase delete everything remove"))
        self.erase.clicked.connect(self.wanted)


def second_folder(state: BackupState) -> str:
    """Where the second folder is, and whether its copies are sealed."""
    if state.second_sealed:
        return _("Second folder: %(folder)s. Its copies are sealed.") % {"folder": state.second}
    return _("Second folder: %(folder)s. Its copies are not sealed.") % {"folder": state.second}
