"""Opens other diaries, each in a window of its own, and saves a copy of this one where the person says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from cramplog.domain.errors import UnreadableFile
from cramplog.i18n import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from cramplog.gui.pages.page import Tools
    from cramplog.services.open_diary import OpenDiary


class OtherDiaries(QObject):
    """Never two diaries in one window: what is written could go into the wrong one.

    `start`: how another window is opened; `remembers`: not for an example.
    """

    def __init__(
        self,
        window: QWidget,
        given: Tools,
        *,
        tell: Callable[[str], None],
        explain: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window, self._given, self._tell, self._explain = window, given, tell, explain
        self.start: Callable[[Path], object] = open_in_own_window
        self.remembers = True
        self._own: Path | None = None
        given.client.opened.connect(self._opened)

    def show_recent(self, action: QAction) -> None:
        """Let this entry of a menu offer the diaries that were opened last."""
        self.menu = QMenu(self._window)
        action.setMenu(self.menu)
        self._recent = action
        self._list()

    def ask(self) -> None:
        """Ask for a diary and open it."""
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open another diary"), _in_documents(""), _diaries()
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open this diary in a window of its own, where it is one that can be written in."""
        refused = self._why_not(path)
        if refused:
            self._explain(UnreadableFile(path, refused))
            return
        self.start(path)
        self._tell(_("%(name)s opens in a window of its own.") % {"name": path.name})

    def ask_where(self) -> None:
        """Ask where a copy of this diary goes."""
        from PySide6.QtWidgets import QFileDialog

        options = QFileDialog.Option.DontConfirmOverwrite
        name, _kind = QFileDialog.getSaveFileName(
            self._window,
            _("Save a copy of the diary"),
            _in_documents("diary-copy.db"),
            _diaries(),
            "",
            options,
        )
        if name:
            self.save_copy(Path(name if name.lower().endswith(".db") else name + ".db"))

    def save_copy(self, path: Path) -> None:
        """Save a copy there."""
        said = _("A copy of the whole diary is in %(name)s. To look at it: File, Open another diary.") % {
            "name": path.name
        }
        self._given.client.ask(
            lambda diary: diary.upkeep.save_copy(path),
            lambda _none: self._tell(said),
            owner=self,
            failed=self._explain,
        )

    def _why_not(self, path: Path) -> str:
        if path == self._own:
            return _("%(name)s is the diary that is open here.") % {"name": path.name}
        if not path.is_file():
            message = _("There is no file %(path)s. If it is on a stick or another disk, plug that in first.")
            return message % {"path": path}
        if path.with_name(path.name + ".json").exists():
            # Written in, it would be no backup any more.
            return _("%(name)s is a backup. To look at it or to put it back: File, Backups.") % {
                "name": path.name
            }
        return ""

    def _opened(self, diary: OpenDiary) -> None:
        self._own = diary.upkeep.path
        if self.remembers:
            self._given.settings.remember_diary(self._own)
        self._list()

    def _list(self) -> None:
        self.menu.clear()
        others = [path for path in self._given.settings.recent_diaries if path != self._own]
        for number, path in enumerate(others, start=1):
            words = str(path).replace("&", "&&")
            self.menu.addAction(f"&{number}  {words}").triggered.connect(
                lambda _checked=False, path=path: self.open(path)
            )
        self._recent.setEnabled(bool(others))


def open_in_own_window(path: Path) -> None:
    """Start the program once more; where another window has that diary open, it comes forward."""
    from PySide6.QtCore import QProcess

    before = [] if getattr(sys, "frozen", False) else ["-m", "cramplog"]
    QProcess.startDetached(sys.executable, [*before, "--diary", str(path)])


def _in_documents(name: str) -> str:
    from PySide6.QtCore import QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / name) if folder else name


def _diaries() -> str:
    return _("Diaries (*.db);;All files (*)")
