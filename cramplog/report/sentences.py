"""Results in words, each short enough for its place on the page."""

from __future__ import annotations

import math

from cramplog.analysis.compare import Comparison
from cramplog.analysis.criteria import Criterion, CriterionId, Verdict
from cramplog.analysis.exact import Interval
from cramplog.domain.rules import FrequentRule, NoObviousCauseRule, PoorResponseRule, SevereRule
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers, reasons

# From here on "2,299 of 7,000" is too wide for its place, and a share says it as well.
SHARE_FROM = 1000
DAYS_A_WEEK = 7


def some_of(part: int, whole: int) -> str:
    """A part of a whole: "8 of 23", from a thousand on "33%"."""
    if whole >= SHARE_FROM:
        return numbers.percent(part / whole)
    return _("%(part)s of %(whole)s") % {"part": numbers.count(part), "whole": numbers.count(whole)}


def recorded(known: int, of: int) -> str:
    """How much of the period is known, the first thing to read."""
    return ngettext("Recorded on %(known)s of %(n)s day", "Recorded on %(known)s of %(n)s days", of) % {
        "known": numbers.count(known),
        "n": numbers.count(of),
    }


def unknown(days: int) -> str:
    """What an unknown day is not."""
    return ngettext(
        "%(n)s day unknown, not counted as cramp-free", "%(n)s days unknown, not counted as cramp-free", days
    ) % {"n": numbers.count(days)}


def interval(found: Interval) -> str:
    """An exact 95 % interval of a rate."""
    return _("95%% interval %(low)s to %(high)s") % {
        "low": numbers.small_number(found.low),
        "high": numbers.small_number(found.high),
    }


def interval_of_share(found: Interval) -> str:
    """An exact 95 % interval of a share, in percent."""
    # "100 to 100%" would say that there is no doubt.
    decimals = 1 if found.low > 0.985 or found.high < 0.015 else 0
    return _("95%% interval %(low)s to %(high)s%%") % {
        "low": _percent(found.low, decimals),
        "high": _percent(found.high, decimals),
    }


def _percent(share: float, decimals: int) -> str:
    return numbers.number(
        100 * share, 0 if share in (0, 1) else max(decimals, numbers.percent_decimals(share))
    )


def minutes(length: float) -> str:
    """A length with one decimal: "4.6 min", from an hour on "1.2 h"; under a minute in seconds: "40 s"."""
    if round(60 * length) < 60:
        return dates.duration(round(60 * length))
    if length >= 60:
        return _("%(n)s h") % {"n": _without_zero(round(length / 60, 1))}
    return _("%(n)s min") % {"n": _without_zero(length)}


def _without_zero(value: float) -> str:
    return numbers.number(value, 0 if value == round(value) else 1)


def pain(score: float) -> str:
    """A median pain: "7/10", "6.5/10"."""
    return _("%(score)s/10") % {"score": _without_zero(score)}


def change(comparison: Comparison, *, rates_may_be_shown: bool) -> str:
    """This period against the one before it, with how sure that is."""
    days = comparison.before.period.days
    ratio = comparison.ratio
    if ratio is None or comparison.state != "ok" or not rates_may_be_shown:
        return ngettext(
            "Not enough data to compare with the day before.",
            "Not enough data to compare with the %(n)s days before.",
            days,
        ) % {"n": numbers.count(days)}
    if math.isinf(ratio.ratio):
        sure = _("95%% interval from %(low)s times: %(chance)s")
    else:
        sure = _("%(ratio)s times, 95%% interval %(low)s to %(high)s: %(chance)s")
    by_chance = ratio.ci.low <= 1 <= ratio.ci.high
    sure %= {
        "ratio": _times(ratio.ratio),
        "low": _times(ratio.ci.low),
        "high": _times(ratio.ci.high),
        "chance": _("this could be chance") if by_chance else _("chance alone is unlikely"),
    }
    now, before = (
        numbers.small_number(DAYS_A_WEEK * side.episodes / side.known)
        for side in (comparison.after, comparison.before)
    )
    if now == before:
        text = _("As many: %(now)s a week, before %(before)s (%(sure)s).")
    elif ratio.ratio > 1:
        text = _("More: %(now)s a week, before %(before)s (%(sure)s).")
    else:
        text = _("Fewer: %(now)s a week, before %(before)s (%(sure)s).")
    return text % {"now": now, "before": before, "sure": sure}


def _times(ratio: float) -> str:
    # One decimal would round 0.97 to "1.0" and contradict the sentence around it.
    if math.isinf(ratio):
        return "∞"
    return numbers.small_number(ratio, 2 if 0.94 < ratio < 1.06 else 1)


