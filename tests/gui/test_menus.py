"""Every action can be reached by a menu, by a letter of its own, and by keys that nothing else has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from cramplog.gui.actions import ACTIONS, Menu, keys_of, menu_title
from cramplog.i18n import LANGUAGES, language
from cramplog.paths import resource


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language that is offered."""
    before = language._catalogue, language.locale, language.territory
    language.speak(request.param, resource("locale"))
    yield request.param
    language._catalogue, language.locale, language.territory = before


def letters(titles: list[str]) -> list[str]:
    """The letter after the sign of each title; the whole title where it has not exactly one."""
    found = [re.findall(r"&([^&\s])", title) for title in titles]
    return [
        letter[0].casefold() if len(letter) == 1 else title
        for letter, title in zip(found, titles, strict=True)
    ]


def twice(letters: list[str]) -> list[str]:
    return [letter for letter, times in Counter(letters).items() if times > 1 or len(letter) > 1]


@pytest.mark.parametrize("menu", Menu)
@pytest.mark.usefixtures("spoken")
def test_each_entry_of_a_menu_has_a_letter_of_its_own(menu: Menu) -> None:
    assert twice(letters([spec.title() for spec in ACTIONS if spec.menu is menu])) == []


@pytest.mark.usefixtures("spoken")
def test_each_menu_has_a_letter_of_its_own() -> None:
    assert twice(letters([menu_title(menu) for menu in Menu])) == []


def test_no_key_does_two_things() -> None:
    keys = Counter(key.toString() for spec in ACTIONS for key in keys_of(spec))

    assert [key for key, times in keys.items() if times > 1] == []


def test_a_letter_that_is_missing_or_double_would_be_noticed() -> None:
    assert twice(letters(["&Save", "&Send"])) == ["s"]
    assert twice(letters(["Save"])) == ["Save"]
