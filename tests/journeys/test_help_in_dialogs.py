"""F1 explains a dialog too: in a help window on top of it."""

from __future__ import annotations

from pathlib import Path

from every_place import DIALOGS, example, walk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cramplog.gui import help_texts
from cramplog.gui.dialogs.help import HelpDialog


def test_f1_in_each_dialog_opens_the_help_for_it(tmp_path: Path, qtbot: QtBot) -> None:
    opened: dict[str, str] = {}
    with example(tmp_path, qtbot) as program:
        for _name, dialog in walk(program, tuple(name for name in DIALOGS if name not in ("help", "in use"))):
            qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_F1)
            help_ = dialog.findChild(HelpDialog)
            opened[type(dialog).__name__] = help_.topic() if help_ is not None and help_.isVisible() else ""
            if help_ is not None:
                help_.close()

    assert opened == dict(help_texts.OF_DIALOG)
