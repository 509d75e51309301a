"""The letters of the charts: known to matplotlib for as long as the program runs, and measurable."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

from cramplog.charts.picture import DPI
from cramplog.paths import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

FAMILY = "Atkinson Hyperlegible Next"
FILES = tuple(f"AtkinsonHyperlegibleNext-{style}.ttf" for style in ("Regular", "SemiBold", "Bold"))
# It travels with matplotlib and has the letters of other scripts.
SECOND_FAMILY = "DejaVu Sans"
NO_LETTER = "□"
SMALL, VALUE, FIGURE = 10.5, 11.0, 15.0
BOLD = 700
# Letters are measured at this many pixels, where rounding does not matter.
EM = 100


class Lettering:
    """The letters at one text size, and how wide they are."""

    def __init__(self, text_size: float) -> None:
        _register()
        self._text_size = text_size
        self._fonts: dict[tuple[float, bool], FontProperties] = {}

    def font(self, points: float = SMALL, *, bold: bool = False) -> FontProperties:
        """The letters in one size and weight."""
        from matplotlib.font_manager import FontProperties

        if (points, bold) not in self._fonts:
            self._fonts[points, bold] = FontProperties(
                family=[FAMILY, SECOND_FAMILY], size=points * self._text_size, weight=BOLD if bold else 400
            )
        return self._fonts[points, bold]

    def width(self, words: str, points: float = SMALL, *, bold: bool = False) -> float:
        """How wide one line is, in pixels.

        The sum of its letters' widths: laying out each text only to measure it takes longer than all else.
        """
        ems = sum(_advance(letter, bold=bold) or 0.0 for letter in self.shown(words))
        return ems * points * self._text_size * DPI / 72

    def line(self, points: float = SMALL) -> float:
        """How high one line is, in pixels."""
        return points * self._text_size * DPI / 72 * 1.35

    def shown(self, words: str) -> str:
        """The words with a box for each letter that no font here has."""
        lacking = {letter for letter in words if _advance(letter, bold=False) is None}
        return "".join(NO_LETTER if letter in lacking else letter for letter in words) if lacking else words

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


@cache
def faces(*, bold: bool) -> tuple[str, str]:
    """The files of the letters, and of those that the first has not."""
    from matplotlib.font_manager import FontProperties, findfont

    return str(resource("fonts", FILES[-bold])), findfont(FontProperties(family=SECOND_FAMILY))


def as_measured() -> AbstractContextManager[None]:
    """While it holds, matplotlib draws letters as wide as they were measured, at every scale.

    Its usual fitting to whole pixels makes words up to 8 % wider, and each size differently.
    """
    from matplotlib import rc_context

    return rc_context({"text.hinting": "no_hinting"})


@cache
def _advance(letter: str, *, bold: bool) -> float | None:
    """How far a letter moves the pen, in ems; None where no font has it."""
    from matplotlib.font_manager import get_font

    having = (face for face in map(get_font, faces(bold=bold)) if face.get_char_index(ord(letter)))
    face = next(having, None)
    return None if face is None else _measured(face, letter)


def _measured(face: FT2Font, letter: str) -> float:
    from matplotlib.ft2font import LoadFlags

    face.set_size(EM, 72)
    glyph = face.load_char(ord(letter), LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / EM


@cache
def _register() -> None:
    """Only the running program learns of the fonts: the cache file of matplotlib is not written."""
    from matplotlib.font_manager import fontManager

    if not any(entry.name == FAMILY for entry in fontManager.ttflist):
        for file in FILES:
            fontManager.addfont(resource("fonts", file))
