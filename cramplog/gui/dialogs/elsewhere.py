"""Saves a copy of the diary elsewhere, with what its own file does not take at the moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cramplog.i18n import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cramplog.gui.diary_client import DiaryClient
    from cramplog.services.open_diary import OpenDiary


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
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

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
        from cramplog.words import numbers

        def save(diary: OpenDiary) -> tuple[int, int]:
            contents = diary.exchange.save_elsewhere(path)
            return len(contents.episodes), diary.diary.undeleted_in(contents)

        def saved(counts: tuple[int, int]) -> None:
            cramps, undeleted = counts
            said = _("A copy with %(cramps)s is in %(name)s. When all is well again: File, Import.")
            told = [said % {"cramps": numbers.cramps(cramps), "name": path.name}]
            if undeleted:
                told.append(_not_deleted(undeleted))
            self._tell(" ".join(told))

        self._client.ask(save, saved, owner=self, failed=self._explain)


def _not_deleted(count: int) -> str:
    told = ngettext(
        "%(n)d entry could not be deleted: it is in the copy too.",
        "%(n)d entries could not be deleted: they are in the copy too.",
        count,
    )
    return told % {"n": count}


def words() -> str:
    """What the button says, wherever it stands."""
    return _("Save a copy elsewhere…")
