"""Every word in a chart, beside it and in its table is said in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from pseudo import marked, spoken, unmarked
from PySide6.QtWidgets import QApplication

from cramplog.analysis.chart_data import ChartData
from cramplog.charts.catalogue import CHARTS, Chart
from cramplog.charts.style import ChartStyle

_LETTERS = re.compile(r"[^\W\d_]+")
# What the person called their medicines, and what is the same in every language.
_OWN = "Magnesium Calf stretch at bedtime, on the stairs, with the heel held well below the step am pm"


@pytest.fixture
def pseudo_language(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    with spoken(marked, tmp_path):
        yield


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.id)
def test_nothing_in_a_chart_is_left_in_english(
    one: Chart, usual: ChartData, light: ChartStyle, see: Callable[..., Any]
) -> None:
    texts = {one.title(), one.summary(usual, False), one.summary(usual, True)}
    table = one.table(usual)
    texts |= {*table.heads, *(cell for row in table.rows for cell in row)}
    if not one.missing(usual):
        picture = one.draw(usual, light, 630 if one.wide else 300)
        # Long words go on in the next line.
        texts |= {" ".join(see(picture).words()), *(point.text for point in picture.points)}

    known = _known()
    left = {text for text in texts if {word.casefold() for word in _words(text)} - known}

    assert marked(one.title()) != one.title()
    assert left == set()


def _words(text: str) -> list[str]:
    return _LETTERS.findall(unmarked(text))


def _known() -> set[str]:
    locale = Locale.parse("en_GB")
    calendar = [
        name
        for names in (locale.days, locale.months)
        for use in names.values()
        for width in use.values()
        for name in width.values()
    ]
    return {word.casefold() for text in (*calendar, _OWN) for word in _LETTERS.findall(text)}
