"""Rectangles stand on whole pixels of the screen, and a file has their outlines."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import numpy as np
import pytest

from cramplog.charts import render
from cramplog.charts.picture import Box
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle

WIDTH, HEIGHT = 40, 20
Pixels: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
RED, BLUE = (255, 0, 0), (0, 0, 255)


def pixels(sheet: Sheet, scale: float = 1.0) -> Pixels:
    """Red, green and blue of each pixel, from the top left. A sheet is finished only once."""
    drawn = render.image(sheet.picture(HEIGHT - 4), scale=scale)
    whole = np.frombuffer(drawn.rgba, np.uint8).reshape(drawn.height, drawn.width, 4)
    return whole[..., :3]


def where(drawn: Pixels, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """First and last row, first and last column of a colour."""
    rows, columns = np.nonzero((drawn == colour).all(axis=-1))
    return rows.min(), rows.max(), columns.min(), columns.max()


def test_a_filled_box_covers_its_pixels_and_no_other(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(3, 2, 10, 5)], "#FF0000")

    drawn = pixels(sheet)

    assert where(drawn, RED) == (2, 6, 3, 12)
    assert (drawn == RED).all(axis=-1).sum() == 50


def test_on_a_screen_of_twice_as_many_dots_it_is_twice_as_large(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(3, 2, 10, 5)], "#FF0000")

    assert where(pixels(sheet, 2.0), RED) == (4, 13, 6, 25)


def test_no_edge_is_blurred_between_two_pixels(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(3.4, 2.3, 10.3, 5.4)], "#FF0000")

    drawn = pixels(sheet)

    # From 3.4 to 13.7, and from 2.3 to 7.7, each to the nearest pixel.
    assert where(drawn, RED) == (2, 7, 3, 13)
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) == 2


def test_each_box_has_its_own_fill_and_edge(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(2, 2, 6, 6), Box(20, 2, 6, 6)], ["#FF0000", "none"], edge=["none", "#0000FF"])
    drawn = pixels(sheet)

    assert tuple(drawn[4, 4]) == RED
    assert where(drawn, BLUE) == (2, 8, 20, 26)
    # Its inside is the ground.
    assert tuple(drawn[4, 23]) == tuple(drawn[15, 10])


def test_a_dashed_edge_is_three_parts_painted_and_two_open(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(2, 2, 30, 10)], "none", edge="#0000FF", dashed=True)

    painted = (pixels(sheet)[2] == BLUE).all(axis=-1)

    # From pixel 2 to 32.
    assert "".join("#" if one else "." for one in painted[2:33]) == "###.." * 6 + "#"


@pytest.mark.parametrize("edge", [None, "#0000FF"])
def test_a_box_without_height_is_no_error(light: ChartStyle, edge: str | None) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bars([Box(2, 2, 6, 0)], "#FF0000", edge=edge)

    assert not (pixels(sheet) == RED).all(axis=-1).any()


def test_a_vector_file_has_one_outline_for_each_box_under_its_name(light: ChartStyle) -> None:
    sheet = Sheet(light, WIDTH)
    sheet.bar(Box(3, 2, 10, 5), "#FF0000", name="week-1")
    sheet.bars([Box(20, 2, 6, 6), Box(30, 2, 6, 6)], "#0000FF")

    written = render.svg(sheet.picture(HEIGHT)).decode()

    assert 'id="week-1"' in written
    assert len(re.findall("#ff0000", written)) == 1
    assert len(re.findall("#0000ff", written)) == 2
