"""What was different on cramp days: raw counts first, then the odds with their likely range."""

from __future__ import annotations

from collections.abc import Sequence

from cramplog.analysis.exposures import TriggerId
from cramplog.analysis.triggers import Finding, Trigger
from cramplog.charts.forest import Forest
from cramplog.charts.picture import Picture, Table
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.charts.trigger_words import counts, distance, finding, is_enough, is_found, missing, times
from cramplog.i18n import _, ngettext
from cramplog.words import numbers, reasons


def draw_triggers(result: Sequence[Trigger], style: ChartStyle, width: float) -> Picture:
    """A row a trigger, findings first and those without enough data last.

    A filled square and bold words only for a finding, an open dot otherwise, a sentence instead of a mark
    where there is not enough data. An end of a range beyond the axis is an arrow.
    """
    sheet = Sheet(style, width)
    return sheet.picture(Forest(sheet, in_order(result)).draw())


def summary_triggers(result: Sequence[Trigger]) -> str:
    """The findings as associations, never causes; or that none was seen; or what is missing."""
    found = [one for one in in_order(result) if is_found(one)]
    if found:
        said = [_sentence(one) for one in found]
        return " ".join([*said, _("This may be chance or something else. It does not show a cause.")])
    judged = sum(is_enough(one) for one in result)
    if judged:
        return ngettext(
            "No clear link between cramps and the %(n)d kind of day that could be compared.",
            "No clear link between cramps and the %(n)d kinds of days that could be compared.",
            judged,
        ) % {"n": judged}
    nearest = max(result, key=lambda one: one.needs.cramp_days.has)
    return _("%(missing)s.") % {"missing": missing(nearest.needs)}


def table_triggers(result: Sequence[Trigger]) -> Table:
    """Each trigger with its raw counts, odds ratio, range, adjusted p value, and what can be said."""
    heads = (
        _("On days with …"),
        _("Days with a cramp"),
        _("Odds, against other days"),
        _("Range, 95 %"),
        _("p, adjusted"),
        _("Finding"),
    )
    return Table(heads, tuple(_row(one) for one in in_order(result)))


def in_order(result: Sequence[Trigger]) -> list[Trigger]:
    """Findings, then the others by how far from 1 they are, then those without enough data."""
    rank = {Finding.NO_ASSOCIATION: 1, Finding.NOT_ENOUGH: 2}
    return sorted(result, key=lambda one: (rank.get(one.finding, 0), -distance(one.ratio)))


def _sentence(one: Trigger) -> str:
    days = {
        TriggerId.HOT: _("On hot days"),
        TriggerId.DEHYDRATED: _("On days with too little water"),
        TriggerId.HARD_EXERCISE: _("On days with hard exercise"),
        TriggerId.UNACCUSTOMED: _("On days with a new kind of exercise"),
        TriggerId.ILL: _("On days of being ill"),
        TriggerId.ALCOHOL: _("On days with alcohol"),
        TriggerId.NOT_STRETCHED: _("On days without stretching"),
        TriggerId.POOR_SLEEP: _("On days after poor sleep"),
    }[one.id]
    if one.finding is Finding.MORE_OFTEN:
        return _("%(days)s, cramps were more common.") % {"days": days}
    return _("%(days)s, cramps were less common.") % {"days": days}


def _row(one: Trigger) -> tuple[str, ...]:
    name = reasons.trigger(one.id)
    if not is_enough(one):
        return name, counts(one), "–", "–", "–", missing(one.needs)
    interval = "–" if one.ci is None else f"{times(one.ci.low)}–{times(one.ci.high)}"
    adjusted = "–" if one.p_adjusted is None else numbers.number(one.p_adjusted, 3)
    return name, counts(one), times(one.ratio), interval, adjusted, finding(one)
