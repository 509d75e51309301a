"""Cramps that were begun and lack a muscle or a time: first on the Log page, and counted nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, places


class UnfinishedCard(Card):
    """`chosen` carries the draft to go on with, `dropped` one that is to be forgotten."""

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Not finished yet"), _("not counted until then"), parent=parent)
        self._theme = theme
        self.rows: tuple[UnfinishedRow, ...] = ()
        self.hide()

    def show_drafts(self, drafts: Sequence[EpisodeDraft], day_starts_hour: int) -> None:
        """Show these drafts; without any, the card is not there."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(UnfinishedRow(self._theme, one, day_starts_hour, self) for one in drafts)
        for row in self.rows:
            row.finish.clicked.connect(lambda _checked=False, one=row.draft: self.chosen.emit(one))
            row.forget.clicked.connect(lambda _checked=False, one=row.draft: self.dropped.emit(one))
            self.body.addWidget(row)
            row.show()
        self.setVisible(bool(self.rows))


class UnfinishedRow(QWidget):
    """What is known of it, and what to do with it."""

    def __init__(
        self, theme: Theme, draft: EpisodeDraft, day_starts_hour: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        words = _in_words(draft, day_starts_hour)
        self.finish = Button(theme, _ask(draft))
        self.finish.setAccessibleName(_("%(what)s: %(draft)s") % {"what": _ask(draft), "draft": words})
        self.forget = Button(theme, _("Forget it"), kind="link", icon="trash")
        self.forget.setAccessibleName(_("Forget it: %(draft)s") % {"draft": words})
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        row.addWidget(Text(theme, words), 1)
        row.addWidget(self.finish)
        row.addWidget(self.forget)


def _ask(draft: EpisodeDraft) -> str:
    return _("Choose a muscle") if "places" in draft.missing else _("Finish it")


def _in_words(draft: EpisodeDraft, day_starts_hour: int) -> str:
    known = (
        places.places(draft.places) if draft.places else "",
        dates.when(draft.started, day_starts_hour) if draft.started else "",
        dates.duration(draft.duration_s) if draft.duration_s is not None else "",
    )
    return " · ".join(word for word in known if word) or _("A cramp without a time")
