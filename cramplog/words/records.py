"""How many records of each kind there are, in words."""

from __future__ import annotations

from collections.abc import Mapping

from cramplog.domain.changes import Kind
from cramplog.i18n import ngettext
from cramplog.words import numbers


def counted(counts: Mapping[Kind, int]) -> str:
    """What a diary holds: "34 cramps, 61 days, 12 workouts". Cramps and days always, the rest if any."""
    cramps, days = counts.get(Kind.EPISODES, 0), counts.get(Kind.DAYS, 0)
    said = [numbers.cramps(cramps), _counted_days(days)]
    if workouts := counts.get(Kind.WORKOUTS, 0):
        said.append(
            ngettext("%(n)s workout", "%(n)s workouts", workouts) % {"n": numbers.count(workouts)},
        )
    if courses := counts.get(Kind.COURSES, 0):
        said.append(
            ngettext("%(n)s medicine or routine", "%(n)s medicines or routines", courses)
            % {"n": numbers.count(courses)}
        )
    return ", ".join(said)


def records(count: int) -> str:
    """So many records of whatever kind: "1 record", "3 records"."""
    return ngettext("%(n)d record", "%(n)d records", count) % {"n": count}


def _counted_days(days: int) -> str:
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": numbers.count(days)}
