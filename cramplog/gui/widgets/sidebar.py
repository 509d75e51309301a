"""The list of pages at the left, or one button where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cramplog.gui.theme import icons
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.lettering import Lettering
from cramplog.gui.widgets.painting import Edge, box
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page in the list; `apart` sets it at the bottom, away from the others."""

    key: str
    text: str
    icon: str
    apart: bool = False


class Sidebar(QFrame):
    """`chosen` gives the key of a page that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "sidebar")
        self.setAccessibleName(_("Pages"))
        self._rows = {entry.key: _Row(theme, entry, self) for entry in entries}
        self._set_up(entries)
        self._follow()
        theme.changed.connect(self._follow)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, row in self._rows.items():
            row.setChecked(name == key)

    def row(self, key: str) -> Button:
        """The row of one page."""
        return self._rows[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rows = list(self._rows.values())
        focused = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        rows[(focused + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _set_up(self, entries: Sequence[Entry]) -> None:
        space = self._theme.space
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space.group, space.card, space.group, space.card)
        whole.setSpacing(space.inside)
        whole.addWidget(_Brand(self._theme, self))
        whole.addSpacing(space.medium)
        for entry in (one for one in entries if not one.apart):
            whole.addWidget(self._rows[entry.key])
        whole.addStretch(1)
        for entry in (one for one in entries if one.apart):
            whole.addWidget(self._rows[entry.key])
        for key, row in self._rows.items():
            row.clicked.connect(lambda _checked, name=key: self._clicked(name))

    def _clicked(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _follow(self) -> None:
        self.setFixedWidth(self._theme.target.sidebar)


class PagesBar(QFrame):
    """The bar over the page that stands in for the sidebar: a menu of pages, and the page's name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._entries = theme, tuple(entries)
        self.setProperty("ground", "top_bar")
        self.setAccessibleName(_("Pages"))
        self.button = Button(theme, _("Pages"), icon="menu", parent=self)
        self._title = Text(theme, "", "section", wrap=False)
        self._aside = Text(theme, "", tone="ink2")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._menu = QMenu(self.button)
        self._set_up()

    def set_title(self, title: str, aside: str) -> None:
        """Name the page that is shown."""
        self._title.setText(title)
        self._aside.setText(aside)

    def menu(self) -> QMenu:
        """The list of pages that the button opens."""
        return self._menu

    def _set_up(self) -> None:
        space = self._theme.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.page, space.group, space.page, space.group)
        row.setSpacing(space.page)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title)
        row.addWidget(self._aside, 1)
        for entry in self._entries:
            action = self._menu.addAction(entry.text.replace("\n", " "))
            action.triggered.connect(lambda _checked=False, name=entry.key: self.chosen.emit(name))
        self.button.clicked.connect(self._open)

    def _open(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


class _Row(Button):
    """One page: icon and word; the one that is shown stands on a card with a bar at its edge."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget) -> None:
        self._drawing = entry.icon
        super().__init__(theme, entry.text, kind="link", parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.theme.target.sidebar - 2 * self.theme.space.group, self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.theme.target.main, self.theme.target.main)

    def heightForWidth(self, width: int) -> int:  # noqa: N802, ARG002
        words = self._lines(self.theme.target.sidebar - 2 * self.theme.space.group - self._before_words())
        return max(self.theme.target.main, words.height + self.theme.space.small)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if Qt.Key(event.key()) in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        theme, area, chosen = self.theme, QRectF(self.rect()), self.isChecked()
        painter = QPainter(self)
        if chosen:
            edge = Edge(colour=theme.colour("line"))
            box(painter, area, ground=theme.colour("card"), edge=edge, radius=theme.shape.card_radius)
            bar = QRectF(
                0, area.height() / 2 - theme.target.main / 4, theme.space.inside, theme.target.main / 2
            )
            box(painter, bar, ground=theme.colour("accent"), edge=None, radius=1)
        elif self.underMouse():
            box(painter, area, ground=theme.colour("tint"), edge=None, radius=theme.shape.card_radius)
        side = theme.target.icon
        place = QRectF(theme.space.group, (area.height() - side) / 2, side, side)
        room = area.adjusted(self._before_words(), 0, 0, 0)
        icons.paint(painter, place, self._drawing, theme.palette.colour("accent" if chosen else "ink2"))
        self._lines(room.width()).draw(painter, room, theme.colour("ink"), Qt.AlignmentFlag.AlignLeft)
        painter.end()

    def nextCheckState(self) -> None:  # noqa: N802
        """A second click leaves the page chosen."""
        self.setChecked(True)

    def _before_words(self) -> int:
        return self.theme.space.group + self.theme.target.icon + self.theme.space.group

    def _lines(self, width: float) -> Lettering:
        font = self.theme.font("body", weight=700 if self.isChecked() else 400)
        return Lettering(self.text(), font, self.theme.type.line("small"), width).lay()


class _Brand(QWidget):
    """The program's mark and name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space.group, 0, 0, 0)
        row.setSpacing(theme.space.group)
        row.addWidget(_Mark(theme, self))
        row.addWidget(Text(theme, "CrampLog", "heading", wrap=False), 1)


class _Mark(QWidget):
    """The pulse on a rounded square, in the colours of the palette."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._follow()
        theme.changed.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 (Qt's name)
        theme, area = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        box(painter, area, ground=theme.colour("accent"), edge=None, radius=theme.shape.square_radius)
        inset = area.width() / 8
        icons.paint(
            painter, area.adjusted(inset, inset, -inset, -inset), "pulse", theme.palette.colour("card")
        )
        painter.end()

    def _follow(self) -> None:
        side = self._theme.target.icon + self._theme.space.small
        self.setFixedSize(side, side)
        self.update()
