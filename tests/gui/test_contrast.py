"""Every text can be read and every edge seen, in every palette."""

from __future__ import annotations

from itertools import product

import pytest

from cramplog.gui.theme.contrast import ratio
from cramplog.gui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, NIGHT, PALETTES, URINE, Palette

WORDS = [
    *product(("ink", "ink2"), ("window", "side", "card", "raised", "tint")),
    *product(("accent", "cramp_text", "emergency", "warn", "free"), ("card", "window")),
    ("accent", "tint"),
    ("on_fill", "fill"),
    ("on_fill", "fill_pressed"),
    ("warn", "warn_ground"),
    ("ink", "warn_ground"),
    ("ink2", "warn_ground"),
    ("emergency", "emergency_ground"),
    ("ink", "emergency_ground"),
    ("ink2", "emergency_ground"),
    ("digits", "window"),
]
GRAPHICS = [
    *product(("control", "cramp", "free", "known", "accent"), ("card", "window")),
    ("accent", "side"),
    ("accent", "tint"),
    ("accent", "body_muscle"),
    ("body_seam", "body_muscle"),
    ("body_edge", "card"),
    ("card", "accent"),
]
# The figures of the design's own table: light, dark, high contrast, night.
PROMISED = {
    ("ink", "window"): (15.1, 15.6, 21.0, 14.9),
    ("ink", "card"): (16.6, 13.6, 21.0, 13.6),
    ("ink", "tint"): (13.9, 10.2, 12.3, 11.2),
    ("ink2", "window"): (6.9, 9.2, 21.0, 9.0),
    ("ink2", "card"): (7.6, 8.0, 21.0, 8.3),
    ("ink2", "side"): (6.4, 9.6, 21.0, 8.8),
    ("accent", "card"): (7.7, 8.6, 16.1, 11.6),
    ("accent", "window"): (7.0, 9.9, 16.1, 12.7),
    ("accent", "side"): (6.5, 10.3, 16.1, 12.4),
    ("on_fill", "fill"): (7.7, 7.2, 16.1, 8.2),
    ("warn", "warn_ground"): (6.3, 8.2, 16.1, 8.2),
    ("emergency", "emergency_ground"): (6.4, 7.3, 10.3, 7.3),
    ("control", "card"): (4.4, 5.0, 21.0, 4.6),
    ("cramp", "card"): (4.8, 6.4, 10.3, 7.3),
    ("free", "card"): (5.9, 7.9, 13.3, 8.9),
    ("known", "card"): (5.2, 7.1, 11.7, 8.0),
    ("body_seam", "body_muscle"): (3.1, 3.5, 21.0, 3.3),
}


def test_the_ratio_agrees_with_the_standard() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert ratio("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read_on_their_ground(palette: Palette, ink: str, ground: str) -> None:
    assert ratio(palette.colour(ink), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_marks_can_be_seen_on_their_ground(palette: Palette, mark: str, ground: str) -> None:
    assert ratio(palette.colour(mark), palette.colour(ground)) >= 3.0


@pytest.mark.parametrize("pair", PROMISED, ids="-on-".join)
def test_the_ratios_are_those_of_the_design(pair: tuple[str, str]) -> None:
    first, second = pair

    found = [
        ratio(palette.colour(first), palette.colour(second))
        for palette in (LIGHT, DARK, HIGH_CONTRAST, NIGHT)
    ]

    assert found == pytest.approx(PROMISED[pair], abs=0.1)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("pain", range(11))
def test_the_number_in_a_pain_square_is_easy_to_read(palette: Palette, pain: int) -> None:
    patch = palette.pain(pain)

    assert round(ratio(patch.number, patch.fill), 1) >= 6.3
    assert ratio(patch.edge, palette.card) >= 3.0


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_each_urine_colour_has_a_number_and_an_edge(palette: Palette) -> None:
    assert [ratio(patch.number, patch.fill) >= 4.5 for patch in URINE] == [True] * 8
    assert [ratio(patch.edge, palette.card) >= 3.0 for patch in URINE] == [True] * 8


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_more_is_always_further_from_the_ground(palette: Palette) -> None:
    steps = [ratio(step, palette.card) for step in palette.heat]

    assert steps == sorted(steps)
