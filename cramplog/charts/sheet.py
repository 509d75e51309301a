"""A picture in the making: text, bars and lines in pixels from the top left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from cramplog.charts.lettering import SMALL, Lettering
from cramplog.charts.picture import DPI, Box, HoverPoint, Picture
from cramplog.charts.style import ChartStyle

if TYPE_CHECKING:
    from matplotlib.path import Path

Align = Literal["left", "center", "right"]
DASHES = (3.0, 2.0)


class Sheet:
    """Artists are put on a bare Figure: no axes, no ticks, no layout engine, so a chart takes milliseconds.

    Every measure is in pixels at 96 dots an inch. The height is known last, when `picture` is called.
    """

    def __init__(self, style: ChartStyle, width: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.style = style
        self.width = width
        self.letters = Lettering(style.text_size)
        self._figure = Figure(figsize=(width / DPI, 1), dpi=DPI, facecolor=style.ground, edgecolor="none")
        FigureCanvasAgg(self._figure)
        self._down = Affine2D()
        self._transform = self._down + self._figure.transFigure
        self._points: list[HoverPoint] = []
        self._count = 0

    def px(self, pixels: float) -> float:
        """A distance that grows with the text."""
        return pixels * self.style.text_size

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        points: float = SMALL,
        bold: bool = False,
        colour: str | None = None,
        align: Align = "left",
    ) -> None:
        """One line of words, its capitals centred on the height `y`."""
        from cramplog.charts.text_line import TextLine

        shown = self.letters.shown(words)
        if shown.strip():
            font, width = self.letters.font(points, bold=bold), self.letters.width(shown, points, bold=bold)
            ink = colour or self.style.ink
            self._put(TextLine(x, y, shown, font=font, colour=ink, align=align, width=width))

    def bar(self, box: Box, colour: str, *, name: str = "", edge: str | None = None) -> None:
        """A filled rectangle; `name` becomes its id in an SVG."""
        self._rectangles([box], colour, edge, name=name)

    def hollow_bar(self, box: Box, colour: str, *, name: str = "") -> None:
        """A dashed outline: counted, but on too few known days."""
        inner = Box(box.left + 1, box.top + 1, box.width - 2, box.height - 1)
        self._rectangles([inner], "none", colour, width=2, dashed=True, name=name)

    def bars(
        self,
        boxes: Sequence[Box],
        fill: str | Sequence[str],
        *,
        edge: str | Sequence[str] | None = None,
        dashed: bool = False,
    ) -> None:
        """Many small rectangles at once."""
        if boxes:
            self._rectangles(boxes, fill, edge, dashed=dashed)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str | None = None,
        *,
        width: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """A straight line, `width` pixels wide."""
        from matplotlib.lines import Line2D

        self._put(
            Line2D(
                (start[0], end[0]),
                (start[1], end[1]),
                color=colour or self.style.line,
                linewidth=width * 72 / DPI,
                linestyle=(0.0, DASHES) if dashed else "solid",
                solid_capstyle="butt",
            )
        )

    def dot(
        self, x: float, y: float, colour: str, *, shape: str = "o", size: float = 12, hollow: bool = False
    ) -> None:
        """A mark: "o" round, "s" square; `size` pixels wide."""
        from matplotlib.lines import Line2D

        self._put(
            Line2D(
                (x,),
                (y,),
                marker=shape,
                markersize=size * 72 / DPI,
                markerfacecolor=self.style.ground if hollow else colour,
                markeredgecolor=colour,
                markeredgewidth=1.5,
                linestyle="none",
            )
        )

    def dots(self, places: Sequence[tuple[float, float]], colour: str, *, size: float) -> None:
        """Many small round marks at once, `size` pixels wide."""
        from matplotlib.lines import Line2D

        xs, ys = [x for x, _y in places], [y for _x, y in places]
        self._put(
            Line2D(
                xs,
                ys,
                marker="o",
                markersize=size * 72 / DPI,
                markerfacecolor=colour,
                markeredgewidth=0,
                linestyle="none",
            )
        )

    def shape(
        self, path: Path, fill: str, *, edge: str | None = None, width: float = 1.0, name: str = ""
    ) -> None:
        """Any closed outline."""
        from matplotlib.patches import PathPatch

        patch = PathPatch(
            path, facecolor=fill, edgecolor=edge or "none", linewidth=width * 72 / DPI, joinstyle="round"
        )
        patch.set_gid(name or None)
        self._put(patch)

    def say(self, box: Box, words: str | Callable[[], str]) -> None:
        """What the pointer reads in `box`; many sentences are best made when they are read."""
        self._points.append(HoverPoint(box, words))

    def picture(self, height: float) -> Picture:
        """The finished picture, so high, with a little room for letters that hang under their line."""
        height = float(round(height + self.px(4)))
        self._figure.set_size_inches(self.width / DPI, height / DPI)
        self._down.scale(1 / self.width, -1 / height).translate(0, 1)
        return Picture(
            figure=self._figure,
            style=self.style,
            width=self.width,
            height=height,
            points=tuple(self._points),
        )

    def _rectangles(
        self,
        boxes: Sequence[Box],
        fill: str | Sequence[str],
        edge: str | Sequence[str] | None,
        *,
        width: float = 1,
        dashed: bool = False,
        name: str = "",
    ) -> None:
        from cramplog.charts.rectangles import Rectangles

        drawn = Rectangles(boxes, fill, edge or "none", width=width, dashed=dashed)
        drawn.set_gid(name or None)
        self._put(drawn)

    def _put(self, artist: Any) -> None:
        # Later is above, whatever kind of artist it is.
        self._count += 1
        artist.set_zorder(self._count)
        artist.set_transform(self._transform)
        self._figure.add_artist(artist, clip=False)
