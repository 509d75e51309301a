"""The reader's locale as Babel knows it; its data are loaded at the first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cramplog.i18n import language

if TYPE_CHECKING:
    from babel import Locale


def locale() -> Locale:
    """The reader's locale; that of the language alone where Babel does not know the country."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.locale)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.code)
