"""The pain and urine scales: a number, its word, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.pain_scale import PainScale
from cramplog.gui.widgets.pain_square import PainSquare
from cramplog.gui.widgets.urine_scale import UrineScale

Show = Callable[..., QWidget]


@pytest.fixture
def scale(theme: Theme, shown: Show) -> PainScale:
    scale = PainScale(theme)
    shown(scale)
    return scale


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_no_pain_is_recorded_and_is_not_the_same_as_nothing(scale: PainScale) -> None:
    before = scale.value()

    QTest.mouseClick(scale.square(0), Qt.MouseButton.LeftButton)

    assert before is None
    assert scale.value() == 0
    assert "0: no pain" in words_of(scale)


def test_the_word_of_the_chosen_pain_stands_below(scale: PainScale) -> None:
    scale.set_value(7)

    assert "7: severe" in words_of(scale)
    assert "Not recorded" not in words_of(scale)


def test_a_second_click_takes_the_pain_back(scale: PainScale) -> None:
    heard: list[object] = []
    scale.changed.connect(heard.append)

    QTest.mouseClick(scale.square(4), Qt.MouseButton.LeftButton)
    QTest.mouseClick(scale.square(4), Qt.MouseButton.LeftButton)

    assert heard == [4, None]
    assert "Not recorded" in words_of(scale)


def test_arrows_walk_digits_choose_and_delete_clears(scale: PainScale) -> None:
    scale.square(0).setFocus()

    QTest.keyClick(scale.square(0), Qt.Key.Key_Right)
    walked = (scale.square(1).hasFocus(), scale.value())
    QTest.keyClick(scale.square(1), Qt.Key.Key_Space)
    pressed = scale.value()
    QTest.keyClick(scale.square(1), "8")
    typed = scale.value()
    QTest.keyClick(scale.square(8), Qt.Key.Key_Delete)

    assert walked == (True, None)
    assert (pressed, typed, scale.value()) == (1, 8, None)


def test_squares_are_at_least_48_by_52(scale: PainScale) -> None:
    sizes = [(scale.square(number).width(), scale.square(number).height()) for number in range(11)]

    assert all(width >= 48 and height >= 52 for width, height in sizes)


def test_a_urine_colour_is_named_in_words(theme: Theme, shown: Show) -> None:
    scale = UrineScale(theme)
    shown(scale)

    QTest.mouseClick(scale.square(3), Qt.MouseButton.LeftButton)

    assert scale.value() == 3
    assert "3: pale yellow" in words_of(scale)


@pytest.mark.parametrize(
    ("pain", "name"),
    [(None, "Pain not recorded"), (0, "Pain 0, no pain"), (5, "Pain 5, medium"), (7, "Pain 7, severe")],
)
def test_a_pain_square_is_read_out_in_words(theme: Theme, pain: int | None, name: str) -> None:
    square = PainSquare(theme, pain)

    assert square.accessibleName() == name
    square.deleteLater()
