"""What can be done for a diary that is damaged, missing or unreadable: the best way out comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from cramplog.domain.changes import Kind
from cramplog.domain.errors import DiaryDamaged, DiaryMissing, DiaryTooNew, NotADiary
from cramplog.gui.dialogs.backups import backup_files
from cramplog.gui.dialogs.passphrase import with_passphrase
from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.picker import Picker
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers
from cramplog.words.records import counted, records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cramplog.domain.errors import DiaryError
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.services.rescuing import Finding
    from cramplog.services.restoring import Restoring
    from cramplog.storage.restore import Restored


# Where a backup in its place may help. A diary that is only locked or out of reach is best left alone.
_REPLACEABLE = (DiaryDamaged, DiaryMissing, NotADiary, DiaryTooNew, type(None))


class DamageDialog(PlainDialog):
    """`error` is why it could not be opened; None where it is open and shows what is sound.

    `mended` says in a sentence what took the diary's place; `try_again` asks to open it once more.
    """

    mended = Signal(str)
    try_again = Signal()

    def __init__(
        self,
        theme: Theme,
        client: DiaryClient,
        found: Finding,
        error: DiaryError | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _title(error), parent)
        self._client, self._found, self._error = client, found, error
        self._asked_anew = False
        for words in _standing(found, error):
            self.say(words)
        if isinstance(error, _REPLACEABLE):
            self._offer_backups()
        if found.sound is not None and any(found.sound.values()):
            self._offer_readable(found.sound)
        if found.exists:
            self._offer_copy()
        self.said = self.say("", "label")
        self.said.hide()
        self._close_with()

    def put_back(self, backup: Path, passphrase: str | None = None) -> None:
        """Let the diary be what this backup is."""
        self._replace(lambda restoring: restoring.put_back(backup, passphrase), _put_back_words)

    def start_anew(self) -> None:
        """Begin an empty diary; asked twice."""
        if not self._asked_anew:
            self._asked_anew = True
            self.anew.set_words(_("Yes, start with an empty diary"))
            self._tell(_("The new diary will be empty. The old file and all backups stay where they are."))
            return
        self._replace(
            lambda restoring: restoring.start_anew(), lambda _kept: _("This is a new, empty diary.")
        )

    def save_readable(self, path: Path) -> None:
        """Write what is sound to this file."""

        def tell(counts: Mapping[Kind, int]) -> None:
            said = _("Saved in %(name)s: %(counts)s. To use them again: File, Import.")
            self._tell(said % {"name": path.name, "counts": counted(counts)})

        self._client.rescue(
            lambda rescuing: rescuing.save_readable(path), tell, owner=self, failed=self._failed
        )

    def copy_for_help(self, path: Path) -> None:
        """Copy the file as it is."""
        self._client.rescue(
            lambda rescuing: rescuing.copy_for_help(path),
            lambda copies: self._tell(_("Copied to %(path)s") % {"path": copies[0]}),
            owner=self,
            failed=self._failed,
        )

    def _offer_backups(self) -> None:
        self.say(_("Put a backup back"), "heading")
        self.backups = Picker(self.theme, _("Backup"))
        # What does not fit stands in full below.
        self.backups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for backup in self._found.backups:
            cramps = numbers.cramps(backup.counts.get(Kind.EPISODES, 0))
            shown = {"made": dates.moment(backup.made), "cramps": cramps}
            self.backups.addItem(_("%(made)s: %(cramps)s") % shown, backup.path)
        other = self.made_button(_("Another backup file…"), self._ask_for_backup)
        if not self._found.backups:
            self.say(_("There is no sound backup beside the diary. Perhaps you have one on a stick."))
            self.row(other)
            return
        self.say(_about_backups(self._error))
        self.add(self.backups)
        self.holds = self.say("")
        self.backups.currentIndexChanged.connect(self._show_chosen)
        self._show_chosen(0)
        self.row(other)
        # At the foot, where it is seen however large the text is.
        best = "plain" if isinstance(self._error, DiaryTooNew) else "main"
        self.put = self.button(_("Put this backup back"), self._put_chosen, kind=best)

    def _offer_readable(self, counts: Mapping[Kind, int]) -> None:
        self.say(_("Save what can be read"), "heading")
        self.say(_("One file with %(counts)s. CrampLog can import it.") % {"counts": counted(counts)})
        ask = self._asker(_("Save what can be read"), "cramplog-saved.json", self.save_readable)
        self.readable = self.made_button(_("Save what can be read…"), ask)
        self.row(self.readable)

    def _offer_copy(self) -> None:
        self.say(_("Ask for help"), "heading")
        self.say(_("Copy the file as it is, for someone who can look into it. It holds your whole diary."))
        ask = self._asker(_("Copy for help"), "cramplog-for-help.db", self.copy_for_help)
        self.copy = self.made_button(_("Save a copy for help…"), ask)
        self.row(self.copy)

    def _close_with(self) -> None:
        if self._error is None:
            self.leave = self.button(_("Go on reading"), self.reject)
            return
        self.again = self.button(_("Try to open it again"), self._again)
        self.leave = self.button(_("Not now"), self.reject)
        if isinstance(self._error, DiaryMissing | NotADiary):
            self.anew = self.button(_("Start with an empty diary…"), self.start_anew, kind="link")

    def _again(self) -> None:
        self.accept()
        self.try_again.emit()

    def _put_chosen(self) -> None:
        self.put_back(Path(self.backups.currentData()))

    def _show_chosen(self, index: int) -> None:
        counts = counted(self._found.backups[index].counts)
        self.holds.setText(_("This backup holds %(counts)s.") % {"counts": counts})

    def _ask_for_backup(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a backup"), str(self._found.path.parent), backup_files()
        )
        if name:
            with_passphrase(self._client, self.theme, Path(name), self, self.put_back)

    def _asker(self, title: str, name: str, does: Callable[[Path], None]) -> Callable[[], None]:
        def ask() -> None:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name))
            if chosen:
                does(Path(chosen))

        return ask

    def _replace(self, action: Callable[[Restoring], object], words: Callable[..., str]) -> None:
        self.setEnabled(False)

        def done(answer: object) -> None:
            said = words(answer)
            self.accept()
            self.mended.emit(said)

        self._client.replace(action, done=done, failed=self._failed, owner=self)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        self.setAccessibleDescription(words)
        self.fit()
        self.bring_into_view(self.said)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._tell(str(error))


def _about_backups(error: DiaryError | None) -> str:
    if isinstance(error, DiaryTooNew):
        return _(
            "Only if you cannot install the newer version: these backups are of an older one. What was "
            "written after them will be missing."
        )
    if isinstance(error, DiaryMissing):
        return _("This is the best way. The newest backup comes first.")
    return _("This is the best way. What was written after the backup will be missing.")


def _title(error: DiaryError | None) -> str:
    if error is None:
        return _("Part of your diary is damaged")
    if isinstance(error, DiaryMissing):
        return _("Your diary is missing")
    if isinstance(error, DiaryTooNew):
        return _("A newer CrampLog wrote this diary")
    return _("Your diary cannot be opened")


def _standing(found: Finding, error: DiaryError | None) -> list[str]:
    said = []
    if error is not None:
        said.append(str(error))
    if error is None and found.sound is not None:
        said.append(
            _("Sound: %(counts)s. You can read them in the window. Nothing can be saved for now.")
            % {"counts": counted(found.sound)}
        )
        said.append(
            _("Damaged or lost, and not shown: %(records)s.") % {"records": records(found.lost)}
            if found.lost
            else _("No entry is lost, but the file itself is not as it was written.")
        )
    if found.exists:
        said.append(_("Nothing was changed in the file, and it is kept whatever you choose."))
    if found.bad_backups:
        said.append(
            ngettext(
                "%(n)d of the newest backups did not pass the check. Only sound ones are offered.",
                "%(n)d of the newest backups did not pass the check. Only sound ones are offered.",
                found.bad_backups,
            )
            % {"n": found.bad_backups}
        )
    return said


def _put_back_words(restored: Restored) -> str:
    cramps = numbers.cramps(len(restored.contents.episodes))
    if restored.kept is None:
        return _("Your diary is back, with %(cramps)s.") % {"cramps": cramps}
    said = _("Your diary is back, with %(cramps)s. The file before is kept as %(name)s.")
    return said % {"cramps": cramps, "name": restored.kept.name}
