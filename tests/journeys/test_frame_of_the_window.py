"""The frame of the window: what it says, how large it begins, and that nothing in it jumps or lags."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import LEFT_CALF, an_episode, at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.domain.clock import FixedClock
from cramplog.paths import Paths

SAVED = "All changes saved on this computer"
EXAMPLE = "Example diary: nothing you enter here is kept"


@pytest.mark.slow
def test_the_example_says_everywhere_that_it_is_one(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    clock = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")
    built = bootstrap.build(Paths.under(tmp_path), clock=clock, example=True)
    with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
        built.show()
    qtbot.waitUntil(lambda: not built.tasks.are_busy, timeout=PATIENCE_MS)
    window = built.window

    assert window.windowTitle() == "CrampLog – example diary"
    assert window.notice.isVisible()
    assert window.notice.accessibleName().startswith("This is an example diary.")
    assert (window.shell.status.words(), window.shell.status.says_saved()) == (EXAMPLE, False)

    built.stop()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def test_what_was_done_is_said_and_then_how_the_saving_stands(program: Program) -> None:
    status = program.window.shell.status
    assert status.words() == SAVED

    program.window.tell("Text size: 110 %")
    assert status.words() == "Text size: 110 %"
    assert not status.says_saved()

    program.qtbot.waitSignal(status.mentioned, timeout=10_000).wait()
    assert status.words() == SAVED
    assert status.says_saved()


def test_a_failure_stays_until_the_next_action(program: Program) -> None:
    status = program.window.shell.status
    program.window.explain(OSError("no room"))

    with program.qtbot.waitSignal(status.mentioned, timeout=7_000, raising=False) as waited:
        pass
    assert not waited.signal_triggered
    assert status.words() == "That did not work."
    assert program.window.notice.isVisible()


def test_with_large_text_the_promise_is_shorter_but_stays(program: Program) -> None:
    program.built.theme.change(text_size=2.0)

    assert program.window.shell.status.privacy() == "Never leaves this computer"


def test_ten_quick_steps_of_the_text_size_dress_the_window_once(program: Program) -> None:
    dressed: list[float] = []
    program.built.theme.changed.connect(lambda: dressed.append(program.built.theme.text_size))

    for _press in range(10):
        program.window.menus.action("larger").trigger()
    program.qtbot.waitUntil(lambda: bool(dressed), timeout=PATIENCE_MS)

    assert dressed == [2.0]


def test_the_first_window_leaves_room_on_a_small_screen(program: Program) -> None:
    free = program.window.screen().availableGeometry()

    # The screen of the tests is 800 by 800: the width is the least there is, the height leaves a taskbar.
    assert (free.width(), free.height()) == (800, 800)
    assert (program.window.width(), program.window.height()) == (800, 760)


def test_a_banner_pushes_nothing_away_from_under_the_pointer(program: Program) -> None:
    diary = program.window.pages.diary
    program.built.client.change(
        lambda opened: opened.diary.record(an_episode("2026-09-08 19:40 +02:00", places=(LEFT_CALF,))),
        owner=diary,
    )
    program.choose("page_diary")
    before = diary.list.mapTo(program.window, QPoint(0, 0))
    (row,) = diary.list.table.rows_of([diary.list.table.entry(0).episode.id])
    diary.list.selectRow(row)

    program.window.explain(OSError("no room"))
    program.qtbot.keyClick(diary.list, Qt.Key.Key_Delete)
    program.wait()

    assert diary.notice.isVisible()
    assert diary.list.mapTo(program.window, QPoint(0, 0)) == before
