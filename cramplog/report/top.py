"""The regions that stand first and last: whose page, warning signs, the four numbers, and the foot."""

from __future__ import annotations

from datetime import date, datetime, time

from cramplog import __version__
from cramplog.analysis.coverage import State
from cramplog.analysis.insights import Insights
from cramplog.analysis.timeline import Timeline
from cramplog.analysis.warning_signs import WarningFound
from cramplog.domain.person import Person
from cramplog.domain.scales import Circumstance
from cramplog.domain.signs import Tier, WarningSign
from cramplog.domain.thresholds import LONG_CRAMP_S, SEVERE_PAIN
from cramplog.i18n import _, ngettext, pgettext
from cramplog.report import sentences
from cramplog.report.regions import NOTHING, Answer, Fact, Foot, Heading, Tile, Warnings
from cramplog.report.typed import short
from cramplog.words import dates, numbers, scales, signs

LONG_MIN = LONG_CRAMP_S // 60


def heading(insights: Insights, person: Person, today: date, *, with_name: bool) -> Heading:
    """Whose page it is, of which days, and how far to trust all that follows."""
    period, known = insights.period, insights.coverage.known
    return Heading(
        title=_("Muscle cramp summary"),
        period=dates.period(period) if period.days else "",
        name_label=_("Name"),
        name=short(person.name or "") if with_name else "",
        about=_about(person, today, with_birth_date=with_name),
        recorded=sentences.recorded(known, period.days),
        share=known / period.days if period.days else 0.0,
        unknown=sentences.unknown(insights.coverage.unknown),
    )


def _about(person: Person, today: date, *, with_birth_date: bool) -> str:
    parts = []
    if person.birth_date is not None:
        age = _("age %(years)d") % {"years": _years(person.birth_date, today)}
        born = _("born %(date)s, %(age)s") % {"date": dates.day(person.birth_date), "age": age}
        parts.append(born if with_birth_date else age)
    if person.sex is not None:
        parts.append(scales.sex(person.sex))
    return " · ".join(parts)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def warnings(insights: Insights, timeline: Timeline) -> Warnings:
    """The warning signs, most urgent first and then the newest; a count where more than two were ticked."""
    tiers = list(Tier)
    found = sorted(insights.warnings, key=lambda sign: (tiers.index(sign.tier), -sign.last.timestamp()))
    told = [_told(sign, timeline) for sign in found]
    if not found:
        first, second = _none_ticked(insights, timeline), ""
    elif len(found) == 1:
        first, second = told[0], _("No other warning sign was ticked.")
    elif len(found) == 2:
        first, second = told
    else:
        others = "; ".join(signs.label(sign.id) for sign in found[1:])
        first = told[0]
        second = f"{sentences.more(len(found) - 1)}: {others}"
    return Warnings(
        title=_("Warning signs"),
        ticked=bool(found),
        first=first,
        second=second,
        second_bold=len(found) > 1,
    )


def _told(sign: WarningFound, timeline: Timeline) -> str:
    text = f"{signs.label(sign.id)}: {dates.day(sign.last.date())}"
    if sign.id is WarningSign.OVER_10_MINUTES:
        newest = next(episode for episode in timeline.episodes if episode.id == sign.evidence[-1])
        # The sign may be ticked where the length that was recorded says otherwise.
        if newest.duration_s is not None and newest.duration_s > LONG_CRAMP_S:
            return f"{text} ({sentences.length(newest.duration_s)})"
    return text


def _none_ticked(insights: Insights, timeline: Timeline) -> str:
    episodes = timeline.episodes_in(insights.period)
    if not episodes:
        return _("None ticked.") + " " + _("No cramps recorded in this period.")
    asked = sum(episode.warning_signs is not None for episode in episodes)
    return ngettext(
        "None ticked. Asked about in %(asked)s of %(n)s cramp.",
        "None ticked. Asked about in %(asked)s of %(n)s cramps.",
        len(episodes),
    ) % {"asked": numbers.count(asked), "n": numbers.count(len(episodes))}


def answer(insights: Insights, timeline: Timeline) -> Answer:
    """How many, how bad, since when: the four numbers and three facts."""
    often = insights.frequency
    return Answer(
        tiles=(_rate(insights), _cramp_days(insights), _pain(insights), _length(insights)),
        change=Fact(
            label=pgettext("how cramps changed", "Change"),
            text=sentences.change(insights.comparison, rates_may_be_shown=often.state is State.OK),
        ),
        since=Fact(label=_("Since"), text=_since(timeline)),
        night=Fact(label=_("Night"), text=_night(insights, timeline)),
    )


