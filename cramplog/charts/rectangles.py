"""Upright rectangles in a picture; on the screen they are painted into whole pixels at once.

Import this in functions only: it brings matplotlib.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from cramplog.charts.picture import DPI, Box

Pixels: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
Places: TypeAlias = np.ndarray[Any, np.dtype[np.intp]]

NONE = "none"
DASHES = (3.0, 2.0)


class Rectangles(Artist):
    """Boxes in pixels of the picture, each with its fill and its edge; "none" is a colour for either.

    A calendar of ten years has thousands. matplotlib traces and strokes each as if it could have any shape,
    and then moves it onto whole pixels; here those pixels are filled. Files get outlines.
    """

    def __init__(
        self,
        boxes: Sequence[Box],
        fills: str | Sequence[str],
        edges: str | Sequence[str],
        *,
        width: float,
        dashed: bool,
    ) -> None:
        super().__init__()
        self.boxes = tuple(boxes)
        self.fills = _each(fills, len(self.boxes))
        self.edges = _each(edges, len(self.boxes))
        self.width = width
        self.dashed = dashed

    def draw(self, renderer: RendererBase) -> None:
        """Paint the pixels; any other kind of picture gets outlines."""
        if not isinstance(renderer, RendererAgg):
            self._outlines().draw(renderer)
        elif self.boxes:
            gc = renderer.new_gc()
            height = round(renderer.height)
            left, top, pixels = self._painted(height)
            # Pictures are stamped from their lowest row on, and where that is is counted from below.
            renderer.draw_image(gc, left, height - top - pixels.shape[0], pixels[::-1])
            gc.restore()

    def _painted(self, height: int) -> tuple[int, int, Pixels]:
        """The rectangles' pixels, and where they begin from the picture's left and top."""
        scale, corners = self._corners(height)
        stroke = max(1, round(self.width * scale)) if set(self.edges) != {NONE} else 0
        # An edge lies half inside its box, and where that cannot be, a pixel more is outside on the right.
        before = stroke // 2
        spread = np.array([-before, -before, stroke - before, stroke - before])
        outer = np.where(np.array([[edge != NONE] for edge in self.edges]), corners + spread, corners)
        left, top = outer[:, :2].min(axis=0)
        right, bottom = outer[:, 2:].max(axis=0)
        pixels = np.zeros((bottom - top, right - left, 4), np.uint8)
        inside = (outer - [left, top, left, top]).tolist()
        for (x, y, x_end, y_end), fill, edge in zip(inside, self.fills, self.edges, strict=True):
            box = pixels[y:y_end, x:x_end]
            if edge != NONE and fill != NONE and not self.dashed:
                box[:] = _ink(edge)
                box[stroke:-stroke, stroke:-stroke] = _ink(fill)
                continue
            if fill != NONE:
                box[:] = _ink(fill)
            if edge != NONE:
                self._frame(box, _ink(edge), stroke)
        return int(left), int(top), pixels

    def _frame(self, pixels: Pixels, ink: Pixels, stroke: int) -> None:
        """Paint the four sides of a box."""
        across = _painted_along(pixels.shape[1], stroke, dashed=self.dashed)
        down = _painted_along(pixels.shape[0], stroke, dashed=self.dashed)
        pixels[:stroke, across] = ink
        pixels[-stroke:, across] = ink
        pixels[down, :stroke] = ink
        pixels[down, -stroke:] = ink

    def _corners(self, height: int) -> tuple[float, Any]:
        """How large a pixel of the picture is, and each box's left, top, right and bottom in whole ones."""
        boxes = np.array([(box.left, box.top, box.right, box.bottom) for box in self.boxes])
        (x0, y0), (x1, y1) = self.get_transform().transform([(0, 0), (1, 1)])
        scale = x1 - x0
        shift = np.array([x0, height - y0, x0, height - y0])
        return scale, np.floor(boxes * [scale, y0 - y1, scale, y0 - y1] + shift + 0.5).astype(int)

    def _outlines(self) -> PolyCollection:
        corners: Any = np.array(
            [((b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)) for b in self.boxes]
        )
        outlines = PolyCollection(
            corners,
            facecolors=self.fills,
            edgecolors=self.edges,
            linewidths=self.width * 72 / DPI,
            linestyles=[(0.0, DASHES)] if self.dashed else "solid",
        )
        outlines.set_gid(self.get_gid())
        if (figure := self.get_figure(root=False)) is not None:
            outlines.set_figure(figure)
        outlines.set_transform(self.get_transform())
        return outlines


def _each(colours: str | Sequence[str], count: int) -> tuple[str, ...]:
    return (colours,) * count if isinstance(colours, str) else tuple(colours)


@lru_cache(64)
def _ink(colour: str) -> Pixels:
    return np.array([*(round(part * 255) for part in to_rgb(colour)), 255], np.uint8)


@lru_cache(256)
def _painted_along(length: int, stroke: int, *, dashed: bool) -> slice | Places:
    """Which pixels along a side are painted."""
    if not dashed:
        return slice(None)
    on, off = (math.ceil(part * stroke) for part in DASHES)
    return np.flatnonzero(np.arange(length) % (on + off) < on)
