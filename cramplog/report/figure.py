"""The body's outline for paper, and where each muscle lies on it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from functools import cache

from cramplog import paths
from cramplog.domain.places import Muscle, Side

VIEWS = ("front", "back")
# A muscle that both views show gets its dot where a person would point at it.
SEEN_FROM_BEHIND = frozenset(
    {Muscle.CALF, Muscle.HAMSTRING, Muscle.BUTTOCK, Muscle.UPPER_BACK, Muscle.LOWER_BACK}
)


@cache
def outline(view: str) -> str:
    """The view's outline as an SVG path, on a ground of 400 by 900."""
    return next(path.get("d") or "" for path in _root(view).iter() if path.get("id") == "body")


@cache
def spot(muscle: Muscle, side: Side) -> tuple[str, float, float] | None:
    """The view and the place on it, as shares of its width and height, of one muscle on one side.

    None for what no figure shows: `Muscle.OTHER`, and `Side.BOTH`, which is two spots.
    """
    if muscle is Muscle.OTHER or side is Side.BOTH:
        return None
    views = reversed(VIEWS) if muscle in SEEN_FROM_BEHIND else VIEWS
    for view in views:
        for name in (f"{muscle}-{side}", f"{muscle}-{Side.MIDDLE}"):
            if name in _middles(view):
                return view, *_middles(view)[name]
    return _between(muscle) if side is Side.MIDDLE else None


def _between(muscle: Muscle) -> tuple[str, float, float] | None:
    left, right = spot(muscle, Side.LEFT), spot(muscle, Side.RIGHT)
    if left is None or right is None:
        return None
    return left[0], (left[1] + right[1]) / 2, (left[2] + right[2]) / 2


@cache
def _middles(view: str) -> dict[str, tuple[float, float]]:
    """The middle of each region's box, as shares of the picture."""
    root = _root(view)
    _, _, width, height = (float(part) for part in (root.get("viewBox") or "").split())
    middles = {}
    for path in root.iter():
        name, drawn = path.get("id"), path.get("d")
        if name is None or drawn is None:
            continue
        numbers = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", drawn)]
        across, down = numbers[0::2], numbers[1::2]
        middles[name] = ((min(across) + max(across)) / 2 / width, (min(down) + max(down)) / 2 / height)
    return middles


@cache
def _root(view: str) -> ElementTree.Element:
    return ElementTree.fromstring(paths.resource("body", f"{view}.svg").read_text("utf-8"))
