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


@cache
def whole_letters(font: str) -> str:
    """The letters that a font draws with one glyph each, as a character class for Typst.

    A font without "ế" could still draw it, as "ê" and an accent. Both would be read out as "ế", one after the
    other: a font that has the whole letter is to draw it.
    """
    drawn = (f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _without_marks(_coverage()[font]))
    return f"[ {''.join(drawn)}]"


def _without_marks(ranges: Ranges) -> Ranges:
    points = (point for first, last in ranges for point in range(first, last + 1))
    return tuple((point, point) for point in points if not unicodedata.category(chr(point)).startswith("M"))


def _drawn(letters: str) -> bool:
    return any(all(_within(ranges, ord(letter)) for letter in letters) for ranges in _coverage().values())


def _within(ranges: Ranges, point: int) -> bool:
    place = bisect_right(ranges, (point, 0x110000)) - 1
    return place >= 0 and ranges[place][0] <= point <= ranges[place][1]


@cache
def _coverage() -> dict[str, Ranges]:
    """The code points that each of the page's fonts draws in all its weights."""
    fonts: dict[str, list[str]] = json.loads(paths.resource("report", "coverage.json").read_text("ascii"))
    return {font: tuple(_ends(span) for span in spans) for font, spans in fonts.items()}


def _ends(span: str) -> tuple[int, int]:
    first, last = span.split("-")
    return int(first, 16), int(last, 16)
