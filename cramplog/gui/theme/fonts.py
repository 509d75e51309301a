"""The letters: Atkinson Hyperlegible Next, which travels with the program."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from cramplog.paths import resource

FAMILY = "Atkinson Hyperlegible Next"
_FILES = ("Regular", "SemiBold", "Bold")


@cache
def load() -> bool:
    """Make the shipped letters known to Qt; False where it cannot read them, and the system's are used."""
    known = [
        QFontDatabase.addApplicationFont(str(resource("fonts", f"AtkinsonHyperlegibleNext-{style}.ttf")))
        for style in _FILES
    ]
    return min(known) >= 0


def made(pixels: int, weight: int, *, equal_figures: bool = False) -> QFont:
    """The letters at one size; `equal_figures` makes all digits equally wide, for columns and the timer."""
    # A copy, which whoever asked may change; Qt looks up the letters of all copies once.
    return QFont(_made(pixels, weight, equal_figures=equal_figures))


@cache
def _made(pixels: int, weight: int, *, equal_figures: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    if equal_figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
