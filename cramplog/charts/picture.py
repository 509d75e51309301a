"""What a chart is made into: a figure, the places that say something, and the same data as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cramplog.charts.style import ChartStyle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 96


class Box(NamedTuple):
    """A rectangle in pixels at 96 dots an inch, from the top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.left + self.width / 2, self.top + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class HoverPoint:
    """Where the pointer finds something, and what it says there.

    `said` may make the sentence when it is read: a calendar of ten years has thousands of them.
    """

    box: Box
    said: str | Callable[[], str]

    @property
    def text(self) -> str:
        """What it says."""
        return self.said if isinstance(self.said, str) else self.said()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn chart: its size in pixels at 96 dots an inch, and its hover points, topmost last."""

    figure: Figure
    style: ChartStyle
    width: float
    height: float
    points: tuple[HoverPoint, ...]

    def text_at(self, x: float, y: float) -> str:
        """What the topmost mark at a point says; nothing where there is none."""
        return text_at(self.points, x, y)


@dataclass(frozen=True, slots=True)
class Table:
    """The data of a chart as text: for the keyboard, the screen reader and CSV."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def text_at(points: Sequence[HoverPoint], x: float, y: float) -> str:
    """What the topmost of these points says there; nothing where there is none."""
    return next((point.text for point in reversed(points) if point.box.holds(x, y)), "")
