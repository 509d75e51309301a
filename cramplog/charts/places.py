"""Where the cramps are: the body coloured by their number, and the numbers beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cramplog.analysis.places import PlaceCount
from cramplog.charts.body import HEIGHT, WIDTH, outlines
from cramplog.charts.picture import Box, Picture, Table
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.domain.places import Muscle, Place, Side
from cramplog.i18n import _, ngettext, pgettext
from cramplog.words import numbers
from cramplog.words.places import muscle as muscle_name
from cramplog.words.places import place

if TYPE_CHECKING:
    from matplotlib.path import Path

FIGURE_WIDTH = 108
ROW_HEIGHT = 28
SHARPEST = 5


def draw_places(result: Sequence[PlaceCount], style: ChartStyle, width: float) -> Picture:
    """Front and back, each muscle in the colour of its count; a list of the most frequent places with counts.

    A cramp on both sides colours both. Left is the person's own left, as on the map of the form.
    """
    sheet = Sheet(style, width)
    figure = min(sheet.px(FIGURE_WIDTH), width * 0.35)
    gap = sheet.px(10)
    bottom = _draw_body(sheet, result, figure, gap)
    list_left = 2 * figure + 3 * gap
    if width - list_left < sheet.px(190):
        return sheet.picture(_draw_list(sheet, result, Box(0, bottom + gap, width, 8 * sheet.px(ROW_HEIGHT))))
    end = _draw_list(sheet, result, Box(list_left, gap, width - list_left, bottom - gap))
    return sheet.picture(max(bottom, end))


def summary_places(result: Sequence[PlaceCount], episodes: int) -> str:
    """The muscle that was named most, with its sides, as the doctor's page counts it."""
    if not result:
        return _("No cramps in this time.")
    by_muscle: Counter[Muscle] = Counter()
    for one in result:
        by_muscle[one.muscle] += one.episodes
    first = max(by_muscle, key=lambda name: (by_muscle[name], -list(Muscle).index(name)))
    sides = [one for one in result if one.muscle is first and one.side is not Side.MIDDLE]
    told = ", ".join(f"{_side(one.side)} {numbers.count(one.episodes)}" for one in sides)
    words = {"muscle": muscle_name(first), "n": numbers.count(by_muscle[first]), "sides": told}
    most = _("Most often: %(muscle)s %(n)s (%(sides)s)") if told else _("Most often: %(muscle)s %(n)s")
    whole = _("%(most)s, in %(cramps)s.") % {"most": most % words, "cramps": numbers.cramps(episodes)}
    if by_muscle.total() <= episodes:
        return whole
    return f"{whole} " + _("A cramp may count in more than one place.")


def table_places(result: Sequence[PlaceCount]) -> Table:
    """Every place with its number of cramps, most first."""
    rows = tuple((_name(one), numbers.count(one.episodes)) for one in result)
    return Table((_("Place"), _("Cramps")), rows)


def by_region(result: Sequence[PlaceCount]) -> Mapping[str, int]:
    """Cramps by the id of the region that is coloured; both sides colour left and right."""
    counts: Counter[str] = Counter()
    for one in result:
        sides = (Side.LEFT, Side.RIGHT) if one.side is Side.BOTH else (one.side,)
        for side in sides:
            counts[f"{one.muscle}-{side}"] += one.episodes
    return counts


def _draw_body(sheet: Sheet, result: Sequence[PlaceCount], width: float, gap: float) -> float:
    counts = by_region(result)
    # So that one single cramp is not shown in the strongest colour.
    most = max([*counts.values(), SHARPEST])
    scale = width / WIDTH
    for number, (view, name) in enumerate(
        (("front", pgettext("body", "front")), ("back", pgettext("body", "back")))
    ):
        left = number * (width + gap)
        _draw_view(sheet, view, counts, most, scale, left)
        y = HEIGHT * scale + sheet.letters.line() / 2
        sheet.text(left + width / 2, y, name, colour=sheet.style.ink2, align="center")
    return HEIGHT * scale + sheet.letters.line()


def _draw_view(
    sheet: Sheet, view: str, counts: Mapping[str, int], most: int, scale: float, left: float
) -> None:
    from matplotlib.transforms import Affine2D

    style = sheet.style
    place_it = Affine2D().scale(scale).translate(left, 0)
    for region, outline in outlines(view).items():
        path = outline.transformed(place_it)
        count = counts.get(region, 0)
        if region == "body":
            sheet.shape(path, style.body_seam, edge=style.body_edge, width=1.2)
        elif region == "rest":
            sheet.shape(path, style.body_rest)
        else:
            fill = heat(style, count, most) if count else style.body_muscle
            edge = style.body_edge if count else None
            sheet.shape(path, fill, edge=edge, width=0.8, name=f"{view}-{region}")
        if count:
            words = {"place": _region_name(region), "cramps": numbers.cramps(count)}
            sheet.say(_box_around(path), _("%(place)s: %(cramps)s") % words)


def _box_around(path: Path) -> Box:
    import numpy as np

    corners = np.asarray(path.vertices)
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Box(float(left), float(top), float(right - left), float(bottom - top))


def heat(style: ChartStyle, count: int, most: int) -> str:
    """The step of the heat colours for a count of at least 1 and at most `most`."""
    steps = len(style.heat)
    return style.heat[min(steps - 1, steps * count // most)]


def _region_name(region: str) -> str:
    muscle, _dash, side = region.rpartition("-")
    return place(Place(Muscle(muscle), Side(side)))


def _name(one: PlaceCount) -> str:
    return place(Place(one.muscle, one.side))


def _side(which: Side) -> str:
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both"), Side.MIDDLE: _("middle")}[
        which
    ]


def _draw_list(sheet: Sheet, result: Sequence[PlaceCount], box: Box) -> float:
    """As many places as the box has rows for, then how many more there are."""
    row = sheet.px(ROW_HEIGHT)
    room = max(3, int(box.height // row))
    shown = list(result) if len(result) <= room else list(result[: room - 1])
    y = box.top
    for one in shown:
        y = _draw_row(sheet, box, y, _name(one), numbers.count(one.episodes))
    if len(shown) < len(result):
        more = len(result) - len(shown)
        words = ngettext("%(n)d more place", "%(n)d more places", more) % {"n": more}
        y = _draw_row(sheet, box, y, words, "")
    return y


def _draw_row(sheet: Sheet, box: Box, top: float, name: str, count: str) -> float:
    row = sheet.px(ROW_HEIGHT)
    room = box.width - sheet.letters.width(count, bold=True) - sheet.px(12)
    sheet.line((box.left, top), (box.right, top))
    sheet.text(box.left, top + row / 2, sheet.letters.cut(name, room))
    sheet.text(box.right, top + row / 2, count, bold=True, align="right")
    return top + row
