"""What is recorded in a field, as it is told to a person: "Left calf", "7", "22 °C"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from cramplog.domain.course import CourseKind, DoseChange
from cramplog.domain.episode import Exercise, Relief
from cramplog.domain.person import Sex
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, MuscleSign
from cramplog.domain.signs import WarningSign
from cramplog.i18n import _
from cramplog.words import dates, fields, places, scales, signs
from cramplog.words.reader import locale
from cramplog.words.units import Unit, Units, shown, sign

_LENGTHS = frozenset({"duration_s", "elapsed_s", "active_s"})
_LONGEST = 60
_AS_IT_IS = "#,##0.######"


def value(field: str, recorded: Any, units: Units) -> str:
    """The value of a field in words; what is long is cut."""
    text = _value(field, recorded, units)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def exact(field: str, recorded: Any, units: Units) -> str:
    """The same in full, where two different values would look alike in short."""
    if isinstance(recorded, datetime):
        return recorded.isoformat(" ")
    return str(recorded) if isinstance(recorded, float) else _value(field, recorded, units)


def _value(field: str, recorded: Any, units: Units) -> str:
    if recorded is None or recorded == "":
        return _("not recorded")
    if isinstance(recorded, bool):
        return _("yes") if recorded else _("no")
    if field in _LENGTHS:
        return dates.exact_duration(recorded)
    if field == "distance_m":
        return _("%(n)s m") % {"n": _plain(recorded)}
    if isinstance(recorded, int | float):
        return _number(recorded, _UNITS[field](units)) if field in _UNITS else _plain(recorded)
    if isinstance(recorded, datetime):
        return dates.moment(recorded)
    if isinstance(recorded, date):
        return dates.day(recorded)
    if isinstance(recorded, tuple):
        return _several(field, recorded)
    if isinstance(recorded, Exercise):
        return _exercise(recorded)
    return _word(recorded)


_UNITS: dict[str, Callable[[Units], Unit]] = {
    "air_temp_c": lambda units: units.temperature,
    "device_temp_c": lambda units: units.temperature,
    "fluid_l": lambda units: units.volume,
    "weight_kg": lambda units: units.weight,
    "height_cm": lambda units: units.length,
}


def _number(recorded: float, unit: Unit) -> str:
    return f"{_plain(shown(recorded, unit))} {sign(unit)}"


def _plain(recorded: float) -> str:
    from babel.numbers import format_decimal

    return format_decimal(recorded, format=_AS_IT_IS, locale=locale())


def _several(field: str, recorded: tuple[Any, ...]) -> str:
    if not recorded:
        return _("none")
    if field == "places":
        return places.places(recorded)
    return ", ".join(map(_word, recorded))


def _word(recorded: Any) -> str:
    match recorded:
        case Circumstance():
            return scales.circumstance(recorded)
        case MuscleSign():
            return scales.muscle_sign(recorded)
        case WarningSign():
            return signs.label(recorded)
        case Hydration():
            return scales.hydration(recorded)
        case Heat():
            return scales.heat(recorded)
        case Sex():
            return scales.sex(recorded)
        case CourseKind():
            return scales.course_kind(recorded)
        case Relief():
            return _relief(recorded)
        case DoseChange():
            told = {"dose": recorded.dose, "date": dates.day(recorded.from_date)}
            return _("%(dose)s from %(date)s") % told
    return scales.condition(str(recorded))


def _relief(tried: Relief) -> str:
    parts = [scales.method(tried.method)]
    if isinstance(tried.effect, Effect):
        parts.append(scales.effect(tried.effect))
    if tried.minutes is not None:
        parts.append(_("%(n)s min") % {"n": _plain(tried.minutes)})
    return " · ".join(parts)


def _exercise(exercise: Exercise) -> str:
    told = {"minutes": exercise.minutes, "exertion": exercise.exertion,
            "unaccustomed": exercise.unaccustomed, "ended_min_before": exercise.ended_min_before}  # fmt: skip
    parts = [exercise.kind or (_("yes") if exercise.done else _("no"))]
    parts += [
        _("%(field)s: %(value)s")
        % {"field": fields.field(f"exercise.{part}"), "value": _value(part, said, Units())}
        for part, said in told.items()
        if said is not None
    ]
    return ", ".join(parts)
