"""Saves a sealed copy of the whole diary: for the mail, a stick, or a folder on the internet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cramplog.i18n import _
from cramplog.words.privacy import not_encrypted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cramplog.gui.pages.page import Tools


class SealedCopy(QObject):
    """First the passphrase, then where."""

    def __init__(
        self,
        window: QWidget,
        given: Tools,
        *,
        tell: Callable[[str], None],
        explain: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window, self._given, self._tell, self._explain = window, given, tell, explain

    def ask(self) -> None:
        """Ask for a passphrase, and then where the copy goes."""
        from cramplog.gui.dialogs.passphrase import PassphraseDialog

        about = (
            _("The copy is one file with your whole diary. Only who knows the passphrase can open it."),
            not_encrypted(),
        )
        self.dialog = PassphraseDialog(
            self._given.theme, _("Save a sealed copy"), about, new=True, parent=self._window
        )
        self.dialog.chosen.connect(self._ask_where)
        self.dialog.open()

    def save(self, path: Path, passphrase: str) -> None:
        """Write the copy."""
        said = _("Sealed copy saved as %(name)s. To open it: File, Import.") % {"name": path.name}
        self._given.client.ask(
            lambda diary: diary.sealing.export(path, passphrase),
            lambda _none: self._tell(said),
            owner=self,
            failed=self._explain,
        )

    def _ask_where(self, passphrase: str) -> None:
        self.dialog.accept()
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save a sealed copy"), str(Path(folder) / "cramplog-diary.sealed")
        )
        if name:
            self.save(Path(name), passphrase)
