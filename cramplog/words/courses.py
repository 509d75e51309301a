"""A medicine or routine with its present dose, and since when."""

from __future__ import annotations

from datetime import date

from cramplog.domain.course import Course, DoseSince
from cramplog.i18n import _
from cramplog.words import dates

# An earlier dose that was described at length would push the present one aside.
_SHORT = 12


def name_and_dose(course: Course, day: date) -> str:
    """What it is called, with the dose of a day: "Amlodipine 10 mg"."""
    return f"{course.name} {course.doses_up_to(day)[-1].dose}".strip()


def since(course: Course, day: date) -> str:
    """When the dose of a day began, and the one before it: "since 23 Mar 2026 (5 mg from 2 Feb)".

    "" where no start is recorded.
    """
    *earlier, present = course.doses_up_to(day)
    if present.since is None:
        return ""
    began = _("since %(date)s") % {"date": dates.day(present.since)}
    if not earlier:
        return began
    return _("%(since)s (%(before)s)") % {"since": began, "before": _before(earlier[-1], present.since)}


def _before(dose: DoseSince, until: date) -> str:
    named = dose.dose if 0 < len(dose.dose) <= _SHORT else ""
    if dose.since is None:
        return _("before, %(dose)s") % {"dose": named} if named else _("before, another dose")
    shown = {
        "dose": named,
        "date": (dates.short_day if dose.since.year == until.year else dates.day)(dose.since),
    }
    if named:
        return _("%(dose)s from %(date)s") % shown
    return _("another dose from %(date)s") % shown if dose.dose else _("begun %(date)s") % shown
