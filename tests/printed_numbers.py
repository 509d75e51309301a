"""What the analysis makes of a diary, in the words that the doctor's page must then have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from cramplog.analysis.criteria import Criterion, CriterionId
from cramplog.analysis.insights import Insights
from cramplog.domain.places import Muscle, Side
from cramplog.words import places, scales

CONTEXT = {
    "hard_exercise": "Hard exercise",
    "hot": "Hot",
    "dehydrated": "Too little water",
    "ill": "Ill that day",
}
STATES = {"met": "Met", "not_met": "Not met", "not_enough": "Not enough data yet"}
NAMES = {
    "severe": "Severe",
    "frequent": "Often",
    "poor_response": "Hard to ease",
    "no_obvious_cause": "No clear cause",
}


def figure(value: float, decimals: int = 0) -> str:
    """A number as an English reader writes it, a half rounded to the even neighbour."""
    step = Decimal(1).scaleb(-decimals)
    return f"{Decimal(str(value)).quantize(step, ROUND_HALF_EVEN):,}"


def percent(share: float) -> str:
    return figure(float(Decimal(str(share)) * 100)) + "%"


def part(count: int, whole: int) -> str:
    return percent(count / whole) if whole >= 1000 else f"{figure(count)} of {figure(whole)}"


def whole_or_tenth(value: float) -> str:
    return figure(value, 0 if value == round(value) else 1)


def expected(insights: Insights) -> Iterator[str]:
    """Phrase by phrase, with the numbers that belong into each."""
    often, covered, pain, length = insights.frequency, insights.coverage, insights.pain, insights.duration
    days = figure(insights.period.days)
    yield f"Recorded on {figure(covered.known)} of {days} day"
    yield f"{figure(covered.unknown)} day"
    if often.per_week is not None and often.per_week_ci is not None and often.state == "ok":
        low, high = (figure(bound, 1) for bound in (often.per_week_ci.low, often.per_week_ci.high))
        rate, count = figure(often.per_week, 1), figure(often.episodes)
        yield f"{rate} cramps a week 95% interval {low} to {high} {count} in"
    elif often.per_week is not None:
        yield f"{figure(often.episodes)} cramp"
    if often.cramp_day_share is not None and often.state == "ok":
        share = percent(often.cramp_day_share)
        yield f"{share} of days had a cramp {figure(covered.cramp)} of {figure(covered.known)} day"
    if pain.median is not None:
        yield f"{whole_or_tenth(pain.median)}/10 typical pain (median) highest {pain.max} of 10"
        yield f"7 or more: {part(sum(pain.by_score[7:]), pain.n)}"
    if length.median is not None and length.median < 60:
        yield f"{whole_or_tenth(length.median)} min typical length (median) longest"
    if length.n:
        yield f"over 10 min: {part(length.by_length[-1], length.n)}"
    yield from _tables(insights)
    yield from (_reason(criterion) for criterion in insights.criteria)


def _tables(insights: Insights) -> Iterator[str]:
    by_muscle: defaultdict[Muscle, dict[Side, int]] = defaultdict(dict)
    for place in insights.places:
        by_muscle[place.muscle][place.side] = place.episodes
    order = list(Muscle)
    ranked = sorted(by_muscle, key=lambda muscle: (-sum(by_muscle[muscle].values()), order.index(muscle)))
    shown = ranked if len(ranked) <= 5 else ranked[:4]
    for muscle in shown:
        sides = by_muscle[muscle]
        counts = (
            sides.get(Side.LEFT, 0),
            sides.get(Side.RIGHT, 0),
            sides.get(Side.BOTH, 0) + sides.get(Side.MIDDLE, 0),
        )
        # Beside counts of four figures there is no room for the whole of a long name.
        name = places.short_muscle(muscle) if max(counts) < 1000 else ""
        yield " ".join([name, *(figure(count) if count else "·" for count in counts)])
    if rest := ranked[len(shown) :]:
        yield f"and {len(rest)} more: {figure(sum(sum(by_muscle[muscle].values()) for muscle in rest))}"
    if insights.frequency.episodes:
        for row in insights.context:
            yield f"{CONTEXT[row.id]} {figure(row.yes)} {figure(row.no)} {figure(row.unknown)}"
    tried = insights.relief if len(insights.relief) <= 4 else insights.relief[:3]
    for result in tried:
        helped, little = result.mostly + result.complete, result.none + result.little
        yield f"{scales.method(result.method)} {figure(result.tried)} {figure(helped)} {figure(little)}"


def _reason(criterion: Criterion) -> str:
    result = STATES[criterion.state] + (", lasting" if criterion.state == "met" and criterion.lasting else "")
    named = f"{result} {NAMES[criterion.id]}"
    if criterion.id is CriterionId.FREQUENT:
        days = criterion.cramp_days
        if criterion.count >= criterion.needed:
            return f"{named} {figure(criterion.count)} cramp"
        if days is not None and days.met:
            return f"{named} {figure(days.count)} day"
        return named
    if not criterion.of:
        return f"{named} –"
    if criterion.id is CriterionId.SEVERE and criterion.state == "met" and criterion.count < criterion.needed:
        return f"{named} one with pain"
    return f"{named} {part(criterion.count, criterion.of)}"


def told_by_the_weeks(insights: Insights) -> str:
    """How the picture of the weeks is told to those who do not see it."""
    return ", ".join(
        figure(week.episodes) if week.known else "unknown" for week in insights.frequency.by_week
    )
