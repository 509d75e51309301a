"""The running program, driven as a person would: by clicks, menus and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.gui.application import Application
from cramplog.gui.main_window import MainWindow

# Long: a machine may stand still for others.
PATIENCE_MS = 60_000


class Program:
    """The running program, and what a person does with it."""

    def __init__(self, built: Application, qtbot: QtBot, pictures: Path | None) -> None:
        self.built = built
        self.qtbot = qtbot
        self._pictures = pictures

    @property
    def window(self) -> MainWindow:
        """The window that is shown now: another language builds another one."""
        return self.built.window

    def wait(self) -> None:
        """Wait until the workers have answered everything."""
        self.qtbot.waitUntil(lambda: not self.built.tasks.are_busy, timeout=PATIENCE_MS)

    def click(self, widget: QWidget) -> None:
        """One click with the left button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.wait()

    def choose(self, action: str) -> None:
        """One entry of the menus, by its id."""
        found = self.window.findChild(QAction, action)
        assert isinstance(found, QAction), action
        assert found.isEnabled(), f"{action} cannot be chosen"
        found.trigger()
        self.wait()

    def picture(self, name: str) -> None:
        """A picture of the window, where a folder for them is named by CRAMPLOG_PICTURES."""
        if self._pictures is not None:
            self._pictures.mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(self._pictures / f"{name}.png"))
