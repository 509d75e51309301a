"""Where it hurts: the body from both sides, the chosen places as chips, and the same as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.domain.places import Place
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets import body_places
from cramplog.gui.widgets.body_drawing import View
from cramplog.gui.widgets.body_figure import BodyFigure
from cramplog.gui.widgets.body_list import BodyList
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, pgettext


class BodyMap(QWidget):
    """`places()` are the chosen ones; `changed` gives them as a tuple after each click of the person.

    `place_name` puts a place into words ("Left calf"). Without `chips` only the two figures are shown.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        place_name: Callable[[Place], str],
        *,
        chips: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._place_name = theme, place_name
        self._places: tuple[Place, ...] = ()
        self._figures = {view: BodyFigure(theme, view, place_name) for view in View}
        self._pictures = QWidget(self)
        self._list: BodyList | None = None
        self._chip_row = FlowLayout(gap=theme.space.small)
        self._chips: list[Button] = []
        self.both = Button(theme, _("Both"), kind="chip")
        self.list_button = Button(theme, _("List"), kind="chip", icon="list")
        self._whole = QVBoxLayout(self)
        self._set_up(chips=chips)
        self._show()

    def places(self) -> tuple[Place, ...]:
        """The chosen places, in the order in which they were chosen."""
        return self._places

    def set_places(self, places: Iterable[Place]) -> None:
        """Choose these places; says nothing to those who listen."""
        self._places = tuple(places)
        self._show()

    def figure(self, view: View) -> BodyFigure:
        """One of the two figures."""
        return self._figures[view]

    def body_list(self) -> BodyList:
        """The plain list that does the same as the figures; made when it is first needed."""
        if self._list is None:
            self._list = BodyList(self._theme, self._place_name, self)
            self._list.set_places(self._places)
            self._list.changed.connect(self._answer)
            self._list.hide()
            self._whole.insertWidget(1, self._list)
        return self._list

    def show_list(self, shown: bool) -> None:
        """Show the list in the place of the figures, or the figures again."""
        self.body_list().setVisible(shown)
        self._pictures.setVisible(not shown)
        self.list_button.set_words(_("Picture") if shown else _("List"))
        self.list_button.set_icon("runner" if shown else "list")

    def chips(self) -> tuple[Button, ...]:
        """One button for each chosen place, which takes it away."""
        return tuple(self._chips)

    def _set_up(self, *, chips: bool) -> None:
        space = self._theme.space
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(space.group)
        row = QHBoxLayout(self._pictures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.small)
        for view, words in ((View.FRONT, pgettext("body", "Front")), (View.BACK, pgettext("body", "Back"))):
            column = QVBoxLayout()
            column.setSpacing(space.small)
            caption = Text(self._theme, words, "small", tone="ink2")
            caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(self._figures[view], 1)
            column.addWidget(caption)
            row.addLayout(column, 1)
            self._figures[view].clicked.connect(self._clicked)
        self._whole.addWidget(self._pictures)
        for button in (self.both, self.list_button):
            button.setParent(self)
            button.setVisible(chips)
        if chips:
            self._set_up_chips()

    def _set_up_chips(self) -> None:
        self._chip_row.addWidget(self.both)
        self._chip_row.addWidget(self.list_button)
        self._whole.addLayout(self._chip_row)
        words = _("“Left” is your own left. On the front picture it is on the right side.")
        self._whole.addWidget(Text(self._theme, words, "small", tone="ink2"))
        self.both.setAccessibleName(_("Both sides"))
        self.both.clicked.connect(lambda: self._answer(body_places.on_both_sides(self._places)))
        self.list_button.clicked.connect(self._swap)

    def _swap(self) -> None:
        """The keyboard goes on among the muscles: the button itself may be far below them now."""
        self.show_list(not self._pictures.isHidden())
        if self._pictures.isHidden():
            self.body_list().take_focus()
        else:
            self._figures[View.BACK].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, place: Place) -> None:
        self._answer(body_places.toggled(self._places, place))

    def _answer(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self._show()
        self.changed.emit(places)

    def _show(self) -> None:
        for figure in self._figures.values():
            figure.set_chosen(self._places)
        if self._list is not None:
            self._list.set_places(self._places)
        if self._chip_row.count():
            self._show_chips()
        possible = body_places.can_be_both(self._places)
        self.both.set_possible(possible, reason=_("Choose a left or right muscle first."))

    def _show_chips(self) -> None:
        while len(self._chips) > len(self._places):
            self._drop_chip(self._chips.pop())
        while len(self._chips) < len(self._places):
            chip = Button(self._theme, "", kind="chip", end_icon="close", parent=self)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked, one=chip: self._take_away(self._chips.index(one)))
            self._chip_row.insert_widget(len(self._chips), chip)
            self._chips.append(chip)
            chip.show()
        for chip, place in zip(self._chips, self._places, strict=True):
            name = self._place_name(place)
            chip.set_words(name)
            chip.setChecked(True)
            chip.setAccessibleName(_("%(place)s, take away") % {"place": name})

    def _take_away(self, index: int) -> None:
        self._answer(self._places[:index] + self._places[index + 1 :])

    def _drop_chip(self, chip: Button) -> None:
        if chip.hasFocus():
            self.list_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._chip_row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
