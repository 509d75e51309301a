"""A row of numbered squares of which one can be chosen, or none; the ground of the pain and urine scales."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.not_recorded import NotRecorded
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _

# So soon after a 1, a 0 makes it a 10.
_SECOND_DIGIT_MS = 1_000


class Square(Button):
    """One number. Arrow keys go to its scale, a digit too."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, str(number), kind="choice", parent=parent)
        self.number = number
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        key = Qt.Key(event.key())
        if key in _STEPS or key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberScale(QWidget):
    """`value()` is None while nothing is chosen; a second click, Delete or Clear brings that back."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, label: str, squares: Sequence[Square], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(label)
        self.label = Text(theme, label, "label")
        self._squares = tuple(squares)
        self._missing = NotRecorded(theme)
        self._note = Text(theme, "", "small", tone="ink2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._suggestion = ""
        self._first_digit = ""
        self._second_digit = QTimer(self, singleShot=True, interval=_SECOND_DIGIT_MS)
        self.row = RowOrGrid(gap=theme.space.inside, equal=True, cell=0)
        self._set_up()
        self._show()
        theme.changed.connect(self._show)

    def value(self) -> int | None:
        """The chosen number, or None: not recorded."""
        return next((square.number for square in self._squares if square.isChecked()), None)

    def set_value(self, number: int | None) -> None:
        """Choose `number`, or nothing; says nothing to those who listen."""
        self._suggestion = ""
        self._choose(number)

    def suggest(self, number: int, origin: str) -> None:
        """Choose `number` and say where it comes from, until the person touches the scale."""
        self._suggestion = origin
        self._choose(number)

    def is_suggestion(self) -> bool:
        """Whether the number was brought by something else than the person."""
        return bool(self._suggestion)

    def square(self, number: int) -> Square:
        """The button of one number."""
        return next(square for square in self._squares if square.number == number)

    def word(self, number: int) -> str:  # noqa: ARG002
        """What a number means in a word; scales with words say it."""
        return ""

    def cell_width(self) -> int:
        """The least width of a square."""
        return self._theme.target.choice

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        key = Qt.Key(event.key())
        focused = self.focusWidget()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._answer(None)
        elif event.text().isdecimal():
            self._type(event.text())
        elif key in _STEPS and focused in self._squares:
            self._step(focused, key)
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """A digit chooses its number; a second one soon after it makes ten of one and nought."""
        both = self._first_digit + digit if self._second_digit.isActive() else digit
        typed = both if self._has(int(both)) else digit
        self._first_digit = typed
        self._second_digit.start()
        if self._has(int(typed)):
            self._answer(int(typed))

    def _set_up(self) -> None:
        space = self._theme.space
        head = QHBoxLayout()
        head.setSpacing(space.small)
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self._note)
        head.addWidget(self._missing)
        for square in self._squares:
            named = {"question": self.label.text(), "answer": self._named(square.number)}
            square.setAccessibleName(_("%(question)s: %(answer)s") % named)
            square.setToolTip(self.word(square.number))
            square.clicked.connect(lambda checked, one=square.number: self._clicked(one, checked=checked))
            self.row.addWidget(square)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space.small)
        whole.addLayout(head)
        whole.addLayout(self.row)

    def _named(self, number: int) -> str:
        word = self.word(number)
        return _("%(number)d, %(word)s") % {"number": number, "word": word} if word else str(number)

    def _has(self, number: int) -> bool:
        return any(square.number == number for square in self._squares)

    def _step(self, focused: QWidget | None, key: Qt.Key) -> None:
        step = _STEPS[key]
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        at = [square is focused for square in self._squares].index(True) + step
        if 0 <= at < len(self._squares):
            self._make_stop(self._squares[at])
            self._squares[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, number: int, *, checked: bool) -> None:
        """A second click takes the number away; one on what was only suggested takes it over."""
        self._answer(number if checked or self._suggestion else None)

    def _answer(self, number: int | None) -> None:
        self._suggestion = ""
        self._choose(number)
        self.changed.emit(number)

    def _choose(self, number: int | None) -> None:
        for square in self._squares:
            square.setChecked(square.number == number)
        self._show()

    def _show(self) -> None:
        number = self.value()
        self.label.setMinimumHeight(self._missing.sizeHint().height())
        self._note.setText(self._suggestion or self._note_for(number))
        self._note.setVisible(bool(self._note.text()))
        self._missing.setVisible(number is None)
        self.row.set_cell(self.cell_width())
        self._make_stop(self._squares[0] if number is None else self.square(number))

    def _note_for(self, number: int | None) -> str:  # noqa: ARG002
        """What stands at the right of the label for a chosen number."""
        return ""

    def _make_stop(self, stop: Square) -> None:
        """Let Tab stop once in this scale; the arrow keys do the rest."""
        for square in self._squares:
            policy = Qt.FocusPolicy.StrongFocus if square is stop else Qt.FocusPolicy.ClickFocus
            square.setFocusPolicy(policy)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
