"""The reader's language: marks texts for translation and looks them up."""

from __future__ import annotations

import gettext as _gettext

from cramplog import paths


class Language:
    """One loaded catalogue. The program holds one; `speak` changes it while running."""

    def __init__(self) -> None:
        self._catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
        self.code = "en"

    def speak(self, code: str) -> None:
        """Switch to the language `code` ("de", "es"); English where no catalogue for it ships."""
        try:
            folder = paths.resource("locale")
        except FileNotFoundError:
            return
        self._catalogue = _gettext.translation(PROGRAM, folder, languages=[code], fallback=True)
        self.code = code if type(self._catalogue) is not _gettext.NullTranslations else "en"

    def text(self, message: str) -> str:
        """`message` in the reader's language."""
        return self._catalogue.gettext(message) if message else ""

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of the message that fits `count`."""
        return self._catalogue.ngettext(one, many, count)

    def in_context(self, context: str, message: str) -> str:
        """`message` as it is said in `context`, where one English word has two meanings."""
        return self._catalogue.pgettext(context, message)


PROGRAM = "cramplog"
language = Language()


def _(message: str) -> str:
    return language.text(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that fits `count`, in the reader's language."""
    return language.counted(one, many, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is said in `context`, in the reader's language."""
    return language.in_context(context, message)