def night(*, asleep: int, said: int, nights_woken: int | None) -> str:
    """How many cramps came in sleep, on how many nights one woke the person; what nobody said is left out."""
    told = []
    if said:
        told.append(_("%(share)s in sleep") % {"share": some_of(asleep, said)})
    if nights_woken is not None:
        woken = ngettext("woken on %(n)s night", "woken on %(n)s nights", nights_woken)
        told.append(woken % {"n": numbers.count(nights_woken)})
    return "; ".join(told) or _("not recorded")


def disturbed(nights: int, of: int) -> str:
    """How the nights were."""
    return ngettext(
        "Badly disturbed (5 or more of 10) on %(a)s of %(n)s night",
        "Badly disturbed (5 or more of 10) on %(a)s of %(n)s nights",
        of,
    ) % {
        "a": numbers.count(nights),
        "n": numbers.count(of),
    }


def counted(criterion: Criterion) -> str:
    """The count behind one of the four reasons; where it is met, the part of the rule that was."""
    if criterion.id is CriterionId.FREQUENT:
        return _counted_often(criterion)
    of = criterion.of or 0
    share = {"part": some_of(criterion.count, of), "n": numbers.count(criterion.count)}
    if not of:
        return "–"
    if isinstance(criterion.rule, SevereRule):
        if criterion.state is Verdict.MET and criterion.count < criterion.needed:
            return _("one with pain %(pain)s or more") % {"pain": criterion.rule.or_one_at}
        return _("%(part)s with pain %(pain)s or more") % {**share, "pain": criterion.rule.pain_at_least}
    if criterion.id is CriterionId.POOR_RESPONSE:
        return _("%(part)s treated cramps") % share
    return _("%(part)s had no clear cause") % share


def _counted_often(criterion: Criterion) -> str:
    days = criterion.cramp_days
    short = criterion.window.period.days
    if days is None or criterion.count >= criterion.needed:
        text = ngettext("%(n)s cramp in %(days)s days", "%(n)s cramps in %(days)s days", criterion.count)
        return text % {"n": numbers.count(criterion.count), "days": numbers.count(short)}
    if days.met:
        text = ngettext("%(n)s day with a cramp", "%(n)s days with a cramp", days.count)
        return text % {"n": numbers.count(days.count)}
    if criterion.state is Verdict.NOT_ENOUGH and not days.count:
        return "–"
    return _("%(cramps)s in %(short)s days, %(days)s of %(long)s days") % {
        "cramps": numbers.count(criterion.count),
        "short": numbers.count(short),
        "days": numbers.count(days.count),
        "long": numbers.count(days.window.period.days),
    }


def rule(criterion: Criterion) -> str:
    """The rule beside the count."""
    match criterion.rule:
        case SevereRule() as severe:
            return _("%(episodes)s or more, or one with %(pain)s or more") % {
                "episodes": severe.episodes,
                "pain": severe.or_one_at,
            }
        case FrequentRule() as often:
            cramps = ngettext("%(n)s in %(days)s day", "%(n)s in %(days)s days", often.window_days)
            days = ngettext("%(n)s day in %(days)s", "%(n)s days in %(days)s", often.cramp_days)
            return _("%(cramps)s, or %(days)s") % {
                "cramps": cramps % {"n": often.episodes, "days": often.window_days},
                "days": days % {"n": often.cramp_days, "days": often.cramp_days_window},
            }
        case PoorResponseRule() | NoObviousCauseRule() as share:
            least = {"share": numbers.percent(share.share), "n": share.episodes}
            if share.share == 0.5:
                return _("half or more, of at least %(n)s") % least
            return _("%(share)s or more, of at least %(n)s") % least


def what_the_reasons_mean(poor_response: Criterion) -> str:
    """The two names that need a word more."""
    limit = poor_response.rule.minutes if isinstance(poor_response.rule, PoorResponseRule) else 10
    return _(
        "Hard to ease: little or no relief, or %(minutes)s minutes or longer. "
        "Clear causes: hard exercise, heat, illness."
    ) % {"minutes": _without_zero(limit)}


def how_it_was_counted(day_starts: str) -> str:
    """The small print: what the rates divide by, and whose the four reasons and their numbers are."""
    return _(
        "How it was counted: rates use recorded days only. A day runs from %(hour)s to %(hour)s. "
        "Intervals are exact. The four reasons come from “%(article)s” by the %(institute)s; "
        "the numbers in the rules are CrampLog's own and can be changed. "
        "This page shows what was typed in. It may be incomplete."
    ) % {"hour": day_starts, "article": reasons.ARTICLE, "institute": reasons.INSTITUTE}


def more(count: int) -> str:
    """How many others there are: "and 12 more"; nothing where there are none."""
    if not count:
        return ""
    return ngettext("and %(n)s more", "and %(n)s more", count) % {"n": numbers.count(count)}


def length(seconds: int | None) -> str:
    """How long one cramp lasted, or nothing where it was not recorded."""
    return "" if seconds is None else dates.duration(seconds)
