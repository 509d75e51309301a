"""What the tests of the window share: one application, a theme to wear, and no window left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cramplog.gui.theme import fonts
from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import LIGHT


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light look at 100 %, worn by the whole application, with the shipped letters."""
    fonts.load()
    worn = Theme(LIGHT)
    worn.apply(qapp)
    yield worn
    worn.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def shown(qapp: QApplication, theme: Theme) -> Iterator[Callable[..., QWidget]]:
    """Show a widget in a window of its own, as wide as asked for, and take the window away afterwards."""
    windows: list[QWidget] = []

    def show(widget: QWidget, width: int = 640, height: int = 480) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(widget)
        layout.addStretch(1)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qapp.processEvents()
        windows.append(window)
        return widget

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
    settle(qapp)


@pytest.fixture(autouse=True)
def no_window_is_left_behind(qapp: QApplication) -> Iterator[None]:
    before = set(QApplication.topLevelWidgets())
    yield
    settle(qapp)
    left = [
        widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()
    ]
    assert left == []


def settle(qapp: QApplication) -> None:
    """Let everything that was asked for happen, deletions too."""
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
