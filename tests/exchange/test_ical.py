"""The calendar: an independent reader finds in it every cramp and course at its time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from icalendar import Calendar
from making import a_course, an_episode
from strategies import diaries

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import DoseChange
from cramplog.exchange import ical

EXPORTED = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def written(contents: DiaryContents) -> str:
    return ical.write(contents, exported=EXPORTED, app="cramplog 1.0.0")


def events(contents: DiaryContents) -> list[Any]:
    return list(Calendar.from_ical(written(contents)).walk("VEVENT"))


def test_a_cramp_stands_at_its_moment_with_its_length_pain_and_note() -> None:
    cramp = an_episode("2026-03-04 02:10 -05:00", duration_s=240, pain=7, note="hard; hot, very\nlong \\")

    (event,) = events(DiaryContents(episodes=(cramp,)))

    assert event.decoded("dtstart") == datetime(2026, 3, 4, 7, 10, tzinfo=UTC)
    assert event.decoded("duration") == timedelta(minutes=4)
    assert str(event["summary"]) == "Cramp: Left calf"
    assert str(event["description"]) == "Pain: 7\nhard; hot, very\nlong \\"
    assert (str(event["uid"]), str(event["class"]), str(event["transp"])) == (
        cramp.id,
        "PRIVATE",
        "TRANSPARENT",
    )


def test_what_was_not_recorded_is_not_said() -> None:
    (event,) = events(DiaryContents(episodes=(an_episode(pain=None, duration_s=None, note=""),)))

    assert "duration" not in event
    assert "description" not in event


def test_a_course_stands_on_all_its_days_and_each_dose_on_its_first() -> None:
    course = a_course(
        "Magnesium",
        dose="300 mg",
        started=date(2026, 1, 10),
        ended=date(2026, 3, 31),
        doses=(DoseChange(from_date=date(2026, 2, 1), dose="150 mg"),),
    )

    whole, change = events(DiaryContents(courses=(course,)))

    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (date(2026, 1, 10), date(2026, 4, 1))
    assert str(whole["summary"]) == "Magnesium 300 mg"
    assert (change.decoded("dtstart"), change.decoded("dtend")) == (date(2026, 2, 1), date(2026, 2, 2))
    assert str(change["summary"]) == "Magnesium 150 mg, from this day on"


def test_a_course_that_goes_on_stands_on_its_first_day_and_one_without_a_start_nowhere() -> None:
    going_on = a_course("Stretching", started=date(2026, 1, 10))

    (event,) = events(DiaryContents(courses=(going_on, a_course("Quinine"))))

    assert event.decoded("dtend") == date(2026, 1, 11)
    assert str(event["summary"]) == "Stretching, from this day on"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_calendar_is_read_by_others_with_nothing_lost(contents: DiaryContents) -> None:
    text = written(contents)

    assert all(len(line.encode()) <= 75 and "\n" not in line for line in text.split("\r\n"))
    found = {str(event["uid"]): event for event in events(contents)}
    for cramp in contents.episodes:
        event = found[cramp.id]
        assert event.decoded("dtstart") == cramp.started.astimezone(UTC).replace(microsecond=0)
        assert str(event.get("description", "")).endswith(cramp.note if cramp.note.strip() else "")
    assert {course.id for course in contents.courses if course.started} <= set(found)