def _nothing(label: str) -> Tile:
    return Tile(value=NOTHING, label=label, notes=(_("nothing recorded"),))


def _in_days(count: str, known: int) -> str:
    return ngettext("%(count)s in %(n)s day", "%(count)s in %(n)s days", known) % {
        "count": count,
        "n": numbers.count(known),
    }


def _rate(insights: Insights) -> Tile:
    often, known = insights.frequency, insights.coverage.known
    label = _("cramps a week")
    if often.per_week is None or often.per_week_ci is None:
        return _nothing(label)
    episodes = numbers.count(often.episodes)
    if often.state is State.NOT_ENOUGH:
        # Under 70 % of the days known, a rate says more about the recording than about the cramps.
        label = ngettext("cramp recorded", "cramps recorded", often.episodes)
        return Tile(value=episodes, label=label, notes=(_known_days(known), _("too few for a rate")))
    return Tile(
        value=numbers.small_number(often.per_week),
        label=label,
        notes=(sentences.interval(often.per_week_ci), _in_days(episodes, known)),
    )


def _cramp_days(insights: Insights) -> Tile:
    often, covered = insights.frequency, insights.coverage
    label = _("of days had a cramp")
    if often.cramp_day_share is None or often.cramp_day_share_ci is None:
        return _nothing(label)
    if often.state is State.NOT_ENOUGH:
        label = ngettext("day with a cramp", "days with a cramp", covered.cramp)
        return Tile(
            value=numbers.count(covered.cramp),
            label=label,
            notes=(_known_days(covered.known), _("too few for a share")),
        )
    days = {"part": numbers.count(covered.cramp), "whole": numbers.count(covered.known)}
    return Tile(
        value=numbers.percent(often.cramp_day_share),
        label=label,
        notes=(
            ngettext("%(part)s of %(whole)s day", "%(part)s of %(whole)s days", covered.known) % days,
            sentences.interval_of_share(often.cramp_day_share_ci),
        ),
    )


def _known_days(known: int) -> str:
    return ngettext("in %(n)s known day", "in %(n)s known days", known) % {"n": numbers.count(known)}


def _pain(insights: Insights) -> Tile:
    pain = insights.pain
    label = _("typical pain (median)")
    if pain.median is None or pain.max is None:
        return _nothing(label)
    severe = sentences.some_of(sum(pain.by_score[SEVERE_PAIN:]), pain.n)
    return Tile(
        value=sentences.pain(pain.median),
        label=label,
        notes=(
            _("highest %(pain)s of 10") % {"pain": pain.max},
            _("%(pain)s or more: %(share)s") % {"pain": SEVERE_PAIN, "share": severe},
        ),
    )


def _length(insights: Insights) -> Tile:
    length = insights.duration
    label = _("typical length (median)")
    if length.median is None or length.max is None:
        return _nothing(label)
    over = sentences.some_of(length.by_length[-1], length.n)
    return Tile(
        value=sentences.minutes(length.median),
        label=label,
        notes=(
            _("longest %(length)s") % {"length": sentences.length(round(60 * length.max))},
            _("over %(minutes)s min: %(share)s") % {"minutes": LONG_MIN, "share": over},
        ),
    )


def _since(timeline: Timeline) -> str:
    if not timeline.episodes:
        return _("No cramp recorded yet.")
    first = dates.day(timeline.episodes[0].started.date())
    return _("%(date)s, first cramp in this diary") % {"date": first}


def _night(insights: Insights, timeline: Timeline) -> str:
    episodes = timeline.episodes_in(insights.period)
    if not episodes:
        return NOTHING
    said = [episode.circumstance for episode in episodes if episode.circumstance is not None]
    nights = sum(
        any(episode.woke for episode in timeline.episodes_by_day[day])
        for day in timeline.cramp_days_in(insights.period)
    )
    is_known = any(episode.woke is not None for episode in episodes)
    return sentences.night(
        asleep=said.count(Circumstance.ASLEEP), said=len(said), nights_woken=nights if is_known else None
    )


def foot(insights: Insights, day_starts_hour: int) -> Foot:
    """How it was counted, whose the four reasons are, which version made the page and when."""
    made = {"version": __version__, "date": dates.day(insights.as_of.date())}
    hour = dates.time(datetime.combine(insights.as_of.date(), time(day_starts_hour)))
    return Foot(
        how=sentences.how_it_was_counted(hour),
        disclaimer=_("Patient-reported. Not a diagnosis."),
        made=_("CrampLog %(version)s · made %(date)s") % made,
    )
