"""Chooses the second folder for backups, and whether the copies in it are sealed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cramplog.gui.dialogs.passphrase import PassphraseDialog
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.gui.theme.theme import Theme


class SecondFolder(QObject):
    """`chosen` says that backups go there from now on, `left` that there is none now, `failed` why not."""

    chosen = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(self, client: DiaryClient, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._client, self._theme, self._parent = client, theme, parent

    def ask(self) -> None:
        """Ask for the folder, then for a passphrase."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        name = QFileDialog.getExistingDirectory(
            self._parent, _("A second folder for backups: a USB stick, say"), home
        )
        if name:
            self.ask_whether_sealed(Path(name))

    def ask_whether_sealed(self, folder: Path) -> None:
        """The folder is chosen: look whether it is copied to the internet, and ask for a passphrase."""
        self._client.ask(
            lambda diary: diary.upkeep.who_copies(folder),
            lambda program: self._ask_for_passphrase(folder, program),
            owner=self,
            failed=self.failed.emit,
        )

    def choose(self, folder: Path | None, passphrase: str | None = None) -> None:
        """Copy every backup there from now on; with a passphrase, sealed. None: no second folder."""
        self._client.ask(
            lambda diary: diary.upkeep.choose_second_folder(folder, passphrase),
            lambda _none: self.left.emit() if folder is None else self.chosen.emit(folder),
            owner=self,
            failed=self.failed.emit,
        )

    def _ask_for_passphrase(self, folder: Path, program: str | None) -> None:
        if program is None:
            why = _("A passphrase keeps others from reading the copies, if the disk or stick is lost, say.")
        else:
            why = _(
                "%(program)s copies this folder to the internet. Seal the copies, so that only you read them."
            )
            why = why % {"program": program}
        self.dialog = PassphraseDialog(
            self._theme,
            _("Seal the copies?"),
            (_("Backups go to %(folder)s too.") % {"folder": folder}, why),
            new=True,
            without=_("Do not seal"),
            parent=self._parent,
        )

        def use(passphrase: str | None) -> None:
            self.dialog.accept()
            self.choose(folder, passphrase)

        self.dialog.chosen.connect(use)
        self.dialog.open()
