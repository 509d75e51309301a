"""What a step is called in the Edit menu and in messages."""

from __future__ import annotations

from cramplog.domain.changes import Kind
from cramplog.domain.steps import Step, StepName
from cramplog.i18n import _, ngettext


def step(which: Step) -> str:
    """The step in a few words, as after "Undo: " in the menu."""
    count = len(which.changes)
    match which.name:
        case StepName.RECORD:
            return ngettext("log a cramp", "log %(n)d cramps", count) % {"n": count}
        case StepName.REVISE:
            return ngettext("change a cramp", "change %(n)d cramps", count) % {"n": count}
        case StepName.REMOVE:
            return _removed(which.changes[0].kind, count)
        case StepName.PUT_BACK:
            return ngettext("put back %(n)d record", "put back %(n)d records", count) % {"n": count}
        case StepName.CHECK_IN:
            return _("change a day")
        case StepName.MARK_FREE:
            return ngettext("mark a day as free", "mark %(n)d days as free", count) % {"n": count}
        case StepName.COURSE:
            return _("change medicines and routines")
        case StepName.WORKOUT:
            return ngettext("change a workout", "change %(n)d workouts", count) % {"n": count}
        case StepName.PERSON:
            return _("change about me")
        case StepName.SETTINGS:
            return _("change settings")
        case StepName.IMPORT:
            return _("import")
        case StepName.SHEET:
            return _("type in a paper sheet")


def _removed(kind: Kind, count: int) -> str:
    if kind is Kind.WORKOUTS:
        return ngettext("delete a workout", "delete %(n)d workouts", count) % {"n": count}
    if kind is Kind.COURSES:
        return _("delete a medicine or routine")
    return ngettext("delete a cramp", "delete %(n)d cramps", count) % {"n": count}
