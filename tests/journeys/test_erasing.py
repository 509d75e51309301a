"""Everything is erased from the window: only when a word was typed, and closing brings nothing back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import an_episode, at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cramplog import bootstrap, log
from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.gui.dialogs.erase import EraseDialog
from cramplog.paths import Paths

CLOCK = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program on a diary with a backup and a copy of it in a second folder."""
    paths = Paths.under(tmp_path / "home")
    diary = Opener(paths, CLOCK)(create=True)
    diary.upkeep.choose_second_folder(tmp_path / "stick")
    diary.diary.record(an_episode("2026-09-08 19:40 +02:00", note="zebrafish"))
    diary.upkeep.back_up()
    diary.close()
    log.open_log(paths.logs).warning("something")
    built = bootstrap.build(paths, clock=CLOCK)
    with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
        built.show()
    running = Program(built, qtbot, None)
    running.wait()
    yield running
    built.stop()
    log.close_log()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def asked(program: Program) -> EraseDialog:
    program.choose("page_settings")
    program.window.pages.settings.erase.erase.click()
    program.wait()
    return program.window.pages.settings.erasing


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def test_it_says_what_goes_and_what_stays_and_nothing_goes_without_the_word(
    program: Program, tmp_path: Path
) -> None:
    before = files(tmp_path)
    dialog = asked(program)

    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "This cannot be undone." in words
    assert "1 backup beside it" in words
    assert "On SSDs and USB sticks" in words
    assert dialog.second is not None
    assert dialog.second.text() == f"Also the 1 backup in the second folder {tmp_path / 'stick'}"
    assert not dialog.second.isChecked()
    assert not dialog.erase.isEnabled()
    program.qtbot.keyClicks(dialog.word, "eras")
    assert not dialog.erase.isEnabled()
    program.click(dialog.keep)
    assert files(tmp_path) == before
    assert program.window.isVisible()


@pytest.mark.parametrize("second", [False, True])
def test_the_word_erases_all_and_the_window_closes_without_leaving_anything(
    program: Program, tmp_path: Path, second: bool
) -> None:
    dialog = asked(program)
    assert dialog.second is not None
    dialog.second.setChecked(second)
    program.qtbot.keyClicks(dialog.word, "Erase")

    program.click(dialog.erase)
    program.qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    program.built.stop()

    assert files(tmp_path / "home") == []
    assert len(files(tmp_path / "stick")) == (0 if second else 2)
