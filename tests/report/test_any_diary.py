"""Whatever is in a diary, its page is one sheet, holds its text inside the margins, and keeps its tags."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import datetime

import pypdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from many_diaries import AS_OF, DIARIES, PERIODS
from printed_numbers import NUMBER, Page, mistakes, numbers_in
from read_page import QUESTIONS, alts, check, found_in
from strategies import diaries

from cramplog.domain.contents import DiaryContents
from cramplog.report.options import Options, Paper
from cramplog.report.page import PageRenderer
from cramplog.report.plain_text import plain_text
from cramplog.report.summary import Summary, summarise


def page_of(
    contents: DiaryContents, *, as_of: datetime = AS_OF, days: int = 90, options: Options | None = None
) -> Summary:
    return summarise(found_in(contents, as_of=as_of, days=days), contents, options or Options())


# Letter is the tighter sheet; what fits it fits A4, which all but a few have to prove at night only.
ALSO_A4 = ("empty", "the longest words")
ON_PAPER = [
    pytest.param(name, paper, id=f"{name}-{paper}", marks=[] if by_day else [pytest.mark.slow])
    for name in DIARIES
    for paper, by_day in ((Paper.LETTER, True), (Paper.A4, name in ALSO_A4))
]


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_a_diary_fills_one_sheet_and_each_number_on_it_is_that_of_the_analysis(
    renderer: PageRenderer, name: str, paper: Paper
) -> None:
    insights = found_in(DIARIES[name], days=PERIODS.get(name, 90))
    must = Page(insights, DIARIES[name], QUESTIONS.questions)

    read = check(renderer, summarise(insights, DIARIES[name], QUESTIONS), paper)

    assert mistakes(read.pages[0].extract_text(), must.regions()) == []
    assert numbers_in(alts(read)) == must.told_by_pictures()


@pytest.mark.parametrize("name", ["a full page", "under 70 percent", "fewer than before"])
def test_no_number_on_the_page_could_be_another(renderer: PageRenderer, name: str) -> None:
    insights = found_in(DIARIES[name])
    must = Page(insights, DIARIES[name]).regions()
    page = summarise(insights, DIARIES[name], Options())
    text = " ".join(check(renderer, page, Paper.A4).pages[0].extract_text().split())

    missed = []
    for found in NUMBER.finditer(text):
        changed = str(int(found[0][-1]) - 1 if found[0][-1] == "9" else int(found[0][-1]) + 1)
        other = text[: found.end() - 1] + changed + text[found.end() :]
        if not mistakes(other, must):
            missed.append(text[found.start() - 20 : found.end() + 20])

    assert mistakes(text, must) == []
    assert mistakes(text.replace("Conditions", "Conditions 7"), must) != []
    assert missed == []


@pytest.mark.parametrize("days", [1, 7, 28, 190, 191, 366, 1_200, 1_201, 3_652])
def test_a_period_of_any_length_fits(renderer: PageRenderer, days: int) -> None:
    check(renderer, page_of(DIARIES["five years"], days=days), Paper.LETTER)


@pytest.mark.parametrize("tries", [8, pytest.param(100, marks=pytest.mark.slow)])
def test_a_diary_that_can_be_kept_can_be_printed(renderer: PageRenderer, tries: int) -> None:
    @settings(max_examples=tries, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
    @given(contents=diaries(largest=8), paper=st.sampled_from(Paper))
    def one(contents: DiaryContents, paper: Paper) -> None:
        can_be_printed(renderer, contents, paper)

    one()


def can_be_printed(renderer: PageRenderer, contents: DiaryContents, paper: Paper) -> None:
    """The page of any diary, as PDF and as text."""
    starts = [episode.started for episode in contents.episodes]

    page = page_of(contents, as_of=max(starts, default=AS_OF), days=90)

    check(renderer, page, paper)
    assert plain_text(page)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_a_word_over_the_margin_would_be_noticed(renderer: PageRenderer, drawn_page: Summary) -> None:
    wide = replace(drawn_page.answer.since, text="7 Sep 2025, first cramp in this diary " * 9)
    page = replace(drawn_page, answer=replace(drawn_page.answer, change=wide, since=wide, night=wide))

    assert renderer.overflows(page, "a4") != ()


def test_no_file_is_opened_because_of_what_was_typed(renderer: PageRenderer, drawn_page: Summary) -> None:
    heading = replace(drawn_page.heading, name='#read("summary.typ") #image("fit.typ")')

    text = pypdf.PdfReader(io.BytesIO(renderer.pdf(replace(drawn_page, heading=heading), "a4"))).pages[0]

    assert '#read("summary.typ") #image("fit.typ")' in text.extract_text()
