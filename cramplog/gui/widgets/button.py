"""One button for every use: main, plain, link, choice, chip or quiet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import Lettering, longest_word, natural_width
from cramplog.gui.widgets.painting import Corners, Edge, box


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a button looks in one state, in the names of colours."""

    ground: str | None
    ink: str
    edge: str | None
    edge_width: int = 1
    dashed: bool = False


_REST = {
    "main": Face(ground="fill", ink="on_fill", edge="accent"),
    "plain": Face(ground="card", ink="ink", edge="control"),
    "link": Face(ground=None, ink="accent", edge=None),
    "choice": Face(ground="card", ink="ink", edge="control"),
    "number": Face(ground="card", ink="ink", edge="control"),
    "chip": Face(ground="card", ink="ink", edge="control"),
    "quiet": Face(ground=None, ink="ink2", edge="control", dashed=True),
}
_CHOSEN = {
    "number": Face(ground="fill", ink="on_fill", edge="accent"),
    "choice": Face(ground="fill", ink="on_fill", edge="accent"),
    "chip": Face(ground="tint", ink="ink", edge="accent", edge_width=2),
    "quiet": Face(ground=None, ink="ink", edge="control", edge_width=2, dashed=True),
}
_BOLD_IF_CHOSEN = ("choice", "number", "chip")
_PRESSED = Face(ground="fill_pressed", ink="on_fill", edge="accent")
_OFF = Face(ground=None, ink="ink2", edge="control", dashed=True)


