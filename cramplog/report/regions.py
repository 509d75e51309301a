"""What stands in each region of the doctor's page: words and small charts, ready to be set or read out."""

from __future__ import annotations

from dataclasses import dataclass

# What stands in a cell without a count, and where nothing was recorded: never a 0, which would be an answer.
NONE = "·"
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A section that the person keeps off the page: its place stays, with a word instead of the facts."""

    title: str
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunIn:
    """Names set one after the other: `rest[k]` is what to say after the first k of them ("and 3 more")."""

    names: tuple[str, ...]
    rest: tuple[str, ...]
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A bold word and the sentence beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row; every cell but a row's first is a count."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Region A: whose page, of which days, and how many of them are known."""

    title: str
    period: str
    name_label: str
    name: str
    about: str
    recorded: str
    share: float
    unknown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """Region B: the warning signs, always two lines; `ticked` turns the label white on black."""

    title: str
    ticked: bool
    first: str
    second: str
    second_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of the four large numbers, what it counts, and its interval or n."""

    value: str
    label: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Region C: how many, how bad, since when."""

    tiles: tuple[Tile, ...]
    change: Fact
    since: Fact
    night: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on a figure's outline, as shares of its width and height, and its part of the largest count."""

    x: float
    y: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One view of the body ("front", "back"): the dots on it, and the words under it, left to right."""

    view: str
    dots: tuple[Dot, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Region D, left: the figures and the muscle by side table."""

    title: str
    figures: tuple[Figure, ...]
    alt: str
    table: Table
    bold: str
    plain: str
    note: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A word under a time axis, at a place counted in bars."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of an axis, counted in bars."""

    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A small bar chart. A count of None stands for a time without any known day: left open, never 0.

    `labels` are the counts as they are read. With `numbered` each bar has its own, where there is room.
    """

    caption: str
    alt: str
    counts: tuple[int | None, ...]
    labels: tuple[str, ...]
    numbered: bool
    axis: Span
    known: tuple[Span, ...]
    shaded: tuple[Span, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[float, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Region D, right: the weeks (or months, or quarters) and the hours."""

    title: str
    weeks: Bars
    hours: Bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Region E: one of its two tables, or the sentence that stands in for an empty one."""

    title: str
    table: Table
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One of the four reasons; `state` is met, not_met or not_enough and chooses the box."""

    state: str
    result: str
    name: str
    counted: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Region F: the four reasons to see a doctor, each with its count and its rule."""

    title: str
    side: str
    header: tuple[str, ...]
    rows: tuple[Reason, ...]
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine, supplement or routine; `fresh` marks one that started in this period."""

    name: str
    when: str
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicines:
    """Region G, left: the newest starts as rows, the others run in."""

    title: str
    rows: tuple[Medicine, ...]
    also: RunIn
    note: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Region G, right: what the person lives with."""

    title: str
    names: RunIn
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """Region G, right: how many nights were badly disturbed."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Region H: three lines, typed or left blank to write on."""

    title: str
    lines: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """Region I: how it was counted, whose rules, which version made it and when."""

    how: str
    disclaimer: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """The list of the cramps on the pages after the first; `page` holds %(page)s, and %(pages)s of the whole.

    `whose` stands at the top of each, so that a loose page finds its diary again.
    """

    title: str
    whose: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    page: str
    is_whole: bool = True
