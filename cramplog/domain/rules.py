"""The numbers of the four criteria: the program's own defaults, which the person can change.

The article gives no numbers; where each default comes from is written in `resources/help/statistics.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the greatest that a number of a rule may be; `whole` ones have no decimals."""

    low: float
    high: float
    whole: bool = True


# A name means the same in each rule that has it.
LIMITS: Mapping[str, Limits] = {
    "pain_at_least": Limits(1, 10),
    "or_one_at": Limits(1, 10),
    "episodes": Limits(1, 100),
    "window_days": Limits(7, 366),
    "cramp_days": Limits(1, 366),
    "cramp_days_window": Limits(7, 366),
    "minutes": Limits(1, 240, whole=False),
    "share": Limits(0.05, 1, whole=False),
    "exertion": Limits(0.5, 10, whole=False),
    "minutes_before": Limits(0, 1_440, whole=False),
    "heat_index_f": Limits(70, 140, whole=False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SevereRule:
    """`episodes` or more with this pain within the window, or a single one with `or_one_at`."""

    pain_at_least: int = 7
    episodes: int = 2
    or_one_at: int = 9
    window_days: int = 28

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentRule:
    """So many episodes in the short window, or so many cramp-days in the long one."""

    episodes: int = 4
    window_days: int = 14
    cramp_days: int = 5
    cramp_days_window: int = 28

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoorResponseRule:
    """Of at least `episodes` treated, this share eased little, or lasted `minutes` or longer."""

    minutes: float = 10
    episodes: int = 3
    share: float = 0.5
    window_days: int = 28

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoObviousCauseRule:
    """Of at least `episodes` that can be judged, this share had neither hard exercise, heat nor illness."""

    exertion: float = 5
    minutes_before: float = 60
    heat_index_f: float = 90
    episodes: int = 3
    share: float = 0.5
    window_days: int = 28

    def __post_init__(self) -> None:
        _check(self)


Rule = SevereRule | FrequentRule | PoorResponseRule | NoObviousCauseRule


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaRules:
    """The rules of all four criteria."""

    severe: SevereRule = field(default_factory=SevereRule)
    frequent: FrequentRule = field(default_factory=FrequentRule)
    poor_response: PoorResponseRule = field(default_factory=PoorResponseRule)
    no_obvious_cause: NoObviousCauseRule = field(default_factory=NoObviousCauseRule)


def _check(rule: Rule) -> None:
    """Hold each number of a rule against its limits."""
    for one in fields(rule):
        name, limits = one.name, LIMITS[one.name]
        given = getattr(rule, name)
        value = (
            check.whole(name, given, int(limits.low), int(limits.high))
            if limits.whole
            else check.number(name, given, limits.low, limits.high)
        )
        if value is None:
            raise InvalidValue.missing(name)
        object.__setattr__(rule, name, value)
