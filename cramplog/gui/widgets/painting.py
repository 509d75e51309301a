"""The few shapes that painted widgets share: rounded grounds with solid or dashed edges."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


@dataclass(frozen=True, slots=True, kw_only=True)
class Corners:
    """Which ends of a shape are round; a segment in the middle of a row has none."""

    left: bool = True
    right: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The line round a shape."""

    colour: QColor
    width: float = 1
    dashed: bool = False


def box(
    painter: QPainter,
    where: QRectF,
    *,
    ground: QColor | None,
    edge: Edge | None,
    radius: float,
    corners: Corners | None = None,
) -> None:
    """Draw a rounded rectangle that stays inside `where`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = edge.width / 2 if edge else 0
    shape = rounded(where.adjusted(inset, inset, -inset, -inset), radius, corners or Corners())
    painter.setPen(pen(edge) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def pen(edge: Edge) -> QPen:
    """The pen that draws `edge`."""
    made = QPen(edge.colour, edge.width)
    if edge.dashed:
        made.setDashPattern([3, 2.5])
    return made


def rounded(where: QRectF, radius: float, corners: Corners) -> QPainterPath:
    """A rectangle with only the wanted ends rounded."""
    left, right = (radius if is_round else 0 for is_round in (corners.left, corners.right))
    path = QPainterPath()
    path.moveTo(where.left() + left, where.top())
    path.lineTo(where.right() - right, where.top())
    _turn(path, where.right() - 2 * right, where.top(), right, 90)
    path.lineTo(where.right(), where.bottom() - right)
    _turn(path, where.right() - 2 * right, where.bottom() - 2 * right, right, 0)
    path.lineTo(where.left() + left, where.bottom())
    _turn(path, where.left(), where.bottom() - 2 * left, left, 270)
    path.lineTo(where.left(), where.top() + left)
    _turn(path, where.left(), where.top(), left, 180)
    path.closeSubpath()
    return path


def _turn(path: QPainterPath, x: float, y: float, radius: float, start: float) -> None:
    if radius:
        path.arcTo(QRectF(x, y, 2 * radius, 2 * radius), start, -90)
