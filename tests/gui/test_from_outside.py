"""A second start brings the window forward; what a command saves beside it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import a_course, an_episode
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.domain.changes import Changed, Kind
from cramplog.gui.bell import Bell
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.outside import OutsideChanges
from cramplog.gui.tasks import Tasks
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.storage import window_lock


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_who_starts_a_second_time_brings_the_window_forward(qtbot: QtBot, tmp_path: Path) -> None:
    diary = tmp_path / "diary.db"
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bell = Bell(str(tmp_path), lambda: window_lock.answer(diary), window)

    window_lock.ring(diary)
    qtbot.waitUntil(lambda: not window.windowState() & Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(bell.timer_wanted):
        window_lock.ring(diary, timer=True)

    assert not window_lock.bell_file(diary).exists()


def test_a_save_of_a_command_is_told_to_the_pages_once_and_an_own_one_not_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opener = Opener(Paths.under(tmp_path))
    tasks, owner = Tasks(), QWidget()
    qtbot.addWidget(owner)
    client = DiaryClient(tasks.diary, lambda: opener(create=True))
    OutsideChanges(str(tmp_path), client, owner)
    told: list[Changed] = []
    with qtbot.waitSignal(client.opened):
        client.open()
    qtbot.wait(400)
    client.changed.connect(told.append)

    with qtbot.waitSignal(client.changed):
        client.change(lambda diary: diary.diary.record(an_episode("2026-03-04 20:00")), owner=owner)
    qtbot.wait(700)
    assert len(told) == 1

    other = opener(create=False)
    with qtbot.waitSignal(client.changed, timeout=5_000) as changed:
        other.diary.record(an_episode("2026-03-05 20:00"))
    other.close()
    qtbot.wait(700)

    assert changed.args is not None
    assert (changed.args[0].revision, changed.args[0].kinds) == (2, frozenset(Kind))
    assert len(told) == 2

    def both(diary: OpenDiary) -> Changed:
        another = opener(create=False)
        another.diary.keep_course(a_course())
        another.close()
        return diary.diary.record(an_episode("2026-03-06 20:00"))

    # A command was quicker than the look at the folder: its course must not stay unseen behind the cramp.
    client.change(both, owner=owner)
    qtbot.waitUntil(lambda: len(told) == 4)
    qtbot.wait(700)
    assert {it.kinds for it in told[2:]} == {frozenset(Kind), frozenset([Kind.EPISODES])}
    assert len(told) == 4
    client.close()
    tasks.stop()
