"""What the steps of each scale are called on screen and on paper."""

from __future__ import annotations

from cramplog.domain.course import CourseKind
from cramplog.domain.person import Sex
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign
from cramplog.domain.thresholds import MEDIUM_PAIN, SEVERE_PAIN
from cramplog.i18n import _


def circumstance(which: Circumstance) -> str:
    """What the person was doing: "During exercise", "Asleep"."""
    return {
        Circumstance.DURING_EXERCISE: _("During exercise"),
        Circumstance.AFTER_EXERCISE: _("After exercise"),
        Circumstance.WORKING: _("Working"),
        Circumstance.RESTING: _("Resting"),
        Circumstance.ASLEEP: _("Asleep"),
        Circumstance.WAKING: _("Waking up"),
        Circumstance.OTHER: _("Other"),
    }[which]


def muscle_sign(which: MuscleSign) -> str:
    """What the muscle felt or looked like."""
    return {
        MuscleSign.HARD: _("Hard"),
        MuscleSign.DISTORTED: _("Out of shape"),
        MuscleSign.TWITCHING: _("Twitching"),
    }[which]


def hydration(which: Hydration) -> str:
    """How much had been drunk: "Plenty", "Some", "Too little"."""
    return {
        Hydration.GOOD: _("Plenty"),
        Hydration.FAIR: _("Some"),
        Hydration.POOR: _("Too little"),
    }[which]


def heat(which: Heat) -> str:
    """How warm it felt."""
    return {
        Heat.COOL: _("Cool"),
        Heat.COMFORTABLE: _("Comfortable"),
        Heat.WARM: _("Warm"),
        Heat.HOT: _("Hot"),
        Heat.VERY_HOT: _("Very hot"),
    }[which]


def method(which: Method) -> str:
    """What was tried, as a button says it."""
    return {
        Method.STOP: _("Stopping"),
        Method.STRETCH: _("Stretching"),
        Method.MASSAGE: _("Massage"),
        Method.HEAT: _("Warmth"),
        Method.COLD: _("Cold"),
        Method.WALK: _("Walking"),
        Method.FLUIDS: _("Drinking"),
        Method.ELECTROLYTES: _("Salts"),
        Method.MEDICINE: _("Medicine"),
        Method.OTHER: _("Something else"),
    }[which]


def effect(which: Effect) -> str:
    """How much a method eased the cramp."""
    return {
        Effect.NONE: _("No help"),
        Effect.LITTLE: _("A little"),
        Effect.MOSTLY: _("Mostly"),
        Effect.COMPLETE: _("All gone"),
    }[which]


def course_kind(which: CourseKind) -> str:
    """What sort of thing a course is."""
    return {
        CourseKind.MEDICINE: _("Medicine"),
        CourseKind.SUPPLEMENT: _("Supplement"),
        CourseKind.ROUTINE: _("Routine"),
        CourseKind.OTHER: _("Other"),
    }[which]


def sex(which: Sex) -> str:
    """Sex as printed beside the birth date."""
    return {Sex.FEMALE: _("female"), Sex.MALE: _("male"), Sex.OTHER: _("other")}[which]


def condition(word: str) -> str:
    """A known condition by its name; the person's own words as they are."""
    return {
        "diabetes": _("diabetes"),
        "dialysis": _("dialysis"),
        "thyroid": _("thyroid disease"),
        "liver": _("liver disease"),
        "kidney": _("kidney disease"),
        "artery": _("narrowed arteries"),
        "nerve": _("nerve disease"),
        "spine": _("spine problem"),
        "heart": _("heart disease"),
    }.get(word, word)


def pain(level: int) -> str:
    """The word of a pain from 0 to 10: none, mild 1–4, medium 5–6, severe 7–10 (Palos 2006)."""
    if level == 0:
        return _("no pain")
    if level < MEDIUM_PAIN:
        return _("mild")
    return _("medium") if level < SEVERE_PAIN else _("severe")


def exertion(level: float) -> str:
    """The word of an exertion on Borg's CR10 scale, in the five steps of the day card."""
    if level < 1:
        return _("None")
    if level < 3:
        return _("Easy")
    if level < 5:
        return _("Medium")
    return _("Hard") if level < 7 else _("Very hard")


def urine_colour(level: int) -> str:
    """The colour of one of the eight steps (Armstrong 1994), as a word."""
    return (
        _("almost clear"),
        _("very pale yellow"),
        _("pale yellow"),
        _("yellow"),
        _("dark yellow"),
        _("amber"),
        _("brown"),
        _("dark brown"),
    )[level - 1]
