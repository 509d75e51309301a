"""A filled paper sheet comes into the diary from the menu, and goes out again with one Undo."""

from __future__ import annotations

from program import Program
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cramplog.services.open_diary import OpenDiary


def cramps(program: Program) -> int:
    found: list[int] = []

    def count(diary: OpenDiary) -> int:
        return len(diary.reading.episodes())

    program.built.client.ask(count, found.append, owner=program.window)
    program.wait()
    return found[0]


def test_a_paper_sheet_is_typed_in_and_undone(program: Program) -> None:
    program.choose("type_sheet")
    entry = program.window.on_paper.entry
    assert entry is not None
    program.qtbot.waitUntil(entry.isActiveWindow)
    entry.cramps.setFocus()
    for cell in ("4", "210", "calf", "left"):
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, cell)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_Tab)
    program.picture("paper-sheet")
    program.click(entry.save_button)

    assert cramps(program) == 1
    assert "type in a paper sheet" in program.window.menus.action("undo").text()
    program.choose("undo")
    assert cramps(program) == 0
    program.choose("redo")
    assert cramps(program) == 1
