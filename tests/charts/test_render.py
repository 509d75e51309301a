"""Pictures as pixels and files."""

from __future__ import annotations

import csv
import io
import struct
from xml.etree import ElementTree

import pytest

from cramplog.charts.bar_rows import BarRow, draw_bar_rows
from cramplog.charts.picture import Picture, Table
from cramplog.charts.render import Heading, csv_text, image, png, svg
from cramplog.charts.style import ChartStyle

HEADING = Heading(title="How bad", sentence="1 of 4 cramps was severe.", period="1 – 31 Mar 2026")


@pytest.fixture
def picture(light: ChartStyle) -> Picture:
    """Two bars, 300 pixels wide."""
    return draw_bar_rows([BarRow("mild", 3), BarRow("severe", 1)], light, 300)


def size_of(file: bytes) -> tuple[int, int]:
    """Width and height from a PNG's header."""
    assert file.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", file[16:24])
    return width, height


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_image_has_the_pixels_of_its_scale_and_finds_its_marks_there(
    picture: Picture, scale: float
) -> None:
    made = image(picture, scale=scale)

    assert (made.width, made.height) == (int(300 * scale), int(64 * scale))
    assert len(made.rgba) == made.width * made.height * 4
    assert made.text_at(100 * scale, 15 * scale) == "mild: 3 cramps"
    assert made.text_at(100 * scale, 45 * scale) == "severe: 1 cramp"
    assert made.text_at(100 * scale, 63 * scale) == ""


def test_a_bar_is_seen_where_its_hover_point_is(picture: Picture) -> None:
    made = image(picture)

    at = (15 * made.width + 100) * 4

    assert made.rgba[at : at + 3] == bytes.fromhex("C24E00")


def test_drawing_twice_at_different_scales_gives_the_same_sizes(picture: Picture) -> None:
    first = image(picture, scale=2.0)
    image(picture, scale=1.0)

    assert image(picture, scale=2.0).rgba == first.rgba


def test_a_png_has_a_margin_all_round(picture: Picture) -> None:
    assert size_of(png(picture, scale=1.0)) == (340, 104)


def test_a_heading_stands_above_the_picture_of_a_file_and_is_gone_afterwards(picture: Picture) -> None:
    before = image(picture).rgba

    headed = png(picture, heading=HEADING, scale=1.0)

    assert size_of(headed)[0] == 340
    assert size_of(headed)[1] > 104 + 50
    assert image(picture).rgba == before


def test_an_svg_is_the_same_every_time_and_names_its_bars(picture: Picture) -> None:
    first, second = svg(picture, heading=HEADING), svg(picture, heading=HEADING)

    assert first == second
    ids = {element.get("id") for element in ElementTree.fromstring(first).iter()}
    assert {"row-0", "row-1"} <= ids


def test_a_csv_file_gives_every_cell_back() -> None:
    table = Table(("Place", "Cramps"), (('Back of "left" thigh, inner', "1,234"), ("–", "0")))

    rows = list(csv.reader(io.StringIO(csv_text(table))))

    assert rows == [["Place", "Cramps"], ['Back of "left" thigh, inner', "1,234"], ["–", "0"]]


def test_letters_that_no_font_has_become_boxes(light: ChartStyle, see: object) -> None:
    picture = draw_bar_rows([BarRow("Ромашка 菊 $x$", 1)], light, 300)

    image(picture)

    assert any(words == "Ромашка □ $x$" for words in see(picture).words())  # type: ignore[operator]
