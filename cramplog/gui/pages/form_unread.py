"""What was typed into the form and cannot be read: it is pointed at, and a length outlives the visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.widgets.field import Field

if TYPE_CHECKING:
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.gui.pages.form_questions import Questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A cramp, and what was typed for its length without being one."""

    draft: EpisodeDraft
    text: str
    problem: str


class UnreadEntries:
    """Nothing that was typed goes away in silence: it comes back with its cramp until it is put right."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._left: dict[str, Unread] = {}

    def field(self) -> Field | None:
        """The first field in sight whose entry cannot be read; it says so."""
        questions = self._questions
        questions.when.explain_length()
        for number in questions.findChildren(NumberField):
            number.is_sound()
        return self.told()

    def told(self) -> Field | None:
        """The first field in sight that says that its entry cannot be read."""
        fields = self._questions.findChildren(Field)
        return next((one for one in fields if one.problem() and one.isVisibleTo(self._questions)), None)

    def first(self, draft: EpisodeDraft) -> Unread | None:
        """What cannot be read: of the cramp in the form, or of one that was left before."""
        return self._present(draft) or next(iter(self._left.values()), None)

    def set_aside(self, draft: EpisodeDraft) -> None:
        """Another cramp comes into the form."""
        present = self._present(draft)
        if present is not None:
            self._left[draft.id] = present

    def bring_back(self, draft: EpisodeDraft) -> None:
        """A cramp has come into the form: what was typed for it stands there again."""
        left = self._left.pop(draft.id, None)
        if left is not None:
            self._questions.when.type_length(left.text)

    def forget(self, draft: EpisodeDraft) -> None:
        """It was pointed at and is given up: the field shows what is recorded."""
        self._left.pop(draft.id, None)
        self._questions.when.show_length(draft)

    def _present(self, draft: EpisodeDraft) -> Unread | None:
        when = self._questions.when
        text = when.unread_length()
        if not text:
            return None
        when.explain_length()
        return Unread(draft=draft, text=text, problem=when.length.problem())
