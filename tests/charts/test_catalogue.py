"""What holds for every chart in every look, for a sparse diary and for one of ten years."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from cramplog.analysis.chart_data import ChartData
from cramplog.charts.catalogue import CHARTS, Chart, chart
from cramplog.charts.rectangles import NONE, Rectangles
from cramplog.charts.style import ChartStyle
from cramplog.charts.text_line import TextLine
from cramplog.gui.theme.contrast import ratio

WIDTHS = {True: 630, False: 300}
NARROW = {True: 420, False: 286}

each_chart = pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.id)


def drawn(one: Chart, diary: ChartData, style: ChartStyle, *, narrow: bool = False) -> Any:
    """The chart as the page draws it, or None where the page shows what is missing instead."""
    if not one.offered(diary) or one.missing(diary):
        return None
    width = (NARROW if narrow else WIDTHS)[one.wide] * (1.1 if style.text_size > 1.5 else 1)
    return one.draw(diary, style, width)


@pytest.mark.parametrize("style", ["light", "paper", "light at 200 %"], indirect=True)
@each_chart
def test_no_text_runs_into_another_or_over_the_edge(
    one: Chart, diary: ChartData, style: ChartStyle, see: Any
) -> None:
    for narrow in (False, True) if style.name == "light" else (False,):
        picture = drawn(one, diary, style, narrow=narrow)
        if picture is None:
            return

        seen = see(picture)

        assert seen.overlaps() == []
        assert seen.cut() == []


@each_chart
def test_no_letters_are_smaller_than_ten_and_a_half_points(
    one: Chart, diary: ChartData, light: ChartStyle
) -> None:
    picture = drawn(one, diary, light)
    if picture is None:
        return

    texts = [artist for artist in picture.figure.get_children() if isinstance(artist, TextLine)]

    assert texts
    assert min(text.get_fontsize() for text in texts) >= 10.5


@each_chart
def test_every_colour_is_one_of_the_looks_and_every_mark_stands_out(
    one: Chart, usual: ChartData, style: ChartStyle
) -> None:
    picture = drawn(one, usual, style)
    if picture is None:
        return

    used = {colour.upper() for colour in colours(picture.figure)}

    decoration = {style.line, style.raised, style.shade, style.ground, style.body_muscle, style.body_rest}
    # A step of the heat colours carries its number or its row in the list, and an edge.
    allowed = {*decoration, *style.heat, *style.on_heat}
    marks = {style.ink, style.ink2, style.cramp, style.known, style.edge, style.body_edge, style.body_seam}
    assert used <= {colour.upper() for colour in allowed | marks}
    assert all(ratio(colour, style.ground) >= 3 for colour in used & {mark.upper() for mark in marks})


@each_chart
def test_hover_points_lie_in_the_picture_and_say_something(
    one: Chart, diary: ChartData, light: ChartStyle
) -> None:
    picture = drawn(one, diary, light)
    if picture is None:
        return

    assert picture.points
    for point in picture.points:
        assert point.text
        assert -1 <= point.box.left <= point.box.right <= picture.width + 1
        assert -1 <= point.box.top <= point.box.bottom <= picture.height + 1
    assert all(picture.text_at(*point.box.middle) for point in picture.points[::50])


@each_chart
def test_the_sentence_and_the_table_hold_without_a_picture(one: Chart, diary: ChartData) -> None:
    if not one.offered(diary):
        return

    table = one.table(diary)

    assert one.title()
    assert one.summary(diary, False).endswith(".")
    assert one.summary(diary, True).endswith(".")
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.heads)}
    assert all(cell or at for row in table.rows for at, cell in enumerate(row))


def test_every_chart_has_its_own_id() -> None:
    ids = [one.id for one in CHARTS]

    assert len(ids) == len(set(ids))
    assert chart("timing").id == "timing"


def test_an_empty_diary_is_told_what_each_chart_needs(charted: Callable[..., ChartData]) -> None:
    data = charted("2026-03-02", "2026-03-29")

    said = {one.id: one.missing(data) for one in CHARTS if one.offered(data)}

    assert {name: missing.text for name, missing in said.items() if missing} == {
        "weeks": "0 of 1 known day",
        "timing": "0 of 12 cramp days",
        "calendar": "0 of 1 known day",
        "pain": "0 of 1 cramp",
        "duration": "0 of 1 cramp",
        "places": "0 of 1 cramp",
        "compare": "0 of 14 known days before",
        "triggers": "0 of 24 cramp days",
    }
    # Nothing is taken, tried or trained, and there is one month only.
    assert set(said) == {"weeks", "timing", "calendar", "pain", "duration", "places", "compare", "triggers"}


def test_charts_are_imported_without_matplotlib_and_drawn_without_pyplot() -> None:
    script = """
import sys
from cramplog.charts import catalogue, render
assert "matplotlib" not in sys.modules and "numpy" not in sys.modules
from cramplog.charts.bar_rows import BarRow, draw_bar_rows
from cramplog.charts.paper import PAPER
render.png(draw_bar_rows([BarRow("mild", 1)], PAPER, 300))
assert "matplotlib.pyplot" not in sys.modules and "tkinter" not in sys.modules
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stderr


def colours(figure: Any) -> set[str]:
    """Every colour that something is drawn with."""
    found: set[str] = set()
    for artist in figure.get_children():
        if isinstance(artist, TextLine):
            given = [artist.get_color()]
        elif isinstance(artist, Line2D):
            given = [artist.get_color(), artist.get_markerfacecolor(), artist.get_markeredgecolor()]
            given = given[1:] if artist.get_marker() not in ("None", None, "") else given[:1]
            if artist.get_markeredgewidth() == 0:
                given = given[:1]
        elif isinstance(artist, Rectangles):
            given = [one for one in (*artist.fills, *artist.edges) if one != NONE]
        elif isinstance(artist, Patch):
            given = [artist.get_facecolor(), artist.get_edgecolor()]
        else:
            given = []
        found |= {to_hex(one) for one in given if not is_clear(one)}
    return found


def is_clear(colour: Any) -> bool:
    """Whether a colour is nothing at all."""
    return not isinstance(colour, str) and len(colour) == 4 and colour[3] == 0
