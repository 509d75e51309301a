"""Files of real devices, against what independent readers find in them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import fitparse
import gpxpy
import pytest
from tcxreader.tcxreader import TCXReader

from cramplog.domain.workout import Workout
from cramplog.exchange.activities import folder
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.home import Home
from cramplog.exchange.progress import silent

FILES = Path(__file__).parents[3] / "shared" / "activities"
HOME = Home(zone=ZoneInfo("Europe/Berlin"), name="Europe/Berlin")

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the real activity files are not on this computer")


def read(name: str) -> ReadDiary:
    (found,) = folder.workouts_in(FILES / name, home=HOME, progress=silent)
    return found


def the_workout(found: ReadDiary) -> Workout:
    (workout,) = found.contents.workouts or (found.damaged.contents.workouts if found.damaged else ())
    return workout


def mean(values: list[float]) -> float | None:
    return pytest.approx(sum(values) / len(values), abs=0.01) if values else None


@pytest.mark.parametrize(
    "name",
    [
        "activity-small-fenix2-run.fit",
        "garmin-edge-500-activity.fit",
        "garmin-edge-820-bike.fit",
        "sample-activity-indoor-trainer.fit",
    ],
)
def test_a_fit_file_gives_what_fitparse_finds(name: str) -> None:
    with fitparse.FitFile(str(FILES / name)) as file:
        (session,) = (message.get_values() for message in file.get_messages("session"))
        points = [message.get_values() for message in file.get_messages("record")]
    beats = [point["heart_rate"] for point in points if point.get("heart_rate")]
    celsius = [point["temperature"] for point in points if point.get("temperature") is not None]

    found = read(name)

    workout = the_workout(found)
    assert (found.rejected, found.damaged) == ((), None)
    assert workout.started == session["start_time"].replace(tzinfo=UTC)
    assert workout.sport == session["sport"]
    assert workout.elapsed_s == round(session["total_elapsed_time"])
    assert workout.active_s == round(session["total_timer_time"])
    assert workout.distance_m == session["total_distance"]
    assert workout.mean_heart_rate == (session.get("avg_heart_rate") or mean(beats))
    assert workout.max_heart_rate == (session.get("max_heart_rate") or max(beats))
    assert workout.device_temp_c == (session.get("avg_temperature") or mean(celsius))


@pytest.mark.parametrize(
    ("name", "offset_h"),
    [("activity-small-fenix2-run.fit", 2), ("garmin-edge-820-bike.fit", -7)],
)
def test_the_offset_is_the_one_that_the_device_wrote(name: str, offset_h: int) -> None:
    offset = the_workout(read(name)).started.utcoffset()

    assert offset is not None
    assert offset.total_seconds() == offset_h * 3600


def test_a_tcx_file_gives_what_tcxreader_finds() -> None:
    theirs = TCXReader().read(str(FILES / "sup_activity_1.tcx"))

    workout = the_workout(read("sup_activity_1.tcx"))

    assert workout.started == theirs.start_time.replace(tzinfo=UTC)
    assert workout.elapsed_s == (theirs.end_time - theirs.start_time).total_seconds()
    assert workout.distance_m == theirs.distance
    assert workout.mean_heart_rate == pytest.approx(theirs.hr_avg, abs=0.01)
    assert workout.max_heart_rate == theirs.hr_max


def test_a_gpx_file_gives_what_gpxpy_finds() -> None:
    with (FILES / "korita-zbevnica.gpx").open() as file:
        theirs = gpxpy.parse(file)
    bounds = theirs.get_time_bounds()
    timed = [track for track in theirs.tracks if track.get_time_bounds().start_time]

    workout = the_workout(read("korita-zbevnica.gpx"))

    assert workout.started == bounds.start_time
    assert workout.elapsed_s == (bounds.end_time - bounds.start_time).total_seconds()
    assert workout.active_s == sum(track.get_duration() for track in timed)
    # The track without times is the same way once more, as it was saved.
    assert workout.distance_m == pytest.approx(sum(track.length_2d() for track in timed), rel=0.002)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("MonitoringFile.fit", "is not a workout: the device kept something else in it"),
        ("Settings.fit", "is not a workout: the device kept something else in it"),
        ("WeightScaleSingleUser.fit", "is not a workout: the device kept something else in it"),
        ("cerknicko-without-times.gpx", "does not say when it was: 5 of its 296 points have a time"),
    ],
)
def test_what_is_no_workout_says_why(name: str, reason: str) -> None:
    found = read(name)

    assert (found.contents.workouts, found.damaged) == ((), None)
    assert [rejected.reason for rejected in found.rejected] == [reason]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("activity-filecrc.fit", "is damaged: its checksum is wrong"),
        ("activity-settings-corruptheader.fit", "is damaged: it cannot be read to its end"),
        ("activity-unexpected-eof.fit", "ends too soon: a part of it is missing"),
    ],
)
def test_what_can_be_read_of_a_damaged_file_is_offered(name: str, reason: str) -> None:
    found = read(name)

    assert found.contents.workouts == ()
    assert found.damaged is not None
    assert found.damaged.rejected.reason == reason
    workout = the_workout(found)
    assert workout.started == datetime(2012, 4, 9, 21, 22, 26, tzinfo=UTC)
    assert (workout.sport, workout.elapsed_s, workout.distance_m) == ("running", 14, 5.73)
