"""What the steps of each scale are called on screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign
from cramplog.domain.thresholds import MEDIUM_PAIN, SEVERE_PAIN
from cramplog.i18n import _, pgettext

if TYPE_CHECKING:
    from cramplog.domain.course import CourseKind
    from cramplog.domain.person import Sex


def circumstance(which: Circumstance) -> str:
    """What the person was doing: "During exercise", "Asleep"."""
    return {
        Circumstance.DURING_EXERCISE: _("During exercise"),
        Circumstance.AFTER_EXERCISE: _("After exercise"),
        Circumstance.WORKING: _("Working"),
        Circumstance.RESTING: _("Resting"),
        Circumstance.ASLEEP: _("Asleep"),
        Circumstance.WAKING: _("Waking up"),
        Circumstance.OTHER: pgettext("doing", "Other"),
    }[which]


def muscle_sign(which: MuscleSign) -> str:
    """What the muscle felt or looked like."""
    return {
        MuscleSign.HARD: pgettext("muscle", "Hard"),
        MuscleSign.DISTORTED: pgettext("muscle", "Out of shape"),
        MuscleSign.TWITCHING: pgettext("muscle", "Twitching"),
    }[which]


def hydration(which: Hydration) -> str:
    """How much had been drunk: "Plenty", "Some", "Too little"."""
    return {
        Hydration.GOOD: pgettext("water drunk", "Plenty"),
        Hydration.FAIR: pgettext("water drunk", "Some"),
        Hydration.POOR: pgettext("water drunk", "Too little"),
    }[which]


def heat(which: Heat) -> str:
    """How warm it felt."""
    return {
        Heat.COOL: pgettext("heat felt", "Cool"),
        Heat.COMFORTABLE: pgettext("heat felt", "Comfortable"),
        Heat.WARM: pgettext("heat felt", "Warm"),
        Heat.HOT: pgettext("heat felt", "Hot"),
        Heat.VERY_HOT: pgettext("heat felt", "Very hot"),
    }[which]


def method(which: Method) -> str:
    """What was tried, as a button says it."""
    return {
        Method.STOP: pgettext("what was tried", "Stopping"),
        Method.STRETCH: pgettext("what was tried", "Stretching"),
        Method.MASSAGE: pgettext("what was tried", "Massage"),
        Method.HEAT: pgettext("what was tried", "Warmth"),
        Method.COLD: pgettext("what was tried", "Cold"),
        Method.WALK: pgettext("what was tried", "Walking"),
        Method.FLUIDS: pgettext("what was tried", "Drinking"),
        Method.ELECTROLYTES: pgettext("what was tried", "Salts"),
        Method.MEDICINE: pgettext("what was tried", "Medicine"),
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
    from cramplog.domain.course import CourseKind

    return {
        CourseKind.MEDICINE: _("Medicine"),
        CourseKind.SUPPLEMENT: _("Supplement"),
        CourseKind.ROUTINE: _("Routine"),
        CourseKind.OTHER: pgettext("kind of course", "Other"),
    }[which]


def sex(which: Sex) -> str:
    """Sex as printed beside the birth date."""
    from cramplog.domain.person import Sex

    return {
        Sex.FEMALE: pgettext("sex", "female"),
        Sex.MALE: pgettext("sex", "male"),
        Sex.OTHER: pgettext("sex", "other"),
    }[which]


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
        return pgettext("pain", "mild")
    return pgettext("pain", "medium") if level < SEVERE_PAIN else pgettext("pain", "severe")


def exertion(level: float) -> str:
    """The word of an exertion on Borg's CR10 scale, in the five steps of the day card."""
    if level < 1:
        return pgettext("exertion", "None")
    if level < 3:
        return pgettext("exertion", "Easy")
    if level < 5:
        return pgettext("exertion", "Medium")
    return pgettext("exertion", "Hard") if level < 7 else pgettext("exertion", "Very hard")


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
