"""Two versions of one record side by side: which record it is, and each field in which they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.rules import CriteriaRules, Rule
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout
from cramplog.i18n import _
from cramplog.words import dates, fields, places, reasons, values
from cramplog.words.units import Units

# What the program keeps for itself; nobody decides between two versions by it.
_OF_THE_PROGRAM = frozenset({"id", "source", "created", "changed", "file_sha256"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, and what stands in it here and there. `name` is the format's, all else is in words."""

    name: str
    field: str
    own: str
    found: str


def record(which: Record) -> str:
    """Which record it is: "Cramp of 4 Mar, 02:10, Left calf"."""
    match which:
        case Episode():
            where = places.places(which.places)
            return _("Cramp of %(when)s, %(where)s") % {"when": dates.moment(which.started), "where": where}
        case Workout():
            return _("Workout of %(when)s") % {"when": dates.moment(which.started)}
        case Day():
            return _("Day %(when)s") % {"when": dates.day(which.date)}
        case Course():
            return which.name
        case Person():
            return _("About you")
    return _("Settings")


def differences(own: Record, found: Record, units: Units) -> tuple[Difference, ...]:
    """Each field in which two versions differ; that both were changed at other times is none."""
    return tuple(_told(*each, units) for each in _different("", own, found))


def _told(name: str, own: Any, found: Any, units: Units) -> Difference:
    field = name.rpartition(".")[2]
    mine, theirs = values.value(field, own, units), values.value(field, found, units)
    if mine == theirs:
        mine, theirs = values.exact(field, own, units), values.exact(field, found, units)
    return Difference(name, _field(name), mine, theirs)


def _field(name: str) -> str:
    criterion, _point, rule = name.removeprefix("criteria.").rpartition(".")
    if not criterion:
        return fields.field(name)
    return _("%(reason)s: %(rule)s") % {"reason": reasons.reason(criterion), "rule": fields.field(rule)}


def _different(at: str, own: Any, found: Any) -> Iterator[tuple[str, Any, Any]]:
    for field in fields_of(own):
        if field.name in _OF_THE_PROGRAM:
            continue
        name, mine, theirs = f"{at}{field.name}", getattr(own, field.name), getattr(found, field.name)
        # The rules are settings one by one, not one value.
        if isinstance(mine, CriteriaRules | Rule):
            yield from _different(f"{name}.", mine, theirs)
        elif mine != theirs or _offset(mine) != _offset(theirs):
            yield name, mine, theirs


def _offset(value: Any) -> Any:
    """To Python, one instant at two offsets is equal; to the person it is another time of night."""
    return value.utcoffset() if isinstance(value, datetime) else None
