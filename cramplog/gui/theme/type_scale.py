"""The sizes of text: seven roles, all multiplied by the one text size that the person chose."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_TEXT = 0.9
LARGEST_TEXT = 2.0
_PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """One role of text: its size in points, its line height in pixels at 96 dots an inch, its weight."""

    points: float
    line: int
    weight: int


ROLES: dict[str, TextStyle] = {
    "timer": TextStyle(points=186, line=264, weight=700),
    "hero": TextStyle(points=30, line=44, weight=700),
    "figure": TextStyle(points=27, line=44, weight=700),
    "title": TextStyle(points=21, line=40, weight=700),
    "section": TextStyle(points=15, line=24, weight=700),
    "heading": TextStyle(points=13.5, line=24, weight=700),
    "label": TextStyle(points=12, line=24, weight=600),
    "body": TextStyle(points=12, line=24, weight=400),
    "small": TextStyle(points=10.5, line=20, weight=400),
}


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The roles at one text size."""

    text_size: float = 1.0

    def pixels(self, role: str) -> int:
        """The letters' size of `role` in pixels."""
        return round(ROLES[role].points * _PIXELS_PER_POINT * self.text_size)

    def line(self, role: str) -> int:
        """The height of one line of `role` in pixels."""
        return round(ROLES[role].line * self.text_size)

    def weight(self, role: str) -> int:
        """The weight of `role`: 400, 600 or 700."""
        return ROLES[role].weight


def fitting(text_size: float) -> float:
    """`text_size`, brought into the range that every page is drawn for."""
    return min(LARGEST_TEXT, max(SMALLEST_TEXT, text_size))
