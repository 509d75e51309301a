"""Asks where the doctor's page is to be saved, and as what: PDF, picture or plain text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from cramplog.i18n import _

PDF, PNG, TEXT = ".pdf", ".png", ".txt"


def ask_for_file(parent: QWidget, title: str, name: str, kinds: dict[str, str]) -> Path | None:
    """The file that the person names; None where they think better of it.

    `kinds` are the endings and what each is called; the first is offered first. A name without one of them
    gets the ending of the kind that was chosen.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    filters = {f"{words} (*{ending})": ending for ending, words in kinds.items()}
    chosen, kind = QFileDialog.getSaveFileName(
        parent, title, str(Path(folder) / f"{name}{next(iter(kinds))}"), ";;".join(filters)
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in kinds:
        return path
    return path.with_name(path.name + filters.get(kind, next(iter(kinds))))


def page_kinds(first: str) -> dict[str, str]:
    """What the doctor's page can be saved as, with one kind first."""
    kinds = {PDF: _("PDF file"), PNG: _("Picture"), TEXT: _("Plain text")}
    return {first: kinds.pop(first), **kinds}
