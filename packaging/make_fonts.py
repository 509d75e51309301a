"""Makes the shipped fonts: joins each weight's Latin and Latin Extended halves into one TrueType file.

The fonts come from the npm package @fontsource/atkinson-hyperlegible-next (SIL Open Font License 1.1), which
cuts each weight into halves for the web. Qt and Typst want one file a weight:

    npm pack @fontsource/atkinson-hyperlegible-next
    tar xf fontsource-atkinson-hyperlegible-next-*.tgz
    pip install fonttools brotli
    python packaging/make_fonts.py package resources/fonts
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold"}
# `prep`, `gasp` and `STAT` describe one half only; hinting and axes are not used by the joined file.
LEFT_OUT = ("prep", "gasp", "STAT")


def main() -> None:
    """Read the unpacked package, write three TTF files and the licence."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("out", type=Path, help="where the TTF files go")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for weight, style in STYLES.items():
        join(given.package / "files", weight).save(given.out / f"AtkinsonHyperlegibleNext-{style}.ttf")
    shutil.copyfile(given.package / "LICENSE", given.out / "OFL.txt")


def join(files: Path, weight: int) -> TTFont:
    """One font of `weight` with the glyphs of both halves, named for Qt and Typst."""
    stem = "atkinson-hyperlegible-next"
    halves = [opened(files / f"{stem}-{half}-{weight}-normal.woff2") for half in ("latin", "latin-ext")]
    without_doubles(halves[1], known=set(halves[0].getBestCmap()))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.ttf" for number in range(len(halves))]
        for half, path in zip(halves, paths, strict=True):
            half.save(path)
        font = Merger().merge([str(path) for path in paths])
    name(font, weight)
    return font


def opened(path: Path) -> TTFont:
    font = TTFont(path)
    font.flavor = None
    for table in LEFT_OUT:
        if table in font:
            del font[table]
    return font


def without_doubles(font: TTFont, known: set[int]) -> None:
    """Keep only the characters that the first half lacks: the merger would keep two of each."""
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(font.getBestCmap()) - known)
    cutter.subset(font)


def name(font: TTFont, weight: int) -> None:
    """The names and flags by which systems sort weights into one family."""
    style, table = STYLES[weight], font["name"]
    plain = weight in (400, 700)
    texts = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: None if plain else FAMILY,
        17: None if plain else style,
    }
    for number, text in texts.items():
        table.removeNames(nameID=number)
        if text:
            table.setName(text, number, 3, 1, 0x409)
    bold = weight == 700
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0xA0 if bold else 0xC0  # typographic metrics, with "bold" or "regular"
    font["head"].macStyle = 1 if bold else 0


if __name__ == "__main__":
    main()
