"""A field for a number that may stay empty, which means that it was not recorded."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.field import Field
from cramplog.gui.widgets.line import Line
from cramplog.i18n import _


class NumberField(Field):
    """`changed` gives the number at each key, or None while the field is empty.

    While what is typed cannot be read, `changed` gives the number that was there before.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        low: float,
        high: float,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Line()
        self._low, self._high, self._whole = low, high, whole
        self._before: float | None = None
        super().__init__(theme, label, self.line, parent=parent)
        self.line.setPlaceholderText(_("Not recorded"))
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._finished)

    def value(self) -> float | None:
        """The number, or None: not recorded."""
        typed = _read(self.line.text())
        found = None if typed is None else self.kept(typed)
        if found is None or not self._low <= found <= self._high:
            return None
        return None if self._whole and not found.is_integer() else found

    def wrong(self) -> str:
        """What is wrong with what is typed; "" where it is such a number, or nothing."""
        if not self.line.text().strip() or self.value() is not None:
            return ""
        limits = {
            "low": number_text(self.shown(self._low)),
            "high": number_text(self.shown(self._high)),
        }
        if self._whole:
            return _("Not saved: type a whole number from %(low)s to %(high)s.") % limits
        return _("Not saved: type a number from %(low)s to %(high)s.") % limits

    def is_sound(self) -> bool:
        """Whether what is typed is such a number, or nothing; says what is wrong otherwise."""
        self.set_problem(self.wrong())
        return not self.problem()

    def kept(self, typed: float) -> float:
        """What the diary keeps for a number that was typed."""
        return typed

    def shown(self, kept: float) -> float:
        """How a number of the diary is shown."""
        return kept

    def set_value(self, value: float | None) -> None:
        """Show a number, or nothing. What is being typed and means the same is left as it is."""
        if value != self.value() or not self.line.hasFocus():
            self.line.setText(number_text(None if value is None else self.shown(value)))
        self._before = value
        self.set_problem("")

    def set_recorded(self, value: float | None) -> None:
        """Show a number, or nothing; what was typed and cannot be read stays, and takes its place later."""
        if self.wrong():
            self._before = value
        else:
            self.set_value(value)

    def give_up(self) -> None:
        """Show the number that is recorded in the place of what was typed."""
        self.line.setText(number_text(None if self._before is None else self.shown(self._before)))
        self.set_problem("")

    def _edited(self) -> None:
        self.set_problem("")
        is_empty = not self.line.text().strip()
        value = self.value()
        self.changed.emit(self._before if value is None and not is_empty else value)

    def _finished(self) -> None:
        if self.is_sound():
            self._before = self.value()


def number_text(value: float | None) -> str:
    """A number as it is typed, with every digit: "1.5", "60"."""
    if value is None:
        return ""
    text = str(int(value)) if float(value).is_integer() else repr(float(value))
    return text.replace(".", _decimal())


def _read(text: str) -> float | None:
    """The number that is meant: "1,000" is a thousand in English, one in German; "1,5" is never fifteen."""
    typed, group = text.strip(), QLocale().groupSeparator()
    # French and others write thousands with narrow spaces.
    typed = "".join(typed.split()) if group.isspace() else typed
    if re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+", typed.partition(_decimal())[0]):
        typed = typed.replace(group, "")
    try:
        found = float(typed.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) != float("inf") else None


def _decimal() -> str:
    return QLocale().decimalPoint()
