"""Records that the diary and a file both have, and differently: both versions in words."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

from cramplog.domain.course import Course
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.steps import Record
from cramplog.domain.workout import Workout
from cramplog.exchange.preview import Entry
from cramplog.i18n import _
from cramplog.words import dates, places

_OF_THE_PROGRAM = frozenset({"id", "source", "created", "changed", "file_sha256"})
_LONGEST = 60


def what(entry: Entry) -> str:
    """Which record it is: "Cramp of 4 Mar, 02:10, Left calf"."""
    match entry.old:
        case Episode() as cramp:
            where = places.places(cramp.places)
            return _("Cramp of %(when)s, %(where)s") % {"when": dates.moment(cramp.started), "where": where}
        case Workout() as workout:
            return _("Workout of %(when)s") % {"when": dates.moment(workout.started)}
        case Day() as day:
            return _("Day %(when)s") % {"when": dates.day(day.date)}
        case Course() as course:
            return course.name
    return _("About you and settings")


def differences(entry: Entry) -> tuple[str, ...]:
    """Each field in which they differ, with what stands in the diary and what in the file."""
    assert entry.old is not None
    return tuple(
        _("%(field)s: %(own)s in the diary, %(found)s in the file")
        % {"field": name.replace("_", " "), "own": _shown(own), "found": _shown(found)}
        for name, own, found in _different(entry.old, entry.found)
    )


def _different(own: Record, found: Record) -> list[tuple[str, object, object]]:
    names = [field.name for field in fields(own) if field.name not in _OF_THE_PROGRAM]
    pairs = [(name, getattr(own, name), getattr(found, name)) for name in names]
    return [(name, mine, theirs) for name, mine, theirs in pairs if mine != theirs]


def _shown(value: object) -> str:
    if value is None or value == "":
        return _("not recorded")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return dates.moment(value)
    if isinstance(value, date):
        return dates.day(value)
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
