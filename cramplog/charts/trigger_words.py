"""What is said of one trigger: raw counts, what can be said, and what is missing."""

from __future__ import annotations

import math

from cramplog.analysis.triggers import Finding, Needs, Trigger
from cramplog.i18n import _
from cramplog.words import numbers

# Between two thirds and 1.5 times the odds no link was seen; beyond that, one may be there, or chance.
NEAR_ONE = 1.5


def is_found(one: Trigger) -> bool:
    """Whether days of this kind stand out."""
    return one.finding in (Finding.MORE_OFTEN, Finding.LESS_OFTEN)


def is_enough(one: Trigger) -> bool:
    """Whether there is enough data for a mark."""
    return one.finding is not Finding.NOT_ENOUGH


def finding(one: Trigger) -> str:
    """What can be said, in two or three words."""
    if one.finding is Finding.MORE_OFTEN:
        return _("More common")
    if one.finding is Finding.LESS_OFTEN:
        return _("Less common")
    if one.finding is Finding.NOT_ENOUGH:
        return _("Not enough data yet")
    return _("No link seen") if distance(one.ratio) <= math.log2(NEAR_ONE) else _("Could be chance")


def counts(one: Trigger) -> str:
    """The raw counts: "18 of 29 such days, 10 of 52 other days"."""
    table = one.counts
    return _("%(with)s of %(exposed)s such days, %(without)s of %(others)s other days") % {
        "with": numbers.count(table.exposed_cramp),
        "exposed": numbers.count(table.exposed_cramp + table.exposed_free),
        "without": numbers.count(table.unexposed_cramp),
        "others": numbers.count(table.unexposed_cramp + table.unexposed_free),
    }


def missing(needs: Needs) -> str:
    """The first thing of which there is not enough: "Not enough data yet: 17 of 24 cramp days"."""
    has_of, words = first_missing(needs)
    return _("Not enough data yet: %(missing)s") % {"missing": words % has_of}


def first_missing(needs: Needs) -> tuple[dict[str, int], str]:
    """The numbers and the pattern of words of the first thing of which there is not enough."""
    choices = (
        (needs.cramp_days, _("%(has)d of %(needed)d cramp days")),
        (needs.rows, _("recorded on %(has)d of %(needed)d days")),
        (needs.exposed, _("%(has)d of %(needed)d such days")),
        (needs.unexposed, _("%(has)d of %(needed)d other days")),
    )
    need, words = next(((need, words) for need, words in choices if not need.met), choices[0])
    return {"has": need.has, "needed": need.needed}, words


def times(ratio: float | None) -> str:
    """An odds ratio as a number; a dash where there is none."""
    if ratio is None:
        return "–"
    return numbers.number(ratio, 2) if math.isfinite(ratio) else "∞"


def distance(ratio: float | None) -> float:
    """How far an odds ratio is from 1, in doublings."""
    if ratio is None:
        return 0.0
    return abs(math.log2(ratio)) if 0 < ratio < math.inf else math.inf
