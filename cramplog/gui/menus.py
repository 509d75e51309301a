"""The menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow

from cramplog.gui.actions import ACTIONS, LOOKS, WITHOUT_DIARY, WRITES, ActionSpec, Menu, keys_of, menu_title


class Menus:
    """The window's menus. `action(id)` gives one action, to enable it or to change its words."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> None:
        self._actions = {spec.id: _action(window, spec, handlers[spec.id]) for spec in ACTIONS}
        self._possible: set[str] = set()
        self._menus = {menu: window.menuBar().addMenu(menu_title(menu)) for menu in Menu}
        for spec in ACTIONS:
            if spec.line_before:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(self._actions[spec.id])
        self._looks = QActionGroup(window)
        for name in LOOKS:
            self._actions[name].setCheckable(True)
            self._looks.addAction(self._actions[name])

    def action(self, name: str) -> QAction:
        """The action with this id."""
        return self._actions[name]

    def do_without_diary(self) -> None:
        """Only what needs no diary can be chosen: none could be opened."""
        self._possible = self._possible or {name for name, it in self._actions.items() if it.isEnabled()}
        for name, action in self._actions.items():
            action.setEnabled(name in WITHOUT_DIARY)

    def do_with_diary(self) -> None:
        """A diary was opened after all: everything is as it was."""
        for name in self._possible:
            self._actions[name].setEnabled(True)
        self._possible = set()

    def allow_writing(self, possible: bool) -> None:
        """Whether what changes the diary can be chosen."""
        for name in WRITES:
            self._actions[name].setEnabled(possible)

    def show_look(self, look: str) -> None:
        """Tick the look that is worn."""
        for name, meant in LOOKS.items():
            self._actions[name].setChecked(meant == look)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say in the Edit menu what undo and redo would do; "" where there is nothing."""
        for name, words in (("undo", undo), ("redo", redo)):
            title = next(spec.title() for spec in ACTIONS if spec.id == name)
            self._actions[name].setText(f"{title}: {words.replace('&', '&&')}" if words else title)
            self._actions[name].setEnabled(bool(words))


def _action(window: QMainWindow, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
    action = QAction(spec.title(), window)
    action.setObjectName(spec.id)
    action.setMenuRole(spec.role)
    action.setShortcuts(keys_of(spec))
    action.triggered.connect(lambda _checked=False: handler())
    return action
