"""This period and the one before, each as a rate with its likely range."""

from __future__ import annotations

import math

from cramplog.analysis.compare import Comparison, Side
from cramplog.analysis.coverage import State
from cramplog.analysis.exact import RateRatio, poisson_interval
from cramplog.charts.picture import Picture, Table
from cramplog.charts.ranges import RangeRow, draw_ranges, likely
from cramplog.charts.sheet import Sheet
from cramplog.charts.style import ChartStyle
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers


def draw_compare(result: Comparison, style: ChartStyle, width: float) -> Picture:
    """Both rates on one axis of cramps a week; a period without a known day has no mark."""
    sheet = Sheet(style, width)
    sides = ((result.before, style.ink2), (result.after, style.cramp))
    rows = [_row(side, colour, exact=style.exact_ranges) for side, colour in sides if side.known]
    return sheet.picture(draw_ranges(sheet, rows, _("cramps a week, with the likely range")))


def summary_compare(result: Comparison, *, exact: bool = False) -> str:
    """The counts and known days of both periods, and whether the difference could be chance."""
    before, after = result.before, result.after
    counted = ngettext("%(cramps)s in %(n)s known day", "%(cramps)s in %(n)s known days", after.known) % {
        "cramps": numbers.cramps(after.episodes),
        "n": numbers.count(after.known),
    }
    words = {
        "now": counted,
        "before": numbers.count(before.episodes),
        "known": numbers.count(before.known),
        "verdict": verdict(result, exact=exact),
    }
    return _("%(now)s; before, %(before)s in %(known)s. %(verdict)s") % words


def caution() -> str:
    """What a before and after cannot tell apart: regression to the mean, and the season."""
    return _("Bad weeks end by themselves, and the time of year can matter too.")


def verdict(result: Comparison, *, exact: bool = False) -> str:
    """What may be said of the change: its size with its range, or that it could be chance."""
    if result.state is not State.OK or result.ratio is None:
        return _("Not enough data yet to compare.")
    ratio = result.ratio
    if 1 in ratio.ci:
        return _("Could be chance.")
    if not math.isfinite(ratio.ratio):
        return _("More often than before.")
    words = {"ratio": numbers.number(ratio.ratio, 2), "range": likely(ratio.ci, exact=exact, decimals=2)}
    if ratio.ratio > 1:
        return _("More often: %(ratio)s times as many, %(range)s. It does not show why.") % words
    return _("Less often: %(ratio)s times as many, %(range)s. It does not show why.") % words


def table_compare(result: Comparison) -> Table:
    """Both periods with cramps, known days, rate and range; then the ratio."""
    rows = [
        (dates.period(side.period), *_of_side(side))
        for side in (result.before, result.after)
        if side.period.days
    ]
    heads = (_("Period"), _("Cramps"), _("Days known"), _("Cramps a week"), _("Range, 95 %"))
    return Table(heads, (*rows, *_ratio_row(result.ratio)))


def rate_words(side: Side, *, exact: bool = False) -> str:
    """The rate of one side: "2.9 a week, likely 2.0 to 4.1"."""
    return _("%(rate)s a week, %(range)s") % {
        "rate": numbers.number(7 * side.episodes / side.known),
        "range": likely(poisson_interval(side.episodes).times(7 / side.known), exact=exact),
    }


def _row(side: Side, colour: str, *, exact: bool) -> RangeRow:
    return RangeRow(
        name=dates.period(side.period),
        value=7 * side.episodes / side.known,
        interval=poisson_interval(side.episodes).times(7 / side.known),
        words=rate_words(side, exact=exact),
        colour=colour,
    )


def _of_side(side: Side) -> tuple[str, str, str, str]:
    if not side.known:
        return numbers.count(side.episodes), numbers.count(0), "–", "–"
    interval = poisson_interval(side.episodes).times(7 / side.known)
    return (
        numbers.count(side.episodes),
        numbers.count(side.known),
        numbers.number(7 * side.episodes / side.known, 2),
        f"{numbers.number(interval.low, 2)}–{numbers.number(interval.high, 2)}",
    )


def _ratio_row(ratio: RateRatio | None) -> tuple[tuple[str, ...], ...]:
    if ratio is None or not math.isfinite(ratio.ratio):
        return ()
    high = numbers.number(ratio.ci.high, 2) if math.isfinite(ratio.ci.high) else "∞"
    interval = f"{numbers.number(ratio.ci.low, 2)}–{high}"
    return ((_("Later / earlier rate"), "", "", numbers.number(ratio.ratio, 2), interval),)
