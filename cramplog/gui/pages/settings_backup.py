"""Where backups go: the usual folder always, and a second one that the person chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cramplog.gui.pages.settings_card import SettingsCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.services.upkeep import BackupState


class BackupCard(SettingsCard):
    """`folder_chosen` gives a Path, or None for no second folder."""

    folder_chosen = Signal(object)

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
        self.choose.clicked.connect(self._ask_where)
        self.leave.clicked.connect(lambda: self.folder_chosen.emit(None))

    def show_state(self, state: BackupState) -> None:
        """Show how the backups stand."""
        self.newest.setText(state.warning or state.line)
        if state.second is None:
            self.second.setText(_("There is no second folder."))
        else:
            self.second.setText(_("Second folder: %(folder)s") % {"folder": state.second})
        self.choose.set_words(_("Choose a second folder…") if state.second is None else _("Choose another…"))
        self.leave.set_possible(state.second is not None, reason=_("There is no second folder."))

    def _ask_where(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        folder = QFileDialog.getExistingDirectory(self, _("Second folder for backups"), home)
        if folder:
            self.folder_chosen.emit(Path(folder))
