"""Bringing diaries in and out: asks for a file, shows what an import would change, then does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cramplog.domain.changes import Changed
from cramplog.gui.dialogs.import_preview import ImportPreview
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.exchange.preview import Preview
    from cramplog.gui.pages.page import Tools


class Files:
    """Import and export of the main window."""

    def __init__(
        self,
        window: QWidget,
        given: Tools,
        *,
        tell: Callable[[str], None],
        explain: Callable[[Exception], None],
    ) -> None:
        self._window = window
        self._given = given
        self._tell = tell
        self._explain = explain

    def export(self) -> None:
        """Ask for a name and write the whole diary there."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Export the whole diary"), _in_documents("cramplog-diary.json"), _json_files()
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the whole diary to `path`."""
        self._given.client.ask(
            lambda diary: diary.exchange.export_json(path),
            lambda _none: self._tell(_("Exported to %(name)s") % {"name": path.name}),
            owner=self._window,
            failed=self._explain,
        )

    def bring_in(self) -> None:
        """Ask for files and show what they would change."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Import into the diary"), _in_documents(""), _json_files()
        )
        if names:
            self.preview(tuple(Path(name) for name in names))

    def preview(self, paths: tuple[Path, ...]) -> None:
        """Show what importing these files would change."""
        self._given.client.ask(
            lambda diary: diary.exchange.preview(paths),
            self._decide,
            owner=self._window,
            failed=self._explain,
        )

    def _decide(self, preview: Preview) -> None:
        dialog = ImportPreview(self._given.theme, preview, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._given.client.change(
                lambda diary: diary.exchange.apply(preview),
                owner=self._window,
                done=self._say_what_came,
                failed=self._explain,
            )

    def _say_what_came(self, changed: Changed) -> None:
        self._tell(_("Imported. Undo takes it back.") if changed.kinds else _("Nothing was new."))


def _in_documents(name: str) -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / name) if folder else name


def _json_files() -> str:
    return _("CrampLog diaries (*.json);;All files (*)")
