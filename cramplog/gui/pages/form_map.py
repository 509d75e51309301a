"""The left side of the form: where it was, on a card that stays in view while the questions scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.body_drawing import View
from cramplog.gui.widgets.body_map import BodyMap
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.lettering import Part
from cramplog.i18n import _
from cramplog.words import places


class MapCard(Card):
    """The body map under its question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Where?"), _("click one or more"), parent=parent)
        self._theme = theme
        self.title.setProperty("role", "label")
        self.title.set_parts(
            (Part(text=_("Where?"), bold=True), Part(text=" "), Part(text=_("needed"), tone="ink2"))
        )
        self.map = BodyMap(theme, places.place)
        self.body.addWidget(self.map)

    def take_focus(self) -> None:
        """Let the keyboard begin on the side where most cramps are; the first arrow key goes to the calf."""
        figure = self.map.figure(View.BACK)
        figure.aim_at_nothing()
        figure.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, room: int) -> None:
        """Let the whole body be seen in a window with so much room, also with large text."""
        figures = [self.map.figure(view) for view in View]
        top = figures[0].mapTo(self, QPoint(0, 0)).y()
        below = self._theme.type.line("small") + self._theme.space.page
        for figure in figures:
            # Where it stands over the questions and not beside them, the feet would be out of sight.
            compact = self._theme.is_compact(self.window().width())
            figure.set_highest(room - top - below if compact else None)


class StaysInView(QWidget):
    """Holds one widget at its top edge, and moves it along while the page scrolls beside it.

    `room_changed` gives the height that is seen of it while the page is not scrolled.
    """

    room_changed = Signal(int)

    def __init__(self, held: QWidget, scroll: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self._scroll = held, scroll
        held.setParent(self)
        held.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        scroll.viewport().installEventFilter(self)
        scroll.verticalScrollBar().valueChanged.connect(self._place)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._held.heightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._held.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Where the held widget is higher than the window, its lower end is what stays in view."""
        height = max(self._held.heightForWidth(self.width()), self._held.minimumSizeHint().height())
        inside = self._scroll.widget()
        if inside is None or not inside.isAncestorOf(self):
            return
        above = self.mapTo(inside, self.rect().topLeft()).y()
        room = self._scroll.viewport().height() - above
        self.room_changed.emit(room)
        past = self._scroll.verticalScrollBar().value() - max(0, height - room)
        down = min(max(0, past), max(0, self.height() - height))
        self._held.setGeometry(0, down, self.width(), height)
