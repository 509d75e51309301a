"""Says that the program made a mistake: what that means for the diary, and what can be sent to be mended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.theme.theme import Theme
from cramplog.i18n import _, ngettext

_LINES = 7


class CrashDialog(PlainDialog):
    """`end` closes the program. The details stand there to be read before anybody copies them."""

    def __init__(
        self, theme: Theme, details: str, log: Path | None, *, last_time: bool = False, parent: QWidget
    ) -> None:
        title = _("CrampLog broke off last time") if last_time else _("Something went wrong in CrampLog")
        super().__init__(theme, title, parent)
        self._accounts = [details]
        for words in _of_last_time() if last_time else _of_now():
            self.say(words)
        self._more = self.say("", tone="ink2")
        self.say(_("For a report to the makers of CrampLog"), "label")
        self.say(_("These details hold nothing that you wrote: only where in the program it happened."))
        self.details = self._box()
        # Beside them, so that they have been seen before they are copied.
        self.copy = self.made_button(_("Copy details"), self._copy)
        self.row(self.copy)
        self.say(_where(log), "small", tone="ink2")
        self.go_on = self.button(_("Go on"), self.accept, kind="main")
        self.end = self.button(_("Close CrampLog"), self.reject) if not last_time else None
        self._show()
        self.go_on.setFocus()

    def one_more(self, details: str) -> None:
        """Another error came while this one is being told."""
        self._accounts.append(details)
        self._show()

    def _show(self) -> None:
        self.details.setPlainText("\n\n".join(self._accounts))
        more = len(self._accounts) - 1
        self._more.setText(
            ngettext("It happened in %(n)d more place.", "It happened in %(n)d more places.", more)
            % {"n": more}
            if more
            else ""
        )
        self._more.setVisible(bool(more))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.set_words(_("Copied"))

    def _box(self) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(_("Details of the error"))
        box.document().setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        box.setMinimumHeight(_LINES * self.theme.type.line("small"))
        self.add(box)
        return box


def _of_now() -> tuple[str, ...]:
    return (
        _("This is a mistake in the program. You did nothing wrong."),
        _(
            "Your diary is safe. An entry is on the disk before CrampLog calls it saved, and it is saved "
            "whole or not at all."
        ),
        _(
            "You can go on. The line at the bottom of the window says if something is not saved yet. "
            "If a page looks wrong, close CrampLog and open it again."
        ),
    )


def _of_last_time() -> tuple[str, ...]:
    return (
        _("The program stopped by itself, before it could close. You did nothing wrong."),
        _("Your diary is safe. It was checked from end to end just now, and every entry is as it was saved."),
        _("A cramp that you had not finished waits on the Log page."),
    )


def _where(log: Path | None) -> str:
    if log is None:
        return _("The example diary keeps no log.")
    return _("The log is in %(path)s. It holds nothing that you wrote either.") % {"path": log}
