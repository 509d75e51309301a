"""The icons: our own line drawings, in any colour and size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cramplog.paths import resource

# Drawn for a plain and for a dense screen; Qt scales between.
_DENSITIES = (1.0, 2.0)


def icon(name: str, *, colour: str, chosen: str, faint: str, size: int) -> QIcon:
    """The drawing `name`, with other colours where its button is chosen or cannot be pressed."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, colour, size, density), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, chosen, size, density), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, faint, size, density), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def pixmap(name: str, colour: str, size: int, density: float) -> QPixmap:
    """The drawing `name` in one colour."""
    picture = QPixmap(QSize(size, size) * density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, size * density, size * density), name, colour)
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


def paint(painter: QPainter, where: QRectF, name: str, colour: str) -> None:
    """Draw `name` into `where`."""
    _renderer(name, colour).render(painter, where)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource("icons", "cramplog.svg")))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
