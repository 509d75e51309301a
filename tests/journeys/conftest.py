"""The whole program through its bootstrap: a real window, a real diary file, the real workers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.paths import Paths

NOW = "2026-09-11 20:12 +02:00"


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program on a new diary, shown, with the diary open."""
    built = bootstrap.build(Paths.under(tmp_path), clock=FixedClock(at(NOW), "Europe/Berlin"))
    folder = os.environ.get("CRAMPLOG_PICTURES")
    running = Program(built, qtbot, Path(folder) if folder else None)
    with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
        built.show()
    running.wait()
    yield running
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
