"""Writes resources/report/coverage.json: which characters each font of the doctor's page can draw.

    pip install fonttools typst
    python packaging/make_coverage.py resources/report/coverage.json

The first face lies in resources/fonts; the others travel inside Typst's own library, as whole files, and are
found there by their first bytes. A character counts where every weight that the page uses draws it.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

from cramplog import paths
from cramplog.report.typesetting import FONTS

STARTS = (b"OTTO", b"\x00\x01\x00\x00")
MOST_TABLES = 40
# The page sets words in these weights only.
WEIGHTS = (400, 700)
TYPOGRAPHIC_FAMILY, FAMILY = 16, 1


def main() -> None:
    """Look into every font and write what they have in common."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="the file to write")
    parser.parse_args().out.write_text(as_json(coverage()), "ascii")


def as_json(found: dict[str, list[str]]) -> str:
    """One line a font."""
    lines = (
        f" {json.dumps(name)}: {json.dumps(spans, separators=(',', ':'))}" for name, spans in found.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def coverage() -> dict[str, list[str]]:
    """For each face of the page, the stretches of code points that all its upright weights draw."""
    drawn: dict[str, set[int]] = {}
    for font in (*shipped(), *built_in()):
        name = family(font)
        if name in FONTS and is_upright(font) and font["OS/2"].usWeightClass in WEIGHTS:
            points = {point for point in font.getBestCmap() if is_shown(point)}
            drawn[name] = drawn.get(name, points) & points
    return {name: list(stretches(sorted(drawn[name]))) for name in FONTS}


def shipped() -> Iterator[TTFont]:
    """The fonts that travel with the program."""
    files = sorted(paths.resource("fonts").glob("*.ttf"))
    return (TTFont(io.BytesIO(file.read_bytes()), lazy=True) for file in files)


def built_in() -> Iterator[TTFont]:
    """The fonts inside Typst's library."""
    for file in libraries():
        data = file.read_bytes()
        for start in STARTS:
            at = data.find(start)
            while at >= 0:
                if font := opened(data, at):
                    yield font
                at = data.find(start, at + 1)


def libraries() -> Iterator[Path]:
    """Typst's compiled library."""
    found = importlib.util.find_spec("typst")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent
    return (file for kind in ("*.so", "*.pyd", "*.dylib") for file in folder.glob(kind))


def opened(data: bytes, at: int) -> TTFont | None:
    """The font that begins at this byte; None where none does."""
    tables = int.from_bytes(data[at + 4 : at + 6], "big")
    if not 4 < tables < MOST_TABLES:
        return None
    entries = [
        struct.unpack(">4sLLL", data[place : place + 16])
        for place in range(at + 12, at + 12 + 16 * tables, 16)
    ]
    if not {b"cmap", b"name", b"OS/2"} <= {tag for tag, _sum, _start, _length in entries}:
        return None
    end = max(start + length for _tag, _sum, start, length in entries)
    return TTFont(io.BytesIO(data[at : at + end]), lazy=True)


def family(font: TTFont) -> str:
    """The name by which Typst knows the font's family."""
    names = font["name"]
    return str(names.getDebugName(TYPOGRAPHIC_FAMILY) or names.getDebugName(FAMILY))


def is_upright(font: TTFont) -> bool:
    return not font["OS/2"].fsSelection & 1


def is_shown(point: int) -> bool:
    """Whether anything is to be seen of the character: spaces and control characters need no font."""
    return unicodedata.category(chr(point))[0] not in "ZC"


def stretches(points: Iterable[int]) -> Iterator[str]:
    """Runs of neighbours, first and last in hexadecimal: "21-7e"."""
    for _place, run in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        numbers = [point for _index, point in run]
        yield f"{numbers[0]:x}-{numbers[-1]:x}"


if __name__ == "__main__":
    main()
