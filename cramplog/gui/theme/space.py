"""Distances, corners and the sizes of what one can hit, by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Space:
    """The 8-pixel grid: the same at every text size, so that large text keeps the room."""

    none: int = 0
    inside: int = 4
    small: int = 8
    group: int = 12
    medium: int = 16
    card: int = 20
    page: int = 24
    large: int = 32
    huge: int = 40
    narrow_window: int = 1000
    text_column: int = 560


@dataclass(frozen=True, slots=True)
class Shape:
    """Corners and strokes."""

    card_radius: int = 10
    square_radius: int = 8
    tick_radius: int = 6
    line: int = 1
    chosen_line: int = 2
    ring: int = 3
    ring_gap: int = 3
    ring_radius: int = 13


@dataclass(frozen=True, slots=True)
class Targets:
    """The least sizes of what one can hit; they grow half as fast as the text does."""

    text_size: float = 1.0

    @property
    def main(self) -> int:
        """A main button, a row of the sidebar."""
        return self._grown(48)

    @property
    def choice(self) -> int:
        """A choice, a field, a plain button."""
        return self._grown(44)

    @property
    def link(self) -> int:
        """A link, and nothing is smaller."""
        return self._grown(24)

    @property
    def tick(self) -> int:
        """The box of a tick."""
        return self._grown(24)

    @property
    def pill(self) -> int:
        """A pill that only says something."""
        return self._grown(24)

    @property
    def pain_width(self) -> int:
        return self._grown(48)

    @property
    def pain_height(self) -> int:
        return self._grown(52)

    @property
    def pain_square(self) -> int:
        return self._grown(40)

    @property
    def table_row(self) -> int:
        return self._grown(56)

    @property
    def cramp_now(self) -> int:
        return self._grown(152)

    @property
    def its_over(self) -> int:
        return self._grown(112)

    @property
    def sidebar(self) -> int:
        return self._grown(216)

    @property
    def status_line(self) -> int:
        return self._grown(32)

    @property
    def body_figure(self) -> int:
        """The least width of one figure of the body map, which holds no text and does not grow with it."""
        return 150

    @property
    def bar(self) -> int:
        """The thickness of a bar that shows a share."""
        return self._grown(12)

    @property
    def icon(self) -> int:
        return self._grown(24)

    @property
    def small_icon(self) -> int:
        return self._grown(20)

    @property
    def hero_icon(self) -> int:
        return self._grown(72)

    def _grown(self, pixels: int) -> int:
        return round(pixels * max(1.0, 1 + (self.text_size - 1) / 2))
