"""What was typed into the form and cannot be read: it is pointed at, and outlives the visit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cramplog.gui.pages.form_number import NumberField
from cramplog.gui.pages.form_part import Part
from cramplog.gui.pages.inputs import enter
from cramplog.gui.pages.left import Unread
from cramplog.gui.widgets.field import Field

if TYPE_CHECKING:
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.gui.pages.form_questions import Questions

# No field for a number is called so.
_ZONE, _TIME, _LENGTH = "when.zone", "when.time", "when.length"


class UnreadEntries:
    """Nothing that was typed goes away in silence: it comes back with its cramp until it is put right."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        # Looked up at each key: only the rows of what was tried come and go.
        self._always = [
            (number, part)
            for part in (questions.water, questions.exercise, questions.after)
            for number in part.findChildren(NumberField)
        ]
        self._left: dict[str, Unread] = {}

    def field(self) -> Field | None:
        """The first field in sight whose entry cannot be read; it says so."""
        self._questions.when.zone.explain()
        self._questions.when.explain_length()
        for number, part in self._numbers():
            if not number.is_sound():
                self._questions.group_of(part).set_open(True)
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
        if left is None:
            return
        if _ZONE in left.entries:
            self._questions.when.zone.enter(left.entries[_ZONE])
        if _TIME in left.entries:
            self._questions.when.type_time(left.entries[_TIME])
        if _LENGTH in left.entries:
            self._questions.when.type_length(left.entries[_LENGTH])
        for number, part in self._numbers():
            if (text := left.entries.get(number.line.accessibleName())) is not None:
                enter(number.line, text)
                self._questions.group_of(part).set_open(True)

    def forget(self, draft: EpisodeDraft) -> None:
        """It was pointed at and is given up: the fields show what is recorded."""
        self._left.pop(draft.id, None)
        self._questions.when.zone.give_up()
        self._questions.when.show_time(draft)
        self._questions.when.show_length(draft)
        for number, _part in self._numbers():
            if number.wrong():
                number.give_up()

    def _present(self, draft: EpisodeDraft) -> Unread | None:
        when = self._questions.when
        entries, problems = {}, []
        if text := when.zone.unread():
            when.zone.explain()
            entries[_ZONE] = text
            problems.append(when.zone.field.problem())
        if text := when.unread_time():
            entries[_TIME] = text
            problems.append(when.why_unread())
        if text := when.unread_length():
            when.explain_length()
            entries[_LENGTH] = text
            problems.append(when.length.problem())
        for number, _part in self._numbers():
            if wrong := number.wrong():
                entries[number.line.accessibleName()] = number.line.text().strip()
                problems.append(wrong)
        if not entries:
            return None
        return Unread(draft=draft, text=next(iter(entries.values())), problem=problems[0], entries=entries)

    def _numbers(self) -> Iterator[tuple[NumberField, Part]]:
        """The fields for numbers that are asked now, whether their group is open or folded."""
        ask = self._questions
        tried = ((row.minutes, ask.relief) for row in ask.relief.rows())
        for number, part in (*self._always, *tried):
            if number.isVisibleTo(part):
                yield number, part
