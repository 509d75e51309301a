"""What the person chooses to have on paper: which sections, the name or not, their questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cramplog.i18n import language

# Where paper is Letter (CLDR's paper sizes by territory).
_LETTER = frozenset(["US", "CA", "MX", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE", "BZ"])


class Paper(StrEnum):
    """The papers that the page is laid out for."""

    A4 = "a4"
    LETTER = "letter"

    @classmethod
    def usual(cls) -> Paper:
        """The paper of the reader's country."""
        return cls.LETTER if language.territory in _LETTER else cls.A4


class Section(StrEnum):
    """What can be left out of the page, in its order; the list of episodes is added only when asked for."""

    WHERE = "where"
    WHEN = "when"
    CONTEXT = "context"
    TRIED = "tried"
    REASONS = "reasons"
    MEDICINES = "medicines"
    CONDITIONS = "conditions"
    SLEEP = "sleep"
    QUESTIONS = "questions"
    EPISODES = "episodes"


class Handout(StrEnum):
    """The two things that can be printed without a diary."""

    SHEET = "sheet"
    GUIDE = "guide"


QUESTIONS = 3
USUAL = frozenset(Section) - {Section.EPISODES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices for one page. Up to three questions; fewer leave lines to write on.

    `listed` is for a look at the page: the list of cramps ends after so many.
    """

    sections: frozenset[Section] = USUAL
    name: bool = True
    questions: tuple[str, ...] = ()
    listed: int | None = None

    @classmethod
    def chosen(
        cls,
        *,
        added: Iterable[Section | str] = (),
        left_out: Iterable[Section | str] = (),
        name: bool = True,
        questions: tuple[str, ...] = (),
    ) -> Options:
        """The usual sections, with some added and some left out."""
        sections = (USUAL | {Section(name) for name in added}) - {Section(name) for name in left_out}
        return cls(sections=sections, name=name, questions=questions)
