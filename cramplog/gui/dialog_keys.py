"""The keys that a dialog answers too: the window's own menus do not reach there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cramplog.gui.actions import ACTIONS, keys_of


class DialogKeys(QObject):
    """`does` says by the id of an action what is done in a dialog that was opened from the window."""

    def __init__(self, window: QWidget, does: Mapping[str, Callable[[QDialog], object]]) -> None:
        super().__init__(window)
        self._window, self._does = window, does

    def watch(self, program: QApplication) -> None:
        """Give each dialog its keys when it is first come to."""
        program.focusChanged.connect(self._came_to)

    def _came_to(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and self._is_ours(dialog) and not _has_keys(dialog):
            for action, does in self._does.items():
                self._add(dialog, action, does)

    def _add(self, dialog: QDialog, action: str, does: Callable[[QDialog], object]) -> None:
        (spec,) = (spec for spec in ACTIONS if spec.id == action)
        key = QShortcut(dialog)
        key.setKeys(keys_of(spec))
        key.setObjectName(_name(action))
        key.activated.connect(lambda: does(dialog))

    def _is_ours(self, dialog: QWidget) -> bool:
        above: QWidget | None = dialog
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None


def _has_keys(dialog: QDialog) -> bool:
    return dialog.findChild(QShortcut, _name("larger")) is not None


def _name(action: str) -> str:
    return f"{action}_in_dialog"
