"""Draws the program's icon: as PNG of one size for Linux, or as one ICO file for Windows.

python packaging/draw_icon.py OUT.ico
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

DRAWING = Path(__file__).parents[1] / "resources" / "icons" / "cramplog.svg"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """The icon in so many pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An ICO file of PNG pictures by their width; a width of 256 is written as 0."""
    place = 6 + 16 * len(pictures)
    table, body = struct.pack("<3H", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        at = place + len(body)
        table += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        body += picture
    return table + body


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(ico({size: png(size) for size in WINDOWS_SIZES}))
