"""How bad the cramps are, and how long they last."""

from __future__ import annotations

from cramplog.analysis.pain import Duration, Pain
from cramplog.charts.bar_rows import BarRow, draw_bar_rows
from cramplog.charts.picture import Picture, Table
from cramplog.charts.style import ChartStyle
from cramplog.domain.thresholds import MEDIUM_PAIN, SEVERE_PAIN
from cramplog.i18n import _, ngettext
from cramplog.words import dates, numbers, scales

# Mild, medium and severe as in words.scales.pain; no pain has a row only where there is one.
GROUPS = ((1, MEDIUM_PAIN - 1), (MEDIUM_PAIN, SEVERE_PAIN - 1), (SEVERE_PAIN, 10))


def draw_pain(result: Pain, style: ChartStyle, width: float) -> Picture:
    """A bar for mild, medium and severe cramps; the exact numbers are in the table."""
    none = [BarRow(_group_name(0, 0), result.by_score[0])] if result.by_score[0] else []
    groups = [BarRow(_group_name(low, high), sum(result.by_score[low : high + 1])) for low, high in GROUPS]
    return draw_bar_rows([*none, *groups], style, width)


def summary_pain(result: Pain) -> str:
    """How many of the cramps with a pain were severe, and the pain in the middle."""
    if result.median is None:
        return _("No pain recorded yet.")
    severe = sum(result.by_score[SEVERE_PAIN:])
    return ngettext(
        "%(n)s of %(all)s cramp was severe. Typical pain %(median)s, worst %(max)d.",
        "%(n)s of %(all)s cramps were severe. Typical pain %(median)s, worst %(max)d.",
        result.n,
    ) % {
        "n": numbers.count(severe),
        "all": numbers.count(result.n),
        "median": _short(result.median),
        "max": result.max,
    }


def table_pain(result: Pain) -> Table:
    """Each pain from 0 to 10 with its word and its number of cramps."""
    rows = tuple(
        (str(score), scales.pain(score), numbers.count(count)) for score, count in enumerate(result.by_score)
    )
    return Table((_("Pain"), _("Meaning"), _("Cramps")), rows)


def draw_duration(result: Duration, style: ChartStyle, width: float) -> Picture:
    """A bar for each of four lengths."""
    rows = [BarRow(name, count) for name, count in zip(_lengths(), result.by_length, strict=True)]
    return draw_bar_rows(rows, style, width)


def summary_duration(result: Duration) -> str:
    """How long a typical cramp lasts, the longest, and how many lasted over 10 minutes."""
    if result.median is None or result.max is None:
        return _("No length recorded yet.")
    over = result.by_length[-1]
    return ngettext(
        "%(n)s of %(all)s cramp lasted over 10 minutes. Typical %(median)s, longest %(max)s.",
        "%(n)s of %(all)s cramps lasted over 10 minutes. Typical %(median)s, longest %(max)s.",
        result.n,
    ) % {
        "n": numbers.count(over),
        "all": numbers.count(result.n),
        "median": _minutes(result.median),
        "max": _minutes(result.max),
    }


def table_duration(result: Duration) -> Table:
    """Each of four lengths with its number of cramps."""
    rows = tuple((name, numbers.count(n)) for name, n in zip(_lengths(), result.by_length, strict=True))
    return Table((_("Length"), _("Cramps")), rows)


def _group_name(low: int, high: int) -> str:
    span = str(low) if low == high else f"{low}–{high}"
    return _("%(word)s %(span)s") % {"word": scales.pain(low), "span": span}


def _lengths() -> tuple[str, str, str, str]:
    return _("under 1 min"), _("1 to 5 min"), _("5 to 10 min"), _("over 10 min")


def _minutes(length: float) -> str:
    """Under a minute in seconds: "0.0 min" would be no length."""
    if round(60 * length) < 60:
        return dates.duration(round(60 * length))
    return _("%(n)s min") % {"n": _short(length)}


def _short(value: float) -> str:
    return numbers.number(value, 0 if value == round(value) else 1)
