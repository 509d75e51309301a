"""The page on paper: one sheet, nothing over the edge, readable by ear, safe from what was typed."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject
from read_page import below, drawn_outside_tags

from cramplog.report import regions as r
from cramplog.report.glyphs import clean
from cramplog.report.page import PageRenderer, Paper
from cramplog.report.summary import Summary

PAPERS: tuple[Paper, ...] = ("a4", "letter")
TYPST_SYNTAX = '#eval("1+1") *bold* _it_ $x^2$ `raw` <lbl> @ref [c] // no \\ "q" -- ~ #image("/etc/passwd")'
HARD_TEXTS = {
    "one endless word": "x" * 300,
    "many words": "Wolfeschlegelsteinhausenbergerdorff " * 9,
    "Typst syntax": TYPST_SYNTAX,
    "markup": "<b>bold</b> &amp; <script>alert(1)</script> [link](http://x) {{x}} %(name)s {0}",
    "Hebrew": "שלום עולם " * 30,
    "Arabic": "تشنج عضلي في الساق " * 16,
    "emoji": "👩‍⚕️ 🦵🏽 cramp 🏳️‍🌈",
    "Chinese": "腓肠肌痉挛" * 60,
    "accents on accents": "e\u0323\u0301\u0302 a\u0300\u0316" * 40,
    "control characters": "a\x00b\x1bc\ufffed\u202ee\u2028f\tg\r\nh",
    "lone surrogates": "a\ud800b\udfffc",
    "nothing but marks": "\u0301" * 80,
}


def with_text(page: Summary, text: str) -> Summary:
    """The page with this text in every place that a person can type into."""
    medicine = r.Medicine(name=text, when="started 24 Jun 2026", fresh=True)
    names = (text,) * 37
    return replace(
        page,
        heading=replace(page.heading, name=text, about=text),
        warnings=replace(page.warnings, first=text, second=text, second_bold=True),
        medicines=r.Medicines(
            title="Medicines",
            rows=(medicine, medicine),
            also=r.RunIn(names=names, rest=many_more(37), before="Also:"),
            note="Started in this period (see chart); not proof of a cause",
            empty="",
        ),
        conditions=r.Conditions(title="Conditions", names=r.RunIn(names=names, rest=many_more(37)), empty=""),
        questions=r.Questions(title="My questions for this visit", lines=(text, text, text)),
    )


def many_more(count: int) -> tuple[str, ...]:
    return tuple(f"and {count - shown} more" if shown < count else "" for shown in range(count + 1))


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(pdf).pages)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_one_sheet_and_nothing_runs_over(
    renderer: PageRenderer, drawn_page: Summary, paper: Paper
) -> None:
    assert len(read(renderer.pdf(drawn_page, paper)).pages) == 1
    assert renderer.overflows(drawn_page, paper) == ()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_whatever_is_typed_the_page_is_one_sheet_and_nothing_runs_over(
    renderer: PageRenderer, drawn_page: Summary, paper: Paper, text: str
) -> None:
    page = with_text(drawn_page, text)

    assert len(read(renderer.pdf(page, paper)).pages) == 1
    assert renderer.overflows(page, paper) == ()


def test_a_sentence_that_is_too_long_is_told(renderer: PageRenderer, drawn_page: Summary) -> None:
    long = replace(drawn_page.foot, how="This sentence of ours has grown in translation. " * 20)

    assert renderer.overflows(replace(drawn_page, foot=long), "a4") != ()


def test_a_list_that_is_too_long_says_how_many_more_there_are(
    renderer: PageRenderer, drawn_page: Summary
) -> None:
    names = tuple(f"Illness number {number}" for number in range(30))
    page = replace(
        drawn_page,
        conditions=r.Conditions(title="Conditions", names=r.RunIn(names=names, rest=many_more(30)), empty=""),
    )

    text = " ".join(text_of(renderer.pdf(page, "a4")).split())
    assert "Illness number 0, Illness number 1, Illness number 2 and 27 more" in text


def test_papers_have_their_sizes(renderer: PageRenderer, drawn_page: Summary) -> None:
    def millimetres(paper: Paper) -> tuple[float, float]:
        box = read(renderer.pdf(drawn_page, paper)).pages[0].mediabox
        return round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)

    assert millimetres("a4") == (210.0, 297.0)
    assert millimetres("letter") == (215.9, 279.4)


def test_the_same_page_is_the_same_file(drawn_page: Summary) -> None:
    assert PageRenderer().pdf(drawn_page, "a4") == PageRenderer().pdf(drawn_page, "a4")
    assert PageRenderer().png(drawn_page, "a4") == PageRenderer().png(drawn_page, "a4")


def test_every_word_of_the_page_can_be_searched(renderer: PageRenderer, drawn_page: Summary) -> None:
    text = " ".join(text_of(renderer.pdf(drawn_page, "a4")).split())

    for words in (
        "Recorded on 78 of 90 days",
        "12 days unknown, not counted as cramp-free",
        "A cramp lasted more than 10 minutes: 2 Apr (12 min)",
        "95% interval 1.3 to 3.1",
        "More: 2.1 a week, before 1.1 (1.9 times, 95% interval 0.9 to 4.2: this could be chance).",
        "Not calf or foot: 8 of 23",
        "6 of 8 with pain 7 or more",
        "Badly disturbed (5 or more of 10) on 13 of 76 nights",
        "Patient-reported. Not a diagnosis.",
    ):
        assert words in text


def test_fonts_are_embedded(renderer: PageRenderer, drawn_page: Summary) -> None:
    fonts = read(renderer.pdf(drawn_page, "a4")).pages[0]["/Resources"]["/Font"]

    names = set()
    for font in fonts.values():
        below = font.get_object()["/DescendantFonts"][0].get_object()
        descriptor = below["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font.get_object()
        names.add(below["/BaseFont"].split("+")[1])
    assert names == {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}


class TestReadByEar:
    """The tags that a screen reader follows, walked with pypdf."""

    @pytest.fixture
    def pdf(self, renderer: PageRenderer, drawn_page: Summary) -> pypdf.PdfReader:
        return read(renderer.pdf(drawn_page, "a4"))

    def test_the_file_says_what_it_is(self, pdf: pypdf.PdfReader) -> None:
        root = pdf.trailer["/Root"]

        assert pdf.metadata is not None
        assert pdf.metadata.title == "Muscle cramp summary"
        assert root["/Lang"] == "en"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()

    def test_headings_are_headings(self, pdf: pypdf.PdfReader) -> None:
        kinds = [tag["/S"] for tag in tags(pdf)]

        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") == 10

    def test_tables_have_header_cells(self, pdf: pypdf.PdfReader) -> None:
        tables = [tag for tag in tags(pdf) if tag["/S"] == "/Table"]

        assert len(tables) == 4
        for table in tables:
            cells = [tag["/S"] for tag in below(table)]
            assert cells.count("/TH") == 4
            assert cells.count("/TD") >= 16

    def test_pictures_have_words(self, pdf: pypdf.PdfReader) -> None:
        words = [tag["/Alt"] for tag in tags(pdf) if tag["/S"] == "/Figure"]

        assert len(words) == 3
        assert all(len(alt) > 20 for alt in words)

    def test_nothing_stands_outside_the_tags(self, pdf: pypdf.PdfReader) -> None:
        assert drawn_outside_tags(pdf.pages[0]) == []


def tags(pdf: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    return below(pdf.trailer["/Root"]["/StructTreeRoot"])


def test_an_appendix_has_page_numbers_and_repeats_its_header(
    renderer: PageRenderer, with_appendix: Summary
) -> None:
    pages = [" ".join(page.extract_text().split()) for page in read(renderer.pdf(with_appendix, "a4")).pages]

    assert len(pages) == 3
    assert "Page" not in pages[0]
    assert "Page 2 of 3" in pages[1]
    assert "Page 3 of 3" in pages[2]
    assert all("Began Where Pain Length Note" in page for page in pages[1:])
    assert "Note 60" in pages[2]
    assert len(renderer.png(with_appendix, "a4", 50)) == 3


def test_a_section_that_is_left_out_keeps_its_place_and_says_so(
    renderer: PageRenderer, drawn_page: Summary
) -> None:
    gone = {
        name: r.LeftOut(title=f"The {name}", left_out="Left out by choice.")
        for name in (
            "where",
            "when",
            "context",
            "tried",
            "reasons",
            "medicines",
            "conditions",
            "sleep",
            "questions",
        )
    }
    page = replace(drawn_page, **gone)

    assert renderer.overflows(page, "letter") == ()
    assert text_of(renderer.pdf(page, "letter")).count("Left out by choice.") == 9


def letters_of(renderer: PageRenderer, page: Summary, question: str) -> Counter[str]:
    asked = replace(page, questions=r.Questions(title="-", lines=(question, "", "")))
    pdf = renderer.pdf(asked, "a4")
    read_out = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return bag(read_out.stdout.decode())


def bag(text: str) -> Counter[str]:
    """The letters, without spaces and without the marks of direction that pdftotext adds."""
    letters = unicodedata.normalize("NFKD", text)
    return Counter(letter for letter in letters if unicodedata.category(letter)[0] not in "ZC")


def has_loose_marks(text: str) -> bool:
    return any(unicodedata.category(letter).startswith("M") for letter in text)


@pytest.fixture(scope="module")
def letters_without(renderer: PageRenderer, plain_page: Summary) -> Counter[str]:
    return letters_of(renderer, plain_page, "")


def check_that_the_page_says_what_was_typed(
    renderer: PageRenderer, page: Summary, without: Counter[str], text: str
) -> None:
    """The page has the cleaned letters of the text, and no others, beyond what it has without it.

    Compared as a bag: in a file's drawing commands words of right-to-left scripts stand in another order. A
    letter with a mark that Unicode has no whole letter for, such as "ẹ́", is read once for each of its glyphs
    where the mark stands higher than it was drawn: Typst gives both glyphs the same words.
    """
    shown = bag(clean(text))

    found = letters_of(renderer, page, clean(text))
    found.subtract(without)
    found = Counter({letter: count for letter, count in found.items() if count})

    if has_loose_marks(clean(text)):
        assert found.keys() == shown.keys()
        assert shown <= found
    else:
        assert found == shown


poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")


@poppler
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=40))
def test_the_page_says_what_was_typed(
    renderer: PageRenderer, plain_page: Summary, letters_without: Counter[str], text: str
) -> None:
    check_that_the_page_says_what_was_typed(renderer, plain_page, letters_without, text)


@poppler
@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(text=st.text(max_size=40))
def test_the_page_says_what_was_typed_five_thousand_times(
    renderer: PageRenderer, plain_page: Summary, letters_without: Counter[str], text: str
) -> None:
    check_that_the_page_says_what_was_typed(renderer, plain_page, letters_without, text)
