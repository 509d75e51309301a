"""Makes a text fit for the page's fonts: one line, no control characters, "□" for what no font can draw."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TypeAlias

from cramplog import paths

MISSING = "□"

Ranges: TypeAlias = tuple[tuple[int, int], ...]


def clean(text: str) -> str:
    """`text` as the page shows it.

    A missing glyph stops a PDF/UA file, or vanishes without a word from others. A letter and its accents are
    drawn by one font, so that they are looked up together.
    """
    shown: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if kind in ("Zs", "Zl", "Zp", "Cc"):
            shown.append(" ")
        elif kind == "Cf":
            continue
        elif kind.startswith("M") and shown and _drawn(shown[-1] + letter):
            shown[-1] += letter
        else:
            shown.append(letter if _drawn(letter) and not kind.startswith("M") else MISSING)
    return " ".join("".join(shown).split())


def _drawn(letters: str) -> bool:
    return any(all(_within(ranges, ord(letter)) for letter in letters) for ranges in _coverage())


def _within(ranges: Ranges, point: int) -> bool:
    place = bisect_right(ranges, (point, 0x110000)) - 1
    return place >= 0 and ranges[place][0] <= point <= ranges[place][1]


@cache
def _coverage() -> tuple[Ranges, ...]:
    """The code points that each of the page's fonts draws in all its weights, font by font."""
    fonts: dict[str, list[str]] = json.loads(paths.resource("report", "coverage.json").read_text("ascii"))
    return tuple(tuple(_ends(span) for span in spans) for spans in fonts.values())


def _ends(span: str) -> tuple[int, int]:
    first, last = span.split("-")
    return int(first, 16), int(last, 16)
