"""Values that the exchange format refuses, for the reader and the schema alike."""

from __future__ import annotations

from typing import Any

ID = "00000000-0000-4000-8000-00000000000a"
OTHER_ID = "00000000-0000-4000-8000-00000000000b"


def an_episode_record(**fields: Any) -> dict[str, Any]:
    """The least that an episode needs, and what the test is about."""
    return {
        "id": ID,
        "started": "2026-03-04T02:10:00-05:00",
        "places": [{"muscle": "calf", "side": "left"}],
        **fields,
    }


# What is wrong in an episode, and the field that the refusal names.
BAD_EPISODES = [
    ({"pain": 11}, "pain"),
    ({"pain": -1}, "pain"),
    ({"pain": 6.5}, "pain"),
    ({"pain": "7"}, "pain"),
    ({"pain": True}, "pain"),
    ({"id": None}, "id"),
    ({"id": "12"}, "id"),
    ({"id": 12}, "id"),
    ({"id": "{" + ID + "}"}, "id"),
    ({"started": None}, "started"),
    ({"started": "2026-03-04T02:10:00"}, "started"),
    ({"started": "2026-03-04"}, "started"),
    ({"started": "2026-02-30T02:10:00+01:00"}, "started"),
    ({"started": "2026-03-04T25:10:00+01:00"}, "started"),
    ({"started": "2026-03-04T02:10:00+25:00"}, "started"),
    ({"started": "20260304T021000+0100"}, "started"),
    ({"started": "0001-01-01T00:00:00+23:59"}, "started"),
    ({"started": 1772600000}, "started"),
    ({"zone": "Europe/Berlin\n<b>"}, "zone"),
    ({"zone": 1}, "zone"),
    ({"places": None}, "places"),
    ({"places": []}, "places"),
    ({"places": "calf"}, "places"),
    ({"places": ["calf"]}, "places"),
    ({"places": [{"muscle": "wing", "side": "left"}]}, "muscle"),
    ({"places": [{"muscle": "calf"}]}, "side"),
    ({"places": [{"muscle": "calf", "side": "left"}] * 2}, "places"),
    ({"duration_s": -1}, "duration_s"),
    ({"duration_s": 10**30}, "duration_s"),
    ({"circumstance": "flying"}, "circumstance"),
    ({"circumstance": ["asleep"]}, "circumstance"),
    ({"woke": 1}, "woke"),
    ({"woke": "yes"}, "woke"),
    ({"signs": "hard"}, "signs"),
    ({"signs": ["hard", "hard"]}, "signs"),
    ({"signs": ["soft"]}, "signs"),
    ({"signs": [None]}, "signs"),
    ({"signs": {"hard": True}}, "signs"),
    ({"warning_signs": ["bad_luck"]}, "warning_signs"),
    ({"urine_colour": 0}, "urine_colour"),
    ({"fluid_l": "1.5"}, "fluid_l"),
    ({"humidity_pct": 101}, "humidity_pct"),
    ({"exercise": []}, "exercise"),
    ({"exercise": {}}, "exercise.done"),
    ({"exercise": {"done": None}}, "exercise.done"),
    ({"exercise": {"done": True, "exertion": 11}}, "exercise.exertion"),
    ({"relief": {"method": "stretch"}}, "relief"),
    ({"relief": [{"method": "magic"}]}, "relief.method"),
    ({"relief": [{"effect": "none"}]}, "relief.method"),
    ({"note": 5}, "note"),
    ({"note": False}, "note"),
    ({"note": ["a"]}, "note"),
    ({"note": "n" * 100_001}, "note"),
    ({"source": "guess"}, "source"),
    ({"changed": "yesterday"}, "changed"),
]


# The part of the document, what it holds, and the place and the field that the refusal names.
BAD_RECORDS = [
    ("days", [{"cramp_free": True}], "days[0]", "date"),
    ("days", [{"date": "2026-3-4"}], "days[0]", "date"),
    ("days", [{"date": "2026-03-04T00:00:00Z"}], "days[0]", "date"),
    ("days", [{"date": "2026-03-04", "sleep_disturbance": 11}], "days[0]", "sleep_disturbance"),
    ("workouts", [{"id": ID}], "workouts[0]", "started"),
    (
        "workouts",
        [{"id": ID, "started": "2026-03-04T02:10:00Z", "elapsed_s": -1}],
        "workouts[0]",
        "elapsed_s",
    ),
    (
        "workouts",
        [{"id": ID, "started": "2026-03-04T02:10:00Z", "file_sha256": "0"}],
        "workouts[0]",
        "file_sha256",
    ),
    ("courses", [{"id": ID, "kind": "medicine"}], "courses[0]", "name"),
    ("courses", [{"id": ID, "kind": "medicine", "name": "  "}], "courses[0]", "name"),
    ("courses", [{"id": ID, "name": "Magnesium"}], "courses[0]", "kind"),
    (
        "courses",
        [{"id": ID, "kind": "other", "name": "x", "started": "2026-03-04", "ended": "2026-03-03"}],
        "courses[0]",
        "ended",
    ),
    (
        "courses",
        [{"id": ID, "kind": "other", "name": "x", "doses": [{"dose": "1"}]}],
        "courses[0]",
        "doses.from",
    ),
    ("person", {"sex": "yes"}, "person", "sex"),
    ("person", {"conditions": "diabetes"}, "person", "conditions"),
    ("person", [], "person", "person"),
    ("settings", {"day_starts_hour": 13}, "settings", "day_starts_hour"),
    ("settings", {"criteria": {"severe": {"pain_at_least": 0}}}, "settings", "pain_at_least"),
    ("settings", {"criteria": {"severe": 7}}, "settings", "severe"),
    ("settings", {"criteria": [1]}, "settings", "criteria"),
]
