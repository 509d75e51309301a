"""Reads a bundle that CrampLog wrote: what FHIR carries of a diary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course, CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.errors import InvalidValue, UnreadableFile
from cramplog.domain.person import Person
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.exchange import incoming, json_text, records
from cramplog.exchange.fhir import codes
from cramplog.exchange.found import ReadDiary, Rejected
from cramplog.i18n import _
from cramplog.words import fields as field_names

LARGEST = 200_000_000
T = TypeVar("T")


def read_file(path: Path) -> ReadDiary:
    """The diary in the bundle; a resource that is none of ours is rejected alone. Raises UnreadableFile."""
    bundle = json_text.parse(incoming.read_within(path, LARGEST), path)
    entries = bundle.get("entry", []) if isinstance(bundle, dict) else None
    if not isinstance(entries, list) or bundle.get("resourceType") != "Bundle":
        raise UnreadableFile(path, _("%(name)s is not a FHIR bundle.") % {"name": path.name})
    found: dict[str, list[Any]] = {name: [] for name in _READERS}
    rejected: list[Rejected] = []
    for number, entry in enumerate(entries):
        place = f"entry[{number}]"
        try:
            resource = entry["resource"]
            name = resource["resourceType"]
            kind, read = _READERS[name]
            found[name].append(read(resource))
        except InvalidValue as error:
            rejected.append(_rejected(path, kind, place, field_names.of_a_record(error)))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError):
            rejected.append(_rejected(path, Kind.EPISODES, place, _("is not as CrampLog writes it")))
    return ReadDiary(path=path, contents=_contents(found), rejected=tuple(rejected), made_ids=_ids(found))


def _contents(found: dict[str, list[Any]]) -> DiaryContents:
    return DiaryContents(
        person=next(iter(found["Patient"]), Person()),
        episodes=tuple(_each_once(found["Observation"], lambda episode: episode.id)),
        days=tuple(_each_once(found["QuestionnaireResponse"], lambda day: day.date)),
        courses=tuple(_each_once(found["MedicationStatement"], lambda course: course.id)),
    )


def _ids(found: dict[str, list[Any]]) -> frozenset[str]:
    # A bundle has less than the diary: what was recorded here must not be replaced by it.
    return frozenset(one.id for name in ("Observation", "MedicationStatement") for one in found[name])


def _each_once(records_found: list[T], key: Callable[[T], object]) -> Iterator[T]:
    return iter({key(record): record for record in records_found}.values())


def _patient(resource: Any) -> Person:
    names = resource.get("name") or [{}]
    return Person(
        name=names[0].get("text"),
        birth_date=records.calendar_date("birthDate", resource.get("birthDate")),
        sex=resource.get("gender"),
    )


def _episode(resource: Any) -> Episode:
    period = resource.get("effectivePeriod") or {"start": resource["effectiveDateTime"]}
    started, ended = _moment(period["start"]), _moment(period.get("end"))
    if started is None:
        raise InvalidValue("started", None, "is needed")
    components = resource.get("component") or []
    own = [(_own_code(component["code"]), component) for component in components]
    return Episode(
        id=records.identity(resource["id"]),
        started=started,
        places=_places(resource, own),
        duration_s=None if ended is None else round((ended - started).total_seconds()),
        pain=next((one["valueQuantity"]["value"] for one in components if _is_pain(one)), None),
        circumstance=next((Circumstance(code) for code in _values(own, "circumstance")), None),
        woke=next((one["valueBoolean"] for name, one in own if name == "woke"), None),
        signs=tuple(map(MuscleSign, _values(own, "sign"))) or None,
        repeats=next((one["valueInteger"] for name, one in own if name == "repeats"), None),
        warning_signs=tuple(map(WarningSign, _values(own, "warning_sign"))) or None,
        note=_note(resource),
        source=Source.IMPORT,
    )


def _places(resource: Any, own: list[tuple[str | None, Any]]) -> tuple[Place, ...]:
    one = _own_code(resource["bodySite"])
    found = _values(own, "place") or ([] if one is None else [one])
    if not found:
        raise InvalidValue("places", resource["bodySite"].get("text"), "has no place of CrampLog's")
    return tuple(map(_place, found))


def _place(code: str) -> Place:
    muscle, _dash, side = code.rpartition("-")
    return Place(Muscle(muscle), Side(side))


def _day(resource: Any) -> Day:
    answers = {item["linkId"]: next(iter(item["answer"][0].values())) for item in resource["item"]}
    answers["date"] = records.calendar_date("date", answers.get("date"))
    return Day(**answers)


def _course(resource: Any) -> Course:
    period = resource.get("effectivePeriod") or {}
    given = [(dose["text"], _since(dose)) for dose in resource.get("dosage") or []]
    changes = tuple(DoseChange(from_date=since, dose=text) for text, since in given if since is not None)
    return Course(
        id=records.identity(resource["id"]),
        kind=CourseKind(_own_code(resource["category"]) or ""),
        name=resource["medicationCodeableConcept"]["text"],
        dose=next((text for text, since in given if since is None), None),
        doses=changes or None,
        started=_date(period.get("start")),
        ended=_date(period.get("end")),
        note=_note(resource),
    )


def _since(dose: Any) -> date | None:
    """From when on a dose was taken; None for the one from the start."""
    return _date(dose["timing"]["repeat"]["boundsPeriod"]["start"]) if "timing" in dose else None


def _own_code(concept: Any) -> str | None:
    codings = concept.get("coding") or []
    return next((str(coding["code"]) for coding in codings if coding.get("system") == codes.LOCAL), None)


def _values(own: list[tuple[str | None, Any]], name: str) -> list[str]:
    codes_found = (_own_code(component["valueCodeableConcept"]) for code, component in own if code == name)
    return [code for code in codes_found if code is not None]


def _is_pain(component: Any) -> bool:
    return any(coding.get("code") == codes.PAIN for coding in component["code"].get("coding") or [])


def _moment(text: Any) -> datetime | None:
    return records.moment("started", text)


def _date(text: Any) -> date | None:
    return records.calendar_date("effectivePeriod", text)


def _note(resource: Any) -> str:
    notes: list[Any] = resource.get("note") or []
    return "\n".join(note["text"] for note in notes)


def _rejected(path: Path, kind: Kind, place: str, reason: str) -> Rejected:
    return Rejected(file=path.name, kind=kind, place=place, id=None, reason=reason)


_READERS: dict[str, tuple[Kind, Callable[[Any], Any]]] = {
    "Patient": (Kind.PERSON, _patient),
    "Observation": (Kind.EPISODES, _episode),
    "QuestionnaireResponse": (Kind.DAYS, _day),
    "MedicationStatement": (Kind.COURSES, _course),
}
