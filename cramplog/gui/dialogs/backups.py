"""The backups: how they stand, what each holds, what putting one back would change, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cramplog.gui.dialogs.passphrase import with_passphrase
from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.dialogs.second_folder import SecondFolder
from cramplog.gui.pages.settings_backup import second_folder
from cramplog.i18n import _, pgettext
from cramplog.words import dates, numbers
from cramplog.words.records import counted, records

if TYPE_CHECKING:
    from cramplog.gui.pages.page import Tools
    from cramplog.services.comparison import Comparison
    from cramplog.services.open_diary import OpenDiary
    from cramplog.services.upkeep import BackupState
    from cramplog.storage.manifest import Backup
    from cramplog.storage.restore import Restored


_ROWS_IN_SIGHT = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """A backup that was chosen, of the list or from a file; with a passphrase where it is sealed."""

    path: Path
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Answer:
    state: BackupState
    backups: tuple[Backup, ...]
    place: str | None


class BackupsDialog(PlainDialog):
    """Lists the backups; nothing is put back before what it would change has been shown."""

    def __init__(self, given: Tools, parent: QWidget) -> None:
        super().__init__(given.theme, _("Backups"), parent)
        self._given = given
        self._backups: tuple[Backup, ...] = ()
        self._source: _Source | None = None
        self.state = self.say("")
        self.list = self._table()
        self.add(self.list)
        self.said = self.say(_("Choose a backup to see what it would change."))
        self.put_back = self.made_button(_("Put this one back"), self.restore_chosen)
        self.bring_back = self.made_button(_("Bring back only what is missing"), self.bring_back_missing)
        self.from_file = self.made_button(_("From a file…"), self._ask_for_file)
        self.row(self.put_back, self.bring_back, self.from_file)
        self.second_folder = SecondFolder(given.client, given.theme, self)
        self.second_folder.chosen.connect(lambda _folder: self.load())
        self.second_folder.failed.connect(self._show_failed)
        self.make = self.button(_("Back up now"), self.back_up, kind="main")
        self.second = self.button(_("Second folder…"), self.second_folder.ask)
        self.button(_("Close"), self.accept)
        self._choose(None)
        self.load()

    def load(self) -> None:
        """Ask how the backups stand."""
        self._ask(_read, self._show_answer)

    def back_up(self) -> None:
        """Make a verified backup now."""
        self._ask(lambda diary: diary.upkeep.back_up(), self._backed_up)

    def _backed_up(self, made: Backup) -> None:
        # The window's own lines say it too.
        self._given.client.cared_for.emit(made)
        self.load()

    def restore_chosen(self) -> None:
        """Let the diary be what the chosen backup is."""
        if self._source is not None:
            self.setEnabled(False)
            self._given.client.put_back(
                self._source.path,
                passphrase=self._source.passphrase,
                done=self._show_restored,
                failed=self._show_failed,
                owner=self,
            )

    def bring_back_missing(self) -> None:
        """Take from the chosen backup only what the diary does not have."""
        source = self._source
        if source is not None:
            self._given.client.change(
                lambda diary: diary.upkeep.bring_back_missing(source.path, source.passphrase),
                owner=self,
                done=lambda _changed: self._after(_("What was missing is back. Undo takes it out again.")),
                failed=self._show_failed,
            )

    def choose_file(self, path: Path, passphrase: str | None = None) -> None:
        """Look at a backup that lies elsewhere, as on a stick."""
        self.list.clearSelection()
        self._choose(_Source(path, passphrase))

    def _ask_for_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a backup"), "", backup_files())
        if name:
            with_passphrase(self._given.client, self._given.theme, Path(name), self, self.choose_file)

    def _row_chosen(self) -> None:
        rows = self.list.selectionModel().selectedRows()
        if rows:
            self._choose(_Source(self._backups[rows[0].row()].path))

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels(
            [pgettext("backup", "Made"), pgettext("backup", "Holds"), pgettext("backup", "Why")]
        )
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFont(self.theme.font("body"))
        table.verticalHeader().hide()
        # As many lines as the words need, however large they are.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setMinimumSectionSize(self.theme.target.choice)
        table.setMinimumHeight(_ROWS_IN_SIGHT * self.theme.target.choice)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(_("Backups, the newest first"))
        table.setTabKeyNavigation(False)
        table.itemSelectionChanged.connect(self._row_chosen)
        return table

    def _ask(self, question: Callable[[OpenDiary], object], done: Callable[[Any], None]) -> None:
        self._given.client.ask(question, done, owner=self, failed=self._show_failed)

    def _choose(self, source: _Source | None) -> None:
        """Nothing of it is done before the comparison is shown."""
        self._source = source
        for button in (self.put_back, self.bring_back):
            button.setEnabled(False)
        if source is not None:
            self._ask(
                lambda diary: diary.upkeep.compare(source.path, source.passphrase),
                lambda found: self._show_comparison(source, found),
            )

    def _show_answer(self, answer: _Answer) -> None:
        self._backups = answer.backups
        self.state.setText("\n".join(_standing(answer)))
        self.list.setRowCount(len(answer.backups))
        for row, backup in enumerate(answer.backups):
            cells = (dates.moment(backup.made), counted(backup.counts), _why(backup))
            for column, words in enumerate(cells):
                self.list.setItem(row, column, QTableWidgetItem(words))
        self._row_chosen()
        self.fit()

    def _show_comparison(self, source: _Source, found: Comparison) -> None:
        if source is not self._source:
            return
        words = comparison_words(found)
        if source.path not in [backup.path for backup in self._backups]:
            words = _("%(name)s: %(comparison)s") % {"name": source.path.name, "comparison": words}
        self.said.setText(words)
        self.put_back.setEnabled(not found.is_same)
        self.bring_back.setEnabled(bool(found.gained))

    def _show_restored(self, restored: Restored) -> None:
        cramps = numbers.cramps(len(restored.contents.episodes))
        said = _("Put back: %(cramps)s. To undo this, put back the newest backup of the list.")
        self._after(said % {"cramps": cramps})

    def _after(self, words: str) -> None:
        self.setEnabled(True)
        self.list.clearSelection()
        self._choose(None)
        self.said.setText(words)
        self.load()

    def _show_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.said.setText(str(error))
        self._given.client.cared_for.emit(None)


def comparison_words(found: Comparison) -> str:
    """What putting the backup back would bring, take and change."""
    if found.is_same:
        return _("This backup holds the same as the diary.")
    return _("Putting it back would bring %(gained)s, take away %(lost)s and change %(changed)s.") % {
        "gained": records(len(found.gained)),
        "lost": records(len(found.lost)),
        "changed": records(len(found.changed)),
    }


def _read(diary: OpenDiary) -> _Answer:
    return _Answer(diary.upkeep.state(), diary.upkeep.backups(), diary.upkeep.place_warning())


def _standing(answer: _Answer) -> list[str]:
    state = answer.state
    if state.second is None:
        second = _("Only in one place. A second folder, on a USB stick say, outlives this computer.")
    else:
        second = second_folder(state)
    return [line for line in (state.warning, state.line, second, answer.place) if line]


def backup_files() -> str:
    """The kinds of file that a backup may be."""
    return _("Backups (%(endings)s);;All files (*)") % {"endings": "*.db *.sealed"}


def _why(backup: Backup) -> str:
    return {
        "on_request": _("asked for"),
        "first_of_day": _("first save of the day"),
        "at_closing": _("at closing"),
        "before_update": _("before an update"),
        "before_import": _("before an import"),
        "before_deleting": _("before deleting"),
        "before_restore": _("before a restore"),
    }[backup.reason]
