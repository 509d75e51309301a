"""Where the window stands, and what goes over from one window to the one that takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from cramplog.gui.main_window import MainWindow
    from cramplog.gui.settings import WindowSettings

FIRST_SIZE = (1280, 860)
SMALLEST_SIZE = (800, 600)
FRAME = (16, 40)


def restore(window: QMainWindow, settings: WindowSettings) -> None:
    """Put the window where it was, or the first time where it fits."""
    window.setMinimumSize(*SMALLEST_SIZE)
    # Of a small screen the taskbar and the window's own frame take their share.
    free = window.screen().availableGeometry().size() - QSize(*FRAME)
    window.resize(QSize(*FIRST_SIZE).boundedTo(free).expandedTo(QSize(*SMALLEST_SIZE)))
    if settings.geometry is not None:
        window.restoreGeometry(settings.geometry)


def take_over(old: MainWindow, new: MainWindow) -> None:
    """Show the same page, with what was chosen and typed there and is kept nowhere else."""
    page = old.shell.current_page()
    new.shell.show_page("log" if page == "form" else page)
    if old.pages.is_made("summary"):
        new.pages.summary.choices.show_options(old.pages.summary.choices.options())
    if page == "settings":
        new.pages.settings.language.language.setFocus()
