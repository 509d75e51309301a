"""A half-filled form: what was typed so far, which may still lack what an episode needs."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.ids import new_id
from cramplog.domain.places import Place
from cramplog.domain.scales import Circumstance, Heat, Hydration, MuscleSign, Source
from cramplog.domain.signs import WarningSign


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeDraft:
    """The fields of an episode, each of which may be missing."""

    id: str
    started: datetime | None = None
    places: tuple[Place, ...] = ()
    zone: str | None = None
    duration_s: int | None = None
    pain: int | None = None
    circumstance: Circumstance | None = None
    woke: bool | None = None
    signs: tuple[MuscleSign, ...] | None = None
    repeats: int | None = None
    warning_signs: tuple[WarningSign, ...] | None = None
    hydration: Hydration | None = None
    urine_colour: int | None = None
    fluid_l: float | None = None
    heavy_sweating: bool | None = None
    heat: Heat | None = None
    air_temp_c: float | None = None
    humidity_pct: float | None = None
    exercise: Exercise | None = None
    ill: bool | None = None
    relief: tuple[Relief, ...] | None = None
    soreness_h: float | None = None
    note: str = ""
    source: Source | None = None
    created: datetime | None = None
    changed: datetime | None = None

    @classmethod
    def begun(cls, *, zone: str | None, started: datetime | None = None) -> EpisodeDraft:
        """The draft of a new form, typed by a person who is in this zone."""
        return cls(id=new_id(), started=started, zone=zone, source=Source.TYPED)

    @classmethod
    def of(cls, episode: Episode) -> EpisodeDraft:
        """The draft that a form for this episode starts from."""
        return cls(**_values(episode))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still needed before this can be recorded: of `places` and `started`."""
        return tuple(field for field in ("places", "started") if not getattr(self, field))

    def with_(self, **values: Any) -> EpisodeDraft:
        """The draft with some fields filled or emptied."""
        return replace(self, **values)

    def finish(self) -> Episode:
        """The episode. Raises InvalidValue, naming the field, where something is missing or cannot be."""
        return Episode(**_values(self))


def _values(record: Episode | EpisodeDraft) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
