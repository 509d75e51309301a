"""The catalogues are in step with the code, and a translation says as much as the English."""

from __future__ import annotations

import gettext
import io
import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from cramplog.i18n import LANGUAGES

HOUSE = Path(__file__).parents[2]
RECIPE = SimpleNamespace(**runpy.run_path(str(HOUSE / "packaging/make_catalogues.py")))
MADE = pytest.mark.parametrize("language", RECIPE.languages())
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%%")


def texts(catalogue: Catalog) -> set[tuple[object, str | None]]:
    """What a catalogue has to say, without how it says it."""
    return {(message.id, message.context) for message in catalogue if message.id}


def forms(message: Message) -> list[str]:
    """The translation, in each of its forms."""
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def translated(language: str) -> list[Message]:
    """The messages of a language that somebody has translated."""
    return [message for message in RECIPE.read(language) if message.id and RECIPE.is_translated(message)]


def unlike(message: Message) -> list[str]:
    """The forms that leave a placeholder out, or have one that the English does not."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    sets = [set(PLACEHOLDER.findall(text)) for text in ids]
    allowed = [sets[0], sets[-1]]
    if len(sets) > 1:
        # The form for one may do without the number.
        allowed.append(sets[-1] - {"%(n)d", "%(n)s"})
    return [form for form in forms(message) if set(PLACEHOLDER.findall(form)) not in allowed]


def test_the_template_has_every_text_of_the_code_and_no_other() -> None:
    committed = read_po(io.BytesIO(RECIPE.TEMPLATE.read_bytes()))

    assert texts(RECIPE.collected()) == texts(committed), "run packaging/make_catalogues.py"


@MADE
def test_a_catalogue_has_the_texts_of_the_template_and_guesses_none(language: str) -> None:
    catalogue = RECIPE.read(language)

    assert texts(catalogue) == texts(read_po(io.BytesIO(RECIPE.TEMPLATE.read_bytes())))
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert list(catalogue.obsolete) == []


@MADE
def test_what_the_program_reads_is_what_people_wrote(language: str) -> None:
    with RECIPE.po(language).with_suffix(".mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)

    for message in translated(language):
        if isinstance(message.id, tuple):
            counts = {spoken._catalog.get((_key(message), form)) for form in range(len(message.string))}
            assert counts == set(message.string), message.id
        else:
            assert spoken._catalog.get(_key(message)) == message.string, message.id


@MADE
def test_every_placeholder_is_in_the_translation(language: str) -> None:
    wrong = [(message.id, unlike(message)) for message in translated(language) if unlike(message)]

    assert wrong == []


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("%(n)d free", "frei"),
        ("%(n)d free", "%(m)d frei"),
        ("%(n)d %%", "%(n)d %"),
        (("%(n)d day of %(a)s", "%(n)d days of %(a)s"), ("ein Tag", "%(n)d Tage")),
    ],
)
def test_a_placeholder_that_is_missing_or_misspelt_would_be_noticed(
    english: str | tuple[str, str], said: str | tuple[str, ...]
) -> None:
    assert unlike(Message(english, said))


@MADE
def test_the_ends_and_mnemonics_are_like_the_english(language: str) -> None:
    def about(text: str) -> tuple[bool, bool, bool]:
        return text.endswith("…"), text.startswith(" "), len(re.findall(r"&(?!&)\w", text)) == 1

    wrong = [
        (message.id, message.string)
        for message in translated(language)
        if isinstance(message.id, str) and about(message.id) != about(message.string)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_language_that_is_offered_is_complete(language: str) -> None:
    missing = [
        message.id for message in RECIPE.read(language) if message.id and not RECIPE.is_translated(message)
    ]

    assert missing == []


@MADE
def test_every_count_has_all_forms_of_its_language(language: str) -> None:
    needed = RECIPE.read(language).num_plurals
    wrong = [
        message.id
        for message in translated(language)
        if isinstance(message.id, tuple) and len(forms(message)) != needed
    ]

    assert wrong == []


def _key(message: Message) -> str:
    first = message.id[0] if isinstance(message.id, tuple) else message.id
    return f"{message.context}\x04{first}" if message.context else first
