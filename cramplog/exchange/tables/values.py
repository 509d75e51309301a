"""Pain, place and yes or no as people write them in tables."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Muscle, Place, Side
from cramplog.exchange.tables.sheet import Cell
from cramplog.exchange.tables.vocabulary import CRAMPS, MUSCLES, NO, PAIN, PAIRS, SIDES, UNKNOWN, YES
from cramplog.i18n import _

_OUT_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|of|out of|von|de|sur)\s*(\d+)")
_LEADING = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:[-–:(=].*|\s[^\d]*)?")
_PAIN_WORDS = {word: level for level, words in PAIN.items() for word in words}
_SIGNS = {1: 3, 2: 5, 3: 8}
_IN_THE_MIDDLE = frozenset({Muscle.ABDOMEN, Muscle.NECK, Muscle.UPPER_BACK, Muscle.LOWER_BACK})


@lru_cache(maxsize=4096)
def pain(cell: Cell, top: int) -> int | None:
    """A pain on the 0–10 scale, of a scale up to `top`. Raises InvalidValue where it cannot be read."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _scaled(float(cell), top, cell)
    words = plain(str(cell))
    text = str(cell).strip().lower()
    if text and not text.strip("+"):
        return _SIGNS.get(len(text), 10)
    if words in _PAIN_WORDS:
        return _PAIN_WORDS[words]
    if found := _OUT_OF.fullmatch(text):
        return _scaled(_float(found[1]), int(found[2]), cell)
    if found := _LEADING.fullmatch(text):
        return _scaled(_float(found[1]), top, cell)
    raise InvalidValue("pain", cell, _("is not a pain such as 7, 7/10 or moderate"))


@lru_cache(maxsize=4096)
def places(cell: str, side: Side | None) -> tuple[Place, ...]:
    """The places that a text names; `side` where it says none. Raises InvalidValue."""
    found: dict[Place, None] = {}
    for part in re.split(r"[;,/&+\n]|\band\b|\bund\b|\by\b|\bet\b", cell):
        if plain(part):
            found[_place(plain(part), side, cell)] = None
    if not found:
        raise InvalidValue("places", cell, _("names no muscle"))
    return tuple(found)


@lru_cache(maxsize=256)
def side_named(text: str) -> Side | None:
    """The side that a text names."""
    words = f" {plain(text)} "
    named = [side for side, names in SIDES.items() if any(f" {name} " in words for name in names)]
    if Side.BOTH in named or {Side.LEFT, Side.RIGHT} <= set(named):
        return Side.BOTH
    return named[0] if named else None


def truth(cell: Cell) -> bool | None:
    """Yes or no; None for anything else."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return cell > 0
    word = str(cell).strip().lower()
    return True if word in YES else False if word in NO else None


def names_a_cramp(text: str) -> bool:
    """Whether the word for a cramp is in it, in any of the languages that are known."""
    return any(word in plain(text) for word in CRAMPS)


def says_nothing(cell: Cell) -> bool:
    """Whether it is left empty, or stands for what is not known."""
    # A spreadsheet has -1 as a number: read as one, it would be no cramp.
    is_below_nothing = isinstance(cell, int | float) and cell < 0
    return is_below_nothing or str(cell).strip().lower() in {"", *UNKNOWN}


def plain(text: str) -> str:
    """The text in lower case, without accents and signs."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def _place(words: str, side: Side | None, cell: str) -> Place:
    padded = f" {words} "
    known = ((muscle, name) for muscle, names in MUSCLES.items() for name in names)
    named = [(len(name), muscle, name) for muscle, name in known if f" {name} " in padded]
    if not named:
        raise InvalidValue("places", cell, _("names no muscle that CrampLog knows"))
    _length, muscle, name = max(named, key=lambda each: each[0])
    which = side_named(words) or (Side.BOTH if name in PAIRS else None)
    which = which or (Side.MIDDLE if muscle in _IN_THE_MIDDLE else side)
    if which is None:
        raise InvalidValue("places", cell, _("does not say which side"))
    return Place(muscle, which)


def _scaled(value: float, top: int, cell: Cell) -> int:
    level = value * 10 / top if top else math.nan
    if not 0 <= level <= 10:
        raise InvalidValue("pain", cell, _("must be from 0 to %(top)d") % {"top": top})
    return math.floor(level + 0.5)


def _float(text: str) -> float:
    return float(text.replace(",", "."))
