"""The time that has passed, in digits that can be read across a dark room without glasses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.i18n import _, ngettext

# Figures have no descenders: the digits need little more than their own height.
_HEIGHT = 0.86


class TimerDigits(QWidget):
    """Minutes and seconds, hours only after sixty minutes; as large as the room allows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._highest: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_seconds(0)
        theme.changed.connect(self._follow)

    def text(self) -> str:
        """What is shown: "03:07", "1:02:03"."""
        return self._text

    def show_seconds(self, seconds: int) -> None:
        """Show another length of time."""
        text = clock_text(seconds)
        if text == self._text:
            return
        longer = len(text) != len(self._text)
        self._text = text
        self.setAccessibleName(_spoken(seconds))
        if longer:
            self.updateGeometry()
        self.update()

    def set_highest(self, height: int) -> None:
        """Grow no higher than this, as long as they can be read across the room."""
        least = round(self._theme.target.its_over * _HEIGHT)
        if (highest := max(height, least)) != self._highest:
            self._highest = highest
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return round(self._letters(width).pixelSize() * _HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802
        font = self._theme.font("timer", equal_figures=True)
        width = round(QFontMetricsF(font).horizontalAdvance(self._text))
        return QSize(width, round(font.pixelSize() * _HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.target.cramp_now, self._theme.target.main)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setFont(self._letters(self.width()))
        painter.setPen(self._theme.colour("digits"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), align, self._text)
        painter.end()

    def _letters(self, width: int) -> QFont:
        font = self._theme.font("timer", equal_figures=True)
        needed = QFontMetricsF(font).horizontalAdvance(self._text)
        size = font.pixelSize()
        if needed > width > 0:
            size = max(self._theme.target.main, int(size * width / needed))
        if self._highest is not None:
            size = min(size, int(self._highest / _HEIGHT))
        font.setPixelSize(size)
        return font

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()


def clock_text(seconds: int) -> str:
    """A length of time in figures."""
    minutes, left = divmod(max(0, seconds), 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def _spoken(seconds: int) -> str:
    minutes, left = divmod(max(0, seconds), 60)
    words = {
        "minutes": ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes},
        "seconds": ngettext("%(n)d second", "%(n)d seconds", left) % {"n": left},
    }
    return _("%(minutes)s %(seconds)s") % words
