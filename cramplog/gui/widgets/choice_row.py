"""A question with its answers side by side, where no answer is an answer too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.flow_layout import FlowLayout
from cramplog.gui.widgets.not_recorded import NotRecorded
from cramplog.gui.widgets.row_or_grid import RowOrGrid
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key that is recorded, and the words that are shown."""

    key: str
    text: str


class ChoiceRow(QWidget):
    """One question of a form.

    `value()` is None while nothing is chosen, and a second click on the chosen answer brings that back.
    With `several`, use `values()`: None while nothing is chosen, and an empty tuple where the person chose
    the answer `none_key` ("None of these").

    Looks: joined segments, or `chips` that stand apart; `numbers` are equally wide and have no tick. `beside`
    sets the label at the left and adds "Not recorded" as a last, dashed answer; `short` shows a dash for "Not
    recorded" where there is little room; `show_label=False` where the page already asks the question.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        choices: Sequence[Choice],
        *,
        several: bool = False,
        none_key: str | None = None,
        chips: bool = False,
        beside: bool = False,
        short: bool = False,
        numbers: bool = False,
        show_label: bool = True,
        ends: tuple[str, str] | None = None,
        clearable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._several, self._none_key, self._clearable = several, none_key, clearable
        self._label_shown = show_label
        self._suggested = False
        self.setAccessibleName(label)
        self.label = Text(theme, label, "label")
        self._note = Text(theme, "", "small", tone="ink2")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._missing = NotRecorded(theme, short=short)
        kind = "number" if numbers else "chip" if chips else "choice"
        self._buttons = {choice.key: self._button(choice, kind) for choice in choices}
        for button in self._buttons.values():
            button.narrow = short
        self._none = self._not_recorded_button() if beside and clearable else None
        self._row = self._answers(chips=chips, numbers=numbers)
        self._set_up(beside=beside, ends=ends)
        self._show()
        theme.changed.connect(self._show)

    def value(self) -> str | None:
        """The key of the chosen answer, or None: not recorded."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def values(self) -> tuple[str, ...] | None:
        """The keys of all chosen answers; None is not recorded, () is "none of these"."""
        chosen = tuple(key for key, button in self._buttons.items() if button.isChecked())
        if not chosen:
            return None
        return tuple(key for key in chosen if key != self._none_key)

    def set_value(self, key: str | None) -> None:
        """Choose `key`, or nothing; says nothing to those who listen."""
        self._set(() if key is None else (key,))

    def set_values(self, keys: Sequence[str] | None) -> None:
        """Choose several; () chooses "none of these", None nothing."""
        if keys is not None and not keys and self._none_key:
            keys = (self._none_key,)
        self._set(tuple(keys or ()))

    def suggest(self, key: str, origin: str) -> None:
        """Choose `key` and say where it comes from, until the person touches the row."""
        self._set((key,))
        self._suggested = True
        self.set_note(origin)

    def is_suggestion(self) -> bool:
        """Whether the answer was brought by something else than the person."""
        return self._suggested

    def set_note(self, text: str) -> None:
        """Small words at the right of the label."""
        self._note.setText(text)
        self._show()

    def button(self, key: str) -> Button:
        """The button of one answer."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        step = _STEPS.get(Qt.Key(event.key()))
        buttons = list(self._all_buttons())
        focused = self.focusWidget()
        if step is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in _SIDEWAYS:
            step = -step
        at = buttons.index(focused) + step
        if 0 <= at < len(buttons):
            self._make_stop(buttons[at])
            buttons[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, choice: Choice, kind: str) -> Button:
        button = _Answer(self._theme, choice.text, kind=kind, parent=self)
        button.setCheckable(True)
        button.setAccessibleName(
            _("%(question)s: %(answer)s") % {"question": self.label.text(), "answer": choice.text}
        )
        button.clicked.connect(lambda checked: self._touched(choice.key, checked=checked))
        return button

    def _not_recorded_button(self) -> Button:
        button = _Answer(self._theme, _("Not recorded"), kind="quiet", parent=self)
        button.setCheckable(True)
        button.setAccessibleName(
            _("%(question)s: %(answer)s") % {"question": self.label.text(), "answer": button.text()}
        )
        button.clicked.connect(self._cleared)
        return button

    def _all_buttons(self) -> tuple[Button, ...]:
        return (*self._buttons.values(), *((self._none,) if self._none else ()))

    def _answers(self, *, chips: bool, numbers: bool) -> QLayout:
        gap = self._theme.space.small
        row: QLayout = FlowLayout(gap=gap) if chips else RowOrGrid(gap=gap, joined=True, equal=numbers)
        for button in self._all_buttons():
            row.addWidget(button)
        return row

    def _set_up(self, *, beside: bool, ends: tuple[str, str] | None) -> None:
        space = self._theme.space
        head = QHBoxLayout()
        head.setSpacing(space.small)
        whole = QHBoxLayout(self) if beside else QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space.medium if beside else space.small)
        if beside:
            whole.addWidget(self.label)
            whole.addLayout(self._row, 1)
            self._missing.hide()
            self._missing.setParent(self)
            whole.addWidget(self._note)
        else:
            head.addWidget(self.label)
            head.addStretch()
            head.addWidget(self._note, 1)
            head.addWidget(self._missing)
            whole.addLayout(head)
            whole.addLayout(self._row)
        self._in_line = beside
        if ends:
            whole.addLayout(self._end_words(ends))

    def _end_words(self, ends: tuple[str, str]) -> QHBoxLayout:
        words = QHBoxLayout()
        words.addWidget(Text(self._theme, ends[0], "small", tone="ink2"))
        words.addStretch(1)
        words.addWidget(Text(self._theme, ends[1], "small", tone="ink2"))
        return words

    def _set(self, keys: tuple[str, ...]) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        self._suggested = False
        self._note.setText("")
        self._show()

    def _touched(self, key: str, *, checked: bool) -> None:
        # A click on what was only suggested takes it over.
        if not checked and (self._suggested or not self._clearable):
            self._buttons[key].setChecked(True)
        if checked:
            self._uncheck_what_excludes(key)
        self._person_answered()

    def _uncheck_what_excludes(self, key: str) -> None:
        for other, button in self._buttons.items():
            alone = not self._several or self._none_key in (key, other)
            if other != key and alone:
                button.setChecked(False)

    def _cleared(self) -> None:
        for button in self._buttons.values():
            button.setChecked(False)
        self._person_answered()

    def _person_answered(self) -> None:
        if self._suggested:
            self._note.setText("")
        self._suggested = False
        self._show()
        self.changed.emit(self.values() if self._several else self.value())

    def _show(self) -> None:
        """Bring the pill, the note and the row's measures in line with what is chosen."""
        nothing = self.value() is None
        if self._none:
            self._none.setChecked(nothing)
        noted = bool(self._note.text())
        # The pill's room stays when the pill goes: a choice must not move what is below it.
        self.label.setMinimumHeight(self._missing.sizeHint().height())
        self._note.setVisible(noted)
        self.label.setVisible(self._label_shown)
        pill = nothing and self._clearable and not noted and self._label_shown and not self._in_line
        self._missing.setVisible(pill)
        if isinstance(self._row, RowOrGrid):
            tick = self._theme.target.small_icon + self._theme.space.small
            self._row.spare = tick if nothing and not self._several else 0
        self._row.invalidate()
        chosen = [button for button in self._buttons.values() if button.isChecked()]
        self._make_stop(chosen[0] if chosen else next(iter(self._buttons.values())))

    def _make_stop(self, stop: Button) -> None:
        """Let Tab stop once in this row; the arrow keys do the rest."""
        for button in self._all_buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class _Answer(Button):
    """A button that leaves the arrow keys to its row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
