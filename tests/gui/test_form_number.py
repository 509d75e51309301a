"""A field for a number: read as the reader writes numbers, and never emptied by a slip of the finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.theme.theme import Theme


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Let Qt write numbers as in a locale."""
    before = QLocale()
    yield lambda locale: QLocale.setDefault(QLocale(locale))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "typed", "meant"),
    [
        ("en_GB", "1,000", 1000),
        ("en_GB", "1.000", 1),
        ("en_GB", "1,5", 1.5),
        ("en_GB", "1,000.5", 1000.5),
        ("en_GB", "0,125", 0.125),
        ("de_DE", "1.000", 1000),
        ("de_DE", "1,000", 1),
        ("de_DE", "1.5", 1.5),
        ("de_DE", "1.000,5", 1000.5),
        ("fr_FR", "1 000", 1000),
    ],
)
def test_a_number_is_read_as_the_reader_writes_it(
    theme: Theme, speak: Callable[[str], None], locale: str, typed: str, meant: float
) -> None:
    speak(locale)
    field = NumberField(theme, "Metres", low=0, high=100_000)

    field.line.setText(typed)

    assert field.value() == meant
    field.deleteLater()


def test_what_cannot_be_read_leaves_the_number_that_was_there(
    theme: Theme, qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field = NumberField(theme, "Litres", low=0, high=50)
    shown(field)
    field.set_value(1.5)
    said: list[float | None] = []
    field.changed.connect(said.append)

    field.line.setFocus()
    qtbot.keyClicks(field.line, "x")

    assert field.line.text() == "1.5x"
    assert said == [1.5]
    field.line.clear()
    qtbot.keyClicks(field.line, " ")
    assert said[-1] is None
