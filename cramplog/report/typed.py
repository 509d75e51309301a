"""What a person typed, at a length that a page can hold."""

from __future__ import annotations

from collections.abc import Sequence

from cramplog.report import sentences
from cramplog.report.regions import RunIn

# A slip of the keyboard can fill a file: the typesetter gets no more of one text, and of one list, than this.
LONGEST_TEXT = 300
LONGEST_LIST = 60


def short(text: str) -> str:
    """No more of a text than a page could show."""
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rstrip() + "…"


def run_in(names: Sequence[str], *, before: str = "") -> RunIn:
    """Names one after the other, with the number of the others for wherever the line is full."""
    shown = names[:LONGEST_LIST]
    return RunIn(
        names=tuple(short(name) for name in shown),
        rest=tuple(sentences.more(len(names) - count) for count in range(len(shown) + 1)),
        before=before,
    )
