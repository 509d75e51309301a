"""The findings of the Insights page in plain sentences: counts first, never a cause, never a comfort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cramplog.domain.rules import FrequentRule, NoObviousCauseRule, PoorResponseRule, SevereRule
from cramplog.domain.signs import WarningSign
from cramplog.domain.thresholds import STILL_NOW, days_needed
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers, signs
from cramplog.words.within import within

if TYPE_CHECKING:
    from datetime import datetime

    from cramplog.analysis.criteria import Criterion, Lack
    from cramplog.analysis.warning_signs import WarningFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A warning in its parts: how soon, what it is, what to do."""

    lead: str
    strong: str
    text: str


def found(criterion: Criterion, recent: int) -> str:
    """What was counted for one of the four reasons, in one sentence. `recent`: cramps within its window."""
    if criterion.state == "not_enough":
        return _too_little(criterion, recent)
    days = criterion.window.period.days
    if not recent and criterion.id != "frequent":
        return ngettext("No cramps in the last %(n)s day.", "No cramps in the last %(n)s days.", days) % {
            "n": numbers.count(days)
        }
    match criterion.rule:
        case SevereRule() as rule:
            return _severe(criterion, rule)
        case FrequentRule():
            return _often(criterion)
        case PoorResponseRule() as rule:
            of = criterion.of or 0
            return ngettext(
                "%(count)s of %(n)s treated cramp eased little, or lasted %(minutes)s minutes or longer.",
                "%(count)s of %(n)s treated cramps eased little, or lasted %(minutes)s minutes or longer.",
                of,
            ) % {**_counts(criterion, of), "minutes": numbers.number(rule.minutes, 0)}
        case NoObviousCauseRule():
            of = criterion.of or 0
            return ngettext(
                "%(count)s of %(n)s cramp came without hard exercise, heat or illness.",
                "%(count)s of %(n)s cramps came without hard exercise, heat or illness.",
                of,
            ) % _counts(criterion, of)


def rule(criterion: Criterion) -> str:
    """The rule that it is held against, which is ours and not the article's."""
    match criterion.rule:
        case SevereRule() as rule:
            return _("Our rule: %(n)s of these in %(days)s days, or one with pain %(pain)s or more.") % {
                "n": rule.episodes,
                "days": rule.window_days,
                "pain": rule.or_one_at,
            }
        case FrequentRule() as rule:
            return _(
                "Our rule: %(n)s cramps in %(short)s days, or %(days)s days with a cramp in %(long)s."
            ) % {
                "n": rule.episodes,
                "short": rule.window_days,
                "days": rule.cramp_days,
                "long": rule.cramp_days_window,
            }
        case PoorResponseRule() as rule:
            return _share_rule(rule)
        case NoObviousCauseRule() as rule:
            return f"{_share_rule(rule)} {_causes(rule)}".strip()


def lacks_days(criterion: Criterion) -> bool:
    """Whether too few days are known to say "not met"."""
    window = criterion.cramp_days.window if criterion.cramp_days else criterion.window
    return window.known < days_needed(window.period.days)


def add(lack: Lack) -> str:
    """What to add to how many cramps, as on a button: "Add heat to 8 cramps"."""
    n = len(lack.episodes)
    words = {
        "pain": ngettext("Add the pain to %(n)s cramp", "Add the pain to %(n)s cramps", n),
        "relief": ngettext("Add what you tried to %(n)s cramp", "Add what you tried to %(n)s cramps", n),
        "exercise": ngettext("Add exercise to %(n)s cramp", "Add exercise to %(n)s cramps", n),
        "heat": ngettext("Add heat to %(n)s cramp", "Add heat to %(n)s cramps", n),
    }[lack.what]
    return words % {"n": numbers.count(n)}


def matches(met: int, open_: int) -> tuple[str, str, str]:
    """How many of the four are met: the words before, the count, and the words after it.

    `open_`: of how many the diary does not say enough; with any, "none" would say too much.
    """
    if not met and open_:
        return (
            _("None is met so far; %(n)d cannot be judged yet.") % {"n": open_},
            "",
            " " + _("If a cramp worries you, talk with a doctor all the same."),
        )
    if not met:
        return (
            _("Your diary matches none of the 4 reasons now."),
            "",
            " " + _("If a cramp worries you, talk with a doctor all the same."),
        )
    whole = _("Your diary matches %(met)s reasons. Each one alone is a reason to talk with a doctor.")
    before, _mark, after = whole.partition("%(met)s")
    return before, _("%(n)d of the 4") % {"n": met}, after


