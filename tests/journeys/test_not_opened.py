"""A diary that cannot be opened: the window says so, and offers nothing that would need it."""

from __future__ import annotations

from pathlib import Path

from making import at
from program import PATIENCE_MS
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.gui.actions import ACTIONS
from cramplog.paths import Paths


def test_what_needs_the_diary_cannot_be_chosen_where_none_is_open(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    paths = Paths.under(tmp_path)
    paths.diary.parent.mkdir(parents=True, exist_ok=True)
    paths.diary.write_bytes(b"a shopping list, and no diary")
    built = bootstrap.build(paths, clock=FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin"))
    with qtbot.waitSignal(built.client.failed_to_open, timeout=PATIENCE_MS):
        built.show()

    menus = built.window.menus
    possible = {spec.id for spec in ACTIONS if menus.action(spec.id).isEnabled()}

    assert {"quit", "larger", "about"} <= possible
    assert possible.isdisjoint({"log", "free_today", "undo", "import", "export", "cramp_now", "page_diary"})
    assert built.window.notice.isVisible()
    assert paths.diary.read_bytes() == b"a shopping list, and no diary"
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
