"""The doctor's page on paper: PDF, and pictures for the screen."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cramplog.report import figure
from cramplog.report.options import Paper
from cramplog.report.summary import Summary
from cramplog.report.typesetting import Typesetter


class PageRenderer:
    """Sets the page again and again; what did not change since the last time is not done twice."""

    def __init__(self) -> None:
        self._typesetter = Typesetter("summary.typ")

    def pdf(self, content: Summary, paper: Paper) -> bytes:
        """The page as tagged PDF/UA-1, the same bytes for the same content."""
        return self._typesetter.pdf(_data(content, paper))

    def png(self, content: Summary, paper: Paper, ppi: float = 110) -> tuple[bytes, ...]:
        """The page, and the appendix where there is one, as one picture a sheet."""
        return self._typesetter.png(_data(content, paper), ppi)

    def overflows(self, content: Summary, paper: Paper) -> tuple[dict[str, str], ...]:
        """What did not fit its place: nothing, unless a sentence of ours or a translation grew too long."""
        return self._typesetter.overflows(_data(content, paper))


def _data(content: Summary, paper: Paper) -> dict[str, Any]:
    return {
        "summary": asdict(content),
        "paper": str(paper),
        "outlines": {view: figure.outline(view) for view in figure.VIEWS},
    }
