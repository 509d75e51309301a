"""From a picture to what the window shows and a file holds: pixels, PNG, SVG, and CSV of the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cramplog.charts.lettering import FIGURE, SMALL, Lettering, as_measured
from cramplog.charts.picture import DPI, HoverPoint, Picture, Table, text_at

if TYPE_CHECKING:
    from matplotlib.artist import Artist

MARGIN = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands over a chart in a file, where no page is around it: title, finding, and period."""

    title: str
    sentence: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Pixels as red, green, blue and alpha, a byte each, from the top left; `scale` of them make one pixel.

    The hover points are in the picture's own pixels, of 96 dots an inch.
    """

    width: int
    height: int
    scale: float
    rgba: bytes
    points: tuple[HoverPoint, ...]

    def text_at(self, x: float, y: float) -> str:
        """What the topmost mark at a pixel says; nothing where there is none."""
        return text_at(self.points, x / self.scale, y / self.scale)


def image(picture: Picture, *, scale: float = 1.0) -> Image:
    """The picture in pixels; `scale` is how many of them make one pixel of 96 dots an inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    picture.figure.set_dpi(DPI * scale)
    canvas = FigureCanvasAgg(picture.figure)
    with as_measured():
        canvas.draw()
    width, height = canvas.get_width_height()
    return Image(
        width=width,
        height=height,
        scale=scale,
        rgba=bytes(canvas.buffer_rgba()),
        points=picture.points,
    )


def png(picture: Picture, *, heading: Heading | None = None, scale: float = 2.0) -> bytes:
    """A PNG file of the picture with a margin, and its heading above it."""
    return _file(picture, heading, "png", dpi=DPI * scale)


def svg(picture: Picture, *, heading: Heading | None = None) -> bytes:
    """An SVG file of the same; letters as outlines, so that it looks the same where the font is not."""
    from matplotlib import rc_context

    # Without a date and with ids that do not change, the same diary gives the same file.
    with rc_context({"svg.hashsalt": "cramplog"}):
        return _file(picture, heading, "svg", metadata={"Date": None, "Creator": None})


def csv_text(table: Table) -> str:
    """The table as CSV (RFC 4180), with heads."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(table.heads)
    writer.writerows(table.rows)
    return lines.getvalue()


def _file(picture: Picture, heading: Heading | None, kind: str, **options: Any) -> bytes:
    from matplotlib.transforms import Bbox

    lettering = Lettering(picture.style.text_size)
    lines = _lines(heading, lettering, picture.width) if heading else []
    above = MARGIN + sum(line.height for line in lines)
    area = Bbox.from_extents(-MARGIN, -MARGIN, picture.width + MARGIN, picture.height + above)
    texts = list(_written(picture, lettering, lines))
    made = io.BytesIO()
    try:
        with as_measured():
            picture.figure.savefig(
                made,
                format=kind,
                facecolor=picture.style.ground,
                bbox_inches=Bbox(area.get_points() / DPI),
                **options,
            )
    finally:
        for text in texts:
            text.remove()
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    points: float
    bold: bool
    height: float


def _lines(heading: Heading, lettering: Lettering, width: float) -> list[_Line]:
    parts = ((heading.title, FIGURE, True), (heading.sentence, SMALL, False), (heading.period, SMALL, False))
    return [
        _Line(words, points, bold, lettering.line(points))
        for text, points, bold in parts
        if text
        for words in lettering.wrapped(text, width, points, bold=bold)
    ]


def _written(picture: Picture, lettering: Lettering, lines: Sequence[_Line]) -> Iterator[Artist]:
    """The heading's lines, put over the picture's upper edge, where only a file shows them."""
    y = picture.height + MARGIN / 2 + sum(line.height for line in lines)
    for line in lines:
        yield picture.figure.text(
            0,
            (y - line.height / 2) / picture.height,
            lettering.shown(line.words),
            fontproperties=lettering.font(line.points, bold=line.bold),
            color=picture.style.ink,
            verticalalignment="center_baseline",
            parse_math=False,
        )
        y -= line.height
