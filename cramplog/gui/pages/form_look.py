"""What the muscle looked like; how often the cramp came back, and how long it stayed sore."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.scales import MuscleSign
from cramplog.gui.pages.form_number import NumberField, number_text
from cramplog.gui.pages.form_part import Part, choices_of, in_short
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.i18n import _, ngettext
from cramplog.words import scales

_NONE = "none"


class LookPart(Part):
    """Hard, out of shape, twitching, or none of these."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        answers = (*choices_of(MuscleSign, scales.muscle_sign), Choice(_NONE, _("None of these")))
        question = _("What it looked like")
        self.signs = ChoiceRow(
            theme, question, answers, several=True, none_key=_NONE, chips=True, show_label=False
        )
        self.body.addWidget(self.signs)
        self.signs.changed.connect(self._answered)

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was chosen."""
        self.signs.set_values(draft.signs)

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "Hard · Twitching"."""
        if draft.signs is None:
            return ""
        return in_short(*(scales.muscle_sign(sign) for sign in draft.signs)) or _("None of these")

    def _answered(self, keys: tuple[str, ...] | None) -> None:
        self.chosen.emit({"signs": None if keys is None else tuple(MuscleSign(key) for key in keys)})


class AfterPart(Part):
    """Two numbers about the time after the cramp."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.repeats = NumberField(theme, _("Came back how often?"), low=0, high=1_000, whole=True)
        self.soreness = NumberField(theme, _("Sore for how long? (hours)"), low=0, high=10_000)
        row = QHBoxLayout()
        row.setSpacing(theme.space.medium)
        row.addWidget(self.repeats, 1)
        row.addWidget(self.soreness, 1)
        self.body.addLayout(row)
        self.repeats.changed.connect(
            lambda times: self.typed.emit({"repeats": None if times is None else int(times)})
        )
        self.soreness.changed.connect(lambda hours: self.typed.emit({"soreness_h": hours}))

    def show_draft(self, draft: EpisodeDraft) -> None:
        """Show what was recorded."""
        self.repeats.set_value(draft.repeats)
        self.soreness.set_value(draft.soreness_h)

    def summary(self, draft: EpisodeDraft) -> str:
        """Such as "Came back twice · sore for 12 h"."""
        came_back = sore = None
        if draft.repeats == 0:
            came_back = _("Did not come back")
        elif draft.repeats is not None:
            words = ngettext("Came back %(n)d time", "Came back %(n)d times", draft.repeats)
            came_back = words % {"n": draft.repeats}
        if draft.soreness_h is not None:
            sore = _("sore for %(n)s h") % {"n": number_text(draft.soreness_h)}
        return in_short(came_back, sore)
