"""What a person wrote in a field of several lines."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


def words_of(field: QPlainTextEdit) -> str:
    """Sign for sign: Qt's own `toPlainText` makes a common space of one that must not break."""
    return field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
