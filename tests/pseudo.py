"""Languages that nobody speaks: they show what was not marked for translation, what has no room for longer
words, and what does not follow a line that begins at the right."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication

from cramplog.gui import speech
from cramplog.i18n import PROGRAM, language
from cramplog.paths import resource

_PLACEHOLDER = re.compile(r"(%\(\w+\)\w|%%|%\(\w+\)\.\d\w)")
_LONGER = 1.4


def marked(text: str) -> str:
    """The text between ⟦ and ⟧, its words at least 40 % longer: vowels are doubled, ends are drawn out."""
    parts = _PLACEHOLDER.split(text)
    return "⟦" + "".join(part if number % 2 else _longer(part) for number, part in enumerate(parts)) + "⟧"


def mirrored(text: str) -> str:
    """The text written from right to left."""
    parts = _PLACEHOLDER.split(text)
    return "".join(
        part if number % 2 else f"\u202e{part}\u202c" if part else "" for number, part in enumerate(parts)
    )


def unmarked(text: str) -> str:
    """What is left of a text that was shown, without all that was marked."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return text


@contextmanager
def spoken(said: Callable[[str], str], folder: Path, *, locale: str = "en_GB") -> Iterator[None]:
    """Speak the pseudo-language, with dates and direction of `locale`, in what is built afterwards."""
    program = QApplication.instance()
    assert isinstance(program, QApplication)
    before = language._catalogue, language.locale, language.territory
    file = folder / locale / "LC_MESSAGES" / f"{PROGRAM}.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_compiled(said))
    language.speak(locale, folder)
    speech.speak(program)
    try:
        yield
    finally:
        language._catalogue, language.locale, language.territory = before
        speech.speak(program)


def _longer(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: _stretched(word[0]), text)


def _stretched(word: str) -> str:
    doubled = re.sub("[aeiouy]", lambda vowel: vowel[0] * 2, word, flags=re.IGNORECASE)
    return doubled + word[-1] * (round(len(word) * _LONGER + 0.49) - len(doubled))


def _compiled(said: Callable[[str], str]) -> bytes:
    template = read_po(io.BytesIO(resource("locale", f"{PROGRAM}.pot").read_bytes()))
    catalogue = Catalog(locale="en")
    for message in template:
        if isinstance(message.id, tuple):
            catalogue.add(message.id, tuple(said(form) for form in message.id), context=message.context)
        elif message.id:
            catalogue.add(message.id, said(message.id), context=message.context)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()
