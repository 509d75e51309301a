"""The article's four reasons to see a doctor, and what could have been different on cramp days."""

from __future__ import annotations

from cramplog.i18n import _, pgettext

ARTICLE = "What Causes Muscle Spasms?"
INSTITUTE = "Florida Orthopaedic Institute"


def reason(criterion: str) -> str:
    """The name of a criterion on screen and paper."""
    return {
        "severe": pgettext("reason", "Severe"),
        "frequent": pgettext("reason", "Often"),
        "poor_response": pgettext("reason", "Hard to ease"),
        "no_obvious_cause": pgettext("reason", "No clear cause"),
    }[criterion]


def state(which: str) -> str:
    """The state of a criterion in words."""
    return {
        "met": pgettext("rule", "Met"),
        "not_met": pgettext("rule", "Not met"),
        "not_enough": _("Not enough data yet"),
    }[which]


def trigger(which: str) -> str:
    """What was different on a day, as the head of a row."""
    return {
        "hot": _("Hot days"),
        "dehydrated": _("Too little water"),
        "hard_exercise": _("Hard exercise"),
        "unaccustomed": _("New kind of exercise"),
        "ill": _("Being ill"),
        "alcohol": _("Alcohol"),
        "not_stretched": _("Not stretched"),
        "poor_sleep": _("Poor sleep"),
    }[which]
