"""Pictures that were drawn before, kept small: a period that comes again is there at once."""

from __future__ import annotations

import zlib
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from cramplog.gui.pages.insights_drawing import RGBA, Drawn, draw

if TYPE_CHECKING:
    from cramplog.analysis.chart_data import ChartData
    from cramplog.charts.style import ChartStyle
    from cramplog.gui.widgets.picture import Spot

# Charts are flat areas: the fastest pressing makes them thirty times smaller and takes a few milliseconds.
_LEVEL = 1
# Four periods of a dozen charts, and as many again after the window was made larger.
_MOST = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One picture: of what, in which look, how wide, and on a screen with how many dots a pixel."""

    chart: str
    data: ChartData
    style: ChartStyle
    width: float
    density: float

    @property
    def key(self) -> Hashable:
        """What tells it from others; the data by being the very same, for they hold ten years of days."""
        return self.chart, id(self.data), self.style, self.width, self.density


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pressed:
    wanted: Wanted
    pixels: bytes
    width: int
    height: int
    spots: tuple[Spot, ...]


class KeptPictures:
    """Asked on the drawing worker alone."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Pressed] = {}

    def forget(self) -> None:
        """The diary is another: none of them will be asked for again."""
        # A new one: the worker may just be adding to the other.
        self._kept = {}

    def has(self, wanted: Wanted) -> bool:
        """Whether this picture was drawn before."""
        return wanted.key in self._kept

    def picture(self, wanted: Wanted) -> Drawn:
        """The picture, drawn now where it never was."""
        kept = self._kept
        if (pressed := kept.get(wanted.key)) is not None:
            return _released(pressed)
        drawn = draw(wanted.chart, wanted.data, wanted.style, width=wanted.width, density=wanted.density)
        kept[wanted.key] = _pressed(wanted, drawn)
        if len(kept) > _MOST:
            del kept[next(iter(kept))]
        return drawn


def _pressed(wanted: Wanted, drawn: Drawn) -> _Pressed:
    image = drawn.image
    return _Pressed(
        # It holds the data, so that no other can be where they are.
        wanted=wanted,
        pixels=zlib.compress(image.constBits(), _LEVEL),
        width=image.width(),
        height=image.height(),
        spots=drawn.spots,
    )


def _released(pressed: _Pressed) -> Drawn:
    pixels = zlib.decompress(pressed.pixels)
    image = QImage(pixels, pressed.width, pressed.height, RGBA).copy()
    image.setDevicePixelRatio(pressed.wanted.density)
    return Drawn(image=image, spots=pressed.spots)
