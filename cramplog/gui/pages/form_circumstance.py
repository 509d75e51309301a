"""What the person was doing, and whether the cramp woke them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.scales import Circumstance
from cramplog.gui.pages.form_part import Part, choices_of, in_short, key_of, truth, yes_or_no
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import ChoiceRow
from cramplog.i18n import _
from cramplog.words import scales


class CircumstancePart(Part):
    """One of the circumstances, and "Did it wake you?"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        steps = choices_of(Circumstance, scales.circumstance)
        self.circumstance = ChoiceRow(theme, _("What were you doing?"), steps, chips=True, show_label=False)
        self.woke = yes_or_no(theme, _("Did it wake you?"))
        self.body.addWidget(self.circumstance)
        self.body.addWidget(self.woke)
        self.circumstance.changed.connect(
            lambda key: self.chosen.emit({"circumstance": Circumstance(key) if key else None})
        )
        self.woke.changed.connect(lambda key: self.chosen.emit({"woke": truth(key)}))

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was chosen."""
        self.circumstance.set_value(draft.circumstance)
        self.woke.set_value(key_of(draft.woke))

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "Asleep · woke me"."""
        doing = scales.circumstance(draft.circumstance) if draft.circumstance else None
        woke = {True: _("woke me"), False: _("did not wake me"), None: None}[draft.woke]
        return in_short(doing, woke)
