"""Saves a copy of the diary elsewhere, with what its own file does not take at the moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cramplog.i18n import _
from cramplog.words import numbers

if TYPE_CHECKING:
    from cramplog.domain.contents import DiaryContents
    from cramplog.gui.diary_client import DiaryClient


class SaveElsewhere(QObject):
    """Asks where, and writes one file that can be imported."""

    def __init__(
        self,
        window: QWidget,
        client: DiaryClient,
        *,
        tell: Callable[[str], None],
        explain: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window, self._client, self._tell, self._explain = window, client, tell, explain
        client.copy_wanted.connect(self.ask)

    def ask(self) -> None:
        """Ask for a name: on another disk, where this one is full."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # Opened, not waited for: it may be asked for while the window is about to close.
        dialog = QFileDialog(self._window, words(), folder, _("Diary (*.json)"))
        dialog.selectFile("cramplog-copy.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the copy."""

        def saved(contents: DiaryContents) -> None:
            said = _("A copy with %(cramps)s is in %(name)s. When all is well again: File, Import.")
            self._tell(said % {"cramps": numbers.cramps(len(contents.episodes)), "name": path.name})

        self._client.ask(
            lambda diary: diary.exchange.save_elsewhere(path), saved, owner=self, failed=self._explain
        )


def words() -> str:
    """What the button says, wherever it stands."""
    return _("Save a copy elsewhere…")
