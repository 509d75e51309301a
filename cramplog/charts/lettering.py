"""The letters of the charts: known to matplotlib for as long as the program runs, and measurable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cramplog.charts.picture import DPI
from cramplog.paths import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILY = "Atkinson Hyperlegible Next"
FILES = tuple(f"AtkinsonHyperlegibleNext-{style}.ttf" for style in ("Regular", "SemiBold", "Bold"))
# It travels with matplotlib and has the letters of other scripts.
SECOND_FAMILY = "DejaVu Sans"
NO_LETTER = "□"
SMALL, VALUE, FIGURE = 10.5, 11.0, 15.0


class Lettering:
    """The fonts at one text size: made once a picture, so that no picture knows another's."""

    def __init__(self, text_size: float) -> None:
        from matplotlib.backends.backend_agg import RendererAgg

        _register()
        self._text_size = text_size
        self._renderer = RendererAgg(1, 1, DPI)
        self._fonts: dict[tuple[float, bool], FontProperties] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self._letters = _letters()

    def font(self, points: float = SMALL, *, bold: bool = False) -> FontProperties:
        """The letters in one size and weight."""
        from matplotlib.font_manager import FontProperties

        if (points, bold) not in self._fonts:
            self._fonts[points, bold] = FontProperties(
                family=[FAMILY, SECOND_FAMILY], size=points * self._text_size, weight=700 if bold else 400
            )
        return self._fonts[points, bold]

    def width(self, words: str, points: float = SMALL, *, bold: bool = False) -> float:
        """How wide one line is, in pixels."""
        known = (words, points, bold)
        if known not in self._widths:
            font = self.font(points, bold=bold)
            measured = self._renderer.get_text_width_height_descent(self.shown(words), font, ismath=False)
            self._widths[known] = float(measured[0])
        return self._widths[known]

    def line(self, points: float = SMALL) -> float:
        """How high one line is, in pixels."""
        return points * self._text_size * DPI / 72 * 1.35

    def shown(self, words: str) -> str:
        """The words with a box for each letter that no font here has."""
        return "".join(one if one in "\n" or ord(one) in self._letters else NO_LETTER for one in words)

    def wrapped(self, words: str, width: float, points: float = SMALL, *, bold: bool = False) -> list[str]:
        """The words in lines no wider than `width`; a single word may be."""
        lines: list[str] = []
        for word in words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, points, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def cut(self, words: str, width: float, points: float = SMALL, *, bold: bool = False) -> str:
        """The words, ended with "…" where they are wider than `width`."""
        if self.width(words, points, bold=bold) <= width:
            return words
        end = len(words)
        while end > 1 and self.width(words[:end].rstrip() + "…", points, bold=bold) > width:
            end -= 1
        return words[:end].rstrip() + "…"


def _register() -> None:
    """Only the running program learns of the fonts: the cache file of matplotlib is not written."""
    from matplotlib.font_manager import fontManager

    if not any(entry.name == FAMILY for entry in fontManager.ttflist):
        for file in FILES:
            fontManager.addfont(resource("fonts", file))


def _letters() -> frozenset[int]:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    paths = (str(resource("fonts", FILES[0])), findfont(FontProperties(family=SECOND_FAMILY)))
    return frozenset(letter for path in paths for letter in get_font(path).get_charmap())
