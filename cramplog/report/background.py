"""Regions E to H: what was so, what was tried, the four reasons, medicines, conditions, sleep, questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cramplog.analysis.criteria import CriterionId, Verdict
from cramplog.analysis.insights import Insights
from cramplog.analysis.timeline import Timeline
from cramplog.domain.course import Course
from cramplog.domain.period import Period
from cramplog.domain.person import Person
from cramplog.domain.thresholds import DISTURBED_SLEEP
from cramplog.i18n import _, ngettext
from cramplog.report import sentences
from cramplog.report.regions import (
    Conditions,
    Counts,
    Medicine,
    Medicines,
    Questions,
    Reason,
    Reasons,
    Sleep,
    Table,
)
from cramplog.report.typed import run_in, short
from cramplog.words import courses as course_words
from cramplog.words import dates, numbers, reasons, scales

METHOD_ROWS = 4
MEDICINE_ROWS = 4


def context(insights: Insights) -> Counts:
    """What was so before or during the cramps; unknown is a column of its own."""
    names = {
        "hard_exercise": _("Hard exercise"),
        "hot": _("Hot"),
        "dehydrated": _("Too little water"),
        "ill": _("Ill that day"),
    }
    rows = tuple(
        (names[found.id], *(numbers.count(n) for n in (found.yes, found.no, found.unknown)))
        for found in insights.context
    )
    return Counts(
        title=_("Before or during the cramp"),
        table=Table(header=("", _("Yes"), _("No"), _("Not recorded")), rows=rows),
        empty="" if insights.frequency.episodes else _("No cramp recorded."),
    )


def tried(insights: Insights) -> Counts:
    """What was tried, and how often it helped."""
    found = insights.relief
    shown = found if len(found) <= METHOD_ROWS else found[: METHOD_ROWS - 1]
    rows = tuple(
        (
            scales.method(result.method),
            numbers.count(result.tried),
            numbers.count(result.mostly + result.complete),
            numbers.count(result.none + result.little),
        )
        for result in shown
    )
    header = ("", _("Times"), _("Helped"), _("Little or none"))
    return Counts(
        title=_("What was tried"),
        table=Table(header=header, rows=rows, rest=sentences.more(len(found) - len(shown))),
        empty="" if found else _("Nothing was recorded as tried."),
    )


def four_reasons(insights: Insights) -> Reasons:
    """The four reasons, always all: result, count and rule side by side."""
    rows = []
    for criterion in insights.criteria:
        result = reasons.state(criterion.state)
        if criterion.state is Verdict.MET and criterion.lasting:
            result = _("Met, lasting")
        rows.append(
            Reason(
                state=str(criterion.state),
                result=result,
                name=reasons.reason(criterion.id),
                counted=sentences.counted(criterion),
                rule=sentences.rule(criterion),
            )
        )
    response = next(found for found in insights.criteria if found.id is CriterionId.POOR_RESPONSE)
    return Reasons(
        title=_("Four reasons to see a doctor"),
        side=_window(insights),
        header=(_("Result"), _("Reason"), _("Counted"), _("Rule")),
        rows=tuple(rows),
        foot=sentences.what_the_reasons_mean(response),
    )


def _window(insights: Insights) -> str:
    alone = _("each counts by itself")
    windows = {
        (found.cramp_days or found).window.period: (found.cramp_days or found).window
        for found in insights.criteria
    }
    if len(windows) > 1:
        return alone
    window = next(iter(windows.values()))
    days = window.period.days
    told = ngettext(
        "last %(days)s day, %(known)s recorded", "last %(days)s days, %(known)s recorded", days
    ) % {"days": days, "known": window.known}
    return f"{alone} · {told}"


def taken_in(courses: Sequence[Course], period: Period) -> tuple[Course, ...]:
    """The courses that were under way in a period, newest start first; those without a start last."""
    found = [
        course
        for course in courses
        if (course.ended is None or course.ended >= period.first)
        and (course.started is None or course.started < period.end)
    ]
    return tuple(sorted(found, key=lambda course: course.started or date.min, reverse=True))


def medicines(courses: Sequence[Course], period: Period) -> Medicines:
    """Medicines, supplements and routines; a start in the period is marked, without a word of blame."""
    found = taken_in(courses, period)
    rows = [_medicine(course, period) for course in found]
    fresh = any(row.fresh for row in rows)
    count = len(rows) if len(rows) <= MEDICINE_ROWS else 2 if fresh else 3
    return Medicines(
        title=_("Medicines, supplements and routines"),
        rows=tuple(rows[:count]),
        also=run_in([row.name for row in rows[count:]], before=_("Also:")),
        note=_("Started in this period (see chart); not proof of a cause") if fresh else "",
        empty="" if rows else _("None recorded."),
    )


def _medicine(course: Course, period: Period) -> Medicine:
    started, ended = course.started, course.ended
    fresh = started is not None and started in period
    last = period.last if period.days else period.first
    changed = len(course.doses_up_to(last)) > 1
    if ended is not None and ended < period.end:
        when = _("stopped %(date)s") % {"date": dates.day(ended)}
    elif fresh and started is not None and not changed:
        when = _("started %(date)s") % {"date": dates.day(started)}
    else:
        when = course_words.since(course, last) or _("start not recorded")
    return Medicine(name=short(course_words.name_and_dose(course, last)), when=when, fresh=fresh)


def conditions(person: Person) -> Conditions:
    """What the person lives with, in the reader's language or the person's own words."""
    names = [scales.condition(word) for word in person.conditions or ()]
    if person.pregnant:
        names.insert(0, _("pregnant"))
    none = _("None.") if person.conditions is not None else _("None recorded.")
    return Conditions(title=_("Conditions"), names=run_in(names), empty="" if names else none)


def sleep(timeline: Timeline, period: Period) -> Sleep:
    """On how many nights the sleep was badly disturbed, of those that were recorded."""
    nights = [
        check_in.sleep_disturbance
        for day, check_in in timeline.check_ins.items()
        if day in period and check_in.sleep_disturbance is not None
    ]
    bad = sum(disturbance >= DISTURBED_SLEEP for disturbance in nights)
    text = sentences.disturbed(bad, len(nights)) if nights else _("None recorded.")
    return Sleep(title=_("Sleep"), text=text)


def questions(asked: Sequence[str]) -> Questions:
    """The person's own questions, on three lines."""
    lines = [short(question) for question in asked[:3]]
    first, second, third = lines + [""] * (3 - len(lines))
    return Questions(title=_("My questions for this visit"), lines=(first, second, third))
