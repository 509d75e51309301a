"""Words that stand alone elsewhere, as they stand within a line."""

from __future__ import annotations

from cramplog.i18n import _


def within(words: str) -> str:
    """The words with a small first letter: "Left calf, right foot", "Stretching: mostly".

    German nouns keep their capital; the catalogue says so by translating "lower case".
    """
    return words[:1].lower() + words[1:] if _("lower case") == "lower case" else words
