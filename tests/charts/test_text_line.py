"""The words of a picture: where they stand, in which ink, and that other kinds of picture have them too."""

from __future__ import annotations

import numpy as np
import pytest

from cramplog.charts import render
from cramplog.charts.picture import Picture
from cramplog.charts.sheet import Align, Sheet
from cramplog.charts.style import ChartStyle
from cramplog.charts.text_line import TextLine, stamp


def written(words: str, style: ChartStyle, *, align: Align = "left") -> Picture:
    """One line of words in the middle of a small white sheet, in black."""
    sheet = Sheet(style, 200)
    sheet.text(100, 30, words, points=15, align=align, colour="#000000")
    return sheet.picture(60)


def dark(picture: Picture, scale: float = 1.0) -> np.ndarray:
    """Row and column of each pixel that is mostly ink."""
    made = render.image(picture, scale=scale)
    pixels = np.frombuffer(made.rgba, np.uint8).reshape(made.height, made.width, 4)
    return np.argwhere(pixels[..., :3].astype(int).sum(axis=2) < 384)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_capitals_have_their_middle_where_the_words_were_put(light: ChartStyle, scale: float) -> None:
    rows = dark(written("HHH", light), scale)[:, 0]

    assert (rows.min() + rows.max() + 1) / 2 == pytest.approx(30 * scale, abs=1)
    # A capital of these letters is 0.668 of their size high: 15 points are 20 pixels.
    assert rows.max() - rows.min() + 1 == pytest.approx(0.668 * 20 * scale, abs=1.5)


@pytest.mark.parametrize(("align", "edge"), [("left", "min"), ("center", "mean"), ("right", "max")])
def test_words_begin_or_end_or_have_their_middle_where_they_were_put(
    light: ChartStyle, align: Align, edge: str
) -> None:
    columns = dark(written("HOH", light, align=align))[:, 1]

    assert getattr(columns, edge)() == pytest.approx(100, abs=6)


@pytest.mark.parametrize("words", ["Ågjpq|", "10 of 28 days", "жЖ ♥"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_no_ink_is_outside_the_room_that_the_words_are_said_to_take(
    light: ChartStyle, words: str, align: Align
) -> None:
    picture = written(words, light, align=align)

    found = dark(picture)

    line = next(one for one in picture.figure.get_children() if isinstance(one, TextLine))
    room = line.get_window_extent().padded(1)
    assert found.size
    assert room.x0 <= found[:, 1].min() <= found[:, 1].max() <= room.x1
    assert room.y0 <= picture.height - found[:, 0].max() <= picture.height - found[:, 0].min() <= room.y1


def test_the_same_words_are_drawn_once_and_stay_as_they_were(light: ChartStyle) -> None:
    first = render.image(written("12 cramps", light)).rgba
    before = stamp.cache_info()

    second = render.image(written("12 cramps", light)).rgba

    assert second == first
    assert stamp.cache_info().misses == before.misses
    assert stamp.cache_info().hits == before.hits + 1


def test_each_ink_and_weight_is_its_own(light: ChartStyle) -> None:
    sheet = Sheet(light, 200)
    sheet.text(0, 20, "ill", colour="#ff0000")
    sheet.text(100, 20, "ill", bold=True, colour="#0000ff")

    made = render.image(sheet.picture(40))

    pixels = np.frombuffer(made.rgba, np.uint8).reshape(made.height, made.width, 4).astype(int)
    red, blue = pixels[:, :100], pixels[:, 100:]
    assert red[..., 0].min() == 255
    assert blue[..., 2].min() == 255
    # Bold letters hold more ink.
    assert (255 - blue[..., 0]).sum() > 1.2 * (255 - red[..., 2]).sum()


def test_a_drawing_that_scales_has_the_letters_as_outlines(light: ChartStyle) -> None:
    with_words = render.svg(written("HHH", light))
    without = render.svg(Sheet(light, 200).picture(60))

    assert with_words.count(b"<use ") - without.count(b"<use ") == 3
