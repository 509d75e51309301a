"""One line of words in a picture; on the screen it is stamped from letters that were drawn before.

Import this in functions only: it brings matplotlib.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.transforms import Bbox

from cramplog.charts.lettering import BOLD, faces
from cramplog.charts.picture import DPI

Covered: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]

# Of the letters' size: the middle of a capital over the line they stand on, and how far letters reach.
MIDDLE, ASCENT, DESCENT = 0.334, 0.984, 0.316
# Ten pictures have some 400 different words; a few hundred bytes each.
MOST_STAMPS = 4096
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


class TextLine(Artist):
    """Words whose capitals have their middle at `(x, y)`, and which are so wide; in pixels of the picture.

    matplotlib lays each text out anew for every picture, which takes longer than all the rest of a chart. A
    chart's words are single lines that are measured already, and most of them come again in the next picture.
    """

    def __init__(
        self, x: float, y: float, words: str, *, font: FontProperties, colour: str, align: str, width: float
    ) -> None:
        super().__init__()
        self._at, self._words, self._font, self._colour = (x, y), words, font, colour
        self._before = _BEFORE[align] * width
        self._width = width

    def get_text(self) -> str:
        """The words."""
        return self._words

    def get_position(self) -> tuple[float, float]:
        """Where the middle of the capitals is, before the transform."""
        return self._at

    def get_color(self) -> str:
        """What the words are written in."""
        return self._colour

    def get_fontsize(self) -> float:
        """How large the letters are, in points."""
        return float(self._font.get_size_in_points())

    def get_window_extent(self, renderer: RendererBase | None = None) -> Bbox:  # noqa: ARG002
        """The pixels that any words as long as these may cover."""
        left, base, scale = self._pen()
        em = self._em() * scale
        return Bbox.from_extents(left, base - DESCENT * em, left + self._width * scale, base + ASCENT * em)

    def draw(self, renderer: RendererBase) -> None:
        """Stamp the words on a picture of pixels; any other kind of picture writes them itself."""
        left, base, scale = self._pen()
        gc = renderer.new_gc()
        if isinstance(renderer, RendererAgg):
            covered, below = stamp(self._words, self._em() * scale, bold=self._font.get_weight() == BOLD)
            inked = np.empty((*covered.shape, 4), np.uint8)
            inked[..., :3] = np.multiply(to_rgb(self._colour), 255).round()
            # Pictures are stamped from their lowest row on.
            inked[..., 3] = covered[::-1]
            renderer.draw_image(gc, round(left), round(base) - below, inked)
        else:
            gc.set_foreground(self._colour)
            y = renderer.get_canvas_width_height()[1] - base if renderer.flipy() else base
            renderer.draw_text(gc, left, y, self._words, self._font, 0)
        gc.restore()

    def _pen(self) -> tuple[float, float, float]:
        """Where the first letter begins on its line, from below left, and how large a picture's pixel is."""
        left, y = self._at[0] - self._before, self._at[1] + MIDDLE * self._em()
        (x, base), (next_x, _base) = self.get_transform().transform([(left, y), (left + 1, y)])
        return x, base, next_x - x

    def _em(self) -> float:
        return self.get_fontsize() * DPI / 72


@lru_cache(MOST_STAMPS)
def stamp(words: str, em: float, *, bold: bool) -> tuple[Covered, int]:
    """How much of each pixel is covered, 0 to 255, and how many rows are under the line they stand on."""
    font = get_font(faces(bold=bold))
    font.set_size(em, 72)
    font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
    font.draw_glyphs_to_bitmap(antialiased=True)
    covered = np.array(font.get_image())
    above = math.floor(font.get_width_height()[1] / 64 - font.get_descent() / 64) + 1
    return covered, covered.shape[0] - above
