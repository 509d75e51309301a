"""Numbers, shares and counts as the reader writes them."""

from __future__ import annotations

from cramplog.i18n import ngettext
from cramplog.words.reader import locale


def number(value: float, decimals: int = 1) -> str:
    """A number with so many decimals: "2.9", "1,234"."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale())


def count(value: int) -> str:
    """A whole number: "1,234"."""
    return number(value, 0)


def percent(share: float) -> str:
    """A share of 0–1 in whole percent: "35%"."""
    from babel.numbers import format_percent

    return format_percent(share, format=None, locale=locale())


def cramps(value: int) -> str:
    """So many cramps: "1 cramp", "34 cramps"."""
    return ngettext("%(n)s cramp", "%(n)s cramps", value) % {"n": count(value)}
