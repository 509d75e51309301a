"""The blank sheet and the page on how to use the diary: they fit, they are tagged, and they ask the same."""

from __future__ import annotations

import io

import pypdf
import pytest
from read_page import below

from cramplog.domain.signs import Tier, WarningSign
from cramplog.report import handouts
from cramplog.report.options import Handout, Paper
from cramplog.words import signs


def read(handout: Handout, size: Paper = Paper.A4) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(handouts.pdf(handout, size)))


@pytest.mark.parametrize("size", Paper)
@pytest.mark.parametrize(("handout", "pages"), [(Handout.SHEET, 4), (Handout.GUIDE, 1)])
def test_every_page_holds_what_belongs_on_it(handout: Handout, pages: int, size: Paper) -> None:
    assert len(read(handout, size).pages) == pages
    assert handouts.overflows(handout, size) == ()
    assert len(handouts.pictures(handout, size, 30)) == pages


def test_the_sheet_has_a_row_for_each_day_and_a_column_for_each_question() -> None:
    text = read(Handout.SHEET).pages[0].extract_text().split()

    assert [word for word in text if word.isdecimal()][:31] == [str(day) for day in range(1, 32)]
    for word in ("cramps", "Stretched", "Drinks", "Heat", "Alcohol", "Ill", "Month", "Year", "Name"):
        assert word in text


def test_a_cramp_is_asked_what_the_form_asks() -> None:
    text = " ".join(read(Handout.SHEET).pages[1].extract_text().split())

    for words in ("Front of thigh", "Left", "Asleep", "Twitching", "Massage", "All gone", "Pain 0–10"):
        assert text.count(words) == 2


@pytest.mark.parametrize("handout", Handout)
def test_the_letters_are_large(handout: Handout) -> None:
    sizes: list[float] = []
    for page in read(handout).pages:
        page.extract_text(
            visitor_text=lambda text, _ctm, _tm, _font, size: sizes.append(size) if text.strip() else None
        )

    assert min(sizes) >= 12
    assert sorted(sizes)[len(sizes) // 2] >= 13


def test_the_guide_names_every_sign_that_cannot_wait() -> None:
    text = " ".join(read(Handout.GUIDE).pages[0].extract_text().split())

    for sign in WarningSign:
        assert (signs.label(sign) in text) is (sign.tier is Tier.EMERGENCY)


@pytest.mark.parametrize("handout", Handout)
def test_a_handout_can_be_read_by_ear(handout: Handout) -> None:
    pdf = read(handout)
    kinds = [tag["/S"] for tag in below(pdf.trailer["/Root"]["/StructTreeRoot"])]

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in pdf.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert kinds.count("/H1") == 1
    assert "/H2" in kinds
    if handout is Handout.SHEET:
        assert kinds.count("/TH") == 9
        assert kinds.count("/TD") == 31 * 9
