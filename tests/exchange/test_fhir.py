"""The FHIR bundle: valid for others, with nothing in it that nobody said, and readable again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings
from making import a_course, a_day, an_episode
from strategies import diaries

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import CourseKind, DoseChange
from cramplog.domain.day import Day
from cramplog.domain.errors import UnreadableFile
from cramplog.domain.person import Person
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance
from cramplog.exchange.fhir import read as fhir_in
from cramplog.exchange.fhir import write as fhir_out
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.preview import compare

EXPORTED = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
# From the base specification (R4, datatypes).
DATE_TIME = re.compile(
    r"([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?"
)
ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")


def written(contents: DiaryContents, *, snomed: bool = True) -> Any:
    return json.loads(fhir_out.write(contents, exported=EXPORTED, snomed=snomed))


def resources(bundle: Any, kind: str) -> list[Any]:
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def read(folder: Path, contents: DiaryContents) -> ReadDiary:
    path = folder / "bundle.json"
    path.write_text(fhir_out.write(contents, exported=EXPORTED), encoding="utf-8")
    return fhir_in.read_file(path)


def values_in(part: Any) -> Iterator[tuple[str, Any]]:
    """Every value of a document with its key, the document's own parts first."""
    pairs = part.items() if isinstance(part, dict) else (("", each) for each in part)
    for key, value in pairs:
        yield key, value
        if isinstance(value, dict | list):
            yield from values_in(value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_bundle_is_valid(contents: DiaryContents) -> None:
    Bundle.model_validate(written(contents))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_bundle_keeps_the_rules_of_the_base_specification(contents: DiaryContents) -> None:
    bundle = written(contents)

    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    # bdl-7: a fullUrl is unique in a bundle, and that of a resource without an address is its id.
    assert len(set(urls)) == len(urls)
    assert urls == [f"urn:uuid:{entry['resource']['id']}" for entry in bundle["entry"]]
    for key, value in values_in(bundle):
        assert value not in (None, "", [], {}), key
        if key == "reference":
            assert value in urls
        if key == "id":
            assert ID.fullmatch(value)
        if key in ("effectiveDateTime", "authored", "timestamp", "start", "end"):
            assert DATE_TIME.fullmatch(value), value
        if isinstance(value, str):
            assert value.strip()
    for observation in resources(bundle, "Observation"):
        for part in observation.get("component", ()):
            assert len([name for name in part if name.startswith("value")]) == 1
        period = observation.get("effectivePeriod")
        # per-1: a period does not end before it starts.
        assert period is None or datetime.fromisoformat(period["start"]) <= datetime.fromisoformat(
            period["end"]
        )


# From the definitions of the resources (R4): what each must have, and what its code may be.
REQUIRED = {
    "Patient": {"id"},
    "Observation": {"status", "code", "subject"},
    "QuestionnaireResponse": {"status"},
    "MedicationStatement": {"status", "subject", "medicationCodeableConcept"},
}
VALUE_SETS = {
    ("Observation", "status"): {"registered", "preliminary", "final", "amended"},
    ("QuestionnaireResponse", "status"): {"in-progress", "completed", "amended", "stopped"},
    ("MedicationStatement", "status"): {
        "active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown", "not-taken",
    },
    ("Patient", "gender"): {"male", "female", "other", "unknown"},
}  # fmt: skip
URI, CODE = re.compile(r"(urn:uuid:|https?://)\S+"), re.compile(r"[^\s]+(\s[^\s]+)*")


def broken_rules(bundle: Any) -> list[str]:
    """What is against required elements, value sets, or the rules of codes, offsets and diagnoses."""
    found = [] if bundle["type"] in ("collection", "document", "searchset") else ["Bundle.type"]
    for entry in bundle["entry"]:
        resource, kind = entry["resource"], entry["resource"]["resourceType"]
        if kind not in REQUIRED:
            found.append(f"{kind} does not belong here")
            continue
        found += [f"{kind}.{name} is missing" for name in REQUIRED[kind] - resource.keys()]
        for (of, name), allowed in VALUE_SETS.items():
            if of == kind and resource.get(name, next(iter(allowed))) not in allowed:
                found.append(f"{kind}.{name} is {resource[name]}")
        if len([name for name in resource if name.startswith("effective")]) > 1:
            found.append(f"{kind}.effective[x] twice")
    for key, value in values_in(bundle):
        if key == "coding":
            found += [f"coding {each}" for each in value if not _is_coding(each)]
        if key in ("effectiveDateTime", "start", "end", "timestamp") and "T" in value:
            found += [] if re.search(r"(Z|[+-]\d\d:\d\d)$", value) else [f"{key} {value} has no offset"]
    return found


def _is_coding(coding: Any) -> bool:
    named = URI.fullmatch(coding["system"]) and CODE.fullmatch(coding["code"])
    return bool(named) and "icd" not in coding["system"].lower()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_resource_has_what_it_must_and_no_code_outside_its_value_set(contents: DiaryContents) -> None:
    for snomed in (True, False):
        bundle = written(contents, snomed=snomed)

        assert broken_rules(bundle) == []
        assert ("snomed" in json.dumps([value for key, value in values_in(bundle) if key == "system"])) is (
            snomed and bool(contents.episodes)
        )


def test_the_rules_notice_what_breaks_them() -> None:
    episode, course = (
        an_episode(duration_s=60),
        a_course(kind=CourseKind.MEDICINE, dose="1", ended=date(2026, 1, 1)),
    )
    bundle = written(DiaryContents(episodes=(episode,), courses=(course,)))
    _patient, observation, medicine = [entry["resource"] for entry in bundle["entry"]]
    observation["effectivePeriod"]["start"] = "2026-03-04T02:10:00"
    observation["code"]["coding"] = [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "R25.2"}]
    del observation["subject"]
    medicine["status"] = "over"
    bundle["entry"].append({"fullUrl": "urn:uuid:1", "resource": {"resourceType": "Condition"}})

    assert broken_rules(bundle) == [
        "Observation.subject is missing",
        "MedicationStatement.status is over",
        "Condition does not belong here",
        "coding {'system': 'http://hl7.org/fhir/sid/icd-10', 'code': 'R25.2'}",
        "start 2026-03-04T02:10:00 has no offset",
    ]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(diaries())
