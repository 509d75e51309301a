"""Words that stand alone elsewhere, as they stand within a line."""

from __future__ import annotations

from cramplog.i18n import _


def within(words: str) -> str:
    """The words with a small first letter: "Left calf, right foot", "Stretching: mostly".

    German nouns keep their capital: where "lower case" is translated, only the words that the catalogue names
    there lose theirs.
    """
    # Translators: "lower case" itself, or every first word that is small within a line: "Both Cool Warm".
    named = _("lower case")
    if named == "lower case" or words.split(" ", 1)[0] in named.split():
        return words[:1].lower() + words[1:]
    return words
