"""Whatever is in a diary, its page is one sheet, holds its text inside the margins, and keeps its tags."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, timedelta

import pypdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from making import a_course, a_day, an_episode, at
from strategies import diaries

from cramplog.analysis.insights import analyse
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import CourseKind
from cramplog.domain.episode import Relief
from cramplog.domain.period import Period, diary_day
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Method
from cramplog.domain.signs import WarningSign
from cramplog.report.options import Options
from cramplog.report.page import PageRenderer, Paper
from cramplog.report.plain_text import plain_text
from cramplog.report.summary import Summary, summarise

PAPERS: tuple[Paper, ...] = ("a4", "letter")
AS_OF = at("2026-06-30 20:00")
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitän" * 20
EVERYWHERE = tuple(Place(muscle, side) for muscle in Muscle for side in Side)


def page_of(
    contents: DiaryContents, *, as_of: datetime = AS_OF, days: int = 90, options: Options | None = None
) -> Summary:
    period = Period.last_days(days, diary_day(as_of, contents.settings.day_starts_hour))
    return summarise(analyse(contents, as_of=as_of, period=period), contents, options or Options())


def a_full_diary(text: str, *, cramps: int = 12, hours_between: float = 160) -> DiaryContents:
    """A diary with this text wherever a person can type."""
    started = [AS_OF - timedelta(hours=hours_between * number + 1) for number in range(cramps)]
    tried = tuple(Relief(method=method, effect=Effect.LITTLE) for method in Method)
    return DiaryContents(
        person=Person(
            name=text,
            birth_date=date(1951, 5, 14),
            sex=Sex.FEMALE,
            pregnant=True,
            conditions=(text, *"abcdefgh"),
        ),
        episodes=tuple(
            an_episode(
                moment.isoformat(),
                places=EVERYWHERE,
                pain=9,
                duration_s=2_678_400,
                circumstance=Circumstance.ASLEEP,
                woke=True,
                signs=(),
                warning_signs=tuple(WarningSign),
                relief=tried,
                note=text,
            )
            for moment in reversed(started)
        ),
        days=tuple(
            a_day(str(AS_OF.date() - timedelta(days=back)), sleep_disturbance=9) for back in range(85)
        ),
        courses=tuple(
            a_course(
                f"{text} {number}",
                kind=CourseKind.MEDICINE,
                started=date(2026, 6, 1) - timedelta(days=9 * number),
            )
            for number in range(40)
        ),
    )


QUESTIONS = Options(questions=(LONGEST, "#eval", "שלום"))
DIARIES: dict[str, DiaryContents] = {
    "empty": DiaryContents(),
    "one cramp": DiaryContents(episodes=(an_episode("2026-06-20 02:10"),)),
    "one cramp-free day": DiaryContents(days=(a_day("2026-06-20"),)),
    "known days alone": DiaryContents(days=tuple(a_day(f"2026-06-{day:02d}") for day in range(1, 31))),
    "the longest words": a_full_diary(LONGEST),
    "Typst syntax": a_full_diary('#read("/etc/passwd") #{1+1} $x$ @a <b> = head // -- \\ `r` *b* _i_'),
    "markup": a_full_diary("<b>&amp;</b> <img src=x onerror=alert(1)>"),
    "Hebrew": a_full_diary("התכווצות שרירים בשוק"),
    "Arabic": a_full_diary("تشنج عضلي في الساق"),
    "emoji": a_full_diary("👩‍⚕️🦵🏽🏳️‍🌈"),
    "Chinese": a_full_diary("腓肠肌痉挛"),
    "control characters": a_full_diary("a\x1bb\u202ec\ufffed"),
    "five years": a_full_diary("x", cramps=900, hours_between=48),
    "ten years": a_full_diary("x", cramps=7_000, hours_between=12.5),
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", DIARIES)
def test_a_diary_fills_one_sheet_and_no_more(renderer: PageRenderer, name: str, paper: Paper) -> None:
    days = {"five years": 1_826, "ten years": 3_652}.get(name, 90)

    check(renderer, page_of(DIARIES[name], days=days, options=QUESTIONS), paper)


@pytest.mark.parametrize("days", [1, 7, 28, 190, 191, 366, 1_200, 1_201, 3_652])
def test_a_period_of_any_length_fits(renderer: PageRenderer, days: int) -> None:
    check(renderer, page_of(DIARIES["five years"], days=days), "letter")


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(contents=diaries(largest=8), paper=st.sampled_from(PAPERS))
def test_a_diary_that_can_be_kept_can_be_printed(
    renderer: PageRenderer, contents: DiaryContents, paper: Paper
) -> None:
    starts = [episode.started for episode in contents.episodes]

    page = page_of(contents, as_of=max(starts, default=AS_OF), days=90)

    check(renderer, page, paper)
    assert plain_text(page)


def check(renderer: PageRenderer, page: Summary, paper: Paper) -> None:
    pdf = renderer.pdf(page, paper)
    read = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(read.pages) == 1
    assert renderer.overflows(page, paper) == ()
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    if shutil.which("pdftotext") is not None:
        check_the_margins(pdf)


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


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_a_word_over_the_margin_would_be_noticed(renderer: PageRenderer, drawn_page: Summary) -> None:
    wide = replace(drawn_page.answer.since, text="7 Sep 2025, first cramp in this diary " * 9)
    page = replace(drawn_page, answer=replace(drawn_page.answer, change=wide, since=wide, night=wide))

    assert renderer.overflows(page, "a4") != ()


def test_no_file_is_opened_because_of_what_was_typed(renderer: PageRenderer, drawn_page: Summary) -> None:
    heading = replace(drawn_page.heading, name='#read("summary.typ") #image("fit.typ")')

    text = pypdf.PdfReader(io.BytesIO(renderer.pdf(replace(drawn_page, heading=heading), "a4"))).pages[0]

    assert '#read("summary.typ") #image("fit.typ")' in text.extract_text()
