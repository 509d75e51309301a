"""What is chosen in the tray's menu while the window is closed is seen."""

from __future__ import annotations

import pytest
from program import Program
from PySide6.QtWidgets import QApplication

from cramplog.gui.tray import Tray


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_cramp_now_in_the_tray_brings_the_window_with_the_timer(program: Program) -> None:
    Tray(program.window, program.built.settings)
    program.window.hide()

    program.choose("cramp_now")

    assert program.window.isVisible()
    assert program.window.timer.page.isVisible()


def test_a_window_that_was_brought_back_in_any_way_ends_the_program_when_it_is_closed(
    program: Program,
) -> None:
    Tray(program.window, program.built.settings)
    program.window.hide()
    QApplication.setQuitOnLastWindowClosed(False)

    # As a second start of the program does.
    program.window.show()

    assert QApplication.quitOnLastWindowClosed()
