"""Words on a page: plain text in one of the roles, with the line height of its role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.type_scale import ROLES
from cramplog.gui.widgets.lettering import Lettering, Part, longest_word, natural_width


class Text(QLabel):
    """Words that wrap. They are never read as markup, whoever typed them."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "ink",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        # Layouts ask for the same height many times over.
        self._heights: dict[int, int] = {}
        self._width: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        theme.changed.connect(self._follow)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Say several stretches in one run of lines, some of them bold or coloured."""
        self._parts = tuple(parts)
        self.setText("".join(part.text for part in parts))

    def set_tone(self, tone: str) -> None:
        """Change the colour to another token."""
        self.setProperty("tone", tone)
        self.update()

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        if text != "".join(part.text for part in self._parts):
            self._parts = ()
        if text == self.text() and not self._parts:
            return
        super().setText(text)
        self._heights.clear()
        self._width = None
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        if inner not in self._heights:
            self._heights[inner] = self._laid(inner).height
        return self._heights[inner] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        if self._width is None:
            font = self._theme.font(self._role, weight=700) if self._parts else self._theme.font(self._role)
            self._width = natural_width(self.text(), font)
        width = self._width
        if self.wordWrap():
            width = min(width, round(self._theme.space.text_column * self._theme.text_size))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        if not self.wordWrap():
            return self.sizeHint()
        width = longest_word(self.text(), self._theme.font(self._role))
        return QSize(width, self._theme.type.line(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        where = QRectF(self.contentsRect())
        laid = self._laid(where.width())
        tone = self._tone if self.isEnabled() else "ink2"
        laid.draw(painter, where, self._theme.colour(tone), self.alignment())
        painter.end()

    @property
    def _role(self) -> str:
        role = str(self.property("role"))
        return role if role in ROLES else "body"

    @property
    def _tone(self) -> str:
        return str(self.property("tone"))

    def _laid(self, width: float) -> Lettering:
        broad = width if self.wordWrap() else 100_000
        laid = Lettering(self.text(), self._theme.font(self._role), self._theme.type.line(self._role), broad)
        if self._parts:
            colours: dict[str, QColor] = {
                part.tone: self._theme.colour(part.tone) for part in self._parts if part.tone
            }
            laid.mark(self._parts, colours, bold=700)
        return laid.lay()

    def _follow(self) -> None:
        self._heights.clear()
        self._width = None
        self.updateGeometry()
        self.update()
