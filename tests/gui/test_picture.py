"""The picture of a chart before and after it is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.picture import Picture


def test_a_picture_that_takes_long_says_that_it_is_being_drawn(
    shown: Callable[..., QWidget], theme: Theme, qtbot: QtBot
) -> None:
    picture = Picture(theme, "Cramps per week")
    shown(picture)
    assert not picture.says_drawing()

    qtbot.waitUntil(picture.says_drawing)
    assert picture.accessibleDescription() == "Drawing …"

    picture.show_image(QImage(40, 20, QImage.Format.Format_RGBA8888), "3 cramps in 7 known days")
    assert not picture.says_drawing()
    assert picture.accessibleDescription() == "3 cramps in 7 known days"
