"""Tab follows the order in which a window is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tab_order import way

from cramplog.gui.widgets.reading_order import put_in_order


class Window(QMainWindow):
    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        put_in_order(self)
        return super().focusNextPrevChild(forward)


class Reader:
    """A window of two columns; `names` says what Tab comes to, one field after the other."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = Window()
        middle = QWidget()
        columns = QHBoxLayout(middle)
        self.first, self.second = QVBoxLayout(), QVBoxLayout()
        columns.addLayout(self.first)
        columns.addLayout(self.second)
        self.window.setCentralWidget(middle)
        self.window.show()
        self.window.activateWindow()
        qtbot.addWidget(self.window)

    def names(self, *, back: bool = False) -> str:
        passed = way(self.window, back=back)
        begin = next(at for at, part in enumerate(passed) if part.objectName() == "a")
        return "".join(part.objectName() for part in [*passed[begin:], *passed[:begin]])


def field(name: str, parent: QWidget | None = None) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    return Reader(qtbot)


def test_what_is_made_late_comes_where_it_stands(reader: Reader) -> None:
    reader.first.addWidget(field("a"))
    reader.second.addWidget(field("d"))
    reader.first.addWidget(field("c"))
    reader.first.insertWidget(1, field("b"))

    assert reader.names() == "abcd"
    assert reader.names(back=True) == "adcb"


def test_what_is_not_seen_is_left_out_until_it_is(reader: Reader) -> None:
    for name in "abc":
        reader.first.addWidget(field(name))
    middle = reader.window.findChild(QLineEdit, "b")
    middle.hide()
    assert reader.names() == "ac"

    middle.show()

    assert reader.names() == "abc"


def test_a_grid_is_read_line_by_line_whatever_was_put_in_first(reader: Reader) -> None:
    grid = QGridLayout()
    for name, row, column in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        grid.addWidget(field(name), row, column)
    reader.first.addLayout(grid)

    assert reader.names() == "abcd"


@pytest.mark.parametrize(("direction", "order"), [("LeftToRight", "abc"), ("RightToLeft", "acb")])
def test_what_stands_free_is_read_from_above_and_from_where_lines_begin(
    reader: Reader, direction: str, order: str
) -> None:
    room = QWidget()
    room.setMinimumSize(300, 100)
    room.setLayoutDirection(Qt.LayoutDirection[direction])
    for name, across, down in (("c", 200, 60), ("b", 0, 60), ("a", 100, 0)):
        field(name, room).setGeometry(across, down, 80, 30)
    reader.first.addWidget(room)

    assert reader.names() == order
