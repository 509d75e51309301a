"""Writes the bundle: cramps as Observations, check-ins as QuestionnaireResponses, medicines as statements.

No Condition and no ICD code: a record that imports it must not show a diagnosis that nobody made.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course, CourseKind
from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.person import Person
from cramplog.domain.places import Place
from cramplog.exchange import fields
from cramplog.exchange.fhir import codes
from cramplog.words import places, scales

Json = dict[str, Any]

_PATIENT = "e7a1d3c4-5b2f-4a86-9d10-7c3e8f6b4a21"
_DAYS = uuid.UUID("0f0d6f57-9f0e-4c8e-8a33-59f4a2f6a7b8")
_WIDEST_OFFSET = timedelta(hours=14)
_MEDICINES = frozenset({CourseKind.MEDICINE, CourseKind.SUPPLEMENT})


def write(contents: DiaryContents, *, exported: datetime, snomed: bool = True) -> str:
    """The bundle as JSON. `snomed` False leaves out the SNOMED CT codes, which some countries license."""
    resources: list[Json] = [_patient(contents.person)]
    resources += [_observation(episode, snomed) for episode in contents.episodes]
    resources += [_check_in(day) for day in contents.days]
    resources += [_medication(course, exported) for course in contents.courses if course.kind in _MEDICINES]
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": _moment(exported),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources],
    }
    return json.dumps(bundle, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _patient(person: Person) -> Json:
    return _recorded(
        resourceType="Patient",
        id=_PATIENT,
        name=[{"text": person.name}] if person.name else None,
        gender=person.sex,
        birthDate=_iso(person.birth_date),
    )


def _observation(episode: Episode, snomed: bool) -> Json:
    coding = [{"system": codes.SNOMED, "code": codes.CRAMP, "display": "Cramp"}] if snomed else None
    when: Json = {"effectiveDateTime": _moment(episode.started)}
    if episode.ended is not None:
        when = {"effectivePeriod": {"start": _moment(episode.started), "end": _moment(episode.ended)}}
    return _recorded(
        resourceType="Observation",
        id=episode.id,
        status="final",
        category=[{"coding": [{"system": codes.CATEGORY, "code": "survey"}]}],
        code=_recorded(coding=coding, text="Muscle cramp (self-reported)"),
        subject=_the_patient(),
        **when,
        performer=[_the_patient()],
        note=_note(episode.note),
        bodySite=_body_site(episode.places, snomed),
        component=list(_components(episode)) or None,
    )


def _body_site(where: tuple[Place, ...], snomed: bool) -> Json:
    """One concept in R4: several places stand there in words, and in components by their codes."""
    if len(where) > 1:
        return {"text": places.places(where)}
    place = where[0]
    coding = [_own_code(f"{place.muscle}-{place.side}")]
    if snomed and place.muscle in codes.BODY_SITES:
        coding.insert(0, {"system": codes.SNOMED, "code": codes.BODY_SITES[place.muscle]})
    return {"coding": coding, "text": places.place(place)}


def _components(episode: Episode) -> Iterator[Json]:
    if episode.pain is not None:
        yield {
            "code": {"coding": [{"system": codes.LOINC, "code": codes.PAIN}], "text": "Pain 0-10"},
            "valueQuantity": {
                "value": episode.pain, "unit": "score", "system": codes.UCUM, "code": "{score}",
            },
        }  # fmt: skip
    if len(episode.places) > 1:
        for place in episode.places:
            yield _coded("place", f"{place.muscle}-{place.side}", places.place(place))
    if episode.woke is not None:
        yield {**_own_concept("woke"), "valueBoolean": episode.woke}
    if episode.circumstance is not None:
        yield _coded("circumstance", episode.circumstance, scales.circumstance(episode.circumstance))
    if episode.repeats is not None:
        yield {**_own_concept("repeats"), "valueInteger": episode.repeats}
    for sign in episode.signs or ():
        yield _coded("sign", sign, scales.muscle_sign(sign))
    for warning in episode.warning_signs or ():
        yield _coded("warning_sign", warning, warning.replace("_", " "))


def _check_in(day: Day) -> Json:
    items = (_item(name, getattr(day, name)) for name in fields.DAY)
    return {
        "resourceType": "QuestionnaireResponse",
        "id": str(uuid.uuid5(_DAYS, day.date.isoformat())),
        "status": "completed",
        "subject": _the_patient(),
        "authored": day.date.isoformat(),
        "author": _the_patient(),
        "source": _the_patient(),
        "item": [item for item in items if item is not None],
    }


def _item(name: str, value: object) -> Json | None:
    answer: Json
    match value:
        case bool():
            answer = {"valueBoolean": value}
        case int():
            answer = {"valueInteger": value}
        case float():
            answer = {"valueDecimal": int(value) if value.is_integer() else value}
        case date():
            answer = {"valueDate": value.isoformat()}
        case str() if value.strip():
            answer = {"valueString": str(value)}
        case _:
            return None
    return {"linkId": name, "text": name.replace("_", " "), "answer": [answer]}


def _medication(course: Course, exported: datetime) -> Json:
    over = course.ended is not None and course.ended < exported.date()
    period = _recorded(start=_iso(course.started), end=_iso(course.ended))
    doses: list[Json] = [{"text": course.dose}] if course.dose else []
    for change in course.doses or ():
        since = {"repeat": {"boundsPeriod": {"start": change.from_date.isoformat()}}}
        doses.append({"text": change.dose, "timing": since})
    return _recorded(
        resourceType="MedicationStatement",
        id=course.id,
        status="completed" if over else "active",
        category={"coding": [_own_code(course.kind)], "text": scales.course_kind(course.kind)},
        medicationCodeableConcept={"text": course.name},
        subject=_the_patient(),
        effectivePeriod=period or None,
        informationSource=_the_patient(),
        note=_note(course.note),
        dosage=doses or None,
    )


def _coded(name: str, code: str, text: str) -> Json:
    return {**_own_concept(name), "valueCodeableConcept": {"coding": [_own_code(code)], "text": text}}


def _own_concept(name: str) -> Json:
    return {"code": {"coding": [_own_code(name)], "text": name.replace("_", " ")}}


def _own_code(code: str) -> Json:
    return {"system": codes.LOCAL, "code": str(code)}


def _note(text: str) -> Iterable[Json] | None:
    return [{"text": text}] if text.strip() else None


def _the_patient() -> Json:
    return {"reference": f"urn:uuid:{_PATIENT}"}


def _moment(moment: datetime) -> str:
    """FHIR knows no offset beyond 14 hours: such a moment is said in UTC."""
    offset = moment.utcoffset()
    if offset is not None and abs(offset) > _WIDEST_OFFSET:
        moment = moment.astimezone(UTC)
    return moment.isoformat()


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _recorded(**values: Any) -> Json:
    """Only what has a value: FHIR has no null, and nothing empty."""
    return {name: value for name, value in values.items() if value is not None and value != {}}
