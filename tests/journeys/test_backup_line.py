"""How the backups stand is said in the window: always in its last line, and louder where it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from making import an_episode, at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.paths import Paths

CLOCK = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], Program]]:
    started: list[Program] = []

    def begin(folder: Path) -> Program:
        built = bootstrap.build(Paths.under(folder), clock=CLOCK)
        with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
            built.show()
        started.append(Program(built, qtbot, None))
        started[-1].wait()
        return started[-1]

    yield begin
    for program in started:
        program.built.stop()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def log(program: Program) -> None:
    program.built.client.change(
        lambda opened: opened.diary.record(an_episode("2026-09-08 19:40 +02:00")), owner=program.window
    )
    program.wait()


def test_the_line_follows_each_backup(start: Callable[[Path], Program], tmp_path: Path) -> None:
    program = start(tmp_path)
    status = program.window.shell.status
    assert status.backup() == "No backup yet"

    log(program)

    assert status.backup() == "Backup: today, 20:12"
    assert not status.warns_of_backup()
    assert not program.window.notice.isVisible()


def test_a_backup_that_fails_is_said_with_its_reason(
    start: Callable[[Path], Program], tmp_path: Path
) -> None:
    program = start(tmp_path)
    (tmp_path / "backups").write_text("a file in the way")

    log(program)

    assert program.window.shell.status.backup() == "The last backup failed"
    assert program.window.shell.status.warns_of_backup()
    assert program.window.notice.isVisible()
    assert "Your diary needs care." in program.window.notice.accessibleName()
    # There is nothing to be taken back.
    assert not program.window.notice.undo.isVisible()


@pytest.mark.parametrize("name", ["Dropbox", "iCloud Drive"])
def test_a_diary_in_a_folder_that_is_copied_while_it_is_written_is_warned_of(
    start: Callable[[Path], Program], tmp_path: Path, name: str
) -> None:
    program = start(tmp_path / name)

    assert program.window.notice.isVisible()
    said = program.window.notice.accessibleName()
    assert f"{name.split()[0]} copies this folder while CrampLog writes in it" in said
    assert "choose this one for backups" in said
