"""The reader's locale as Babel knows it; its data are loaded at the first use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cramplog.i18n import language

if TYPE_CHECKING:
    from babel import Locale


def locale() -> Locale:
    """The reader's locale; that of the language alone where Babel does not know the country."""
    return _parsed(language.locale, language.code)


# A chart of ten years asks for it thousands of times.
@cache
def _parsed(name: str, code: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(code)
