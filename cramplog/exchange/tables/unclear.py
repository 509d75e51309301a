"""A table that cannot be read before the person has answered a question about it."""

from __future__ import annotations

from pathlib import Path

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange.tables.guess import Guess, Question
from cramplog.i18n import _

# One after the other, in the order in which they are of use.
_ORDER = (Question.WHEN, Question.DAY_FIRST, Question.CLOCK, Question.LENGTHS, Question.PLACE)


class Unclear(UnreadableFile):
    """The table leaves a `question` open; the sentence says what is missing."""

    def __init__(self, path: Path, question: Question) -> None:
        self.question = question
        super().__init__(path, _sentence(question) % {"name": path.name})

    @classmethod
    def of(cls, guess: Guess) -> Unclear:
        """The first of the questions that a guess leaves open."""
        first = next(question for question in _ORDER if question in guess.questions)
        return cls(guess.sheet.path, first)


def _sentence(question: Question) -> str:
    match question:
        case Question.WHEN:
            return _("%(name)s: no column was found that says when a cramp was.")
        case Question.DAY_FIRST:
            return _(
                "%(name)s: its dates can be read in two ways. Say whether the day or the month is first."
            )
        case Question.CLOCK:
            return _("%(name)s: no column says at what time a cramp was. Say which time to take.")
        case Question.LENGTHS:
            return _(
                "%(name)s: its lengths can be read in two ways. Say how they are written, as h:mm or m:ss."
            )
        case Question.PLACE:
            return _("%(name)s: no column says where a cramp was. Say which muscle and side to take.")