def test_what_fhir_carries_comes_in_again(tmp_path: Path, contents: DiaryContents) -> None:
    found = read(tmp_path, contents)

    assert found.rejected == ()
    assert len(found.contents.episodes) == len(contents.episodes)
    for ours, theirs in zip(contents.episodes, found.contents.episodes, strict=True):
        carried = ("id", "started", "places", "duration_s", "pain", "circumstance", "woke", "repeats")
        for name in carried:
            assert getattr(theirs, name) == getattr(ours, name), name
        assert (theirs.signs or (), theirs.warning_signs or ()) == (
            ours.signs or (),
            ours.warning_signs or (),
        )
        assert theirs.note == (ours.note if ours.note.strip() else "")
    assert found.contents.days == tuple(
        replace(day, note=day.note if day.note.strip() else "") for day in contents.days
    )
    medicines = [course for course in contents.courses if course.kind in ("medicine", "supplement")]
    assert found.contents.courses == tuple(
        replace(course, doses=course.doses or None, note=course.note if course.note.strip() else "")
        for course in medicines
    )


def test_a_cramp_is_an_observation_by_the_patient() -> None:
    cramp = an_episode("2026-03-04 02:10 -05:00", duration_s=240, pain=7, note="hard")

    (observation,) = resources(written(DiaryContents(episodes=(cramp,))), "Observation")

    patient = {"reference": "urn:uuid:e7a1d3c4-5b2f-4a86-9d10-7c3e8f6b4a21"}
    assert (observation["subject"], observation["performer"]) == (patient, [patient])
    assert observation["status"] == "final"
    assert observation["category"][0]["coding"][0]["code"] == "survey"
    assert observation["code"] == {
        "coding": [{"system": "http://snomed.info/sct", "code": "55300003", "display": "Cramp"}],
        "text": "Muscle cramp (self-reported)",
    }
    assert observation["effectivePeriod"] == {
        "start": "2026-03-04T02:10:00-05:00",
        "end": "2026-03-04T02:14:00-05:00",
    }
    assert observation["bodySite"]["text"] == "Left calf"
    assert observation["bodySite"]["coding"][0] == {"system": "http://snomed.info/sct", "code": "53840002"}
    assert observation["component"][0] == {
        "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}], "text": "Pain 0-10"},
        "valueQuantity": {
            "value": 7, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}",
        },
    }  # fmt: skip
    assert observation["note"] == [{"text": "hard"}]


