"""The look of a chart on paper: greys, so that it survives a copier."""

from __future__ import annotations

from cramplog.charts.style import ChartStyle

PAPER = ChartStyle(
    name="paper",
    ground="#FFFFFF",
    raised="#FFFFFF",
    shade="#E4E4E4",
    line="#CFCFCF",
    edge="#6B6B6B",
    ink="#000000",
    ink2="#404040",
    cramp="#333333",
    known="#5E5E5E",
    body_edge="#5E5E5E",
    body_seam="#8C8C8C",
    body_muscle="#FFFFFF",
    body_rest="#EFEFEF",
    heat=("#D9D9D9", "#B0B0B0", "#8C8C8C", "#5E5E5E", "#333333"),
    on_heat=("#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF"),
    exact_ranges=True,
)
