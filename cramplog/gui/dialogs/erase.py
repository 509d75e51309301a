"""Erases everything, once the person has read what goes and what stays, and has typed a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _, ngettext, pgettext

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient
    from cramplog.services.erasing import Belongings


class EraseDialog(PlainDialog):
    """The one thing that cannot be undone: the client's `erased` follows."""

    def __init__(
        self, theme: Theme, client: DiaryClient, what: Belongings, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Erase everything"), parent)
        self._client = client
        self.say(_("This cannot be undone."), "label", tone="emergency")
        self.say(_("This is erased"), "heading")
        for words in _goes(what):
            self.say(words)
        self.second = self._ask_apart(what)
        self.say(_("This stays"), "heading")
        for words in _stays():
            self.say(words)
        self.word = QLineEdit()
        asked = _("To go on, type “%(word)s”") % {"word": _word()}
        self.field = Field(theme, asked, self.word)
        self.add(self.field)
        self.keep = self.button(_("Keep my diary"), self.reject, kind="main")
        self.erase = self.button(_("Erase everything"), self._erase)
        self.erase.set_possible(False, reason=asked)
        self.word.textChanged.connect(lambda _text: self.erase.set_possible(self._is_typed(), reason=asked))
        self.keep.setFocus()

    def _is_typed(self) -> bool:
        return self.word.text().strip().casefold() == _word().casefold()

    def _erase(self) -> None:
        self.setEnabled(False)
        self._client.erased.connect(self.accept)
        second = self.second is not None and self.second.isChecked()
        self._client.erase(second=second, failed=self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self.field.set_problem(str(error))
        self.fit()
        self.bring_into_view(self.field)

    def _ask_apart(self, what: Belongings) -> TickBox | None:
        if what.second_folder is None:
            return None
        if not what.copies:
            words = _("The second folder %(folder)s is not there now, or has no copies. What is on it stays.")
            self.say(words % {"folder": what.second_folder})
            return None
        words = ngettext(
            "Also the %(n)d backup in the second folder %(folder)s",
            "Also the %(n)d backups in the second folder %(folder)s",
            what.copies,
        )
        box = TickBox(self.theme, words % {"n": what.copies, "folder": what.second_folder})
        self.add(box)
        return box


def _goes(what: Belongings) -> tuple[str, ...]:
    backups = ngettext("%(n)d backup beside it", "%(n)d backups beside it", what.backups)
    return (
        _("The diary %(path)s, with its trash and what you have not finished.") % {"path": what.diary},
        _("%(backups)s, and what earlier restores have kept.") % {"backups": backups % {"n": what.backups}},
        _("The settings of the window, and the log."),
    )


def _stays() -> tuple[str, ...]:
    return (
        _("Files that you exported, pages that you printed, and copies in other places."),
        _(
            "On SSDs and USB sticks, erased data can sometimes be brought back with special tools. Disk "
            "encryption guards against that. CrampLog cannot."
        ),
    )


def _word() -> str:
    return pgettext("a word to be typed", "erase")
