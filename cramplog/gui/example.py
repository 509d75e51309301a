"""The example diary: opened in a window of its own, and called an example there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.gui.undo_notice import UndoNotice


def open_in_own_window() -> None:
    """Start it beside the person's diary, so that it cannot be taken for that."""
    from PySide6.QtCore import QProcess

    frozen = getattr(sys, "frozen", False)
    QProcess.startDetached(sys.executable, ["demo"] if frozen else ["-m", "cramplog", "demo"])


def title() -> str:
    """What its window is called."""
    return _("CrampLog – example diary")


def not_kept() -> str:
    """What stands where other windows say that all is saved."""
    return _("Example diary: nothing you enter here is kept")


def introduce(notice: UndoNotice) -> None:
    """Say once what this is."""
    notice.inform(
        _("This is an example diary."),
        _("Try what you like: nothing you enter here is kept, and your own diary is not touched."),
    )
