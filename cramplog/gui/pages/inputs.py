"""What a person entered into the fields of a form, read and put back as text, readable or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cramplog.gui.pages.form_measure import MeasureField
from cramplog.gui.pages.form_number import number_text
from cramplog.gui.pages.form_zone import ZoneField
from cramplog.gui.widgets.choice_row import ChoiceRow

# More than anybody types, and fewer than two conversions blur.
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Input:
    """One field: `read` gives what stands in it, "" for nothing; `write` enters it as a person would."""

    read: Callable[[], str]
    write: Callable[[str], object]


def line_input(line: QLineEdit) -> Input:
    """A line of text, a number or a day."""
    return Input(line.text, lambda text: enter(line, text))


def measure_input(field: MeasureField) -> Input:
    """A number with a unit: what was typed in one unit is not to be read in another."""

    def read() -> str:
        value = field.value()
        return field.line.text() if value is None else f"={round(value, _DIGITS)!r}"

    def write(text: str) -> None:
        is_number = text.startswith("=")
        enter(field.line, number_text(field.shown(float(text[1:]))) if is_number else text)

    return Input(read, write)


def zone_input(zone: ZoneField) -> Input:
    """A time zone, whose field comes into sight with it."""
    return Input(zone.line.text, zone.enter)


def text_input(editor: QPlainTextEdit) -> Input:
    """Several lines of text."""
    return Input(editor.toPlainText, editor.setPlainText)


def choice_input(row: ChoiceRow) -> Input:
    """An answer that is chosen."""

    def choose(key: str) -> None:
        row.set_value(key or None)
        row.changed.emit(key or None)

    return Input(lambda: row.value() or "", choose)


def enter(line: QLineEdit, text: str) -> None:
    """Let this stand in a line as if it had been typed there and left."""
    line.setText(text)
    line.setModified(True)
    line.textEdited.emit(text)
    line.editingFinished.emit()