class Button(QPushButton):
    """A button that wraps its words instead of cutting them, and follows the theme.

    `kind`: "main" (the one filled button of a page), "plain", "link", "choice" (part of a choice row),
    "number" (the same, for a figure), "chip" (stands alone, can be chosen), "quiet" (dashed).
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "plain",
        icon: str | None = None,
        end_icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self.kind = kind
        # With little room on either side of its words, where three questions stand side by side.
        self.narrow = False
        self.corners = Corners()
        self._icon = icon
        self._end_icon = end_icon
        # Layouts ask for the same height many times over.
        self._heights: dict[tuple[int, str, bool], int] = {}
        self._widths: dict[tuple[str, bool], tuple[int, int]] = {}
        self.setAccessibleName(text.replace("\n", " "))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_told = False
        self.toggled.connect(self._changed)
        theme.changed.connect(self.follow)

    def setChecked(self, checked: bool) -> None:  # noqa: N802 (Qt's name)
        """Choose it or not, without telling that the person did."""
        before, self._is_told = self._is_told, True
        super().setChecked(checked)
        self._is_told = before

    def nextCheckState(self) -> None:  # noqa: N802
        before, self._is_told = self._is_told, True
        super().nextCheckState()
        self._is_told = before

    def set_words(self, text: str) -> None:
        """Say something else, to eyes and to screen readers."""
        self.setText(text)
        self.setAccessibleName(text.replace("\n", " "))
        self.updateGeometry()

    def set_icon(self, name: str | None) -> None:
        """Show another drawing, or none."""
        self._icon = name
        self.follow()

    def icon_name(self) -> str | None:
        """The drawing that stands before the words."""
        return self._icon

    def set_possible(self, possible: bool, *, reason: str = "") -> None:
        """Switch off with a sentence that says why, or on again."""
        self.setEnabled(possible)
        sentence = "" if possible else reason
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)

    def set_corners(self, corners: Corners) -> None:
        """Round only some ends, as part of a row of joined buttons."""
        if corners != self.corners:
            self.corners = corners
            self.update()

    def follow(self) -> None:
        """Take on a changed theme."""
        self._heights.clear()
        self._widths.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        asked = (width, self.text(), self.isChecked())
        if asked not in self._heights:
            words = self._words(width - 2 * self._padding - self._icons_width()).height if self.text() else 0
            self._heights[asked] = max(self._least_height(), words + 2 * self.theme.space.small)
        return self._heights[asked]

    def sizeHint(self) -> QSize:  # noqa: N802
        width = self._wish()[0]
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._wish()[1], self._least_height())

    def _wish(self) -> tuple[int, int]:
        """The width on one line, and that below which a word would be broken."""
        asked = (self.text(), self.isChecked())
        if asked not in self._widths:
            letters, around = self._widest_letters(), self._icons_width()
            whole = natural_width(self.text(), letters) + around + 2 * self._padding
            least = longest_word(self.text(), letters) + around + 2 * self._tight_padding()
            self._widths[asked] = max(self._least_width(), whole), max(self._least_width(), least)
        return self._widths[asked]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses what has the focus, as Space does; a key that is held down presses once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        face = self.face()
        self.paint_ground(painter, face)
        self._paint_content(painter, face)
        painter.end()

    def face(self) -> Face:
        """How the button looks in its present state."""
        if not self.isEnabled():
            return _OFF if self.kind != "link" else Face(ground=None, ink="ink2", edge=None)
        if self.isDown():
            return _PRESSED
        chosen = self.isChecked() and self.kind in _CHOSEN
        face = _CHOSEN[self.kind] if chosen else _REST[self.kind]
        if self.underMouse() and face.ground != "fill":
            return Face(
                ground="tint", ink=face.ink, edge=face.edge, edge_width=face.edge_width, dashed=face.dashed
            )
        return face

    def paint_ground(self, painter: QPainter, face: Face) -> None:
        """Draw the button without what is written on it."""
        theme = self.theme
        edge = None
        if face.edge:
            edge = Edge(colour=theme.colour(face.edge), width=face.edge_width, dashed=face.dashed)
        ground = theme.colour(face.ground) if face.ground else None
        box(
            painter,
            QRectF(self.rect()),
            ground=ground,
            edge=edge,
            radius=theme.shape.card_radius,
            corners=self.corners,
        )

    def _changed(self, chosen: bool) -> None:
        # The tick of a chosen button needs room of its own.
        self.updateGeometry()
        if not self._is_told:
            # A screen reader's "Toggle" comes past both ways above, and Qt tells nobody: it becomes a press.
            self.setChecked(not chosen)
            self.click()

    @property
    def _padding(self) -> int:
        space = self.theme.space
        if self.narrow:
            return space.inside
        by_kind = {"link": space.small, "choice": space.small, "number": space.inside, "chip": space.medium}
        return by_kind.get(self.kind, space.card)

    def _tight_padding(self) -> int:
        is_narrow = self.narrow or self.kind == "number"
        return self.theme.space.inside if is_narrow else self.theme.space.small

    def _least_height(self) -> int:
        return self.theme.target.main if self.kind == "main" else self.theme.target.choice

    def _least_width(self) -> int:
        return self.theme.target.link if self.kind == "number" else self.theme.target.choice

    def _letters(self) -> QFont:
        if self.kind in ("choice", "number", "chip", "quiet"):
            return self.theme.font("body", weight=700 if self.isChecked() else 400)
        return self.theme.font("label")

    def _widest_letters(self) -> QFont:
        """Choices become bold: measured so from the start, that nothing moves when one is chosen."""
        return self.theme.font("body", weight=700) if self.kind in _BOLD_IF_CHOSEN else self._letters()

    def _words(self, width: float) -> Lettering:
        return Lettering(self.text(), self._letters(), self.theme.type.line("body"), width).lay()

    def _shown_icon(self) -> str | None:
        if self.isCheckable() and self.isChecked() and self.kind in ("choice", "chip"):
            return "check"
        return self._icon

    def _icons_width(self) -> int:
        one = self.theme.target.small_icon + self.theme.space.small
        return one * sum(1 for name in (self._shown_icon(), self._end_icon) if name)

    def _paint_content(self, painter: QPainter, face: Face) -> None:
        theme, size = self.theme, self.theme.target.small_icon
        area = QRectF(self.rect())
        inner = area.width() - 2 * min(self._padding, self._tight_padding())
        words = self._words(inner - self._icons_width())
        left = area.left() + (area.width() - words.width - self._icons_width()) / 2
        if not self.text():
            left += theme.space.inside
        middle = area.center().y() - size / 2
        colour = theme.palette.colour(face.ink)
        if name := self._shown_icon():
            icons.paint(painter, QRectF(left, middle, size, size), name, colour)
            left += size + theme.space.small
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        where = QRectF(left, area.top(), words.width, area.height())
        words.draw(painter, where, theme.colour(face.ink), align)
        if self._end_icon:
            left += words.width + theme.space.small
            icons.paint(painter, QRectF(left, middle, size, size), self._end_icon, colour)
