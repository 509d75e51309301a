"""Numbers, shares and counts as the reader writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from cramplog.i18n import ngettext
from cramplog.words.reader import locale

if TYPE_CHECKING:
    from babel import Locale

_MOST_DECIMALS = 4


def number(value: float, decimals: int = 1) -> str:
    """A number with so many decimals: "2.9", "1,234"."""
    return _written(value, decimals, locale())


def count(value: int) -> str:
    """A whole number: "1,234"."""
    return number(value, 0)


def small_number(value: float, decimals: int = 1) -> str:
    """The same, with as many decimals more as keep what is not zero from reading as none: "0.03"."""
    exact = Decimal(str(value))
    # Rounded as Babel does it: a float's own rounding makes 0.1 of 0.05, and Babel 0.0.
    enough = (more for more in range(decimals, _MOST_DECIMALS) if round(exact, more))
    return number(value, next(enough, decimals))


def percent(share: float) -> str:
    """A share of 0–1 in whole percent: "35%"; "0.3%" and "99.9%" where it would read as none or as all."""
    from babel.numbers import format_percent

    decimals = percent_decimals(share)
    pattern = locale().percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("##0", "##0." + "0" * decimals)
    return format_percent(share, format=pattern, locale=locale())


def percent_decimals(share: float) -> int:
    """How many decimals a share in percent needs, so as not to read as none or as all."""
    if share in (0, 1):
        return 0
    exact = 100 * Decimal(str(share))
    enough = (decimals for decimals in range(_MOST_DECIMALS) if 0 < round(exact, decimals) < 100)
    return next(enough, _MOST_DECIMALS)


def cramps(value: int) -> str:
    """So many cramps: "1 cramp", "34 cramps"."""
    return ngettext("%(n)s cramp", "%(n)s cramps", value) % {"n": count(value)}


# A page of charts writes hundreds of counts, most of them small and the same.
@lru_cache(1000)
def _written(value: float, decimals: int, reader: Locale) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    # Nothing is written with a minus; and to what remembers these, 0.0 and -0.0 are one number.
    is_nothing = abs(value) < 1 and not round(Decimal(str(value)), decimals)
    return format_decimal(0 if is_nothing else value, format=pattern, locale=reader)
