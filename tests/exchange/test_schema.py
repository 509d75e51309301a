"""The JSON Schema that ships says what the reader does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from strategies import diaries
from wrong_values import BAD_EPISODES, BAD_RECORDS, ID, an_episode_record

from cramplog import paths
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import CourseKind
from cramplog.domain.person import Sex
from cramplog.domain.places import Muscle, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign, Source
from cramplog.domain.signs import WarningSign
from cramplog.exchange import diary_json, fields

SCHEMA: dict[str, Any] = json.loads(
    paths.resource("schema", "cramplog-diary-1.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
SIMULATED = Path(__file__).parents[3] / "shared" / "diaries"

# The end of a course is compared with its start, which no schema can say.
ONLY_THE_READER_KNOWS = ("ended",)


def document(**parts: Any) -> dict[str, Any]:
    return {"format": "cramplog-diary", "version": 1, **parts}


def rejected(found: dict[str, Any]) -> int:
    return len(diary_json.read(json.dumps(found).encode(), Path("diary.json")).rejected)


def properties(*path: str) -> dict[str, Any]:
    part = SCHEMA["$defs"]
    for step in path:
        part = part[step]
    return dict(part["properties"])


def test_the_schema_itself_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_export_fits_the_schema(contents: DiaryContents) -> None:
    text = diary_json.write(contents, exported=datetime(2026, 11, 22, tzinfo=UTC), app="cramplog 1.0.0")

    assert [error.message for error in VALIDATOR.iter_errors(json.loads(text))] == []


@pytest.mark.skipif(not SIMULATED.is_dir(), reason="the simulated diaries are not on this computer")
@pytest.mark.parametrize("name", ["athlete-8-months", "older-adult-14-months", "sparse-6-weeks"])
def test_the_simulated_diaries_fit_the_schema_and_come_out_as_they_went_in(name: str) -> None:
    path = SIMULATED / f"{name}.json"
    original = json.loads(path.read_text(encoding="utf-8"))

    found = diary_json.read_file(path)
    exported = json.loads(
        diary_json.write(found.contents, exported=datetime(2026, 11, 22, tzinfo=UTC), app="x")
    )

    assert VALIDATOR.is_valid(original)
    assert VALIDATOR.is_valid(exported)
    assert (found.rejected, found.unknown) == ((), ())
    for part in ("person", "episodes", "days", "workouts", "courses"):
        assert recorded(exported[part]) == recorded(original[part])


def recorded(value: Any) -> Any:
    """The value without what says "not recorded"."""
    if isinstance(value, dict):
        return {key: recorded(part) for key, part in value.items() if part is not None and part != ""}
    return [recorded(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("wrong", "field"), BAD_EPISODES, ids=lambda value: str(value)[:40])
def test_the_schema_refuses_every_episode_that_the_reader_refuses(wrong: dict[str, Any], field: str) -> None:
    found = document(episodes=[an_episode_record(**wrong)])

    assert rejected(found) == 1
    assert not VALIDATOR.is_valid(found) or wrong == {"started": "2026-02-30T02:10:00+01:00"}


@pytest.mark.parametrize(
    ("part", "records", "place", "field"), BAD_RECORDS, ids=lambda value: str(value)[:40]
)
def test_the_schema_refuses_every_record_that_the_reader_refuses(
    part: str, records: Any, place: str, field: str
) -> None:
    found = document(**{part: records})

    assert rejected(found) == 1
    assert not VALIDATOR.is_valid(found) or field in ONLY_THE_READER_KNOWS


@pytest.mark.parametrize(
    "parts",
    [
        {"episodes": [an_episode_record()]},
        {"episodes": [an_episode_record(id=ID.upper(), pain=7.0, note=None, exercise=None, relief=[])]},
        {"episodes": [an_episode_record(started="2026-03-04T02:10Z", zone="UTC", mood="low")]},
        {"episodes": [an_episode_record(started="2026-03-04T02:10:00.123456+05:45")]},
        {"episodes": None, "days": None, "person": None, "settings": None},
        {"days": [{"date": "2026-03-04"}]},
        {"workouts": [{"id": ID, "started": "2026-03-04T02:10:00Z", "mean_heart_rate": 151.5}]},
        {"courses": [{"id": ID, "kind": "routine", "name": "Stretching", "doses": None}]},
        {"person": {"conditions": ["diabetes", "my own word"]}},
        {"settings": {"day_starts_hour": 0, "criteria": {"severe": None, "frequent": {"episodes": 100}}}},
    ],
    ids=lambda value: str(value)[:40],
)
def test_the_schema_takes_what_the_reader_takes(parts: dict[str, Any]) -> None:
    assert rejected(document(**parts)) == 0
    assert VALIDATOR.is_valid(document(**parts))


def test_the_schema_names_the_fields_that_are_written_and_no_others() -> None:
    assert tuple(SCHEMA["properties"]) == fields.DOCUMENT
    assert set(properties("person")) == set(fields.PERSON)
    assert set(properties("episode")) == set(fields.EPISODE)
    assert set(properties("day")) == set(fields.DAY)
    assert set(properties("workout")) == set(fields.WORKOUT)
    assert set(properties("course")) == set(fields.COURSE)
    assert set(properties("settings")) == set(fields.SETTINGS)
    assert set(properties("episode", "properties", "exercise")) == set(fields.EXERCISE)
    assert set(properties("episode", "properties", "relief", "items")) == set(fields.RELIEF)
    assert set(properties("episode", "properties", "places", "items")) == set(fields.PLACE)
    assert set(properties("course", "properties", "doses", "items")) == set(fields.DOSE_CHANGE)


def test_the_schema_has_every_word_of_the_diary() -> None:
    episode, place = properties("episode"), properties("episode", "properties", "places", "items")
    relief = properties("episode", "properties", "relief", "items")
    words: list[tuple[dict[str, Any], type[StrEnum]]] = [
        (place["muscle"], Muscle),
        (place["side"], Side),
        (episode["circumstance"], Circumstance),
        (episode["signs"]["items"], MuscleSign),
        (episode["warning_signs"]["items"], WarningSign),
        (episode["hydration"], Hydration),
        (episode["heat"], Heat),
        (relief["method"], Method),
        (relief["effect"], Effect),
        (episode["source"], Source),
        (properties("course")["kind"], CourseKind),
        (properties("person")["sex"], Sex),
    ]
    for schema, kind in words:
        assert [word for word in schema["enum"] if word is not None] == [str(word) for word in kind]
