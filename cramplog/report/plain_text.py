"""The doctor's page as plain text, for pasting into a patient portal."""

from __future__ import annotations

from collections.abc import Iterator

from cramplog.i18n import _
from cramplog.report.regions import (
    NONE,
    NOTHING,
    Appendix,
    Bars,
    Conditions,
    Counts,
    LeftOut,
    Medicines,
    Questions,
    Reasons,
    RunIn,
    Sleep,
    Table,
    When,
    Where,
)
from cramplog.report.summary import Summary

Section = Where | When | Counts | Reasons | Medicines | Conditions | Sleep | Questions


def plain_text(content: Summary) -> str:
    """Every fact of the page in its order, one a line, for a field that knows no tables or pictures."""
    sections = (
        content.where,
        content.when,
        content.context,
        content.tried,
        content.reasons,
        content.medicines,
        content.conditions,
        content.sleep,
        content.questions,
    )
    parts = [_top(content), _answer(content)]
    parts += [_section(part) for part in sections]
    foot = content.foot
    parts.append([foot.how, foot.disclaimer, foot.made])
    if content.appendix is not None:
        parts.append(list(_appendix(content.appendix)))
    return "\n\n".join("\n".join(line for line in part if line) for part in parts) + "\n"


def _top(content: Summary) -> list[str]:
    heading, warnings = content.heading, content.warnings
    return [
        heading.title,
        heading.period,
        heading.name,
        heading.about,
        heading.recorded,
        heading.unknown,
        "",
        f"{warnings.title}: {warnings.first}",
        warnings.second,
    ]


def _answer(content: Summary) -> list[str]:
    answer = content.answer
    tiles = [f"{tile.value} {tile.label} ({'; '.join(tile.notes)})" for tile in answer.tiles]
    return tiles + [f"{fact.label}: {fact.text}" for fact in (answer.change, answer.since, answer.night)]


def _section(part: Section | LeftOut) -> list[str]:
    lines: list[str] | Iterator[str]
    match part:
        case LeftOut():
            lines = [part.left_out]
        case Where():
            lines = [part.empty] if part.empty else [*_rows(part.table), part.bold, part.plain, part.note]
        case When():
            lines = [*_bars(part.weeks), *_bars(part.hours)]
        case Counts():
            lines = [part.empty] if part.empty else _rows(part.table)
        case Reasons():
            lines = [part.side, *_reasons(part), part.foot]
        case Medicines():
            lines = [part.empty, *(f"- {row.name}, {row.when}" for row in part.rows), _run_in(part.also)]
        case Conditions():
            lines = [part.empty, _run_in(part.names)]
        case Sleep():
            lines = [part.text]
        case Questions():
            lines = [f"{place}. {line}" for place, line in enumerate(part.lines, start=1) if line]
    return [part.title, *lines]


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        counts = zip(table.header[1:], row[1:], strict=True)
        yield f"- {row[0]}: " + ", ".join(f"{name} {count}" for name, count in counts if count != NONE)
    if table.rest:
        yield f"- {table.rest}"


def _bars(bars: Bars) -> Iterator[str]:
    yield bars.empty or bars.alt


def _reasons(part: Reasons) -> Iterator[str]:
    for row in part.rows:
        counted = f" {row.counted}." if row.counted != NOTHING else ""
        yield f"- {row.name}: {row.result}.{counted} " + _("Rule: %(rule)s") % {"rule": row.rule}


def _run_in(names: RunIn) -> str:
    if not names.names:
        return ""
    return " ".join(part for part in (names.before, ", ".join(names.names), names.rest[-1]) if part)


def _appendix(appendix: Appendix) -> Iterator[str]:
    yield appendix.title
    yield appendix.whose
    for row in appendix.rows:
        yield "- " + "; ".join(cell for cell in row if cell)
