"""The right side of the form: when and how bad, then groups that fold away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.suggestion import Suggestion
from cramplog.gui.pages.form_circumstance import CircumstancePart
from cramplog.gui.pages.form_exercise import ExercisePart
from cramplog.gui.pages.form_look import AfterPart, LookPart
from cramplog.gui.pages.form_note import NotePart
from cramplog.gui.pages.form_part import Part
from cramplog.gui.pages.form_relief import ReliefPart
from cramplog.gui.pages.form_signs import SignsPart
from cramplog.gui.pages.form_water import WaterPart
from cramplog.gui.pages.form_when import WhenPart
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.card import Card
from cramplog.gui.widgets.group import Group
from cramplog.gui.widgets.pain_scale import PainScale
from cramplog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cramplog.domain.clock import Clock
    from cramplog.gui.settings import WindowSettings


class Questions(QWidget):
    """`chosen` and `typed` carry the fields that changed. `begin` shows a draft and opens what is filled."""

    chosen = Signal(object)
    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: list[tuple[Group, Part]] = []
        self._suggested: dict[Part, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space.group)

    def make(self, clock: Clock, settings: WindowSettings) -> Iterator[None]:
        """Make the questions, one after the other: before all of them are there, none may be used."""
        theme = self._theme
        self.when = WhenPart(theme, clock)
        self._add_card(self.when)
        self._listen(self.when)
        yield
        self.pain = PainScale(theme)
        self.pain.changed.connect(lambda pain: self.chosen.emit({"pain": pain}))
        self._add_card(self.pain)
        yield
        self.circumstance = CircumstancePart(theme)
        self._add(_("What were you doing?"), self.circumstance)
        yield
        self.water = WaterPart(theme, settings)
        self._add(_("Water and heat"), self.water)
        yield
        self.exercise = ExercisePart(theme)
        self._add(_("Exercise before it"), self.exercise)
        yield
        self.relief = ReliefPart(theme)
        self._add(_("What you tried and how it did"), self.relief)
        yield
        self.look = LookPart(theme)
        self._add(_("What it looked like"), self.look)
        self.after = AfterPart(theme)
        self._add(_("Did it come back? Was it sore?"), self.after)
        yield
        self.signs = SignsPart(theme)
        self._add(_("Warning signs"), self.signs)
        self.note = NotePart(theme)
        self._add(_("Note"), self.note)
        self._column.addStretch(1)
        yield

    def begin(self, draft: EpisodeDraft) -> None:
        """Show another cramp."""
        # Out of sight all of it is laid out once; in sight it would be after each of its parts.
        self.hide()
        self._suggested = {}
        self.pain.set_value(draft.pain)
        self.when.show_draft(draft)
        for group, part in self._groups:
            part.show_draft(draft)
            group.set_open(bool(part.summary(draft)))
        self.show_summaries(draft)
        self.show()

    def suggest(self, draft: EpisodeDraft, suggestion: Suggestion) -> None:
        """Show what the diary knows about the time of this cramp where the cramp itself says nothing."""
        self._suggested = {
            self.water: self.water.suggest(draft, suggestion.day),
            self.exercise: self.exercise.suggest(draft, suggestion),
        }
        for part, words in self._suggested.items():
            if words:
                self.group_of(part).set_open(True)
        self.show_summaries(draft)

    def show_summaries(self, draft: EpisodeDraft) -> None:
        """Say on each group's row what is in it."""
        for group, part in self._groups:
            said = part.summary(draft)
            suggested = "" if said else self._suggested.get(part, "")
            group.set_summary(said or suggested, origin=_("suggested") if suggested else "")

    def group_of(self, part: Part) -> Group:
        """The group in which a part stands."""
        return next(group for group, inside in self._groups if inside is part)

    def _add_card(self, content: QWidget) -> None:
        card = Card(self._theme)
        card.body.addWidget(content)
        self._column.addWidget(card)

    def _add(self, title: str, part: Part) -> None:
        group = Group(self._theme, title)
        group.body.addWidget(part)
        self._groups.append((group, part))
        self._column.addWidget(group)
        self._listen(part)

    def _listen(self, part: Part) -> None:
        part.chosen.connect(self.chosen)
        part.typed.connect(self.typed)
