"""A part of a form that folds away, and says on its closed row what is in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.lettering import Lettering
from cramplog.gui.widgets.not_recorded import NotRecorded
from cramplog.gui.widgets.pill import Pill
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext


class Group(QFrame):
    """Put the content into `body`. Closed, it shows its summary, or Not recorded."""

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, title: str, *, opened: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self.setProperty("ground", "card")
        self.setAccessibleName(title)
        self._handle = _Handle(theme, title, self)
        self._summary = Text(theme, "", "small", tone="ink2")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._origin = Pill(theme, "", dashed=True)
        self._missing = NotRecorded(theme)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self._set_up()
        self._handle.clicked.connect(self.set_open)
        self.set_open(opened)

    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._handle.isChecked()

    def set_open(self, opened: bool) -> None:
        """Show or fold the content."""
        changed = self._content.isHidden() == opened
        self._handle.setChecked(opened)
        self._content.setVisible(opened)
        self._show()
        if changed:
            self.toggled.emit(opened)

    def set_summary(self, summary: str, *, origin: str = "") -> None:
        """What is in the group in a few words; "" says Not recorded. `origin`: where a suggestion is from."""
        if (summary, origin) == (self._summary.text(), self._origin.text()):
            return
        self._summary.setText(summary)
        self._origin.setText(origin)
        self._origin.updateGeometry()
        self._show()

    def handle(self) -> Button:
        """The row that opens and closes the group."""
        return self._handle

    def _set_up(self) -> None:
        space = self._theme.space
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, space.medium, 0)
        head.setSpacing(space.small)
        head.addWidget(self._handle, 1)
        for part in (self._summary, self._origin, self._missing):
            head.addWidget(part)
        self.body.setContentsMargins(space.huge + space.small, 0, space.card, space.card)
        self.body.setSpacing(space.group)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._content)

    def _show(self) -> None:
        summary, origin = self._summary.text(), self._origin.text()
        self._summary.setVisible(bool(summary))
        self._origin.setVisible(bool(summary and origin))
        self._missing.setVisible(not summary)
        state = pgettext("unfolded", "open") if self.is_open() else pgettext("folded", "closed")
        said = [state, summary or _("Not recorded"), origin]
        self._handle.setAccessibleDescription(", ".join(part for part in said if part))


class _Handle(Button):
    """The title with an arrow that points down while the group is open."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(theme, title, kind="link", parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        hint = super().sizeHint()
        return QSize(hint.width() + self._before_words(), max(hint.height(), self.theme.target.main))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(self.theme.target.main, super().heightForWidth(width - self._before_words()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, side = self.theme, self.theme.target.small_icon
        painter = QPainter(self)
        if self.underMouse():
            self.paint_ground(painter, self.face())
        name = "down" if self.isChecked() else "right"
        place = QRectF(theme.space.group, (self.height() - side) / 2, side, side)
        room = QRectF(self.rect()).adjusted(self._before_words(), 0, 0, 0)
        words = Lettering(self.text(), theme.font("label"), theme.type.line("label"), room.width()).lay()
        align = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - theme.space.group)
            room.moveLeft(0)
            align = Qt.AlignmentFlag.AlignRight
            name = "down" if self.isChecked() else "left"
        icons.paint(painter, place, name, theme.palette.ink2)
        words.draw(painter, room, theme.colour("ink"), align)
        painter.end()

    def _before_words(self) -> int:
        return self.theme.space.group + self.theme.target.small_icon + self.theme.space.group
