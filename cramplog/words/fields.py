"""What the fields of the diary are called where a person is told that a value cannot be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _, pgettext

_LONGEST_VALUE = 60


def sentence(error: Exception) -> str:
    """The error for a person: "How long: must be between 0 and 744 hours", "When: “soon” is not a time …"."""
    if not isinstance(error, InvalidValue):
        return str(error)
    told = {"field": field(error.field), "value": error.value, "reason": error.reason}
    if isinstance(error.value, str) and 0 < len(error.value) <= _LONGEST_VALUE:
        return _("%(field)s: “%(value)s” %(reason)s") % told
    return _("%(field)s: %(reason)s") % told


def of_a_record(error: InvalidValue) -> str:
    """Why a record of a file is left out, with what stands there: "Pain: 11 must be a whole number …".

    Unlike a form, a file does not lie before the person: numbers and dates are said too.
    """
    value, told = error.value, {"field": field(error.field), "reason": error.reason}
    if isinstance(value, str) and value:
        return _("%(field)s: “%(value)s” %(reason)s") % {**told, "value": _cut(value)}
    if isinstance(value, int | float | date) and not isinstance(value, bool):
        return _("%(field)s: %(value)s %(reason)s") % {**told, "value": _cut(str(value))}
    return _("%(field)s: %(reason)s") % told


def _cut(text: str) -> str:
    """As it can be shown and printed anywhere."""
    clean = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return clean if len(clean) <= _LONGEST_VALUE else clean[: _LONGEST_VALUE - 1] + "…"


def field(name: str) -> str:
    """The question that a field answers, in a word or two; its own name where nobody is asked for it."""
    question = _QUESTIONS.get(name)
    return name if question is None else question()


_OF_CRAMP: dict[str, Callable[[], str]] = {
    "started": lambda: _("When"),
    "zone": lambda: _("Time zone"),
    "places": lambda: _("Where"),
    "muscle": lambda: _("Muscle"),
    "side": lambda: _("Side"),
    "duration": lambda: _("How long"),
    "duration_s": lambda: _("How long"),
    "pain": lambda: _("Pain"),
    "circumstance": lambda: _("What you were doing"),
    "woke": lambda: _("Woke you"),
    "signs": lambda: _("What it looked like"),
    "repeats": lambda: _("Came back"),
    "warning_signs": lambda: _("Warning signs"),
    "relief": lambda: _("What you tried"),
    "relief.method": lambda: _("What you tried"),
    "relief.effect": lambda: _("How it did"),
    "relief.minutes": lambda: _("Minutes until it eased"),
    "soreness_h": lambda: _("Hours of soreness"),
    "note": lambda: _("Note"),
}

_OF_CONTEXT: dict[str, Callable[[], str]] = {
    "hydration": lambda: _("Water"),
    "urine_colour": lambda: _("Urine colour"),
    "fluid_l": lambda: _("Drinks"),
    "heavy_sweating": lambda: _("Heavy sweating"),
    "heat": lambda: _("Heat"),
    "air_temp_c": lambda: _("Temperature"),
    "humidity_pct": lambda: _("Humidity"),
    "ill": lambda: _("Being ill"),
    "exercise": lambda: _("Exercise"),
    "exercise.done": lambda: _("Exercise"),
    "exercise.kind": lambda: _("Kind of exercise"),
    "exercise.minutes": lambda: _("Minutes of exercise"),
    "exercise.exertion": lambda: _("How hard"),
    "exercise.unaccustomed": lambda: _("New or unusual exercise"),
    "exercise.ended_min_before": lambda: _("Minutes since exercise"),
}

_OF_OTHERS: dict[str, Callable[[], str]] = {
    "date": lambda: _("Day"),
    "time": lambda: _("Time"),
    "cramped": lambda: _("Cramp"),
    "symptom": lambda: _("Symptom"),
    "period": lambda: _("Period"),
    "cramp_free": lambda: _("No cramps"),
    "exercised": lambda: _("Exercise"),
    "unaccustomed": lambda: _("New or unusual exercise"),
    "stretched": lambda: _("Stretching"),
    "alcohol": lambda: _("Alcohol"),
    "pregnant": lambda: _("Pregnant"),
    "hardest_exertion": lambda: _("How hard"),
    "exercise_minutes": lambda: _("Minutes of exercise"),
    "sleep_disturbance": lambda: _("Sleep"),
    "weight_kg": lambda: _("Weight"),
    "sport": lambda: _("Sport"),
    "elapsed_s": lambda: _("How long"),
    "active_s": lambda: _("Time in motion"),
    "distance_m": lambda: _("Distance"),
    "exertion": lambda: _("How hard"),
    "mean_heart_rate": lambda: _("Mean heart rate"),
    "max_heart_rate": lambda: _("Highest heart rate"),
    "device_temp_c": lambda: _("Temperature of the device"),
    "kind": lambda: _("Kind"),
    "name": lambda: _("Name"),
    "dose": lambda: _("Dose"),
    "ended": lambda: _("Ended"),
    "doses": lambda: _("Dose changes"),
    "doses.from": lambda: pgettext("new dose", "From"),
    "doses.dose": lambda: _("Dose"),
    "birth_date": lambda: _("Birth date"),
    "sex": lambda: _("Sex"),
    "height_cm": lambda: _("Height"),
    "conditions": lambda: _("Conditions"),
}

_OF_RULES: dict[str, Callable[[], str]] = {
    "day_starts_hour": lambda: _("Hour at which a day starts"),
    "pain_at_least": lambda: _("Pain of at least"),
    "or_one_at": lambda: _("Or one with pain of"),
    "episodes": lambda: _("Cramps"),
    "window_days": lambda: _("Days"),
    "cramp_days": lambda: _("Days with a cramp"),
    "cramp_days_window": lambda: _("Days"),
    "minutes": lambda: _("Minutes"),
    "share": lambda: _("Share"),
    "minutes_before": lambda: _("Minutes before"),
    "heat_index_f": lambda: _("Heat index"),
}

# Each is translated when it is asked for, and only that one: a large file may have many rejected records.
_QUESTIONS = {**_OF_CRAMP, **_OF_CONTEXT, **_OF_OTHERS, **_OF_RULES}
