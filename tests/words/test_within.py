"""Words that stand alone elsewhere, within a line of another language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cramplog import paths
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Effect
from cramplog.i18n import language
from cramplog.words import scales
from cramplog.words.places import places
from cramplog.words.within import within


@pytest.fixture
def german() -> Iterator[None]:
    """The words of the German catalogue."""
    language.speak("de_DE", paths.resource("locale"))
    yield
    language.speak("en_GB", paths.resource("locale"))


@pytest.mark.usefixtures("german")
def test_german_nouns_keep_their_capital_and_other_words_do_not() -> None:
    listed = (Place(Muscle.CALF, Side.LEFT), Place(Muscle.FOOT, Side.RIGHT), Place(Muscle.HIP, Side.BOTH))

    assert places(listed) == "Wade links, Fuß rechts, beide Hüften"
    assert within(scales.effect(Effect.COMPLETE)) == "ganz weg"


def test_english_words_all_have_a_small_letter() -> None:
    assert within("Left calf") == "left calf"
