"""The two outlines of the body as shapes: one a muscle and side, read from the shipped drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from cramplog.domain.places import Muscle, Place, Side
from cramplog.paths import resource

SIZE = QSizeF(400, 900)
_PATH = re.compile(r'<path id="([^"]+)"[^>]*? d="([^"]+)"')
_STEP = re.compile(r"([MCZ])([^MCZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")


class View(StrEnum):
    """From where one looks at the body."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Drawing:
    """One outline: the whole body, the parts that are no muscle, and each muscle's own shape."""

    body: QPainterPath
    rest: QPainterPath
    regions: dict[Place, QPainterPath]

    def place_at(self, point: QPointF, reach: float = 0) -> Place | None:
        """The muscle under `point`, else one at most `reach` away: between two muscles lies a seam."""
        for place, shape in self.regions.items():
            if shape.contains(point):
                return place
        if reach <= 0:
            return None
        around = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        return next((place for place, shape in self.regions.items() if shape.intersects(around)), None)

    def beside(self, place: Place, across: int, down: int) -> Place:
        """The nearest muscle from `place` in a direction; `place` itself where there is none."""
        here = self.regions[place].boundingRect().center()
        best, least = place, float("inf")
        for other, shape in self.regions.items():
            way = shape.boundingRect().center() - here
            ahead = way.x() * across + way.y() * down
            aside = abs(way.y() if across else way.x())
            if other != place and ahead > 1 and ahead + 2 * aside < least:
                best, least = other, ahead + 2 * aside
        return best


@cache
def drawing(view: View) -> Drawing:
    """The outline seen from `view`; read when it is first shown."""
    text = resource("body", f"{view.value}.svg").read_text(encoding="utf-8")
    shapes = {name: _shape(steps) for name, steps in _PATH.findall(text)}
    body, rest = shapes.pop("body"), shapes.pop("rest")
    return Drawing(body, rest, {_place(name): shape for name, shape in shapes.items()})


def _place(name: str) -> Place:
    muscle, side = name.rsplit("-", 1)
    return Place(Muscle(muscle), Side(side))


def _shape(steps: str) -> QPainterPath:
    path = QPainterPath()
    for letter, rest in _STEP.findall(steps):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if letter == "M":
            path.moveTo(points[0])
        elif letter == "C":
            for at in range(0, len(points), 3):
                path.cubicTo(*points[at : at + 3])
        else:
            path.closeSubpath()
    return path
