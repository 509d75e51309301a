"""From a picture to what the window shows and a file holds: pixels, PNG, SVG, and CSV of the table."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from cramplog.charts.picture import DPI, HoverPoint, Picture, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Pixels as red, green, blue and alpha, a byte each, from the top left; hover points in those pixels."""

    width: int
    height: int
    scale: float
    rgba: bytes
    points: tuple[HoverPoint, ...]

    def text_at(self, x: float, y: float) -> str:
        """What the topmost mark at a pixel says; nothing where there is none."""
        return next((point.text for point in reversed(self.points) if point.box.holds(x, y)), "")


def image(picture: Picture, *, scale: float = 1.0) -> Image:
    """The picture in pixels; `scale` is how many of them make one pixel of 96 dots an inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    picture.figure.set_dpi(DPI * scale)
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    return Image(
        width=width,
        height=height,
        scale=scale,
        rgba=bytes(canvas.buffer_rgba()),
        points=tuple(HoverPoint(point.box.times(scale), point.text) for point in picture.points),
    )


def png(picture: Picture, *, scale: float = 2.0) -> bytes:
    """A PNG file of the picture."""
    return _file(picture, "png", dpi=DPI * scale)


def svg(picture: Picture) -> bytes:
    """An SVG file of the picture; letters as outlines, so that it looks the same where the font is not."""
    # Without a date and with fixed ids, the same diary gives the same file.
    return _file(picture, "svg", metadata={"Date": None, "Creator": None})


def csv_text(table: Table) -> str:
    """The table as CSV (RFC 4180), with heads."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(table.heads)
    writer.writerows(table.rows)
    return lines.getvalue()


def _file(picture: Picture, kind: str, **options: Any) -> bytes:
    made = io.BytesIO()
    picture.figure.savefig(made, format=kind, facecolor=picture.figure.get_facecolor(), **options)
    return made.getvalue()
