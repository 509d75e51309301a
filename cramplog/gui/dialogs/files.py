"""Bringing diaries in and out: asks for a file, shows what an import would change, then does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cramplog.gui.dialogs.dropped import Dropped
from cramplog.gui.dialogs.elsewhere import SaveElsewhere
from cramplog.gui.dialogs.other_diaries import OtherDiaries
from cramplog.gui.dialogs.sealed_copy import SealedCopy
from cramplog.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cramplog.domain.changes import Changed
    from cramplog.gui.pages.page import Tools
    from cramplog.services.exchange import Exchange


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
        self.sealed_copy = SealedCopy(window, given, tell=tell, explain=explain)
        self.others = OtherDiaries(window, given, tell=tell, explain=explain)
        self.elsewhere = SaveElsewhere(window, given.client, tell=tell, explain=explain)
        Dropped(window, self.bring_in_files)

    def actions(self) -> dict[str, Callable[[], object]]:
        """What the File menu does with files, by the id of the action."""
        return {
            "open": self.others.ask,
            "recent": self.others.ask,
            "save_copy": self.others.ask_where,
            "import": self.bring_in,
            "import_folder": self.bring_in_folder,
            "backups": self.show_backups,
            "export": self.export,
            "export_sealed": self.sealed_copy.ask,
        }

    def show_backups(self) -> None:
        """List the backups, and put one back."""
        from cramplog.gui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._given, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export(self) -> None:
        """Ask for a name and a kind, and write the diary there."""
        from PySide6.QtWidgets import QFileDialog

        kinds = {
            _whole_diary(): ".json",
            _tables(): ".csv",
            _health_record(): ".fhir.json",
            _health_record_without_snomed(): ".fhir.json",
            _calendar(): ".ics",
        }
        name, kind = QFileDialog.getSaveFileName(
            self._window, _("Export the whole diary"), _in_documents("cramplog-diary"), ";;".join(kinds)
        )
        if name:
            ending = kinds.get(kind, ".json")
            path = Path(name if name.lower().endswith(ending) else name + ending)
            self.export_to(path, snomed=kind != _health_record_without_snomed())

    def export_to(self, path: Path, *, snomed: bool = True) -> None:
        """Write the diary to `path`, in the format that its name says."""
        self._given.client.ask(
            lambda diary: _export(diary.exchange, path, snomed),
            lambda _none: self._tell(_("Exported to %(name)s") % {"name": path.name}),
            owner=self._window,
            failed=self._explain,
        )

    def bring_in(self) -> None:
        """Ask for files and show what they would change."""
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(
            self._window, _("Import into the diary"), _in_documents(""), _readable_files()
        )
        if names:
            self.bring_in_files(tuple(Path(name) for name in names))

    def bring_in_folder(self) -> None:
        """Ask for a folder of workouts and show what they would change."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(
            self._window, _("Import a folder of workouts"), _in_documents("")
        )
        if name:
            self.bring_in_files((Path(name),))

    def bring_in_files(self, paths: tuple[Path, ...]) -> None:
        """Lead these files and folders into the diary."""
        from cramplog.gui.dialogs.import_wizard import ImportWizard

        self.wizard = ImportWizard(self._given, paths, self._window)
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wizard.imported.connect(self._say_what_came)
        self.wizard.failed.connect(self._explain)
        self.wizard.open()

    def _say_what_came(self, changed: Changed) -> None:
        self._tell(_("Imported. Undo takes it back.") if changed.kinds else _("Nothing was new."))


def _in_documents(name: str) -> str:
    from PySide6.QtCore import QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / name) if folder else name


def _export(exchange: Exchange, path: Path, snomed: bool) -> None:
    if path.suffix.lower() == ".csv":
        exchange.export_csv(path)
    elif path.suffix.lower() == ".ics":
        exchange.export_calendar(path)
    elif path.name.lower().endswith(".fhir.json"):
        exchange.export_fhir(path, snomed=snomed)
    else:
        exchange.export_json(path)


def _whole_diary() -> str:
    return _("The whole diary, to be imported again (*.json)")


def _tables() -> str:
    return _("Tables of cramps and days (*.csv)")


def _health_record() -> str:
    return _("Health record (FHIR), with SNOMED CT codes (*.fhir.json)")


def _health_record_without_snomed() -> str:
    return _("Health record (FHIR), SNOMED CT codes left out (*.fhir.json)")


def _calendar() -> str:
    return _("Calendar of cramps and courses (*.ics)")


def _readable_files() -> str:
    endings = "*.json *.csv *.tsv *.txt *.xlsx *.ods *.fit *.tcx *.gpx *.gz *.zip *.db *.sealed"
    return _("Diaries, tables and workouts (%(endings)s);;All files (*)") % {"endings": endings}
