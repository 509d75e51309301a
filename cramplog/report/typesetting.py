"""Sets one of the templates in Typst: PDF for paper, PNG for the screen."""

from __future__ import annotations

import json
from typing import Any

import typst

from cramplog import paths
from cramplog.i18n import language
from cramplog.report import glyphs

# The face is ours; the others are Typst's own and stand in for scripts that it lacks.
FONTS = ("Atkinson Hyperlegible Next", "Libertinus Serif", "DejaVu Sans Mono")


class Typesetter:
    """Holds one compiler: a page that changes a little is then set in a few milliseconds.

    Nothing is read but the templates and the fonts that ship with the program.
    """

    def __init__(self, template: str) -> None:
        file = paths.resource("report", template)
        self._compiler = typst.Compiler(
            input=file,
            root=file.parent,
            font_paths=[paths.resource("fonts")],
            ignore_system_fonts=True,
        )

    def pdf(self, data: dict[str, Any]) -> bytes:
        """Tagged PDF/UA-1, the same bytes for the same data."""
        made = self._compiler.compile(format="pdf", sys_inputs=_inputs(data), pdf_standards=["1.7", "ua-1"])
        return _only(made)

    def png(self, data: dict[str, Any], ppi: float) -> tuple[bytes, ...]:
        """One picture a sheet."""
        made = self._compiler.compile(format="png", ppi=ppi, sys_inputs=_inputs(data))
        return tuple(made) if isinstance(made, list) else (_only(made),)

    def overflows(self, data: dict[str, Any]) -> tuple[dict[str, str], ...]:
        """What did not fit its place: nothing, unless a sentence of ours or a translation grew too long."""
        self._compiler.compile(format="pdf", sys_inputs=_inputs(data))
        return tuple(json.loads(self._compiler.query("<overflow>", field="value")))


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    given = {
        **_plain(data),
        "lang": language.code.split("_")[0],
        "fonts": [font.lower() for font in FONTS],
        "whole_letters": glyphs.whole_letters(FONTS[0]),
    }
    return {"data": json.dumps(given, allow_nan=False, ensure_ascii=False)}


def _plain(value: Any) -> Any:
    """The same value with every text in it made fit for the fonts."""
    if isinstance(value, str):
        return glyphs.clean(value)
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value


def _only(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single file")
    return made
