"""The warnings can be read by nearly everybody: at most what is taught in the eighth school year."""

from __future__ import annotations

import re

import pytest

from cramplog.domain.signs import WarningSign
from cramplog.paths import resource
from cramplog.words import signs

HIGHEST_GRADE = 8.0
_HELP = ("getting-started", "log", "diary", "insights", "summary", "workouts", "settings", "backups")


def grade(text: str) -> float:
    """The school year in which a text is understood.

    Kincaid, Fishburne, Rogers and Chissom: Derivation of new readability formulas for Navy enlisted
    personnel, Research Branch Report 8-75, 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
    """
    words = re.findall(r"[A-Za-z’']+|\d+", text)
    sentences = [part for part in re.split(r"[.!?:]+", text) if part.strip()]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels; a silent e at the end is none."""
    plain = word.lower().rstrip("’'s") or word.lower()
    groups = len(re.findall(r"[aeiouy]+", plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)


def test_the_formula_gives_what_its_source_says() -> None:
    # By hand: 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    # By hand: 3 words, 1 sentence, 12 syllables.
    assert grade("Physiological manifestations deteriorate.") > 20


@pytest.mark.parametrize("sign", WarningSign)
def test_a_warning_can_be_read_in_the_eighth_year(sign: WarningSign) -> None:
    text = f"{signs.tier(sign.tier)} {signs.label(sign)}. {signs.advice(sign)}"

    assert grade(text) <= HIGHEST_GRADE, text


def test_all_warnings_together_are_at_the_level_of_the_sixth_year() -> None:
    assert grade(" ".join(f"{signs.label(sign)}. {signs.advice(sign)}" for sign in WarningSign)) <= 6.0


@pytest.mark.parametrize("topic", _HELP)
def test_the_help_is_at_the_level_of_the_sixth_year(topic: str) -> None:
    written = resource("help", f"{topic}.md").read_text(encoding="utf-8")
    plain = re.sub(r"\]\([^)]*\)|[*#_\[]|^\d\.", " ", written, flags=re.MULTILINE)

    assert grade(re.sub(r"\n\n", ". ", plain)) <= 6.0
