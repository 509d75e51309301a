"""What a heading says of its column: the meaning, the unit, the top of the scale."""

from __future__ import annotations

import re
import unicodedata

from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.meanings import Meaning
from cramplog.exchange.tables.vocabulary import HEADINGS

_KNOWN = {heading: meaning for meaning, headings in HEADINGS.items() for heading in headings}
_UNITS = re.compile(
    r"\b(?P<hours>h|hr|hrs|hours?|std|stunden?|horas?|heures?)\b"
    r"|\b(?P<minutes>m|mins?|minutes?|minuten|minutos?)\b"
    r"|\b(?P<seconds>s|secs?|seconds?|sek|sekunden?|segundos?|secondes?)\b"
)
_CLOCK = re.compile(r"\b(?:(?P<hours>hh?:mm)|mm?:ss)\b")
_UP_TO = re.compile(r"(?:0|1)\s*(?:-|–|to|bis|a)\s*(\d{1,3})|(?:/|out of|von|max)\s*(\d{1,3})")


def of_heading(heading: object) -> Meaning | None:
    """The meaning that a heading has by itself; None where it says nothing known."""
    words = plain(heading)
    if words in _KNOWN:
        return _KNOWN[words]
    # The unit or the scale behind the word, as in "Pain (0-10)" and "Dauer in Minuten", is not part of it.
    return _KNOWN.get(plain(re.split(r"[(\[{:]|\bin\b|\d", _bare(heading))[0]))


def length_unit(heading: object) -> LengthUnit | None:
    """The unit that the heading of a column of lengths names."""
    if found := _CLOCK.search(_bare(heading)):
        return LengthUnit.HOURS_AND_MINUTES if found["hours"] else LengthUnit.MINUTES_AND_SECONDS
    found = _UNITS.search(plain(heading))
    if found is None:
        return None
    if found["minutes"]:
        return LengthUnit.MINUTES
    return LengthUnit.HOURS if found["hours"] else LengthUnit.SECONDS


def top_of_scale(heading: object) -> int | None:
    """Up to what the heading says that pain was rated."""
    found = _UP_TO.search(_bare(heading))
    return int(found[1] or found[2]) if found else None


def plain(heading: object) -> str:
    """The heading in lower case, without accents and signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", _bare(heading)).split())


def _bare(heading: object) -> str:
    letters = unicodedata.normalize("NFKD", str(heading).lower().replace("ß", "ss").replace("_", " "))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))
