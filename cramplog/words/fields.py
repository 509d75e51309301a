"""What the fields of the diary are called where a person is told that a value cannot be."""

from __future__ import annotations

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


def field(name: str) -> str:
    """The question that a field answers, in a word or two; its own name where nobody is asked for it."""
    return {**_of_cramp(), **_of_context(), **_of_others(), **_of_rules()}.get(name, name)


def _of_cramp() -> dict[str, str]:
    return {
        "started": _("When"),
        "zone": _("Time zone"),
        "places": _("Where"),
        "muscle": _("Muscle"),
        "side": _("Side"),
        "duration": _("How long"),
        "duration_s": _("How long"),
        "pain": _("Pain"),
        "circumstance": _("What you were doing"),
        "woke": _("Woke you"),
        "signs": _("What it looked like"),
        "repeats": _("Came back"),
        "warning_signs": _("Warning signs"),
        "relief": _("What you tried"),
        "relief.method": _("What you tried"),
        "relief.effect": _("How it did"),
        "relief.minutes": _("Minutes until it eased"),
        "soreness_h": _("Hours of soreness"),
        "note": _("Note"),
    }


def _of_context() -> dict[str, str]:
    return {
        "hydration": _("Water"),
        "urine_colour": _("Urine colour"),
        "fluid_l": _("Drinks"),
        "heavy_sweating": _("Heavy sweating"),
        "heat": _("Heat"),
        "air_temp_c": _("Temperature"),
        "humidity_pct": _("Humidity"),
        "ill": _("Being ill"),
        "exercise": _("Exercise"),
        "exercise.done": _("Exercise"),
        "exercise.kind": _("Kind of exercise"),
        "exercise.minutes": _("Minutes of exercise"),
        "exercise.exertion": _("How hard"),
        "exercise.unaccustomed": _("New or unusual exercise"),
        "exercise.ended_min_before": _("Minutes since exercise"),
    }


def _of_others() -> dict[str, str]:
    return {
        "date": _("Day"),
        "time": _("Time"),
        "cramped": _("Cramp"),
        "symptom": _("Symptom"),
        "period": _("Period"),
        "cramp_free": _("No cramps"),
        "exercised": _("Exercise"),
        "unaccustomed": _("New or unusual exercise"),
        "stretched": _("Stretching"),
        "alcohol": _("Alcohol"),
        "pregnant": _("Pregnant"),
        "hardest_exertion": _("How hard"),
        "exercise_minutes": _("Minutes of exercise"),
        "sleep_disturbance": _("Sleep"),
        "weight_kg": _("Weight"),
        "sport": _("Sport"),
        "elapsed_s": _("How long"),
        "active_s": _("Time in motion"),
        "distance_m": _("Distance"),
        "exertion": _("How hard"),
        "mean_heart_rate": _("Mean heart rate"),
        "max_heart_rate": _("Highest heart rate"),
        "device_temp_c": _("Temperature of the device"),
        "kind": _("Kind"),
        "name": _("Name"),
        "dose": _("Dose"),
        "ended": _("Ended"),
        "doses": _("Dose changes"),
        "doses.from": pgettext("new dose", "From"),
        "doses.dose": _("Dose"),
        "birth_date": _("Birth date"),
        "sex": _("Sex"),
        "height_cm": _("Height"),
        "conditions": _("Conditions"),
    }


def _of_rules() -> dict[str, str]:
    return {
        "day_starts_hour": _("Hour at which a day starts"),
        "pain_at_least": _("Pain of at least"),
        "or_one_at": _("Or one with pain of"),
        "episodes": _("Cramps"),
        "window_days": _("Days"),
        "cramp_days": _("Days with a cramp"),
        "cramp_days_window": _("Days"),
        "minutes": _("Minutes"),
        "share": _("Share"),
        "minutes_before": _("Minutes before"),
        "heat_index_f": _("Heat index"),
    }
