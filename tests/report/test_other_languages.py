"""The page, the blank sheet and the guide in every language, and in one with longer words than any."""

from __future__ import annotations

import gettext
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdf
import pytest
from many_diaries import DIARIES, PERIODS
from printed_numbers import NUMBER
from read_page import QUESTIONS, below, check, drawn_outside_tags, found_in

from cramplog import paths
from cramplog.i18n import language
from cramplog.report import handouts
from cramplog.report.options import Handout, Paper
from cramplog.report.page import PageRenderer
from cramplog.report.summary import Summary, summarise

LONGER = "longer words"
CATALOGUES = sorted(path.parents[1].name for path in paths.resource("locale").rglob("*.mo"))
# The foot is set in 8 pt and what stands at the charts in 9; everything else has 10.5 or more.
FOOT_PT, LABEL_PT, BODY_PT = 8.0, 9.0, 10.5
TRIED = (
    "empty",
    "a full page",
    "the longest words",
    "many more than before",
    "rules of one's own",
    "ten years",
)


class LongerWords(gettext.NullTranslations):
    """English whose every text is 40 % longer, with letters that English lacks."""

    def gettext(self, message: str) -> str:
        letters = len(re.sub(r"%\(\w+\)[sd]", "12", message))
        return message + (" lörem ípsum dôlor sit ámet çonsé ctètur" * 9)[: round(0.4 * letters)]

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)

    def pgettext(self, _context: str, message: str) -> str:
        return self.gettext(message)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """This language is spoken for a while."""
    before = language._catalogue, language.locale, language.territory
    if name == LONGER:
        language._catalogue = LongerWords()
    else:
        language.speak(name, paths.resource("locale"))
    try:
        yield
    finally:
        language._catalogue, language.locale, language.territory = before


@pytest.fixture(params=[LONGER, *CATALOGUES])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """One language after the other is spoken."""
    with speaking(request.param):
        yield request.param


def page_of(name: str) -> Summary:
    return summarise(found_in(DIARIES[name], days=PERIODS.get(name, 90)), DIARIES[name], QUESTIONS)


def letters(page: Any) -> Iterator[tuple[str, float, float]]:
    """Each run of letters, how high they are in points, and how wide for that height."""
    found: list[tuple[str, float, float]] = []

    def take(text: str, around: list[float], within: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text, size * abs(around[3] * within[3]), abs(around[0] / around[3])))

    page.extract_text(visitor_text=take)
    yield from found


# Letter is the tighter sheet; what fits it fits A4, which is shown at night only.
@pytest.mark.parametrize("paper", [Paper.LETTER, pytest.param(Paper.A4, marks=pytest.mark.slow)])
def test_the_page_is_one_sheet_and_its_letters_are_as_high_as_ever(
    renderer: PageRenderer, spoken: str, paper: Paper
) -> None:
    for name in TRIED:
        page = page_of(name)
        (sheet,) = check(renderer, page, paper).pages

        for text, points, width in letters(sheet):
            assert round(points, 1) in (FOOT_PT, LABEL_PT, BODY_PT, 13.0, 17.0, 23.0), (name, text)
            assert width >= 0.69, f"{text!r} is too narrow to be read in {spoken}"
        small = "".join(text for text, points, _width in letters(sheet) if round(points, 1) == FOOT_PT)
        foot = f"{page.foot.how}{page.foot.disclaimer}{page.foot.made}"
        assert "".join(small.split()) == "".join(foot.split())


def test_the_page_says_in_which_language_it_is(renderer: PageRenderer, spoken: str) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(renderer.pdf(page_of("a full page"), Paper.A4)))

    assert pdf.trailer["/Root"]["/Lang"] == ("en" if spoken == LONGER else spoken)
    assert pdf.metadata is not None
    assert pdf.metadata.title == page_of("a full page").heading.title


def test_each_number_is_the_same_in_every_language(renderer: PageRenderer) -> None:
    def numbers() -> Counter[str]:
        pdf = pypdf.PdfReader(io.BytesIO(renderer.pdf(page_of("a full page"), Paper.A4)))
        found = NUMBER.findall(pdf.pages[0].extract_text())
        # "06:00" is "6:00" elsewhere, and "1.1" is "1,1".
        return Counter(re.sub(r"\D", "", number).lstrip("0") for number in found)

    english = numbers()
    for name in CATALOGUES:
        with speaking(name):
            assert numbers() == english, name


def test_narrow_letters_are_tagged_like_any_other(renderer: PageRenderer) -> None:
    def kinds() -> Counter[str]:
        pdf = pypdf.PdfReader(io.BytesIO(renderer.pdf(page_of("a full page"), Paper.LETTER)))
        assert drawn_outside_tags(pdf.pages[0]) == []
        tags = Counter(str(tag["/S"]) for tag in below(pdf.trailer["/Root"]["/StructTreeRoot"]))
        return Counter({kind: count for kind, count in tags.items() if kind != "/Div"})

    english = kinds()
    with speaking(LONGER):
        longer = kinds()

    assert longer == english
    assert (english["/H1"], english["/H2"], english["/Figure"], english["/Table"]) == (1, 10, 3, 4)
    assert english["/TH"] == 16


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("handout", "pages"), [(Handout.SHEET, 4), (Handout.GUIDE, 1)])
def test_what_is_for_paper_fits_too(spoken: str, handout: Handout, pages: int, paper: Paper) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(handouts.pdf(handout, paper)))

    assert len(pdf.pages) == pages
    assert handouts.overflows(handout, paper) == ()
    for text, points, width in (run for page in pdf.pages for run in letters(page)):
        assert points >= 11.9, text
        assert width >= 0.69, f"{text!r} is too narrow to be read in {spoken}"
    assert pdf.trailer["/Root"]["/Lang"] == ("en" if spoken == LONGER else spoken)


def test_a_text_that_does_not_fit_in_narrow_letters_either_is_told(
    renderer: PageRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LongerWords, "gettext", lambda _self, message: message * 2)

    with speaking(LONGER):
        assert renderer.overflows(page_of("a full page"), Paper.A4) != ()
        assert handouts.overflows(Handout.SHEET, Paper.A4) != ()
