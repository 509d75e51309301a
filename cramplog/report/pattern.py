"""Region D: where the cramps were, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from cramplog.analysis.frequency import Span as CalendarSpan
from cramplog.analysis.frequency import months, spans, weeks
from cramplog.analysis.insights import Insights
from cramplog.analysis.places import PlaceCount
from cramplog.analysis.timeline import Timeline
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import MuscleSign
from cramplog.i18n import _, pgettext
from cramplog.report import figure, sentences
from cramplog.report.regions import NONE, Bars, Dot, Figure, Span, Table, Tick, When, Where
from cramplog.words import dates, numbers
from cramplog.words import places as place_words

ROWS = 5
LONGEST_IN_WEEKS, LONGEST_IN_MONTHS = 190, 1_200
NUMBERED_BARS = 16
NOON, NIGHT_STARTS, NIGHT_ENDS = 12, 22, 6
# What a physician expects to cramp; anything else is worth a second look.
CALF_OR_FOOT = frozenset({Muscle.CALF, Muscle.FOOT, Muscle.TOES})


def where(insights: Insights, episodes: Sequence[Episode]) -> Where:
    """The body with a dot on each muscle, and the muscle by side table."""
    return Where(
        title=_("Where"),
        figures=_figures(insights.places),
        alt=_places_told(insights.places),
        table=_muscle_by_side(insights.places),
        bold=_not_calf_or_foot(episodes),
        plain=_felt_hard(episodes),
        note=_more_than_cramps(insights.places, len(episodes)),
        empty="" if insights.places else _("No cramp recorded."),
    )


def _figures(found: Sequence[PlaceCount]) -> tuple[Figure, ...]:
    counts: defaultdict[tuple[str, float, float], int] = defaultdict(int)
    for place in found:
        sides = (Side.LEFT, Side.RIGHT) if place.side is Side.BOTH else (place.side,)
        for side in sides:
            spot = figure.spot(place.muscle, side)
            if spot is not None:
                counts[spot] += place.episodes
    most = max(counts.values(), default=1)
    left, right = pgettext("side", "L"), pgettext("side", "R")
    # A front view is a mirror: the person's right is on the reader's left.
    words = {
        "front": (right, pgettext("body", "front"), left),
        "back": (left, pgettext("body", "back"), right),
    }
    return tuple(
        Figure(
            view=view,
            dots=tuple(Dot(x=x, y=y, share=n / most) for (seen, x, y), n in counts.items() if seen == view),
            words=words[view],
        )
        for view in figure.VIEWS
    )


def _places_told(found: Sequence[PlaceCount]) -> str:
    if not found:
        return _("Front and back of a body, without a mark.")
    named = [
        f"{place_words.place(Place(place.muscle, place.side))} {numbers.count(place.episodes)}"
        for place in found[:ROWS]
    ]
    rest = sentences.more(len(found) - ROWS) if len(found) > ROWS else ""
    told = ", ".join(named) + (f" {rest}" if rest else "")
    return _("Front and back of a body with a dot on each muscle: %(places)s.") % {"places": told}


def _muscle_by_side(found: Sequence[PlaceCount]) -> Table:
    by_muscle: defaultdict[Muscle, dict[Side, int]] = defaultdict(dict)
    for place in found:
        by_muscle[place.muscle][place.side] = place.episodes
    order = list(Muscle)
    ranked = sorted(by_muscle.items(), key=lambda row: (-sum(row[1].values()), order.index(row[0])))
    shown = ranked if len(ranked) <= ROWS else ranked[: ROWS - 1]
    others = ranked[len(shown) :]
    rest = ""
    if others:
        total = sum(sum(sides.values()) for _muscle, sides in others)
        rest = f"{sentences.more(len(others))}: {numbers.count(total)}"
    return Table(
        header=(
            _("Muscle"),
            pgettext("side", "L"),
            pgettext("side", "R"),
            _third_column({place.side for place in found}),
        ),
        rows=tuple((place_words.short_muscle(muscle), *_cells(sides)) for muscle, sides in shown),
        rest=rest,
    )


def _third_column(sides: set[Side]) -> str:
    if Side.MIDDLE not in sides:
        return _("Both")
    return _("Mid/both") if Side.BOTH in sides else _("Middle")


def _cells(sides: dict[Side, int]) -> Iterator[str]:
    neither = sides.get(Side.BOTH, 0) + sides.get(Side.MIDDLE, 0)
    for count in (sides.get(Side.LEFT, 0), sides.get(Side.RIGHT, 0), neither):
        yield numbers.count(count) if count else NONE


def _not_calf_or_foot(episodes: Sequence[Episode]) -> str:
    elsewhere = sum(any(place.muscle not in CALF_OR_FOOT for place in episode.places) for episode in episodes)
    return _("Not calf or foot: %(share)s") % {"share": sentences.some_of(elsewhere, len(episodes))}


def _felt_hard(episodes: Sequence[Episode]) -> str:
    said = [episode.signs for episode in episodes if episode.signs is not None]
    if not said:
        return _("Muscle felt hard: not recorded")
    hard = sum(MuscleSign.HARD in signs for signs in said)
    return _("Muscle felt hard: %(share)s") % {"share": sentences.some_of(hard, len(said))}


def _more_than_cramps(found: Sequence[PlaceCount], episodes: int) -> str:
    """Why the table can add up to more than the cramps."""
    if sum(place.episodes for place in found) <= episodes:
        return ""
    return _("Some cramps had several places.")


def when(insights: Insights, timeline: Timeline, courses: Sequence[Course]) -> When:
    """The cramps along the calendar, and round the clock."""
    return When(title=_("When"), weeks=_calendar(insights, timeline, courses), hours=_hours(insights))


def _calendar(insights: Insights, timeline: Timeline, courses: Sequence[Course]) -> Bars:
    period = insights.period
    if period.days <= LONGEST_IN_WEEKS:
        parts, found = tuple(weeks(period)), insights.frequency.by_week
        caption = _("Cramps each week; gaps in the line are unknown days")
    elif period.days <= LONGEST_IN_MONTHS:
        parts, found = tuple(months(period)), insights.frequency.by_month
        caption = _("Cramps each month; gaps in the line: unknown days")
    else:
        parts = tuple(_quarters(period))
        found = spans(timeline, period, iter(parts))
        caption = _("Cramps each quarter; gaps in the line: unknown days")
    by_day = period.days <= LONGEST_IN_WEEKS
    return Bars(
        caption=caption,
        alt=_calendar_told(caption, found),
        counts=tuple(part.episodes if part.known else None for part in found),
        labels=tuple(numbers.count(part.episodes) for part in found),
        numbered=len(found) <= NUMBERED_BARS,
        axis=Span(start=_at(parts, period.first), end=_at(parts, period.end)),
        known=tuple(_known_days(timeline, period, parts) if by_day else _known_shares(found)),
        shaded=(),
        ticks=tuple(_month_names(period, parts) if by_day else _years(parts)),
        marks=tuple(_starts(courses, period, parts)),
        empty="" if insights.coverage.known else _("No day was recorded in this period."),
    )


def _quarters(period: Period) -> Iterator[Period]:
    for first in months(period):
        if first.first.month % 3 == 1 or first.first <= period.first:
            start = first.first.replace(month=first.first.month - (first.first.month - 1) % 3)
            end = (start + timedelta(days=95)).replace(day=1)
            yield Period(start, end)


def _at(parts: Sequence[Period], day: date) -> float:
    """Where a day begins on the axis, counted in bars."""
    for index, part in enumerate(parts):
        if day < part.end:
            return index + max(0, (day - part.first).days) / part.days
    return float(len(parts))


def _known_days(timeline: Timeline, period: Period, parts: Sequence[Period]) -> Iterator[Span]:
    """Each run of known days; a run ends with its week, so that the weeks can be told apart."""
    for index, week in enumerate(parts):
        days = [(day - week.first).days for day in timeline.known_days_in(_both(week, period))]
        runs: list[list[int]] = []
        for day in days:
            if runs and runs[-1][1] == day:
                runs[-1][1] = day + 1
            else:
                runs.append([day, day + 1])
        for first, end in runs:
            yield Span(start=index + first / 7, end=index + end / 7 - (0.05 if end == week.days else 0))


def _both(one: Period, other: Period) -> Period:
    return Period(max(one.first, other.first), min(one.end, other.end))


def _known_shares(found: Sequence[CalendarSpan]) -> Iterator[Span]:
    """Of each month or quarter as much of its line as it has known days."""
    for index, part in enumerate(found):
        if part.known:
            yield Span(start=index + 0.04, end=index + 0.04 + 0.92 * part.known / part.days)


def _month_names(period: Period, parts: Sequence[Period]) -> Iterator[Tick]:
    starts = [month.first for month in months(period)][1:]
    ticks = [Tick(at=_at(parts, start), text=dates.short_month(start)) for start in starts]
    # A month of a few days would take the place of the next one's name.
    if period.days and (not ticks or ticks[0].at >= 2):
        yield Tick(at=0.0, text=dates.short_month(period.first))
    yield from ticks


def _years(parts: Sequence[Period]) -> Iterator[Tick]:
    januaries = [index for index, part in enumerate(parts) if part.first.month == 1]
    if not januaries or januaries[0] >= 3:
        yield Tick(at=0.0, text=str(parts[0].first.year))
    for index in januaries:
        yield Tick(at=float(index), text=str(parts[index].first.year))


def _starts(courses: Sequence[Course], period: Period, parts: Sequence[Period]) -> list[float]:
    started = [course.started for course in courses if course.started is not None]
    return sorted({float(int(_at(parts, day))) for day in started if day in period})


def _calendar_told(caption: str, found: Sequence[CalendarSpan]) -> str:
    if not any(part.known for part in found):
        return _("No day was recorded in this period.")
    counts = (numbers.count(part.episodes) if part.known else _("unknown") for part in found)
    said = {"caption": caption.split(";")[0], "date": dates.day(found[0].start), "counts": ", ".join(counts)}
    return _("%(caption)s, from %(date)s: %(counts)s.") % said


def _hours(insights: Insights) -> Bars:
    by_hour = insights.timing.by_hour
    from_noon = (*range(NOON, 24), *range(NOON))
    told = [f"{dates.hour(hour)}: {numbers.count(by_hour[hour])}" for hour in from_noon if by_hour[hour]]
    labels = (NOON, 18, NIGHT_STARTS, 0, NIGHT_ENDS)
    ticks = [Tick(at=float(from_noon.index(hour)), text=dates.hour(hour)) for hour in labels]
    if told:
        alt = _("Cramps by hour of the day. %(counts)s.") % {"counts": ", ".join(told)}
    else:
        alt = _("No cramp recorded.")
    night = Span(start=float(from_noon.index(NIGHT_STARTS)), end=float(from_noon.index(NIGHT_ENDS)))
    return Bars(
        caption=_("Cramps by hour; %(start)s to %(end)s is marked")
        % {"start": dates.hour(NIGHT_STARTS), "end": dates.hour(NIGHT_ENDS)},
        alt=alt,
        counts=tuple(by_hour[hour] for hour in from_noon),
        labels=tuple(numbers.count(by_hour[hour]) for hour in from_noon),
        numbered=False,
        axis=Span(start=0.0, end=24.0),
        known=(),
        shaded=(night,),
        ticks=(*ticks, Tick(at=24.0, text=dates.hour(NOON))),
        marks=(),
        empty="",
    )
