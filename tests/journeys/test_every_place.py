"""The checklist for everybody, over every page and dialog, in each look, text size and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checklist import CHECKS, astray, findings
from every_place import example, walk
from pseudo import marked, mirrored, spoken
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui import speech
from cramplog.gui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from cramplog.gui.widgets.body_drawing import View
from cramplog.i18n import LANGUAGES, language
from cramplog.paths import resource

LEFT_CALF = Place(Muscle.CALF, Side.LEFT)


@pytest.fixture
def said_in(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Speak one of the languages that are offered."""
    before = language._catalogue, language.locale, language.territory

    def speak(code: str) -> None:
        language.speak({"en": "en_GB", "de": "de_DE", "es": "es_ES"}.get(code, code), resource("locale"))
        speech.speak(qapp)

    yield speak
    language._catalogue, language.locale, language.territory = before
    speech.speak(qapp)


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda palette: palette.name)
def test_every_page_and_dialog_in_each_look_size_and_language(
    palette: Palette, code: str, tmp_path: Path, qtbot: QtBot, said_in: Callable[[str], None]
) -> None:
    found: dict[str, list[str]] = {}
    said_in(code)
    with example(tmp_path, qtbot) as program:
        for size in (1.0, 2.0):
            program.built.theme.change(palette=palette, text_size=size)
            for name, root in walk(program):
                found |= findings(f"{name} at {size}", root)

    assert found == {}


@pytest.mark.slow
def test_long_words_in_large_text_are_read_in_full(tmp_path: Path, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    with spoken(marked, tmp_path), example(tmp_path / "diary", qtbot) as program:
        program.built.theme.change(text_size=2.0)
        for name, root in walk(program):
            found |= findings(name, root)

    assert found == {}


@pytest.mark.slow
def test_a_line_that_begins_at_the_right_mirrors_the_window_but_not_the_body(
    tmp_path: Path, qtbot: QtBot
) -> None:
    found: dict[str, list[str]] = {}
    with spoken(mirrored, tmp_path, locale="he"), example(tmp_path / "diary", qtbot) as program:
        for name, root in walk(program):
            found |= findings(name, root)
        shell = program.window.shell
        assert program.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert shell.sidebar.geometry().center().x() > shell.width() / 2
        # Seen from the back, the person's left is at the left whatever is read.
        back = program.window.pages.form.where.map.figure(View.BACK)
        assert back.outline(LEFT_CALF).boundingRect().center().x() < back.width() / 2

    assert found == {}


def test_each_check_finds_what_it_is_for(qtbot: QtBot) -> None:
    root = _Trap()
    qtbot.addWidget(root)
    root.show()

    assert {check.__name__ for check in CHECKS if check(root)} == {check.__name__ for check in CHECKS}


def test_a_table_that_keeps_the_tab_key_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    for part in (QLineEdit(), QTableWidget(2, 2), QLineEdit()):
        row.addWidget(part)
    root.show()

    found = astray(root)

    assert [finding.split(" “")[0] for finding in found] == [
        "Tab never comes to QLineEdit",
        *["Shift+Tab goes another way at QLineEdit", "Shift+Tab goes another way at QTableWidget"],
    ]


class _Trap(QDialog):
    """Everything wrong at once."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        small = QPushButton()
        small.setFixedSize(20, 20)
        row.addWidget(small)
        long = QLabel("A sentence that has no room")
        long.setFixedWidth(20)
        row.addWidget(long)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedWidth(60)
        wide = QWidget()
        wide.setMinimumWidth(400)
        area.setWidget(wide)
        row.addWidget(area)
        last = QLineEdit()
        row.addWidget(last)
        self.setTabOrder(last, area)
        away = QLabel("Away", self)
        away.move(5_000, 0)

    def reject(self) -> None:
        """Esc does nothing."""
