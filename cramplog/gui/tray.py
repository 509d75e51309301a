"""The icon in the desktop's tray: it reminds, and keeps CrampLog running while the window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from cramplog.gui.theme import icons
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.main_window import MainWindow
    from cramplog.gui.settings import WindowSettings


def can_be_had() -> bool:
    """Whether this desktop has a tray."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """There while a reminder or the tray is wanted; never where the desktop has none."""

    def __init__(self, window: MainWindow, settings: WindowSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu(window)
        self._menu.addAction(_("Open CrampLog"), self.come_forward)
        for name in ("cramp_now", "free_today", "quit"):
            self._menu.addAction(window.menus.action(name))
        window.installEventFilter(self)
        # A cramp that is timed where nobody sees it cannot be ended.
        window.timer.began.connect(self.come_forward)
        settings.reminder_changed.connect(self._follow)
        self._follow()

    @property
    def is_shown(self) -> bool:
        """Whether there is an icon now."""
        return self._icon is not None

    def say(self, title: str, words: str) -> bool:
        """Say it through the desktop; whether that can be done here."""
        if self._icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, words, QIcon(icons.app_icon()))
        return True

    def come_forward(self) -> None:
        """Show the window again."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if watched is self._window and event.type() is QEvent.Type.Show:
            # Whoever brought it back: from here, or by a second start.
            QApplication.setQuitOnLastWindowClosed(True)
        closes = watched is self._window and event.type() is QEvent.Type.Close
        if closes and self._settings.in_tray and self._icon is not None and not self._window.is_leaving:
            event.ignore()
            self._window.keep_now()
            QApplication.setQuitOnLastWindowClosed(False)
            self._window.hide()
            return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        wanted = (self._settings.reminder or self._settings.in_tray) and can_be_had()
        if wanted and self._icon is None:
            self._icon = QSystemTrayIcon(icons.app_icon(), self)
            self._icon.setToolTip("CrampLog")
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._clicked)
            self._icon.messageClicked.connect(self.come_forward)
            self._icon.show()
        elif not wanted and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.come_forward()
