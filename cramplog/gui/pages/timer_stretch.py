"""A small drawing of the stretch that fits the chosen muscle, and what it shows in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cramplog.domain.places import Muscle, Place
from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import NIGHT
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.paths import resource

# The files are drawn in these colours of the night.
_TOKENS = ("ink2", "body_rest", "accent", "line")
_DRAWINGS = {
    Muscle.CALF: "calf",
    Muscle.SHIN: "neutral",
    Muscle.HAMSTRING: "hamstring",
    Muscle.QUADRICEPS: "quadriceps",
    Muscle.FOOT: "foot",
    Muscle.TOES: "foot",
    Muscle.HAND: "hand",
    Muscle.FINGERS: "hand",
    Muscle.FOREARM: "hand",
}
_NEUTRAL = "neutral"


class StretchCard(QWidget):
    """The drawing with its words below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = StretchPicture(theme)
        self.words = Text(theme, "", "small", tone="ink2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space.small)
        column.addWidget(self.picture)
        column.addWidget(self.words)
        self.show_places(())

    def show_places(self, places: Iterable[Place]) -> None:
        """Show how to stretch the muscle that was chosen last; any muscle where none was."""
        chosen = tuple(places)
        drawing = _DRAWINGS.get(chosen[-1].muscle, _NEUTRAL) if chosen else _NEUTRAL
        self.picture.show_drawing(drawing)
        self.words.setText(_caption(drawing))
        self.picture.setAccessibleName(self.words.text())


class StretchPicture(QWidget):
    """One of the drawings in the colours of the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = _NEUTRAL
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def drawing(self) -> str:
        """Which one is shown."""
        return self._drawing

    def show_drawing(self, drawing: str) -> None:
        """Show another one."""
        self._drawing = drawing
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        size = self._renderer().defaultSize()
        return min(size.height(), round(width * size.height() / size.width()))

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._renderer().defaultSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.target.body_figure, self.heightForWidth(self._theme.target.body_figure))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        renderer = self._renderer()
        size = renderer.defaultSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        painter = QPainter(self)
        # Arms and legs run on beyond the edge of their drawing.
        painter.setClipRect(where)
        renderer.render(painter, where)
        painter.end()

    def _renderer(self) -> QSvgRenderer:
        palette = self._theme.palette
        return _renderer(self._drawing, tuple(palette.colour(token) for token in _TOKENS))


def _caption(drawing: str) -> str:
    return {
        "calf": _("Leg straight: pull the foot towards you"),
        "hamstring": _("Leg straight: lean forward"),
        "quadriceps": _("Hold on to something: pull the heel up"),
        "foot": _("Pull the toes up with your hand"),
        "hand": _("Bend the hand back with the other one"),
        _NEUTRAL: _("Make the muscle long, slowly"),
    }[drawing]


@cache
def _renderer(drawing: str, colours: tuple[str, ...]) -> QSvgRenderer:
    text = resource("stretches", f"{drawing}.svg").read_text("utf-8")
    worn = {NIGHT.colour(token): colour for token, colour in zip(_TOKENS, colours, strict=True)}
    # In one go: a colour that is put in must not be taken for one that was drawn.
    text = re.sub("|".join(worn), lambda drawn: worn[drawn[0]], text)
    return QSvgRenderer(QByteArray(text.encode()))
