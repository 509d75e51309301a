"""The line at the bottom of the window: saved, backup, and that the diary stays here."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.drawing import Drawing
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

_READ_MS = 6000


class StatusLine(QFrame):
    """Say with `show_words` and `show_backup` how things stand, and with `mention` what was done.

    `mentioned` comes when that has stood long enough to be read.
    """

    mentioned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "status_line")
        self.setAccessibleName(_("Status"))
        self._theme = theme
        self._words = Text(theme, "", "small", tone="ink2")
        self._tick = Drawing(theme, "check", "ink2", small=True)
        self._backup = Text(theme, "", "small", tone="ink2")
        self._warning = Drawing(theme, "warning", "warn", small=True)
        self._private = Text(theme, "", "small", tone="ink2")
        self._reading = QTimer(self, singleShot=True, interval=_READ_MS)
        self._reading.timeout.connect(self.mentioned)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.page, theme.space.inside, theme.space.page, theme.space.inside)
        row.setSpacing(theme.space.small)
        row.addWidget(self._tick)
        self._tick.hide()
        row.addWidget(self._words)
        row.addSpacing(theme.space.medium)
        row.addWidget(self._warning)
        self._warning.hide()
        row.addWidget(self._backup)
        row.addStretch(1)
        self._lock = Drawing(theme, "lock", "ink2", small=True)
        row.addWidget(self._lock)
        row.addWidget(self._private)
        self._follow()
        theme.changed.connect(self._follow)

    def show_words(self, words: str, *, saved: bool = False) -> None:
        """What was done last; with a tick where it says that all changes are `saved`."""
        self._reading.stop()
        self._words.setText(words)
        self._tick.setVisible(saved)

    def mention(self, words: str) -> None:
        """What was done, for as long as it takes to read it."""
        self.show_words(words)
        self._reading.start()

    @property
    def is_mentioning(self) -> bool:
        """Whether what was done may still be read."""
        return self._reading.isActive()

    def words(self) -> str:
        """What it says of the last change."""
        return self._words.text()

    def says_saved(self) -> bool:
        """Whether the tick stands beside its words."""
        return self._tick.isVisible()

    def show_backup(self, words: str, *, warns: bool = False) -> None:
        """Such as "Backup: today, 08:02"; with a sign where something is to be done about it."""
        self._backup.setText(words)
        self._backup.set_tone("warn" if warns else "ink2")
        self._warning.setVisible(warns)

    def backup(self) -> str:
        """What it says of the backups."""
        return self._backup.text()

    def warns_of_backup(self) -> bool:
        """Whether the sign stands beside it."""
        return self._warning.isVisible()

    def privacy(self) -> str:
        """What it says of where the diary is."""
        return self._private.text()

    def _follow(self) -> None:
        """With large text in fewer words."""
        large = self._theme.large_text
        self._private.setText(
            _("Never leaves this computer") if large else _("Your diary never leaves this computer")
        )
