"""Asks for a passphrase: twice for a new one, once for what is sealed already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cramplog.exchange.sealed import SHORTEST_PASSPHRASE
from cramplog.gui.dialogs.plain_dialog import PlainDialog
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.diary_client import DiaryClient


class PassphraseFields(QWidget):
    """`entered` comes with Enter; `passphrase()` is None where something is wrong, which then is said."""

    entered = Signal()

    def __init__(self, theme: Theme, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _field(theme, _("Passphrase"), _shortest() if new else "")
        self.again = _field(theme, _("The same passphrase again"), "") if new else None
        self.show_it = TickBox(theme, _("Show what I type"))
        self.show_it.toggled.connect(self._show_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space.group)
        for field in self._fields():
            column.addWidget(field)
            _line(field).returnPressed.connect(self.entered)
        column.addWidget(self.show_it)
        self.setFocusProxy(self.first.editor)

    def passphrase(self) -> str | None:
        """What was typed, where it can be used."""
        typed = _line(self.first).text()
        for field in self._fields():
            field.set_problem("")
        if not typed:
            self.first.set_problem(_("Type a passphrase."))
            return None
        if self.again is None:
            return typed
        if len(typed) < SHORTEST_PASSPHRASE:
            self.first.set_problem(_shortest())
            return None
        if _line(self.again).text() != typed:
            self.again.set_problem(_("This is not the same. Type it again."))
            return None
        return typed

    def tell_wrong(self, problem: str) -> None:
        """It did not open the file."""
        self.first.set_problem(problem)
        self.first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        _line(self.first).selectAll()

    def _fields(self) -> tuple[Field, ...]:
        return (self.first,) if self.again is None else (self.first, self.again)

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self._fields():
            _line(field).setEchoMode(mode)


class PassphrasePage(PassphraseFields):
    """The same with what it is for, as a page of a longer way."""

    def __init__(self, theme: Theme, sealed: tuple[Path, ...]) -> None:
        super().__init__(theme, new=False)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for place, path in enumerate(sealed):
            column.insertWidget(place, Text(theme, about_sealed(path)))
        column.addStretch(1)


class PassphraseDialog(PlainDialog):
    """`chosen` carries the passphrase, or None where it may be done `without`. Who asked closes it.

    `about` are sentences that come first.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        about: tuple[str, ...],
        *,
        new: bool,
        without: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent)
        for words in (*about, *(_about_new() if new else ())):
            self.say(words)
        self.fields = PassphraseFields(theme, new=new)
        self.add(self.fields)
        self.fields.entered.connect(self._choose)
        self.go_on = self.button(_("Seal it") if new else _("Open"), self._choose, kind="main")
        if without:
            self.without = self.button(without, lambda: self.chosen.emit(None))
        self.cancel = self.button(_("Cancel"), self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields.first.editor.setFocus()

    def tell_wrong(self, error: Exception) -> None:
        """It did not open the file: another can be typed."""
        self.setEnabled(True)
        self.fields.tell_wrong(str(error))
        self.fit()

    def _choose(self) -> None:
        passphrase = self.fields.passphrase()
        if passphrase is not None:
            self.chosen.emit(passphrase)
        self.fit()


def with_passphrase(
    client: DiaryClient, theme: Theme, path: Path, parent: QWidget, then: Callable[[Path, str | None], None]
) -> None:
    """Call `then` with the file, and with its passphrase where it is sealed: one that was tried."""

    def go_on(is_sealed: bool) -> None:
        if not is_sealed:
            then(path, None)
            return
        dialog = PassphraseDialog(
            theme, _("This file is sealed"), (about_sealed(path),), new=False, parent=parent
        )

        def attempt(passphrase: str) -> None:
            dialog.setEnabled(False)
            client.rescue(
                lambda rescuing: rescuing.expect_opens(path, passphrase),
                lambda _none: use(passphrase),
                owner=dialog,
                failed=dialog.tell_wrong,
            )

        def use(passphrase: str) -> None:
            dialog.accept()
            then(path, passphrase)

        dialog.chosen.connect(attempt)
        dialog.open()

    client.rescue(
        lambda rescuing: rescuing.is_sealed(path), go_on, owner=parent, failed=lambda _error: then(path, None)
    )


def about_sealed(path: Path) -> str:
    """What is needed to open it."""
    return _("%(name)s opens with the passphrase that it was sealed with. Nobody can open it without.") % {
        "name": path.name
    }


def _about_new() -> tuple[str, ...]:
    return (
        _(
            "If the passphrase is lost, nobody can ever open the file again: not you, and not the makers of "
            "CrampLog. Write it down, and keep the paper in a safe place."
        ),
        _("Four or five words that have nothing to do with each other are easy to write and hard to guess."),
    )


def _shortest() -> str:
    return _("At least %(n)d characters.") % {"n": SHORTEST_PASSPHRASE}


def _field(theme: Theme, label: str, hint: str) -> Field:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return Field(theme, label, line, hint=hint)


def _line(field: Field) -> QLineEdit:
    line = field.editor
    assert isinstance(line, QLineEdit)
    return line
