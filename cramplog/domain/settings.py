"""The settings that belong to the diary and travel with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue
from cramplog.domain.period import DAY_STARTS_HOUR
from cramplog.domain.rules import CriteriaRules


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySettings:
    """When a diary day starts (hour 0–12), and the rules of the four criteria."""

    day_starts_hour: int = DAY_STARTS_HOUR
    criteria: CriteriaRules = field(default_factory=CriteriaRules)

    def __post_init__(self) -> None:
        hour = check.whole("day_starts_hour", self.day_starts_hour, 0, 12)
        if hour is None:
            raise InvalidValue.missing("day_starts_hour")
        object.__setattr__(self, "day_starts_hour", hour)
