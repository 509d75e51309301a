"""What an import would do, before it is done: counts, what differs, what is left out and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from cramplog.domain.changes import Kind
from cramplog.exchange import explained
from cramplog.exchange.choices import Choices, Keep
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.picker import Picker
from cramplog.gui.widgets.text import Text
from cramplog.gui.widgets.tick_box import TickBox
from cramplog.i18n import _, ngettext

if TYPE_CHECKING:
    from cramplog.exchange.preview import Counts, Entry, Preview
    from cramplog.words.units import Units

# More than anyone decides one by one; the choice above them holds for the rest.
MOST_CONFLICTS = 50


class ImportPreview(QScrollArea):
    """One look for every kind of import. `chosen` carries the Choices that the person has changed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, preview: Preview, units: Units, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._units = units
        self._choices = preview.choices
        self.setAccessibleName(_("Import"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.space.group)
        for line in lines(preview):
            self._column.addWidget(Text(theme, line))
        self._show_damaged(preview)
        self._show_conflicts(preview)
        if preview.rejected or preview.unknown:
            self._column.addWidget(Text(theme, _("Left out"), "heading"))
            self._column.addWidget(_reasons(preview))
        self._column.addStretch(1)
        self.setWidget(inside)
        # Qt fills it with a grey of its own.
        self.viewport().setAutoFillBackground(False)

    def _show_damaged(self, preview: Preview) -> None:
        if not preview.damaged:
            return
        words = ngettext(
            "Also take in what can be read of %(n)d damaged file",
            "Also take in what can be read of %(n)d damaged files",
            len(preview.damaged),
        ) % {"n": len(preview.damaged)}
        self.damaged = TickBox(self._theme, words)
        self.damaged.setChecked(self._choices.damaged)
        self.damaged.toggled.connect(self._take_damaged)
        self._column.addWidget(self.damaged)

    def _show_conflicts(self, preview: Preview) -> None:
        found = preview.conflicts
        if not found:
            return
        self._column.addWidget(Text(self._theme, _("Different in your diary and in the file"), "heading"))
        self.all_conflicts = self._picker(_("For all of them"), self._choices.all)
        self.all_conflicts.activated.connect(self._choose_all)
        self._column.addWidget(self.all_conflicts)
        for entry in found[:MOST_CONFLICTS]:
            self._show_conflict(entry)
        if len(found) > MOST_CONFLICTS:
            more = _("%(n)d more: what is chosen above holds for them.")
            self._column.addWidget(Text(self._theme, more % {"n": len(found) - MOST_CONFLICTS}, tone="ink2"))

    def _show_conflict(self, entry: Entry) -> None:
        self._column.addWidget(Text(self._theme, explained.what(entry)))
        self._column.addWidget(
            Text(self._theme, "\n".join(explained.each_difference(entry, self._units)), "small", tone="ink2")
        )
        self._column.addWidget(Text(self._theme, explained.outcome(entry), "small"))
        picker = self._picker(explained.what(entry), self._choices.of(entry.kind, entry.key))
        picker.activated.connect(
            lambda _index, entry=entry, picker=picker: self._choose(
                self._choices.with_one(entry.kind, entry.key, Keep(picker.currentData()))
            )
        )
        self._column.addWidget(picker)

    def _picker(self, name: str, keep: Keep) -> Picker:
        picker = Picker(self._theme, name)
        picker.addItem(_("Keep the newer one, or add what is missing"), Keep.USUAL)
        picker.addItem(_("Keep what is in my diary"), Keep.DIARY)
        picker.addItem(_("Take what is in the file"), Keep.FILE)
        picker.choose(keep)
        return picker

    def _choose_all(self) -> None:
        self._choose(Choices(all=Keep(self.all_conflicts.currentData()), damaged=self._choices.damaged))

    def _take_damaged(self, ticked: bool) -> None:
        self._choose(replace(self._choices, damaged=ticked))

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        self.chosen.emit(choices)


def lines(preview: Preview) -> list[str]:
    """The counts of each kind, and what happens to the diary."""
    found = [
        _("%(kind)s: %(counts)s") % {"kind": _kind(kind), "counts": _counted(counts)}
        for kind in Kind
        if (counts := preview.counts(kind))
        and any((counts.new, counts.same, counts.changed, counts.rejected))
    ]
    if preview.changes:
        found.append(_("A backup is made first. You can undo the import."))
    elif preview.rejected:
        found.append(_("Nothing will change."))
    else:
        found.append(_("Everything in it is already in your diary. Nothing will change."))
    return found


def _counted(counts: Counts) -> str:
    parts = (
        ngettext("%(n)d new", "%(n)d new", counts.new) % {"n": counts.new},
        ngettext("%(n)d the same", "%(n)d the same", counts.same) % {"n": counts.same},
        ngettext("%(n)d changed", "%(n)d changed", counts.changed) % {"n": counts.changed},
        ngettext("%(n)d left out", "%(n)d left out", counts.rejected) % {"n": counts.rejected},
    )
    counted = ", ".join(parts)
    if not counts.kept:
        return counted
    stay = ngettext("%(n)d of them stays as it is", "%(n)d of them stay as they are", counts.kept)
    return _("%(counts)s; %(stay)s") % {"counts": counted, "stay": stay % {"n": counts.kept}}


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
