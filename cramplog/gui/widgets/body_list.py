"""The muscles as a plain list, for all who would rather not click on a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.body_drawing import View, drawing
from cramplog.gui.widgets.body_places import is_chosen, toggled
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.row_or_grid import RowOrGrid


class BodyList(QWidget):
    """One row a muscle, one button a side. `changed` gives the places after each click."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, place_name: Callable[[Place], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._buttons: dict[Place, Button] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space.small)
        for muscle in Muscle:
            row = RowOrGrid(gap=theme.space.small, equal=True)
            for side in _sides(muscle):
                row.addWidget(self._button(theme, Place(muscle, side), place_name))
            whole.addLayout(row)

    def set_places(self, places: Iterable[Place]) -> None:
        """Show these places as chosen."""
        self._places = tuple(places)
        for place, button in self._buttons.items():
            button.setChecked(is_chosen(self._places, place))

    def button(self, place: Place) -> Button:
        """The button of one place."""
        return self._buttons[place]

    def take_focus(self) -> None:
        """Let the keyboard begin at what is chosen, else at the top."""
        chosen = [button for button in self._buttons.values() if button.isChecked()]
        next(iter(chosen or self._buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, theme: Theme, place: Place, place_name: Callable[[Place], str]) -> Button:
        button = Button(theme, place_name(place), kind="chip", parent=self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._answer(place))
        self._buttons[place] = button
        return button

    def _answer(self, place: Place) -> None:
        self.set_places(toggled(self._places, place))
        self.changed.emit(self._places)


def _sides(muscle: Muscle) -> tuple[Side, ...]:
    """Left and right, and the middle where the drawing has one."""
    if muscle == Muscle.OTHER:
        return (Side.LEFT, Side.MIDDLE, Side.RIGHT)
    drawn = {place.side for view in View for place in drawing(view).regions if place.muscle == muscle}
    return tuple(side for side in (Side.LEFT, Side.MIDDLE, Side.RIGHT) if side in drawn)
