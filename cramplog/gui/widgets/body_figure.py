"""One view of the body on which muscles are chosen with the mouse or the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.announcing import announce
from cramplog.gui.widgets.body_drawing import SIZE, View, drawing
from cramplog.gui.widgets.body_places import is_chosen
from cramplog.gui.widgets.painting import Edge, box
from cramplog.i18n import _

_FIRST = {View.FRONT: Place(Muscle.QUADRICEPS, Side.LEFT), View.BACK: Place(Muscle.CALF, Side.LEFT)}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Drawn smaller, the muscles of the hand could not be hit.
_LEAST_WIDTH = 120
# A click this near to a muscle counts for it: seams and toes are thin.
_REACH = 5


class BodyFigure(QWidget):
    """Front or back. Says which place was clicked; what is chosen is set from outside.

    With the keyboard: arrow keys go from muscle to muscle, Space or Enter chooses. At first no muscle is
    aimed at, so that a stray Space records nothing.
    """

    clicked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        view: View,
        place_name: Callable[[Place], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._view, self._place_name = theme, view, place_name
        self._chosen: tuple[Place, ...] = ()
        self._under_mouse: Place | None = None
        self._focused: Place | None = None
        self._highest: int | None = None
        self.setProperty("own_focus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()
        theme.changed.connect(self._follow)

    def set_chosen(self, places: Iterable[Place]) -> None:
        """Light up these places."""
        self._chosen = tuple(places)
        self._describe()
        self.update()

    def focused_place(self) -> Place | None:
        """The muscle that Space would choose; None before the first arrow key."""
        return self._focused

    def aim_at_nothing(self) -> None:
        """Begin again with the arrow keys."""
        self._focused = None
        self._describe()
        self.update()

    def set_highest(self, height: int | None) -> None:
        """Grow no higher than this, so that the whole body is seen; None for as high as it likes."""
        highest = None if height is None else max(height, self.least_height())
        if highest != self._highest:
            self._highest = highest
            self.updateGeometry()

    def least_height(self) -> int:
        """Below this, muscles would be too small to be hit."""
        return round(_LEAST_WIDTH * SIZE.height() / SIZE.width())

    def outline(self, place: Place) -> QPainterPath:
        """The shape of a muscle, in this widget's pixels."""
        return self._scaled(drawing(self._view).regions[place])

    def place_at(self, point: QPointF) -> Place | None:
        """The muscle under a pixel of this widget."""
        scale, start = self._scale_and_start()
        return drawing(self._view).place_at((point - start) / scale, _REACH / scale)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's names)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        widest = self._theme.target.body_figure * 1.5
        height = round(min(width, widest) * SIZE.height() / SIZE.width())
        return height if self._highest is None else min(height, self._highest)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = round(self._theme.target.body_figure * 1.1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        width = self._theme.target.body_figure
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, picture = self._theme, drawing(self._view)
        body = self._scaled(picture.body)
        painter.fillPath(body, theme.colour("body_seam"))
        painter.fillPath(self._scaled(picture.rest), theme.colour("body_rest"))
        for place, shape in picture.regions.items():
            painter.fillPath(self._scaled(shape), theme.colour(self._ground(place)))
        painter.strokePath(body, QPen(theme.colour("body_edge"), 1.25))
        if self._under_mouse is not None:
            pen = QPen(theme.colour("accent"), theme.shape.chosen_line)
            painter.strokePath(self.outline(self._under_mouse), pen)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._focused = place
            self._press(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hover(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._place_name(place) if place else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _PRESS:
            if self._focused is not None:
                self._press(self._focused)
        elif key in _STEPS:
            self._focused = self._next(*_STEPS[key])
            self._announce()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._announce()
        super().focusInEvent(event)

    def _ground(self, place: Place) -> str:
        if is_chosen(self._chosen, place):
            return "accent"
        return "tint" if place == self._under_mouse else "body_muscle"

    def _next(self, across: int, down: int) -> Place:
        if self._focused is None:
            return _FIRST[self._view]
        return drawing(self._view).beside(self._focused, across, down)

    def _paint_focus(self, painter: QPainter) -> None:
        theme = self._theme
        if self._focused is None:
            ring = Edge(colour=theme.colour("accent"), width=theme.shape.ring)
            box(painter, self._drawn_area(), ground=None, edge=ring, radius=theme.shape.card_radius)
            return
        shape = self.outline(self._focused)
        if is_chosen(self._chosen, self._focused):
            painter.strokePath(shape, QPen(theme.colour("card"), theme.shape.ring + 2))
        painter.strokePath(shape, QPen(theme.colour("accent"), theme.shape.ring))

    def _press(self, place: Place) -> None:
        self.clicked.emit(place)
        self._announce()
        self.update()

    def _hover(self, place: Place | None) -> None:
        if place != self._under_mouse:
            self._under_mouse = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
            self.update()

    def _announce(self) -> None:
        words = self._aim()
        self._describe()
        if words:
            announce(self, words)

    def _describe(self) -> None:
        view = _("Body from the front") if self._view == View.FRONT else _("Body from the back")
        self.setAccessibleName(view)
        keys = _("Arrow keys go from muscle to muscle. Space chooses.")
        self.setAccessibleDescription(". ".join(part for part in (self._aim(), keys) if part))

    def _aim(self) -> str:
        return self._named(self._focused) if self._focused is not None else ""

    def _named(self, place: Place) -> str:
        name = self._place_name(place)
        if not is_chosen(self._chosen, place):
            return name
        return _("%(place)s, chosen") % {"place": name}

    def _scaled(self, shape: QPainterPath) -> QPainterPath:
        scale, start = self._scale_and_start()
        return QTransform.fromTranslate(start.x(), start.y()).scale(scale, scale).map(shape)

    def _scale_and_start(self) -> tuple[float, QPointF]:
        """How the drawing lies in the widget: as large as it fits, in the middle."""
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        scale = max(0.01, min(area.width() / SIZE.width(), area.height() / SIZE.height()))
        left = area.left() + (area.width() - SIZE.width() * scale) / 2
        return scale, QPointF(left, area.top())

    def _drawn_area(self) -> QRectF:
        """The body with a little room around it."""
        scale, start = self._scale_and_start()
        room = self._theme.space.small
        around = QRectF(start, SIZE * scale).adjusted(-room, -room, room, room)
        return around.intersected(QRectF(self.rect()))

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
