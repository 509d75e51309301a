"""The tests that each value of the diary passes before it exists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TypeVar

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _

LONGEST_NOTE = 100_000
LONGEST_NAME = 1_000
EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def identity(field: str, value: str) -> str:
    """A UUID of any version as lower-case text."""
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise InvalidValue(field, value, _("must be a UUID in lower-case text"))
    return value


def whole(field: str, value: float | None, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, or None where it was not recorded."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        limits = {"low": low, "high": high}
        raise InvalidValue(field, value, _("must be a whole number from %(low)d to %(high)d") % limits)
    return value


def seconds(field: str, value: float | None, longest: int) -> int | None:
    """A length in whole seconds, at most `longest`, or None where it was not recorded."""
    try:
        return whole(field, value, 0, longest)
    except InvalidValue:
        hours = {"hours": longest // 3600}
        raise InvalidValue(field, value, _("must be between 0 and %(hours)d hours") % hours) from None


def number(field: str, value: float | None, low: float, high: float) -> float | None:
    """A number from `low` to `high`, or None where it was not recorded."""
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= value <= high:
        limits = {"low": f"{low:g}", "high": f"{high:g}"}
        raise InvalidValue(field, value, _("must be a number from %(low)s to %(high)s") % limits)
    return float(value)


def truth(field: str, value: bool | None) -> bool | None:
    """Yes, no, or None where it was not recorded."""
    if value is not None and not isinstance(value, bool):
        raise InvalidValue(field, value, _("must be true or false"))
    return value


def choice(field: str, value: E | str | None, kind: type[E]) -> E | None:
    """One of the words of `kind`, or None where it was not recorded."""
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        words = {"words": ", ".join(kind)}
        raise InvalidValue(field, value, _("must be one of %(words)s") % words) from None


def needed_choice(field: str, value: E | str, kind: type[E]) -> E:
    """One of the words of `kind`; nothing else will do."""
    found = choice(field, value, kind)
    if found is None:
        raise InvalidValue.missing(field)
    return found


def distinct(field: str, values: Sequence[T] | None) -> tuple[T, ...] | None:
    """Each value once, in the order given; None where it was not recorded."""
    if values is None:
        return None
    kept = tuple(values)
    if len(set(kept)) != len(kept):
        raise InvalidValue(field, list(kept), _("must name each only once"))
    return kept


def day(field: str, value: date | None) -> date | None:
    """A calendar date that a diary can hold, or None where it was not recorded."""
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date) or not EARLIEST <= value <= LATEST:
        limits = {"first": EARLIEST, "last": LATEST}
        raise InvalidValue(field, value, _("must be a date from %(first)s to %(last)s") % limits)
    return value


def moment(field: str, value: datetime | None) -> datetime | None:
    """A wall time with its UTC offset in whole minutes, or None where it was not recorded."""
    if value is None:
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise InvalidValue(field, value, _("must be a time with its UTC offset"))
    offset = value.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        raise InvalidValue(field, value, _("must have an offset of whole minutes"))
    day(field, value.date())
    if type(value.tzinfo) is timezone and not value.fold:
        return value
    return value.replace(tzinfo=timezone(offset), fold=0)


def zone(field: str, value: str | None) -> str | None:
    """An IANA zone name, or None. Names that this computer does not know are kept as they are."""
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > 64 or not _ZONE.fullmatch(value):
        raise InvalidValue(field, value, _("must be a time zone’s name such as Europe/Berlin"))
    return value


def digest(field: str, value: str | None) -> str | None:
    """A SHA-256 as 64 hexadecimal digits in lower case, or None."""
    if value is not None and not (isinstance(value, str) and _DIGEST.fullmatch(value)):
        raise InvalidValue(field, value, _("must be 64 hexadecimal digits"))
    return value


def note(field: str, value: str | None) -> str:
    """Free text with its line breaks; what no screen or page can show is taken out."""
    return "" if value is None else _text(field, value, LONGEST_NOTE)


def name(field: str, value: str | None) -> str | None:
    """A name on one line, or None where it was not recorded."""
    if value is None:
        return None
    return " ".join(_text(field, value, LONGEST_NAME).split()) or None


def needed_name(field: str, value: str | None) -> str:
    """A name on one line that says something."""
    found = name(field, value)
    if found is None:
        raise InvalidValue.missing(field, value)
    return found


def _text(field: str, value: str, longest: int) -> str:
    if not isinstance(value, str):
        raise InvalidValue(field, value, _("must be text"))
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = lines if lines.isprintable() else "".join(sign for sign in lines if _can_be_shown(sign))
    if len(cleaned) > longest:
        counts = {"longest": longest, "n": len(cleaned)}
        reason = _("must have at most %(longest)d characters, and has %(n)d") % counts
        raise InvalidValue(field, value, reason)
    return cleaned


def _can_be_shown(sign: str) -> bool:
    """False for controls, lone surrogates and non-characters: SQLite, Typst or UTF-8 cannot carry them."""
    if sign in "\n\t":
        return True
    code = ord(sign)
    return unicodedata.category(sign) not in {"Cc", "Cs"} and not (
        code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    )
