"""The sections named after --with and --without, up to the file that is to be written."""

from __future__ import annotations

import argparse

from cramplog.report.options import Section

OPTIONS = ("--with", "--without")


def together(argv: list[str]) -> list[str]:
    """The words with those after --with and --without that name sections made one, with commas.

    What follows them is the file to write: argparse alone would take it for one more section.
    """
    joined: list[str] = []
    for word in argv:
        option = joined[-2] if len(joined) > 1 else ""
        if option in OPTIONS and _are_sections(joined[-1]) and _are_sections(word):
            joined[-1] += f",{word}"
        else:
            joined.append(word)
    return joined


def named(text: str) -> list[str]:
    """The sections in a text such as "sleep,conditions"."""
    for name in text.split(","):
        if not _are_sections(name):
            raise argparse.ArgumentTypeError(f"{name!r} is not a section; there are {', '.join(Section)}")
    return text.split(",")


def _are_sections(text: str) -> bool:
    return set(text.split(",")) <= set(Section)
