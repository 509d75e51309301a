"""What goes out comes in again, every field equal."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from making import an_episode
from strategies import diaries

from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Exercise
from cramplog.domain.person import Person
from cramplog.exchange import diary_json
from cramplog.exchange.preview import applied, compare

EXPORTED = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
FILE = Path("diary.json")


def written(contents: DiaryContents) -> str:
    return diary_json.write(contents, exported=EXPORTED, app="cramplog 1.0.0")


def read(text: str) -> diary_json.ReadDiary:
    return diary_json.read(text.encode(), FILE)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_an_export_imported_into_an_empty_diary_exports_the_same_document(contents: DiaryContents) -> None:
    text = written(contents)

    found = read(text)
    imported = applied(compare(found, DiaryContents()), DiaryContents())

    assert (found.rejected, found.unknown) == ((), ())
    assert written(found.contents) == text
    assert written(imported) == text


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_the_same_file_twice_changes_nothing(contents: DiaryContents) -> None:
    found = read(written(contents))

    preview = compare(found, contents)

    assert preview.changes == ()
    assert (preview.counts().new, preview.counts().changed) == (0, 0)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(diaries(), diaries())
def test_a_file_merged_into_another_diary_changes_nothing_the_second_time(
    ours: DiaryContents, theirs: DiaryContents
) -> None:
    found = read(written(theirs))
    merged = applied(compare(found, ours), ours)

    assert compare(found, merged).changes == ()


def test_every_key_is_written_and_null_says_not_recorded() -> None:
    episode = an_episode("2026-03-04 02:10 -05:00", id="00000000-0000-4000-8000-00000000000a")

    document = json.loads(written(DiaryContents(episodes=(episode,))))

    assert list(document) == [
        "format",
        "version",
        "exported",
        "app",
        "person",
        "episodes",
        "days",
        "workouts",
        "courses",
        "settings",
    ]
    assert document["exported"] == "2026-11-22T18:00:00+00:00"
    assert document["episodes"][0] == {
        "id": "00000000-0000-4000-8000-00000000000a",
        "started": "2026-03-04T02:10:00-05:00",
        "zone": None,
        "duration_s": None,
        "places": [{"muscle": "calf", "side": "left"}],
        "pain": None,
        "circumstance": None,
        "woke": None,
        "signs": None,
        "repeats": None,
        "warning_signs": None,
        "hydration": None,
        "urine_colour": None,
        "fluid_l": None,
        "heavy_sweating": None,
        "heat": None,
        "air_temp_c": None,
        "humidity_pct": None,
        "exercise": None,
        "ill": None,
        "relief": None,
        "soreness_h": None,
        "note": "",
        "source": None,
        "created": None,
        "changed": None,
    }
    assert document["settings"]["criteria"]["severe"] == {
        "pain_at_least": 7,
        "episodes": 2,
        "or_one_at": 9,
        "window_days": 28,
    }


def test_asked_and_none_is_not_the_same_as_not_recorded() -> None:
    episode = an_episode(signs=(), warning_signs=(), relief=(), exercise=Exercise(done=False))
    document = json.loads(written(DiaryContents(person=Person(conditions=()), episodes=(episode,))))

    record = document["episodes"][0]
    assert (record["signs"], record["warning_signs"], record["relief"]) == ([], [], [])
    assert record["exercise"]["done"] is False
    assert record["exercise"]["kind"] is None
    assert document["person"]["conditions"] == []


def test_whole_numbers_are_written_without_a_point_and_letters_as_they_are() -> None:
    text = written(
        DiaryContents(episodes=(an_episode(fluid_l=2.0, air_temp_c=31.5, note="Wade – 足つり 😖"),))
    )

    assert '"fluid_l": 2,' in text
    assert '"air_temp_c": 31.5,' in text
    assert "Wade – 足つり 😖" in text


def test_both_half_past_two_of_the_autumn_night_stay_apart() -> None:
    first = an_episode("2026-10-25 02:30 +02:00")
    second = an_episode("2026-10-25 02:30 +01:00")

    found = read(written(DiaryContents(episodes=(first, second))))

    assert [each.started.isoformat() for each in found.contents.episodes] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    ]


def test_the_same_instant_on_another_clock_is_a_change() -> None:
    ours = an_episode("2026-03-04 02:10 +01:00")
    theirs = an_episode("2026-03-04 01:10 +00:00", id=ours.id)

    preview = compare(read(written(DiaryContents(episodes=(theirs,)))), DiaryContents(episodes=(ours,)))

    assert preview.counts().changed == 1
    assert len(preview.changes) == 1
