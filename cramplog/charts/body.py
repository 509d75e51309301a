"""The body's outlines, read from the artwork that travels with the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from cramplog.paths import resource

if TYPE_CHECKING:
    from matplotlib.path import Path

WIDTH, HEIGHT = 400, 900
_TOKEN = re.compile(r"[MCZ]|-?\d+(?:\.\d+)?")


@cache
def outlines(view: str) -> Mapping[str, Path]:
    """The paths of `front` or `back` by their ids, in the order they are drawn, in a box of 400 × 900.

    The artwork is read once, so nobody may change a path.
    """
    root = ElementTree.parse(resource("body", f"{view}.svg")).getroot()
    return {
        element.attrib["id"]: _path(element.attrib["d"]) for element in root if element.tag.endswith("path")
    }


def _path(d: str) -> Path:
    """The artwork has closed outlines of cubic curves only: M, C and Z."""
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[int] = []
    kinds = {"M": [Path.MOVETO], "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}
    tokens = _TOKEN.findall(d)
    at = 0
    while at < len(tokens):
        command, at = (tokens[at], at + 1) if tokens[at] in "MCZ" else ("C", at)
        count = {"M": 1, "C": 3, "Z": 0}[command]
        numbers = [float(token) for token in tokens[at : at + 2 * count]]
        at += 2 * count
        points += zip(numbers[::2], numbers[1::2], strict=True) if count else [points[0]]
        codes += [int(code) for code in kinds[command]]
    return Path(points, codes)
