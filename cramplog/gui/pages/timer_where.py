"""Where the cramp is, asked while it lasts: the map, and the usual places as large buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cramplog.domain.places import Place
from cramplog.gui.pages.timer_stretch import StretchCard
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets import body_places
from cramplog.gui.widgets.body_drawing import View
from cramplog.gui.widgets.body_map import BodyMap
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.i18n import _
from cramplog.words import places as words

_COLUMNS = 2


class TimerWhere(Card):
    """`changed` gives the chosen places after each click."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Where is it?"), " ", parent=parent)
        self._theme = theme
        self._usual: dict[Place, Button] = {}
        self._compact = False
        self._listed = False
        self._roomy = self._tall = True
        self.map = BodyMap(theme, words.place, chips=False)
        self.other = Button(theme, _("Other …"), kind="chip")
        self.other.setCheckable(True)
        self.stretch = StretchCard(theme)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.space.small)
        self.aside.setProperty("tone", "accent")
        self.body.addWidget(self.map)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.stretch)
        self.body.addStretch(1)
        self.map.changed.connect(self._answer)
        self.other.clicked.connect(self._show_list)
        self.show_usual(())

    def show_usual(self, usual: Iterable[Place]) -> None:
        """Offer these places as buttons, and the list of all."""
        for button in self._usual.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._usual = {place: self._offer(place) for place in usual}
        for number, button in enumerate((*self._usual.values(), self.other)):
            across = _COLUMNS if button is self.other and number % _COLUMNS == 0 else 1
            self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS, 1, across)
        self._show()

    def set_places(self, places: Iterable[Place]) -> None:
        """Show what is chosen; says nothing to those who listen."""
        self.map.set_places(places)
        self._show()

    def usual(self, place: Place) -> Button:
        """The button of a usual place."""
        return self._usual[place]

    def set_compact(self, compact: bool) -> None:
        """In one column with the rest there is no room for the figures and the drawing."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def fit(self, room: int) -> None:
        """Let all of it be seen in so much height: the map shrinks, then it goes, then the drawing."""
        figure = self.map.figure(View.FRONT)
        spacing, edges = self.body.spacing(), self.body.contentsMargins()
        inner = self.width() - edges.left() - edges.right()
        others = edges.top() + edges.bottom() + self.head.sizeHint().height() + spacing
        others += self._grid.sizeHint().height()
        drawing = self.stretch.heightForWidth(inner) + 2 * spacing
        caption = self._theme.type.line("small") + self._theme.space.small + spacing
        self._roomy = room >= others + drawing + caption + figure.least_height()
        self._tall = room >= others + drawing
        for view in View:
            self.map.figure(view).set_highest(room - others - drawing - caption)
        self._arrange()

    def _offer(self, place: Place) -> Button:
        button = Button(self._theme, words.place(place), kind="chip", parent=self)
        button.setCheckable(True)
        button.setMinimumHeight(self._theme.target.main)
        button.clicked.connect(lambda: self._answer(body_places.toggled(self.map.places(), place)))
        return button

    def _answer(self, places: tuple[Place, ...]) -> None:
        self.set_places(places)
        self.changed.emit(places)

    def _show_list(self, shown: bool) -> None:
        if shown or self._listed:
            self._listed = True
            self.map.show_list(shown)
        self._arrange()
        if shown:
            self.map.body_list().take_focus()

    def _arrange(self) -> None:
        self.map.setVisible(self.other.isChecked() or (self._roomy and not self._compact))
        self.stretch.setVisible(self._tall and not self._compact)

    def _show(self) -> None:
        chosen = self.map.places()
        self.stretch.show_places(chosen)
        for place, button in self._usual.items():
            button.setChecked(body_places.is_chosen(chosen, place))
        self.other.setMinimumHeight(self._theme.target.main)
        self.aside.setText(words.places(chosen) if chosen else "")
        self.aside.setVisible(bool(chosen))
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
