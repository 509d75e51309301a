"""The looks of the charts: those of the window's palettes, and greys on paper."""

from __future__ import annotations

import pytest

from cramplog.charts.style import ChartStyle
from cramplog.gui.theme.charts import chart_style
from cramplog.gui.theme.contrast import ratio
from cramplog.gui.theme.tokens import LIGHT, PALETTES, Palette


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_chart_lies_on_the_card_in_the_colours_of_its_palette(palette: Palette) -> None:
    style = chart_style(palette)

    assert (style.ground, style.ink, style.ink2) == (palette.card, palette.ink, palette.ink2)
    assert (style.cramp, style.known, style.heat) == (palette.cramp, palette.known, palette.heat)


def test_letters_are_read_on_every_ground(style: ChartStyle) -> None:
    assert ratio(style.ink, style.ground) >= 7
    assert ratio(style.ink2, style.ground) >= 4.5
    assert ratio(style.ink, style.shade) >= 4.5


def test_marks_are_seen_on_every_ground(style: ChartStyle) -> None:
    for mark in (style.cramp, style.known, style.edge, style.ink2, style.body_edge):
        assert ratio(mark, style.ground) >= 3
    assert ratio(style.cramp, style.shade) >= 3


def test_a_number_is_read_on_each_step_of_the_heat_colours(style: ChartStyle) -> None:
    for step, number in zip(style.heat, style.on_heat, strict=True):
        assert ratio(number, step) >= 4.5


def test_more_is_always_further_from_the_ground(style: ChartStyle) -> None:
    distances = [ratio(step, style.ground) for step in style.heat]

    assert distances == sorted(distances)


def test_the_text_size_of_the_person_is_that_of_the_charts() -> None:
    assert chart_style(LIGHT, text_size=1.5).text_size == 1.5
