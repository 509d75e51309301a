"""Sets the doctor's page in Typst: PDF for paper, PNG for the screen."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import typst

from cramplog import paths
from cramplog.i18n import language
from cramplog.report import figure, glyphs
from cramplog.report.options import Paper
from cramplog.report.summary import Summary

# The face is ours; the others are Typst's own and stand in for scripts that it lacks.
FONTS = ("Atkinson Hyperlegible Next", "Libertinus Serif", "DejaVu Sans Mono")


class PageRenderer:
    """Holds one compiler: a page that changes a little is then set in a few milliseconds.

    Nothing is read but the template, the fonts and the figures that ship with the program.
    """

    def __init__(self) -> None:
        template = paths.resource("report", "summary.typ")
        self._compiler = typst.Compiler(
            input=template,
            root=template.parent,
            font_paths=[paths.resource("fonts")],
            ignore_system_fonts=True,
        )

    def pdf(self, content: Summary, paper: Paper) -> bytes:
        """The page as tagged PDF/UA-1, the same bytes for the same content."""
        made = self._compiler.compile(
            format="pdf", sys_inputs=_inputs(content, paper), pdf_standards=["1.7", "ua-1"]
        )
        return _only(made)

    def png(self, content: Summary, paper: Paper, ppi: float = 110) -> tuple[bytes, ...]:
        """The page, and the appendix where there is one, as one picture a sheet."""
        made = self._compiler.compile(format="png", ppi=ppi, sys_inputs=_inputs(content, paper))
        return tuple(made) if isinstance(made, list) else (_only(made),)

    def overflows(self, content: Summary, paper: Paper) -> tuple[dict[str, str], ...]:
        """What did not fit its place: nothing, unless a sentence of ours or a translation grew too long."""
        self._compiler.compile(format="pdf", sys_inputs=_inputs(content, paper))
        return tuple(json.loads(self._compiler.query("<overflow>", field="value")))


def _inputs(content: Summary, paper: Paper) -> dict[str, str]:
    data = {
        "summary": _plain(asdict(content)),
        "paper": paper,
        "outlines": {view: figure.outline(view) for view in figure.VIEWS},
        "lang": language.code.split("_")[0],
        "fonts": [font.lower() for font in FONTS],
    }
    return {"data": json.dumps(data, allow_nan=False, ensure_ascii=False)}


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
