"""A dialog answers the window's keys too: F1 explains it on top of it, and its text grows and shrinks."""

from __future__ import annotations

from pathlib import Path

from checklist import cut
from every_place import DIALOGS, example, settle, walk
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


def test_ctrl_and_plus_minus_and_0_change_the_text_of_a_dialog(tmp_path: Path, qtbot: QtBot) -> None:
    sizes: dict[str, list[float]] = {}
    too_long: dict[str, list[str]] = {}
    control = Qt.KeyboardModifier.ControlModifier
    with example(tmp_path, qtbot) as program:
        for name, dialog in walk(program, ("about", "help", "import of a table")):
            for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
                qtbot.keyClick(dialog.focusWidget() or dialog, key, control)
                settle(program)
                sizes.setdefault(name, []).append(program.built.theme.text_size)
                if found := cut(dialog):
                    too_long[f"{name} at {sizes[name][-1]}"] = found

    assert {name: found for name, found in sizes.items() if found != [1.1, 1.2, 1.1, 1.0]} == {}
    assert too_long == {}