def warning(found: WarningFound, now: datetime) -> Said:
    """A warning sign of the last 28 days; after 48 hours as something past."""
    if now - found.last <= STILL_NOW:
        strong = _sentence(signs.label(found.id))
        return Said(lead=signs.tier(found.tier), strong=strong, text=signs.advice(found.id))
    return past_warning(found.id, found.last)


def past_warning(sign: WarningSign, when: datetime) -> Said:
    """A warning sign of an earlier day."""
    past = _("On %(day)s: %(sign)s.") % {"day": dates.short_day(when.date()), "sign": signs.label(sign)}
    # The advice for a long cramp speaks of one that still goes on.
    what_to_do = "" if sign is WarningSign.OVER_10_MINUTES else " " + signs.advice(sign)
    still = _("If it is still so, or comes again: %(soon)s") % {"soon": within(signs.tier(sign.tier))}
    return Said(lead="", strong=past, text=still + what_to_do)


def _sentence(words: str) -> str:
    return _("%(words)s.") % {"words": words}


def _share_rule(rule: PoorResponseRule | NoObviousCauseRule) -> str:
    return _("Our rule: %(share)s or more of at least %(n)s, in %(days)s days.") % {
        "share": numbers.percent(rule.share),
        "n": rule.episodes,
        "days": rule.window_days,
    }


def _causes(rule: NoObviousCauseRule) -> str:
    """What counts as a cause, where the person changed it."""
    usual = NoObviousCauseRule()
    if (rule.exertion, rule.minutes_before, rule.heat_index_f) == (
        usual.exertion,
        usual.minutes_before,
        usual.heat_index_f,
    ):
        return ""
    return _(
        "Hard exercise: %(exertion)s or more of 10, up to %(minutes)s minutes before. "
        "Hot: a heat index of %(heat)s °F or more."
    ) % {
        "exertion": numbers.number(rule.exertion, 0 if rule.exertion.is_integer() else 1),
        "minutes": numbers.number(rule.minutes_before, 0),
        "heat": numbers.number(rule.heat_index_f, 0),
    }


def _severe(criterion: Criterion, rule: SevereRule) -> str:
    if criterion.state == "met" and criterion.count < criterion.needed:
        return _("One cramp had pain of %(pain)s or more.") % {"pain": rule.or_one_at}
    of = criterion.of or 0
    return ngettext(
        "%(count)s of %(n)s cramp had pain of %(pain)s or more.",
        "%(count)s of %(n)s cramps had pain of %(pain)s or more.",
        of,
    ) % {**_counts(criterion, of), "pain": rule.pain_at_least}


def _often(criterion: Criterion) -> str:
    short = ngettext(
        "%(n)s cramp in the last %(days)s days", "%(n)s cramps in the last %(days)s days", criterion.count
    ) % {"n": numbers.count(criterion.count), "days": criterion.window.period.days}
    days, before = criterion.cramp_days, criterion.earlier or 0
    if criterion.lasting and min(criterion.count, before) >= criterion.needed:
        short = _("%(short)s and %(n)s in the %(days)s before") % {
            "short": short,
            "n": numbers.count(before),
            "days": criterion.window.period.days,
        }
    if days is None:
        return _sentence(short)
    long = ngettext(
        "%(n)s day with a cramp in %(days)s", "%(n)s days with a cramp in %(days)s", days.count
    ) % {"n": numbers.count(days.count), "days": days.window.period.days}
    return _("%(short)s, %(long)s.") % {"short": short, "long": long}


def _too_little(criterion: Criterion, recent: int) -> str:
    window = criterion.cramp_days.window if criterion.cramp_days else criterion.window
    days, needed = window.period.days, days_needed(window.period.days)
    if lacks_days(criterion):
        return _("%(known)s of %(days)s days known. %(needed)s are needed.") % {
            "known": window.known,
            "days": days,
            "needed": needed,
        }
    of = criterion.of or 0
    counts = {"of": numbers.count(of), "n": numbers.count(recent), "needed": criterion.needed}
    if criterion.id == "severe":
        return (
            ngettext(
                "Pain is recorded for %(of)s of %(n)s cramp.",
                "Pain is recorded for %(of)s of %(n)s cramps.",
                recent,
            )
            % counts
        )
    if criterion.id == "poor_response":
        return _("What you tried is known for %(of)s of %(n)s cramps. %(needed)s are needed.") % counts
    return _("Exercise and heat are known for %(of)s of %(n)s cramps. %(needed)s are needed.") % counts


def _counts(criterion: Criterion, of: int) -> dict[str, str]:
    return {"count": numbers.count(criterion.count), "n": numbers.count(of)}
