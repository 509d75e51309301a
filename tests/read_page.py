"""Reads a doctor's page back from its PDF, as a person, a screen reader and a printer get it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pypdf
from many_diaries import AS_OF, LONGEST
from pypdf.generic import DictionaryObject, IndirectObject

from cramplog.analysis.insights import Insights, analyse
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period, diary_day
from cramplog.report.options import Options, Paper
from cramplog.report.page import PageRenderer
from cramplog.report.summary import Summary

QUESTIONS = Options(questions=(LONGEST, "#eval", "שלום"))


def found_in(contents: DiaryContents, *, as_of: datetime = AS_OF, days: int = 90) -> Insights:
    period = Period.last_days(days, diary_day(as_of, contents.settings.day_starts_hour))
    return analyse(contents, as_of=as_of, period=period)


def alts(pdf: pypdf.PdfReader) -> Iterator[str]:
    """What the pictures say to those who do not see them."""
    return (str(tag["/Alt"]) for tag in below(pdf.trailer["/Root"]["/StructTreeRoot"]) if "/Alt" in tag)


def below(tag: DictionaryObject) -> Iterator[DictionaryObject]:
    kids: Any = tag.get("/K", [])
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(found, DictionaryObject):
            if "/S" in found:
                yield found
            yield from below(found)


def check(renderer: PageRenderer, page: Summary, paper: Paper) -> pypdf.PdfReader:
    """The page as it was read back: one sheet, tagged, with its fonts, nothing over the edge."""
    pdf = renderer.pdf(page, paper)
    read = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(read.pages) == 1
    assert renderer.overflows(page, paper) == ()
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for font in read.pages[0]["/Resources"]["/Font"].values():
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
    if shutil.which("pdftotext") is not None:
        check_the_margins(pdf)
    return read


def check_the_margins(pdf: bytes) -> None:
    """No word reaches over the text block, which is 182 mm wide and in the middle of the paper."""
    said = subprocess.run(
        ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    width, height = (float(size) for size in re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', said)[0])
    words = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', said)
    block = 182 / 25.4 * 72
    assert words
    for left, top, right, bottom in ((float(edge) for edge in word) for word in words):
        assert left >= (width - block) / 2 - 1
        assert right <= (width + block) / 2 + 1
        assert top >= 20
        assert bottom <= height - 20


def drawn_outside_tags(page: pypdf.PageObject) -> list[str]:
    """What a screen reader could not know of: neither tagged, nor marked as decoration."""
    content = page.get_contents()
    assert content is not None
    left, depth = [], 0
    for operands, operator in content.operations:
        if operator in (b"BDC", b"BMC"):
            if depth == 0 and operands[0] != "/Artifact" and "/MCID" not in operands[-1]:
                left.append(f"{operands} is neither a tag's content nor decoration")
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in (b"Tj", b"TJ", b"'", b'"', b"f", b"S", b"B", b"f*", b"Do") and depth == 0:
            left.append(f"{operator!r} is drawn outside tags and artifacts")
    return left
