"""The findings as the JSON document that other programs read."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cramplog.analysis.compare import Comparison, CourseEffect, Side
from cramplog.analysis.criteria import Criterion, Window
from cramplog.analysis.exact import Interval
from cramplog.analysis.frequency import Frequency, Span
from cramplog.analysis.insights import Insights
from cramplog.analysis.pain import Duration, Pain
from cramplog.analysis.timing import Timing
from cramplog.analysis.trend import Trend
from cramplog.analysis.triggers import Need, Trigger
from cramplog.analysis.warning_signs import WarningFound
from cramplog.domain.period import Period

Object = dict[str, Any]


def text(insights: Insights) -> str:
    """The document as JSON text."""
    return json.dumps(document(insights), ensure_ascii=False, allow_nan=False, indent=2)


def document(insights: Insights) -> Object:
    """The document as plain values: every key is present, and what is infinite or undefined is None."""
    return {
        "as_of": insights.as_of.isoformat(),
        "period": {**_dates(insights.period), "days": insights.period.days},
        "coverage": asdict(insights.coverage),
        "frequency": _frequency(insights.frequency),
        "pain": _pain(insights.pain),
        "duration_min": _duration(insights.duration),
        "places": [asdict(place) for place in insights.places],
        "timing": _timing(insights.timing),
        "relief": [asdict(result) for result in insights.relief],
        "criteria": [_criterion(criterion) for criterion in insights.criteria],
        "warnings": [_warning(found) for found in insights.warnings],
        "comparison": _comparison(insights.comparison),
        "courses": [_course(effect) for effect in insights.courses],
        "trend": _trend(insights.trend),
        "triggers": [_trigger(trigger) for trigger in insights.triggers],
    }


def _frequency(frequency: Frequency) -> Object:
    return {
        "episodes": frequency.episodes,
        "per_week": frequency.per_week,
        "per_week_ci": _limits(frequency.per_week_ci),
        "cramp_day_share": frequency.cramp_day_share,
        "cramp_day_share_ci": _limits(frequency.cramp_day_share_ci),
        "by_week": _spans(frequency.by_week),
        "by_month": _spans(frequency.by_month),
        "state": frequency.state,
    }


def _spans(spans: Sequence[Span]) -> list[Object]:
    return [
        {"start": span.start.isoformat(), "episodes": span.episodes, "known": span.known} for span in spans
    ]


def _pain(pain: Pain) -> Object:
    return {
        "n": pain.n,
        "median": pain.median,
        "mean": pain.mean,
        "max": pain.max,
        "share_severe": pain.share_severe,
    }


def _duration(duration: Duration) -> Object:
    return {
        "n": duration.n,
        "median": duration.median,
        "mean": duration.mean,
        "max": duration.max,
        "share_over_10": duration.share_over_10,
    }


def _timing(timing: Timing) -> Object:
    return {
        "by_hour": list(timing.by_hour),
        "woke": timing.woke,
        "asleep_share": timing.asleep_share,
        "mean_hour": timing.mean_hour,
        "rayleigh_p": timing.rayleigh_p,
        "state": timing.state,
    }


def _criterion(criterion: Criterion) -> Object:
    shown: Object = {
        "id": criterion.id,
        "state": criterion.state,
        "lasting": criterion.lasting,
        "count": criterion.count,
        "of": criterion.of,
        "needed": criterion.needed,
        "window": _window(criterion.window),
        "rule": {name: _whole(value) for name, value in asdict(criterion.rule).items()},
        "evidence": list(criterion.evidence),
    }
    if criterion.cramp_days is not None:
        shown["cramp_days"] = {
            "count": criterion.cramp_days.count,
            "needed": criterion.cramp_days.needed,
            "window": _window(criterion.cramp_days.window),
        }
    return shown


def _window(window: Window) -> Object:
    return {**_dates(window.period), "days": window.period.days, "known": window.known}


def _warning(found: WarningFound) -> Object:
    return {
        "id": found.id,
        "tier": found.tier,
        "last": found.last.isoformat(),
        "evidence": list(found.evidence),
    }


def _comparison(comparison: Comparison) -> Object:
    ratio = comparison.ratio
    return {
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "rate_ratio": _finite(ratio.ratio) if ratio else None,
        "ci": _limits(ratio.ci) if ratio else None,
        "p": ratio.p if ratio else None,
        "state": comparison.state,
    }


def _side(side: Side) -> Object:
    return {**_dates(side.period), "known": side.known, "episodes": side.episodes}


def _course(effect: CourseEffect) -> Object:
    return {"id": effect.course.id, "name": effect.course.name, **_comparison(effect.comparison)}


def _trend(trend: Trend) -> Object:
    return {
        "state": trend.state,
        "per_week_change": trend.per_week_change,
        "ci": _limits(trend.ci),
        "p": trend.p,
        "dispersion": trend.dispersion,
    }


def _trigger(trigger: Trigger) -> Object:
    needs = trigger.needs
    return {
        "id": trigger.id,
        **asdict(trigger.counts),
        "odds_ratio": _finite(trigger.ratio),
        "ci": _limits(trigger.ci),
        "p": trigger.p,
        "p_adjusted": trigger.p_adjusted,
        "finding": trigger.finding,
        "needs": {
            "cramp_days": _need(needs.cramp_days),
            "rows": _need(needs.rows),
            "exposed": _need(needs.exposed),
            "unexposed": _need(needs.unexposed),
        },
    }


def _need(need: Need) -> list[int]:
    return [need.has, need.needed]


def _dates(period: Period) -> Object:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _limits(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [_finite(interval.low), _finite(interval.high)]


def _whole(value: float) -> float:
    """A number of a rule as the settings write it: 10, not 10.0."""
    return int(value) if float(value).is_integer() else value


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
