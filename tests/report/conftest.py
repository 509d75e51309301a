"""A page whose every word and number is written by hand: the one that was drawn before the program was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cramplog.report import regions as r
from cramplog.report.page import PageRenderer
from cramplog.report.summary import Summary


@pytest.fixture(scope="session")
def renderer() -> PageRenderer:
    return PageRenderer()


@pytest.fixture(scope="session")
def drawn_page() -> Summary:
    return Summary(
        heading=r.Heading(
            title="Muscle cramp summary",
            period="2 Apr 2026 – 30 Jun 2026",
            name_label="Name",
            name="Anna Example",
            about="born 14 May 1951, age 75 · female",
            recorded="Recorded on 78 of 90 days",
            share=78 / 90,
            unknown="12 days unknown, not counted as cramp-free",
        ),
        warnings=r.Warnings(
            title="Warning signs",
            ticked=True,
            first="A cramp lasted more than 10 minutes: 2 Apr (12 min)",
            second="No other warning sign was ticked.",
            second_bold=False,
        ),
        answer=_answer(),
        where=_where(),
        when=_when(),
        context=r.Counts(
            title="Before or during the cramp",
            table=r.Table(
                header=("", "Yes", "No", "Not recorded"),
                rows=(
                    ("Hard exercise", "0", "22", "1"),
                    ("Hot", "11", "12", "0"),
                    ("Poor hydration", "6", "17", "0"),
                    ("Ill that day", "0", "23", "0"),
                ),
            ),
            empty="",
        ),
        tried=r.Counts(
            title="What was tried",
            table=r.Table(
                header=("", "Times", "Helped", "Little or none"),
                rows=(
                    ("Stretching", "22", "17", "5"),
                    ("Massage", "15", "9", "6"),
                    ("Walking", "13", "5", "8"),
                    ("Heat", "1", "1", "0"),
                ),
            ),
            empty="",
        ),
        reasons=_reasons(),
        medicines=r.Medicines(
            title="Medicines, supplements and routines",
            rows=(
                r.Medicine(name="Magnesium citrate 300 mg at night", when="started 18 May 2026", fresh=True),
                r.Medicine(name="Hydrochlorothiazide 12.5 mg", when="started 2 Apr 2026", fresh=True),
                r.Medicine(name="Atorvastatin 20 mg", when="since 3 Nov 2024", fresh=False),
            ),
            also=r.RunIn(names=(), rest=("",)),
            note="Started in this period (see chart); not proof of a cause",
            empty="",
        ),
        conditions=r.Conditions(
            title="Conditions",
            names=r.RunIn(
                names=("High blood pressure", "underactive thyroid", "narrow arteries in the legs"),
                rest=("and 3 more", "and 2 more", "and 1 more", ""),
            ),
            empty="",
        ),
        sleep=r.Sleep(title="Sleep", text="Badly disturbed (5 or more of 10) on 13 of 76 nights"),
        questions=r.Questions(
            title="My questions for this visit",
            lines=("Could the water tablet be part of this?", "Is it safe to stretch hard with my hip?", ""),
        ),
        foot=r.Foot(
            how=(
                "How it was counted: rates use recorded days only. A day runs from 06:00 to 06:00. "
                "Intervals are exact. The four reasons come from “What Causes Muscle Spasms?” by the Florida "
                "Orthopaedic Institute; the numbers in the rules are CrampLog's own and can be changed. "
                "This page shows what was typed in. It may be incomplete."
            ),
            disclaimer="Patient-reported. Not a diagnosis.",
            made="CrampLog 1.0.0 · made 30 Jun 2026",
        ),
    )


def _answer() -> r.Answer:
    return r.Answer(
        tiles=(
            r.Tile(value="2.1", label="cramps a week", notes=("95% interval 1.3 to 3.1", "23 in 78 days")),
            r.Tile(
                value="26%", label="of days had a cramp", notes=("20 of 78 days", "95% interval 16 to 37%")
            ),
            r.Tile(
                value="7/10", label="typical pain (median)", notes=("highest 10 of 10", "7 or more: 11 of 21")
            ),
            r.Tile(
                value="4.6 min",
                label="typical length (median)",
                notes=("longest 12 min", "over 10 min: 1 of 21"),
            ),
        ),
        change=r.Fact(
            label="Change",
            text=("More: 2.1 a week, before 1.1 (1.9 times, 95% interval 0.9 to 4.2: this could be chance)."),
        ),
        since=r.Fact(label="Since", text="7 Sep 2025, first cramp in this diary"),
        night=r.Fact(label="Night", text="19 of 23 in sleep; woken on 16 nights"),
    )


def _where() -> r.Where:
    return r.Where(
        title="Where",
        figures=(
            r.Figure(view="front", dots=(r.Dot(x=0.4, y=0.6, share=0.1),), words=("R", "front", "L")),
            r.Figure(view="back", dots=(r.Dot(x=0.37, y=0.77, share=1.0),), words=("L", "back", "R")),
        ),
        alt="Front and back of a body with a dot on each muscle. Most: left calf, 10.",
        table=r.Table(
            header=("Muscle", "L", "R", "Both"),
            rows=(
                ("Calf", "10", "3", "·"),
                ("Front thigh", "3", "·", "1"),
                ("Back thigh", "1", "3", "·"),
                ("Foot", "·", "1", "·"),
                ("Toes", "1", "·", "·"),
            ),
        ),
        bold="Not calf or foot: 8 of 23",
        plain="Muscle felt hard: 8 of 23",
        note="",
        empty="",
    )


def _when() -> r.When:
    weeks = (1, 0, 2, 2, 1, 2, 1, 3, 2, 2, 0, 0, 6, 1)
    hours = (0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 5, 1, 4, 4, 2, 2, 0, 0, 0, 0, 0, 0)
    return r.When(
        title="When",
        weeks=r.Bars(
            caption="Cramps each week; gaps in the line are unknown days",
            alt="Bar chart: cramps in each of 14 weeks, most 6.",
            counts=weeks,
            labels=tuple(map(str, weeks)),
            numbered=True,
            axis=r.Span(start=0.3, end=13.3),
            known=tuple(r.Span(start=week, end=week + 5 / 7) for week in range(14)),
            shaded=(),
            ticks=(r.Tick(at=0, text="Apr"), r.Tick(at=4, text="May"), r.Tick(at=9, text="Jun")),
            marks=(0, 7),
            empty="",
        ),
        hours=r.Bars(
            caption="Cramps by hour; 22 to 6 is marked",
            alt="Bar chart: cramps in each hour of the day, most at 0.",
            counts=hours,
            labels=tuple(map(str, hours)),
            numbered=False,
            axis=r.Span(start=0, end=24),
            known=(),
            shaded=(r.Span(start=10, end=18),),
            ticks=tuple(
                r.Tick(at=at, text=text)
                for at, text in ((0, "12"), (6, "18"), (10, "22"), (12, "0"), (18, "6"), (24, "12"))
            ),
            marks=(),
            empty="",
        ),
    )


def _reasons() -> r.Reasons:
    return r.Reasons(
        title="Four reasons to see a doctor",
        side="each counts by itself · last 28 days, 23 recorded",
        header=("Result", "Reason", "Counted", "Rule"),
        rows=(
            r.Reason(
                state="met",
                result="Met",
                name="Severe",
                counted="6 of 8 with pain 7 or more",
                rule="2 or more, or one with 9 or more",
            ),
            r.Reason(
                state="met",
                result="Met",
                name="Often",
                counted="7 days with a cramp",
                rule="4 in 14 days, or 5 days in 28",
            ),
            r.Reason(
                state="not_met",
                result="Not met",
                name="Hard to ease",
                counted="2 of 8 treated cramps",
                rule="half or more, of at least 3",
            ),
            r.Reason(
                state="not_enough",
                result="Not enough data",
                name="No clear cause",
                counted="–",
                rule="half or more, of at least 3",
            ),
        ),
        foot=(
            "Hard to ease: little or no relief, or 10 minutes or longer. "
            "Clear causes: hard exercise, heat, illness."
        ),
    )


@pytest.fixture(scope="session")
def plain_page(drawn_page: Summary) -> Summary:
    """With next to nothing on it, so that thousands are quickly set."""
    gone = r.LeftOut(title="-", left_out="-")
    return replace(
        drawn_page,
        where=gone,
        when=gone,
        context=gone,
        tried=gone,
        reasons=gone,
        medicines=gone,
        conditions=gone,
        sleep=gone,
    )


@pytest.fixture
def with_appendix(drawn_page: Summary) -> Summary:
    rows = tuple((f"{n} Apr 2026 02:10", "Left calf", "7", "4 min", f"Note {n}") for n in range(1, 61))
    return replace(
        drawn_page,
        appendix=r.Appendix(
            title="The cramps of this period",
            whose="Anna Example · born 14 May 1951, age 75 · female · 2 Apr 2026 – 30 Jun 2026",
            header=("Began", "Where", "Pain", "Length", "Note"),
            rows=rows,
            page="Page %(page)s of %(pages)s",
        ),
    )
