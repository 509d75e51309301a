"""The reader's language: marks texts for translation and looks them up."""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from pathlib import Path

PROGRAM = "cramplog"
# Where the system does not say: dates as "11 Sep 2026" and a 24-hour clock, which nobody misreads.
UNKNOWN_LOCALE = "en_GB"
# The languages that are offered, each by its own name; every text has been translated into them.
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}


def system_locale() -> str:
    """The locale this system asks for words in, as in "de_AT"; empty where it asks for none."""
    return _asked_by("LC_ALL", "LC_MESSAGES", "LANG")


def system_formats() -> str:
    """The locale this system asks for dates in; empty where it asks for none."""
    return _asked_by("LC_ALL", "LC_TIME", "LANG")


def chosen_language(settings: Path) -> str:
    """The language that the person chose in the window, for the commands too; empty for the system's."""
    import configparser

    found = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        found.read(settings, encoding="utf-8")
        chosen = found.get("reader", "language", fallback="")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return ""
    return chosen if chosen in LANGUAGES else ""


def _asked_by(*names: str) -> str:
    for name in names:
        asked = os.environ.get(name, "").split(".")[0].split("@")[0]
        if asked and asked not in ("C", "POSIX"):
            return asked
    return _asked_by_desktop()


def _asked_by_desktop() -> str:
    """Windows and macOS do not tell their programs by the environment."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        import subprocess

        asked = ["defaults", "read", "-g", "AppleLocale"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip().split("@")[0]
    return ""


class Language:
    """One loaded catalogue and the locale for dates and numbers. `speak` changes it while running."""

    def __init__(self) -> None:
        self._catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
        self.locale = UNKNOWN_LOCALE
        # Where the reader is, whatever language is spoken: whom to call must not follow from our catalogues.
        self.territory = ""
        # What the reader chose instead of what the locale says: 12 or 24 hours, and the week's first day.
        self.hours: int | None = None
        self.first_weekday: int | None = None

    @property
    def code(self) -> str:
        """The language alone: "en", "de"."""
        return self.locale.split("_")[0]

    def speak(self, locale: str, catalogues: Path, *, formats: str = "") -> None:
        """Switch to the language of `locale` ("de_AT", "es"); English where `catalogues` has none.

        Dates are written as in `formats` where that is the same language. `territory` becomes the country
        that it names, else the one of `locale`, as in "AT"; empty where neither names one.
        """
        self.territory = formats.partition("_")[2] or locale.partition("_")[2]
        self._catalogue = _gettext.translation(PROGRAM, catalogues, languages=[locale], fallback=True)
        spoken = type(self._catalogue) is not _gettext.NullTranslations or locale.split("_")[0] == "en"
        # English words with French dates read badly: without a catalogue, both are English.
        same = formats.split("_")[0] == locale.split("_")[0]
        self.locale = (formats if same else locale) if spoken else UNKNOWN_LOCALE

    def text(self, message: str) -> str:
        """`message` in the reader's language."""
        return self._catalogue.gettext(message) if message else ""

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of the message that fits `count`."""
        return self._catalogue.ngettext(one, many, count)

    def in_context(self, context: str, message: str) -> str:
        """`message` as it is said in `context`, where one English word has two meanings."""
        return self._catalogue.pgettext(context, message)


language = Language()


def _(message: str) -> str:
    return language.text(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that fits `count`, in the reader's language."""
    return language.counted(one, many, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is said in `context`, in the reader's language."""
    return language.in_context(context, message)
