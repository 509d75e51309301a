"""The charts' style in each light, made of the window's palette."""

from __future__ import annotations

from functools import lru_cache

from cramplog.charts.style import ChartStyle
from cramplog.gui.theme.contrast import ratio
from cramplog.gui.theme.tokens import Palette


# Each chart asks for it, and there are but a few looks and sizes.
@lru_cache(16)
def chart_style(palette: Palette, *, text_size: float = 1.0) -> ChartStyle:
    """How charts look beside the rest of a window in `palette`."""
    return ChartStyle(
        name=palette.name,
        ground=palette.card,
        raised=palette.raised,
        # Where the ground behind a sheet is as black as the card, the resting body's grey shows the night.
        shade=palette.sheet_ground if palette.sheet_ground != palette.card else palette.body_rest,
        line=palette.line,
        edge=palette.control,
        ink=palette.ink,
        ink2=palette.ink2,
        cramp=palette.cramp,
        known=palette.known,
        body_edge=palette.body_edge,
        body_seam=palette.body_seam,
        body_muscle=palette.body_muscle,
        body_rest=palette.body_rest,
        heat=palette.heat,
        on_heat=tuple(_readable(step, palette) for step in palette.heat),
        text_size=text_size,
    )


def _readable(ground: str, palette: Palette) -> str:
    """Of the colours that the palette writes pain in, the one that is read best on `ground`."""
    squares = (palette.pain_low, palette.pain_middle, palette.pain_high)
    return max((square.number for square in squares), key=lambda number: ratio(number, ground))
