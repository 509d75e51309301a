"""What an import would do, before it is done: counts, what is rejected and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, ngettext

if TYPE_CHECKING:
    from cramplog.exchange.preview import Counts, Preview


class ImportPreview(QDialog):
    """Accepted when the person says to import."""

    def __init__(self, theme: Theme, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import: what will change"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space.page, theme.space.page, theme.space.page, theme.space.page)
        column.setSpacing(theme.space.group)
        column.addWidget(Text(theme, _("What will change"), "title"))
        for line in _lines(preview):
            column.addWidget(Text(theme, line))
        if preview.rejected or preview.unknown:
            column.addWidget(Text(theme, _("Left out"), "heading"))
            column.addWidget(_reasons(preview))
        self.import_button = Button(theme, _("Import"), kind="main")
        self.import_button.setEnabled(bool(preview.changes))
        self.import_button.clicked.connect(self.accept)
        cancel = Button(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.import_button)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)


def _lines(preview: Preview) -> list[str]:
    lines = [
        _("%(kind)s: %(counts)s") % {"kind": _kind(kind), "counts": _counted(counts)}
        for kind in Kind
        if (counts := preview.counts(kind))
        and any((counts.new, counts.same, counts.changed, counts.rejected))
    ]
    if preview.changes:
        lines.append(_("A backup is made first. You can undo the import."))
    elif preview.rejected:
        lines.append(_("Nothing will change."))
    else:
        lines.append(_("Everything in it is already in your diary. Nothing will change."))
    return lines


def _counted(counts: Counts) -> str:
    parts = (
        ngettext("%(n)d new", "%(n)d new", counts.new) % {"n": counts.new},
        ngettext("%(n)d the same", "%(n)d the same", counts.same) % {"n": counts.same},
        ngettext("%(n)d changed", "%(n)d changed", counts.changed) % {"n": counts.changed},
        ngettext("%(n)d left out", "%(n)d left out", counts.rejected) % {"n": counts.rejected},
    )
    return ", ".join(parts)


def _kind(kind: Kind) -> str:
    return {
        Kind.EPISODES: _("Cramps"),
        Kind.DAYS: _("Days"),
        Kind.WORKOUTS: _("Workouts"),
        Kind.COURSES: _("Medicines and routines"),
        Kind.PERSON: _("About you"),
        Kind.SETTINGS: _("Settings"),
    }[kind]


def _reasons(preview: Preview) -> QPlainTextEdit:
    lines = [f"{rejected.place}: {rejected.reason}" for rejected in preview.rejected]
    lines += [
        _("%(field)s: not a field of a diary, left out") % {"field": unknown.field}
        for unknown in preview.unknown
    ]
    text = QPlainTextEdit("\n".join(lines))
    text.setReadOnly(True)
    text.setAccessibleName(_("Left out, with the reasons"))
    return text
