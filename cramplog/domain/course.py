"""Something taken or done over a time: a medicine, a supplement, a routine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cramplog.domain import check
from cramplog.domain.errors import InvalidValue
from cramplog.i18n import _


class CourseKind(StrEnum):
    """What sort of thing a course is."""

    MEDICINE = "medicine"
    SUPPLEMENT = "supplement"
    ROUTINE = "routine"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseChange:
    """From a date on, this dose."""

    from_date: date
    dose: str

    def __post_init__(self) -> None:
        if check.day("doses.from", self.from_date) is None:
            raise InvalidValue.missing("doses.from")
        object.__setattr__(self, "dose", check.needed_name("doses.dose", self.dose))


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseSince:
    """A dose, and its first day. "" and None: not recorded."""

    dose: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One course. `started` and `ended` are its first and last day; None: not recorded, or still going on."""

    id: str
    kind: CourseKind
    name: str
    dose: str | None = None
    started: date | None = None
    ended: date | None = None
    doses: tuple[DoseChange, ...] | None = None
    note: str = ""

    def doses_up_to(self, day: date) -> tuple[DoseSince, ...]:
        """Each dose that began on or before `day`, in their order; the first may have begun later."""
        changes = sorted(
            (change for change in self.doses or () if change.from_date <= day),
            key=lambda change: change.from_date,
        )
        later = tuple(DoseSince(dose=change.dose, since=change.from_date) for change in changes)
        if changes and self.started is not None and changes[0].from_date <= self.started:
            return later
        return (DoseSince(dose=self.dose or "", since=self.started), *later)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", check.identity("id", self.id))
        put(self, "kind", check.needed_choice("kind", self.kind, CourseKind))
        put(self, "name", check.needed_name("name", self.name))
        put(self, "dose", check.name("dose", self.dose))
        check.day("started", self.started)
        check.day("ended", self.ended)
        if self.started is not None and self.ended is not None and self.ended < self.started:
            reason = _("is before the start, %(day)s") % {"day": self.started}
            raise InvalidValue("ended", self.ended.isoformat(), reason)
        if self.doses is not None:
            for change in self.doses:
                if not isinstance(change, DoseChange):
                    raise InvalidValue("doses", change, _("must be a date and a dose"))
            put(self, "doses", tuple(self.doses))
        put(self, "note", check.note("note", self.note))
