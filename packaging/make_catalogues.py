"""Brings the catalogues of all languages in step with the texts in the code.

    python packaging/make_catalogues.py              # after any change of a text, or of a translation
    python packaging/make_catalogues.py --new fr     # begins a language

It collects every marked text into `cramplog.pot`, takes new ones into each `cramplog.po`, drops those that
are no more, and compiles each to the `cramplog.mo` that the program reads. It never guesses a translation: a
text whose English changed is empty again until somebody translates it, and is shown in English until then.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).parents[1]
LOCALE = HOUSE / "resources" / "locale"
TEMPLATE = LOCALE / "cramplog.pot"
# A comment that begins so, above a text, is for those who translate it.
FOR_TRANSLATORS = ("Translators:",)
WIDTH = 110
NOTE = "# packaging/make_catalogues.py writes this file; only the translations are written by hand.\n"


class Words(Catalog):
    """A catalogue whose head says nothing of the day, the machine or the tools that wrote it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What a reader of the file must know."""
        language = (
            [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)] if self.locale else []
        )
        form = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8")]
        return [("Project-Id-Version", "CrampLog"), *form, ("Content-Transfer-Encoding", "8bit"), *language]


def main() -> None:
    """Write every file anew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--new", metavar="LANGUAGE", help="begin the catalogue of a language, as in fr or pt_BR"
    )
    new = parser.parse_args().new
    template = collected()
    TEMPLATE.write_bytes(as_po(template))
    if new:
        po(new).parent.mkdir(parents=True, exist_ok=True)
        po(new).write_bytes(as_po(brought_up_to_date(Words(locale=new), template)))
    for language in languages():
        catalogue = brought_up_to_date(read(language), template)
        po(language).write_bytes(as_po(catalogue))
        po(language).with_suffix(".mo").write_bytes(as_mo(catalogue))
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{language}: {len(catalogue)} texts, {missing} not translated")


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/cramplog.po"))


def po(language: str) -> Path:
    """The catalogue of one language, as people edit it."""
    return LOCALE / language / "LC_MESSAGES" / "cramplog.po"


def read(language: str) -> Catalog:
    """The catalogue of one language, as it was written last."""
    return read_po(io.BytesIO(po(language).read_bytes()), locale=language)


def collected() -> Catalog:
    """Every text that is marked in the code, by the file that it stands in first."""
    found = Words()
    texts = extract_from_dir(
        HOUSE / "cramplog", [("**.py", "python")], comment_tags=FOR_TRANSLATORS, strip_comment_tags=False
    )
    for file, _line, text, comments, context in texts:
        found.add(text, None, [(f"cramplog/{file}", None)], auto_comments=comments, context=context)
    return _in_order(found)


def brought_up_to_date(catalogue: Catalog, template: Catalog) -> Catalog:
    """The same texts as the template's, each with the translation that it has already."""
    found = Words(locale=catalogue.locale)
    for message in template:
        if not message.id:
            continue
        known = catalogue.get(message.id, message.context)
        same = known is not None and known.id == message.id and not known.fuzzy
        found.add(
            message.id,
            known.string if same else None,
            message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if same else (),
            context=message.context,
        )
    return _in_order(found)


def is_translated(message: Message) -> bool:
    """Whether every form of the message is there."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(forms) and all(forms)


def as_po(catalogue: Catalog) -> bytes:
    """The file that people edit; nothing in it depends on the day or on the machine."""
    file = io.BytesIO()
    write_po(file, catalogue, width=WIDTH, omit_header=True)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in Words(catalogue.locale).mime_headers)
    return f'{NOTE}msgid ""\nmsgstr ""\n{head}\n'.encode() + file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The file that the program reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _in_order(catalogue: Catalog) -> Catalog:
    """The messages by file and text: a line that moves in the code moves nothing here."""
    messages = [message for message in catalogue if message.id]
    for message in messages:
        message.locations = sorted(set(message.locations))
    messages.sort(key=lambda message: (message.locations[0], str(message.id), message.context or ""))
    result = Words(locale=catalogue.locale)
    for message in messages:
        result[message.id] = message
    return result


if __name__ == "__main__":
    main()
