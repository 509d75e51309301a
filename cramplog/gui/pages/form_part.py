"""What the parts of the form have in common: each shows some fields of a draft and says what changed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.i18n import _

if TYPE_CHECKING:
    from cramplog.domain.draft import EpisodeDraft
    from cramplog.gui.theme.theme import Theme

E = TypeVar("E", bound=StrEnum)

# So many things are named on a closed row.
_SHORT = 3
_YES, _NO = "yes", "no"


class Part(QWidget):
    """A few questions of the form.

    `chosen` and `typed` carry the changed fields of the draft by name; what is typed may be kept a moment
    later than what is chosen.
    """

    chosen = Signal(object)
    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.space.medium)

    def show_draft(self, draft: EpisodeDraft) -> None:  # noqa: ARG002
        """Show what is in the draft; says nothing to those who listen."""
        raise TypeError(f"{type(self).__name__} does not say how it shows a draft")

    def summary(self, draft: EpisodeDraft) -> str:  # noqa: ARG002
        """What of these questions is recorded, in a few words; "" where nothing is."""
        raise TypeError(f"{type(self).__name__} does not say what is in it")


def in_short(*words: str | None) -> str:
    """Words for the closed row of a group, one after the other; where there are many, how many more."""
    said = [word for word in words if word]
    if len(said) > _SHORT:
        said[_SHORT:] = [_("%(n)d more") % {"n": len(said) - _SHORT}]
    return " · ".join(said)


def choices_of(kind: type[E], word: Callable[[E], str]) -> tuple[Choice, ...]:
    """One answer for each step of a scale."""
    return tuple(Choice(step.value, word(step)) for step in kind)


def yes_or_no(theme: Theme, question: str, *, beside: bool = True, short: bool = False) -> ChoiceRow:
    """A question with the answers Yes, No and Not recorded."""
    answers = (Choice(_YES, _("Yes")), Choice(_NO, _("No")))
    return ChoiceRow(theme, question, answers, beside=beside, short=short)


def truth(key: str | None) -> bool | None:
    """The value of an answer to `yes_or_no`."""
    return None if key is None else key == _YES


def key_of(value: bool | None) -> str | None:
    """The answer of `yes_or_no` for a value."""
    return None if value is None else _YES if value else _NO
