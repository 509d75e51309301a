"""Another computer's lock: named, explained, and overridden only by who was told what can go wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from making import an_episode, at
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryInUse
from cramplog.gui.dialogs import in_use
from cramplog.gui.dialogs.in_use import Answer, InUseDialog
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.paths import Paths
from cramplog.storage.window_lock import WindowLock, lock_file

NOW = at("2026-11-22 12:30 +01:00")
PAGE = {"host": "grandmas-laptop", "since": "2026-11-20T08:30:00+01:00"}


@pytest.fixture
def error(tmp_path: Path) -> DiaryInUse:
    """What a start meets where another computer left its lock."""
    lock_file(tmp_path / "diary.db").write_text(json.dumps(PAGE))
    with pytest.raises(DiaryInUse) as caught:
        WindowLock.take(tmp_path / "diary.db", now=NOW)
    return caught.value


def test_it_names_the_computer_and_the_time_and_what_can_go_wrong(
    qtbot: QtBot, theme: Theme, error: DiaryInUse
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = InUseDialog(theme, error, window)
    dialog.show()

    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "“grandmas-laptop” opened it on Fri, 20 Nov 2026, 08:30" in words.replace("Nov.", "Nov")
    assert "entries can be lost" in words
    assert dialog.answer is Answer.LEAVE
    dialog.close()


@pytest.mark.parametrize(
    ("press", "answer"),
    [
        (lambda dialog: dialog.leave, Answer.LEAVE),
        (lambda dialog: dialog.look, Answer.LOOK),
        (lambda dialog: dialog.take_over, Answer.TAKE_OVER),
    ],
)
def test_the_answer_is_the_button_that_was_pressed(
    qapp: QApplication,
    tmp_path: Path,
    error: DiaryInUse,
    press: Callable[[InUseDialog], Button],
    answer: Answer,
) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, InUseDialog)
        press(dialog).click()

    QTimer.singleShot(100, choose)

    assert in_use.ask(error, tmp_path / "window.ini") is answer


def test_who_only_looks_sees_all_and_saves_nothing(tmp_path: Path, error: DiaryInUse) -> None:
    paths = Paths.under(tmp_path)
    clock = FixedClock(NOW, "Europe/Berlin")
    diary = Opener(paths, clock)(create=True)
    diary.diary.record(an_episode("2026-11-20 02:10 +01:00", note="seen"))
    diary.close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}

    looking = Opener(paths, clock, in_window=True, only_look=error)(create=True)
    with pytest.raises(DiaryInUse, match="grandmas-laptop"):
        looking.diary.record(an_episode("2026-11-21 02:10 +01:00"))
    assert [episode.note for episode in looking.reading.episodes()] == ["seen"]
    looking.upkeep.at_closing()
    looking.close()

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before
    assert not paths.backups.exists()
