"""The colours and the text size that a chart is drawn with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Colours by the name of their use (`#RRGGBB`), the person's text size, and how a range is worded.

    `ground` is what the chart lies on, `shade` the night, `raised` an empty cell; `cramp` and `cramp_text`
    are marks and words about cramps, `known` the days known. `heat` goes from few to many, and `on_heat` has
    the colour of a number on each of its steps. `exact_ranges` says "95 %: 2.0–4.1" for "likely 2.0 to 4.1".
    """

    name: str
    ground: str
    raised: str
    shade: str
    line: str
    edge: str
    ink: str
    ink2: str
    cramp: str
    known: str
    body_edge: str
    body_seam: str
    body_muscle: str
    body_rest: str
    heat: tuple[str, ...]
    on_heat: tuple[str, ...]
    text_size: float = 1.0
    exact_ranges: bool = False
