"""What is on the doctor's page, region by region."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cramplog.analysis.insights import Insights
from cramplog.analysis.timeline import Timeline
from cramplog.domain.contents import DiaryContents
from cramplog.i18n import _
from cramplog.report import background, pattern, top
from cramplog.report.appendix import appendix
from cramplog.report.options import Options, Section
from cramplog.report.regions import (
    Answer,
    Appendix,
    Conditions,
    Counts,
    Foot,
    Heading,
    LeftOut,
    Medicines,
    Questions,
    Reasons,
    Sleep,
    Warnings,
    When,
    Where,
)

P = TypeVar("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The page in reading order; every text is in the reader's language."""

    heading: Heading
    warnings: Warnings
    answer: Answer
    where: Where | LeftOut
    when: When | LeftOut
    context: Counts | LeftOut
    tried: Counts | LeftOut
    reasons: Reasons | LeftOut
    medicines: Medicines | LeftOut
    conditions: Conditions | LeftOut
    sleep: Sleep | LeftOut
    questions: Questions | LeftOut
    foot: Foot
    appendix: Appendix | None = None


def summarise(insights: Insights, contents: DiaryContents, options: Options) -> Summary:
    """The page for `insights`, which were computed from `contents`."""
    timeline = Timeline.of(contents, insights.as_of)
    period, person, courses = insights.period, contents.person, contents.courses
    episodes = timeline.episodes_in(period)
    taken = background.taken_in(courses, period) if Section.MEDICINES in options.sections else ()
    part = _Chooser(options)
    heading = top.heading(insights, person, timeline.today, with_name=options.name)
    return Summary(
        heading=heading,
        warnings=top.warnings(insights, timeline),
        answer=top.answer(insights, timeline),
        where=part(Section.WHERE, _("Where"), lambda: pattern.where(insights, episodes)),
        when=part(Section.WHEN, _("When"), lambda: pattern.when(insights, timeline, taken)),
        context=part(Section.CONTEXT, _("Before or during the cramp"), lambda: background.context(insights)),
        tried=part(Section.TRIED, _("What was tried"), lambda: background.tried(insights)),
        reasons=part(
            Section.REASONS, _("Four reasons to see a doctor"), lambda: background.four_reasons(insights)
        ),
        medicines=part(
            Section.MEDICINES,
            _("Medicines, supplements and routines"),
            lambda: background.medicines(courses, period),
        ),
        conditions=part(Section.CONDITIONS, _("Conditions"), lambda: background.conditions(person)),
        sleep=part(Section.SLEEP, _("Sleep"), lambda: background.sleep(timeline, period)),
        questions=part(
            Section.QUESTIONS,
            _("My questions for this visit"),
            lambda: background.questions(options.questions),
        ),
        foot=top.foot(insights, timeline.day_starts_hour),
        appendix=appendix(episodes, heading, most=options.listed)
        if Section.EPISODES in options.sections
        else None,
    )


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Builds a section, or says in its place that it was left out."""

    options: Options

    def __call__(self, section: Section, title: str, build: Callable[[], P]) -> P | LeftOut:
        if section in self.options.sections:
            return build()
        return LeftOut(title=title, left_out=_("Left out by choice."))
