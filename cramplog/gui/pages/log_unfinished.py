"""What was begun and is not recorded: first on the Log page, and counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.text import Text
from cramplog.i18n import _
from cramplog.words import dates, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.domain.draft import EpisodeDraft
    from cramplog.domain.typed_form import TypedForm


class UnfinishedCard(Card):
    """`chosen` carries the cramp to go on with, `form_chosen` another form; `dropped` an id to forget."""

    chosen = Signal(object)
    form_chosen = Signal(object)
    dropped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Not finished yet"), _("not counted until then"), parent=parent)
        self._theme = theme
        self.rows: tuple[UnfinishedRow, ...] = ()
        self.hide()

    def show_drafts(
        self, drafts: Sequence[EpisodeDraft], forms: Sequence[TypedForm], day_starts_hour: int
    ) -> None:
        """Show what was begun; without anything, the card is not there."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = (
            *(self._cramp(draft, day_starts_hour) for draft in drafts),
            *(self._form(form) for form in forms),
        )
        for row in self.rows:
            self.body.addWidget(row)
            row.show()
        self.setVisible(bool(self.rows))

    def _cramp(self, draft: EpisodeDraft, day_starts_hour: int) -> UnfinishedRow:
        row = UnfinishedRow(self._theme, draft, _in_words(draft, day_starts_hour), _ask(draft), self)
        row.finish.clicked.connect(lambda: self.chosen.emit(draft))
        return row

    def _form(self, form: TypedForm) -> UnfinishedRow:
        row = UnfinishedRow(self._theme, form, _about(form), _("Finish it"), self)
        row.finish.clicked.connect(lambda: self.form_chosen.emit(form))
        return row


class UnfinishedRow(QWidget):
    """What is known of it, and what to do with it."""

    def __init__(
        self, theme: Theme, draft: EpisodeDraft | TypedForm, words: str, ask: str, card: UnfinishedCard
    ) -> None:
        super().__init__(card)
        self.draft = draft
        self.finish = Button(theme, ask)
        self.finish.setAccessibleName(_("%(what)s: %(draft)s") % {"what": ask, "draft": words})
        self.forget = Button(theme, _("Forget it"), kind="link", icon="trash")
        self.forget.setAccessibleName(_("Forget it: %(draft)s") % {"draft": words})
        self.forget.clicked.connect(lambda: card.dropped.emit(draft.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.small)
        row.addWidget(Text(theme, words), 1)
        row.addWidget(self.finish)
        row.addWidget(self.forget)


def _ask(draft: EpisodeDraft) -> str:
    return _("Choose a muscle") if "places" in draft.missing else _("Finish it")


def _about(form: TypedForm) -> str:
    from cramplog.domain.typed_form import FormName

    kind = {
        FormName.WORKOUT: _("Workout, not saved"),
        FormName.COURSE: _("Medicine or routine, not saved"),
        FormName.SHEET: _("Paper sheet, not saved"),
    }[form.form]
    return f"{kind} · {form.title}" if form.title else kind


def _in_words(draft: EpisodeDraft, day_starts_hour: int) -> str:
    known = (
        places.places(draft.places) if draft.places else "",
        dates.when(draft.started, day_starts_hour) if draft.started else "",
        dates.duration(draft.duration_s) if draft.duration_s is not None else "",
    )
    return " · ".join(word for word in known if word) or _("A cramp without a time")
