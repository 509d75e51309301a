"""Another computer has the diary open, or seems to: says what can go wrong, and lets a person decide."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cramplog.domain.errors import DiaryInUse
from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.settings import WindowSettings
from cramplog.gui.theme import fonts
from cramplog.gui.theme.looks import palette_for
from cramplog.gui.theme.theme import Theme
from cramplog.i18n import _
from cramplog.words import dates


class Answer(Enum):
    """What the person chose."""

    LEAVE = auto()
    LOOK = auto()
    TAKE_OVER = auto()


class InUseDialog(PlainDialog):
    """`answer` is LEAVE until another button is pressed."""

    def __init__(self, theme: Theme, error: DiaryInUse, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("The diary is open on another computer"), parent)
        self.answer = Answer.LEAVE
        shown = {"host": error.host, "since": _moment(error.since)}
        self.say(_("The computer “%(host)s” opened it on %(since)s and has not closed it since.") % shown)
        self.say(_("If both computers write in it, entries can be lost. Close CrampLog there first."))
        self.say(
            _(
                "Was that computer switched off, or did it break down, while CrampLog was open? Then nobody "
                "has the diary open, and you can open it here."
            )
        )
        self.leave = self.button(_("Leave it closed"), self.reject, kind="main")
        self.look = self.button(_("Only look, save nothing"), lambda: self._choose(Answer.LOOK))
        self.take_over = self.button(_("Open it here all the same"), lambda: self._choose(Answer.TAKE_OVER))
        self.leave.setFocus()

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def ask(error: DiaryInUse, settings: Path) -> Answer:
    """Ask before there is a window, in the look that the window would wear."""
    fonts.load()
    wished = WindowSettings(settings)
    wished.tell_the_words()
    dialog = InUseDialog(Theme(palette_for(wished.look), wished.text_size), error)
    dialog.exec()
    return dialog.answer


def _moment(since: str) -> str:
    try:
        return dates.moment(datetime.fromisoformat(since))
    except ValueError:
        return since
