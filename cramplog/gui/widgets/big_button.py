"""A large button with a drawing and two lines: what it does, and what happens then."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button, Face
from cramplog.gui.widgets.lettering import Lettering, longest_word, natural_width


@dataclass(frozen=True, slots=True, kw_only=True)
class _Build:
    """What makes the three sizes different."""

    title: str
    detail: str
    centred: bool = False
    roomy: bool = False


_BUILDS = {
    "hero": _Build(title="hero", detail="heading", roomy=True),
    "over": _Build(title="figure", detail="body", centred=True),
    "row": _Build(title="label", detail="small"),
}


class BigButton(Button):
    """`size`: "hero" (Cramp now), "over" (It's over), "row" (two lines in the size of the text)."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        detail: str = "",
        *,
        icon: str,
        size: str = "row",
        kind: str = "plain",
        parent: QWidget | None = None,
    ) -> None:
        self._detail = detail
        self._drawing = icon
        self._size = size
        super().__init__(theme, title, kind=kind, parent=parent)
        self.setAccessibleDescription(detail)

    def set_detail(self, detail: str) -> None:
        """Say something else in the second line."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.follow()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        asked = (width, self.text(), self.isChecked())
        if asked not in self._heights:
            title, detail = self._lines(self._room_for_words(width))
            words = title.height + self._height_of(detail)
            self._heights[asked] = max(self._least_height(), words + 2 * self.theme.space.group)
        return self._heights[asked]

    def sizeHint(self) -> QSize:  # noqa: N802
        build, theme = _BUILDS[self._size], self.theme
        words = max(
            natural_width(self.text(), theme.font(build.title)),
            natural_width(self._detail, self._detail_font()) if self._detail else 0,
        )
        width = words + self._beside_words()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        words = longest_word(self.text(), self.theme.font(_BUILDS[self._size].title))
        return QSize(words + self._beside_words(), self._least_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        face = self.face()
        self.paint_ground(painter, face)
        self._paint_lines(painter, face)
        painter.end()

    def _paint_lines(self, painter: QPainter, face: Face) -> None:
        theme, area, icon = self.theme, QRectF(self.rect()), self._icon_size
        title, detail = self._lines(self._room_for_words(self.width()))
        left = float(self._edge_room if not _BUILDS[self._size].roomy else theme.space.huge)
        if _BUILDS[self._size].centred:
            left = (area.width() - icon - self._gap - title.width) / 2
        middle = area.center().y() - icon / 2
        icons.paint(painter, QRectF(left, middle, icon, icon), self._drawing, theme.palette.colour(face.ink))
        left += icon + self._gap
        top = area.center().y() - (title.height + self._height_of(detail)) / 2
        room = QRectF(left, top, area.right() - left, title.height)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        title.draw(painter, room, theme.colour(face.ink), align)
        if detail:
            soft = face.ink if face.ground in ("fill", "fill_pressed") else "ink2"
            detail.draw(painter, room.translated(0, title.height), theme.colour(soft), align)

    def _lines(self, width: float) -> tuple[Lettering, Lettering | None]:
        build, scale = _BUILDS[self._size], self.theme.type
        title = Lettering(self.text(), self.theme.font(build.title), scale.line(build.title), width).lay()
        if not self._detail:
            return title, None
        return title, Lettering(self._detail, self._detail_font(), scale.line(build.detail), width).lay()

    def _detail_font(self) -> QFont:
        return self.theme.font(_BUILDS[self._size].detail, weight=400)

    @staticmethod
    def _height_of(lines: Lettering | None) -> int:
        return lines.height if lines else 0

    @property
    def _icon_size(self) -> int:
        target = self.theme.target
        return {"hero": target.hero_icon, "over": target.main, "row": target.icon}[self._size]

    @property
    def _gap(self) -> int:
        return self.theme.space.large if _BUILDS[self._size].roomy else self.theme.space.medium

    @property
    def _edge_room(self) -> int:
        return self.theme.space.page

    def _beside_words(self) -> int:
        start = self.theme.space.huge if _BUILDS[self._size].roomy else self._edge_room
        return start + self._icon_size + self._gap + self._edge_room

    def _room_for_words(self, width: int) -> float:
        return max(1, width - self._beside_words())

    def _least_height(self) -> int:
        target = self.theme.target
        return {"hero": target.cramp_now, "over": target.its_over, "row": target.table_row}[self._size]
