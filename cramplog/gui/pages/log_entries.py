"""The last entries on the Log page, each with its worst pain and a way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card, rule
from cramplog.gui.widgets.pain_square import PainSquare
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _, language
from cramplog.words import dates, places, scales
from cramplog.words.within import within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.domain.episode import Episode


class LastEntries(Card):
    """`chosen` carries the episode that is to be changed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Last entries"), _("square: worst pain, 0–10"), parent=parent)
        self._theme = theme
        self._parts: list[QWidget] = []
        self._reader: tuple[object, ...] = ()
        self._shown: tuple[object, ...] | None = None
        self.rows: tuple[EntryRow, ...] = ()

    def show_entries(self, episodes: Sequence[Episode], day_starts_hour: int) -> None:
        """Show these cramps, as they stand."""
        reader = (day_starts_hour, language.hours)
        if (*reader, tuple(episodes)) == self._shown:
            return
        # The rows of cramps that stayed as they were stay too, where the reader wants them in the same words.
        present = {row.episode: row for row in self.rows} if reader == self._reader else {}
        self._shown, self._reader = (*reader, tuple(episodes)), reader
        # Out of sight all of it is laid out once; in sight it would be after each row.
        in_sight = not self.isHidden()
        self.hide()
        for part in self._parts:
            self.body.removeWidget(part)
            if not isinstance(part, EntryRow) or part.episode not in episodes or not present:
                part.deleteLater()
        self.rows = tuple(present.get(one) or self._row(one, day_starts_hour) for one in episodes)
        self._parts = [part for row in self.rows for part in (rule(self), row)]
        if not episodes:
            self._parts = [
                Text(self._theme, _("No cramps so far. The last ones will stand here."), tone="ink2")
            ]
        for part in self._parts:
            self.body.addWidget(part)
        self.setVisible(in_sight)

    def _row(self, episode: Episode, day_starts_hour: int) -> EntryRow:
        row = EntryRow(self._theme, episode, day_starts_hour, self)
        row.edit.clicked.connect(lambda: self.chosen.emit(episode))
        return row


class EntryRow(QWidget):
    """Square, place, time and what was going on, length, and Edit."""

    def __init__(
        self, theme: Theme, episode: Episode, day_starts_hour: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.episode = episode
        self._theme = theme
        where, when = places.places(episode.places), dates.when(episode.started, day_starts_hour)
        self._length = dates.duration(episode.duration_s) if episode.duration_s is not None else ""
        self._about = " · ".join(word for word in (when, _doing(episode)) if word)
        self._where = Text(theme, where, "label")
        self._detail = Text(theme, self._about, "small", tone="ink2")
        self._beside = Text(theme, self._length, tone="ink2", wrap=False)
        self.edit = Button(theme, _("Edit"), kind="link", icon="edit")
        self.edit.setAccessibleName(_("Edit: %(where)s, %(when)s") % {"where": where, "when": when})
        self._set_up()
        self._arrange()
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's names)
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._arrange()

    def _set_up(self) -> None:
        space = self._theme.space
        words = QVBoxLayout()
        words.setSpacing(space.none)
        words.addWidget(self._where)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.medium)
        row.addWidget(PainSquare(self._theme, self.episode.pain))
        row.addLayout(words, 1)
        row.addWidget(self._beside)
        row.addWidget(self.edit)

    def _arrange(self) -> None:
        """Where there is little room, the length goes into the second line."""
        narrow = self._theme.is_compact(self.window().width())
        self._beside.setVisible(bool(self._length) and not narrow)
        about = f"{self._about} · {self._length}" if narrow and self._length else self._about
        if about != self._detail.text():
            self._detail.setText(about)


def _doing(episode: Episode) -> str:
    words = within(scales.circumstance(episode.circumstance)) if episode.circumstance else ""
    kind = episode.exercise.kind if episode.exercise and episode.exercise.done else None
    before = _("%(exercise)s before") % {"exercise": kind} if kind else ""
    return " · ".join(part for part in (words, before) if part)
