"""The numbers of the four criteria: the program's own defaults, which the person can change.

The article gives no numbers; where each default comes from is written in `docs/statistics.md`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue


def _whole(rule: object, name: str, low: int, high: int) -> None:
    value = check.whole(name, getattr(rule, name), low, high)
    if value is None:
        raise InvalidValue(name, None, "is needed")
    object.__setattr__(rule, name, value)


def _number(rule: object, name: str, low: float, high: float) -> None:
    value = check.number(name, getattr(rule, name), low, high)
    if value is None:
        raise InvalidValue(name, None, "is needed")
    object.__setattr__(rule, name, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class SevereRule:
    """`episodes` or more with this pain within the window, or a single one with `or_one_at`."""

    pain_at_least: int = 7
    episodes: int = 2
    or_one_at: int = 9
    window_days: int = 28

    def __post_init__(self) -> None:
        _whole(self, "pain_at_least", 1, 10)
        _whole(self, "episodes", 1, 100)
        _whole(self, "or_one_at", 1, 10)
        _whole(self, "window_days", 7, 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentRule:
    """So many episodes in the short window, or so many cramp-days in the long one."""

    episodes: int = 4
    window_days: int = 14
    cramp_days: int = 5
    cramp_days_window: int = 28

    def __post_init__(self) -> None:
        _whole(self, "episodes", 1, 100)
        _whole(self, "window_days", 7, 366)
        _whole(self, "cramp_days", 1, 366)
        _whole(self, "cramp_days_window", 7, 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoorResponseRule:
    """Of at least `episodes` treated, this share eased little, or lasted `minutes` or longer."""

    minutes: float = 10
    episodes: int = 3
    share: float = 0.5
    window_days: int = 28

    def __post_init__(self) -> None:
        _number(self, "minutes", 1, 240)
        _whole(self, "episodes", 1, 100)
        _number(self, "share", 0.05, 1)
        _whole(self, "window_days", 7, 366)


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
        _number(self, "exertion", 0.5, 10)
        _number(self, "minutes_before", 0, 1_440)
        _number(self, "heat_index_f", 70, 140)
        _whole(self, "episodes", 1, 100)
        _number(self, "share", 0.05, 1)
        _whole(self, "window_days", 7, 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaRules:
    """The rules of all four criteria."""

    severe: SevereRule = field(default_factory=SevereRule)
    frequent: FrequentRule = field(default_factory=FrequentRule)
    poor_response: PoorResponseRule = field(default_factory=PoorResponseRule)
    no_obvious_cause: NoObviousCauseRule = field(default_factory=NoObviousCauseRule)