def test_several_places_stand_in_words_and_each_by_its_code() -> None:
    cramp = an_episode(places=(Place(Muscle.CALF, Side.LEFT), Place(Muscle.FOOT, Side.RIGHT)))

    (observation,) = resources(written(DiaryContents(episodes=(cramp,))), "Observation")

    assert observation["bodySite"] == {"text": "Left calf, right foot"}
    assert [part["valueCodeableConcept"]["text"] for part in observation["component"]] == [
        "Left calf",
        "Right foot",
    ]


def test_no_diagnosis_is_in_it_and_without_snomed_no_code_of_it() -> None:
    cramp = an_episode(circumstance=Circumstance.ASLEEP)
    contents = DiaryContents(person=Person(conditions=("diabetes",)), episodes=(cramp,))

    text = json.dumps(written(contents, snomed=False))

    assert "Condition" not in text
    assert "icd" not in text.lower()
    assert "diabetes" not in text
    assert "snomed" not in text
    assert "loinc" not in text


def test_a_check_in_says_that_there_was_no_cramp() -> None:
    bundle = written(DiaryContents(days=(a_day("2026-03-04", sleep_disturbance=2),)))

    (response,) = resources(bundle, "QuestionnaireResponse")

    assert (response["status"], response["authored"]) == ("completed", "2026-03-04")
    assert response["source"] == response["subject"]
    assert {item["linkId"]: item["answer"] for item in response["item"]} == {
        "date": [{"valueDate": "2026-03-04"}],
        "cramp_free": [{"valueBoolean": True}],
        "sleep_disturbance": [{"valueInteger": 2}],
    }


def test_medicines_are_statements_of_the_patient_and_routines_are_none() -> None:
    pill = a_course(
        "Quinine",
        kind=CourseKind.MEDICINE,
        dose="200 mg",
        started=date(2026, 1, 10),
        ended=date(2026, 3, 1),
        doses=(DoseChange(from_date=date(2026, 2, 1), dose="300 mg"),),
    )
    stretches = a_course("Stretching", kind=CourseKind.ROUTINE)

    (statement,) = resources(written(DiaryContents(courses=(pill, stretches))), "MedicationStatement")

    assert (statement["status"], statement["medicationCodeableConcept"]) == ("completed", {"text": "Quinine"})
    assert statement["effectivePeriod"] == {"start": "2026-01-10", "end": "2026-03-01"}
    since = {"repeat": {"boundsPeriod": {"start": "2026-02-01"}}}
    assert statement["dosage"] == [{"text": "200 mg"}, {"text": "300 mg", "timing": since}]
    assert statement["informationSource"] == statement["subject"]


def test_a_bundle_that_comes_back_takes_nothing_away(tmp_path: Path) -> None:
    cramp = an_episode(pain=7, soreness_h=12, zone="Europe/Berlin")
    pill = a_course(
        "Quinine", kind=CourseKind.MEDICINE, doses=(DoseChange(from_date=date(2026, 2, 1), dose="1"),)
    )
    contents = DiaryContents(episodes=(cramp,), days=(Day(date=date(2026, 3, 4), ill=True),), courses=(pill,))

    preview = compare(read(tmp_path, contents), contents)

    filled_in = [change.after for change in preview.changes]
    assert [one.soreness_h for one in filled_in if isinstance(one, type(cramp))] == [12]
    assert [one.doses for one in filled_in if isinstance(one, type(pill))] in ([], [pill.doses])


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        ({"resourceType": "Condition"}, "is not as CrampLog writes it"),
        ({}, "is not as CrampLog writes it"),
        (
            {"resourceType": "Observation", "id": "x", "effectiveDateTime": "2026-03-04", "bodySite": {}},
            "When: “2026-03-04” must be a time with its UTC offset such as 2026-03-04T02:10:00-05:00",
        ),
    ],
)
def test_what_others_wrote_is_rejected_with_its_place(tmp_path: Path, resource: Any, reason: str) -> None:
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps({"resourceType": "Bundle", "entry": [{"resource": resource}]}))

    found = fhir_in.read_file(path)

    assert [(one.place, one.reason) for one in found.rejected] == [("entry[0]", reason)]


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "patient.json"
    path.write_text('{"resourceType": "Patient"}')

    with pytest.raises(UnreadableFile, match="is not a FHIR bundle"):
        fhir_in.read_file(path)
