"""What is on the doctor's page, region by region."""

from __future__ import annotations

from dataclasses import dataclass

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
