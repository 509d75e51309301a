"""One record of the exchange format, from JSON values into a value of the diary that cannot be wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from cramplog.domain.course import Course, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Exercise, Relief
from cramplog.domain.errors import InvalidValue
from cramplog.domain.person import Person
from cramplog.domain.places import Place
from cramplog.domain.settings import DiarySettings
from cramplog.domain.workout import Workout
from cramplog.exchange import fields
from cramplog.exchange.json_text import DoubledKey
from cramplog.i18n import _

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)

Unknown = Counter[str]
T = TypeVar("T")


def person(raw: object, unknown: Unknown) -> Person:
    """The person; InvalidValue names the field that cannot be."""
    values = _known("person", raw, fields.PERSON, unknown, "person")
    values["birth_date"] = calendar_date("birth_date", values["birth_date"])
    values["conditions"] = _list("conditions", values["conditions"], lambda word: word)
    return Person(**values)


def episode(raw: object, unknown: Unknown) -> Episode:
    """One cramp; InvalidValue names the field that cannot be."""
    values = _known("episode", raw, fields.EPISODE, unknown, "episodes[]")
    values["id"] = identity(values["id"])
    for field in ("started", "created", "changed"):
        values[field] = moment(field, values[field])
    for field in ("signs", "warning_signs"):
        values[field] = _list(field, values[field], lambda word: word)
    values["places"] = _list("places", values["places"], lambda place: _place(place, unknown))
    values["relief"] = _list("relief", values["relief"], lambda tried: _relief(tried, unknown))
    if values["exercise"] is not None:
        done = _known("exercise", values["exercise"], fields.EXERCISE, unknown, "episodes[].exercise")
        values["exercise"] = Exercise(**done)
    return Episode(**values)


def day(raw: object, unknown: Unknown) -> Day:
    """One check-in; InvalidValue names the field that cannot be."""
    values = _known("day", raw, fields.DAY, unknown, "days[]")
    values["date"] = calendar_date("date", values["date"])
    return Day(**values)


def workout(raw: object, unknown: Unknown) -> Workout:
    """One session; InvalidValue names the field that cannot be."""
    values = _known("workout", raw, fields.WORKOUT, unknown, "workouts[]")
    values["id"] = identity(values["id"])
    values["started"] = moment("started", values["started"])
    return Workout(**values)


def course(raw: object, unknown: Unknown) -> Course:
    """One course; InvalidValue names the field that cannot be."""
    values = _known("course", raw, fields.COURSE, unknown, "courses[]")
    values["id"] = identity(values["id"])
    for field in ("started", "ended"):
        values[field] = calendar_date(field, values[field])
    values["doses"] = _list("doses", values["doses"], lambda change: _dose_change(change, unknown))
    return Course(**values)


def settings_given(raw: object, unknown: Unknown) -> Mapping[str, Any]:
    """Those settings that the file names, checked; InvalidValue names the one that cannot be."""
    given = _recorded(_known("settings", raw, fields.SETTINGS, unknown, "settings"))
    own = DiarySettings().criteria
    if "criteria" in given:
        names = tuple(field.name for field in fields_of(own))
        limbs = _recorded(_known("criteria", given["criteria"], names, unknown, "settings.criteria"))
        for name, rule in limbs.items():
            keys = tuple(field.name for field in fields_of(getattr(own, name)))
            place = f"settings.criteria.{name}"
            limbs[name] = _recorded(_known(name, rule, keys, unknown, place))
        given["criteria"] = limbs
    with_settings(DiarySettings(), given)
    return given


def with_settings(own: DiarySettings, given: Mapping[str, Any]) -> DiarySettings:
    """The diary's own settings, changed only where the file names one."""
    rules = {
        name: replace(getattr(own.criteria, name), **limb) for name, limb in given.get("criteria", {}).items()
    }
    hour = given.get("day_starts_hour", own.day_starts_hour)
    return replace(own, day_starts_hour=hour, criteria=replace(own.criteria, **rules))


def _known(what: str, raw: object, names: tuple[str, ...], unknown: Unknown, place: str) -> dict[str, Any]:
    """Every field of the record, None where the file leaves it out; fields that do not belong are counted."""
    if isinstance(raw, DoubledKey):
        raise InvalidValue(what, raw.key, _("is named twice in it"))
    if not isinstance(raw, dict):
        raise InvalidValue(what, raw, _("must be an object with fields"))
    unknown.update(f"{place}.{key}" for key in raw if key not in names)
    return {name: raw.get(name) for name in names}


def _recorded(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _list(field: str, raw: object, read: Callable[[Any], T]) -> tuple[T, ...] | None:
    if raw is None:
        return None
    if not isinstance(raw, list):
        raise InvalidValue(field, raw, _("must be a list"))
    return tuple(read(value) for value in raw)


def _place(raw: object, unknown: Unknown) -> Place:
    return Place(**_known("places", raw, fields.PLACE, unknown, "episodes[].places[]"))


def _relief(raw: object, unknown: Unknown) -> Relief:
    return Relief(**_known("relief", raw, fields.RELIEF, unknown, "episodes[].relief[]"))


def _dose_change(raw: object, unknown: Unknown) -> DoseChange:
    values = _known("doses", raw, fields.DOSE_CHANGE, unknown, "courses[].doses[]")
    from_date: Any = calendar_date("doses.from", values["from"])
    return DoseChange(from_date=from_date, dose=values["dose"])


def identity(raw: Any) -> Any:
    """An id, in lower case; InvalidValue where there is none."""
    if raw is None:
        raise InvalidValue("id", raw, _("is needed"))
    return raw.lower() if isinstance(raw, str) else raw


def calendar_date(field: str, raw: object) -> date | None:
    """A date as the format writes it; InvalidValue names the field."""
    if raw is None:
        return None
    try:
        if isinstance(raw, str) and _DATE.fullmatch(raw):
            return date.fromisoformat(raw)
    except ValueError:
        pass
    raise InvalidValue(field, raw, _("must be a date such as 2026-03-04"))


def moment(field: str, raw: object) -> datetime | None:
    """A time with its offset as the format writes it; InvalidValue names the field."""
    if raw is None:
        return None
    try:
        if isinstance(raw, str) and _MOMENT.fullmatch(raw):
            return datetime.fromisoformat(raw)
    except ValueError:
        pass
    reason = _("must be a time with its UTC offset such as 2026-03-04T02:10:00-05:00")
    raise InvalidValue(field, raw, reason)
