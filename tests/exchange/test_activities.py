"""Activity files: what becomes of them, and why some of them become nothing."""

from __future__ import annotations

import gzip
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from activity_files import SETTINGS, START, a_fit, a_gpx, a_tcx

from cramplog.domain.workout import Workout
from cramplog.exchange import packed
from cramplog.exchange.activities import fit, folder
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.home import Home
from cramplog.exchange.progress import Cancelled, silent

BERLIN = Home(zone=ZoneInfo("Europe/Berlin"), name="Europe/Berlin")


def read(path: Path) -> tuple[ReadDiary, ...]:
    return tuple(folder.workouts_in(path, home=BERLIN, progress=silent))


def a_file(where: Path, data: bytes, name: str = "file") -> Path:
    path = where / name
    path.write_bytes(data)
    return path


def the_workout(path: Path) -> Workout:
    (found,) = read(path)
    assert (found.rejected, found.damaged) == ((), None)
    (workout,) = found.contents.workouts
    return workout


def the_reason(path: Path) -> str:
    (found,) = read(path)
    (rejected,) = found.rejected
    assert found.contents.workouts == ()
    return rejected.reason


def test_a_fit_file_gives_what_the_device_summed_up(tmp_path: Path) -> None:
    workout = the_workout(a_file(tmp_path, a_fit()))

    assert workout.started.isoformat() == "2026-03-04T18:30:00+01:00"
    assert (workout.zone, workout.sport) == ("Europe/Berlin", "running")
    # 2.5 s of active time are 2 s: a half goes to the even number.
    assert (workout.elapsed_s, workout.active_s, workout.distance_m) == (5, 2, 15)
    assert (workout.mean_heart_rate, workout.max_heart_rate, workout.device_temp_c) == (152, 154, 20)
    assert workout.air_temp_c is None


def test_the_devices_own_clock_counts_and_not_that_of_this_computer(tmp_path: Path) -> None:
    workout = the_workout(a_file(tmp_path, a_fit(hours_ahead=-3.5)))

    assert workout.started.isoformat() == "2026-03-04T14:00:00-03:30"
    assert workout.zone is None


def test_without_a_wall_time_in_the_file_the_persons_zone_is_meant(tmp_path: Path) -> None:
    summer = START.replace(month=7)

    workout = the_workout(a_file(tmp_path, a_fit(hours_ahead=None, start=summer)))

    assert workout.started.isoformat() == "2026-07-04T19:30:00+02:00"


def test_a_gpx_file_is_measured_point_by_point(tmp_path: Path) -> None:
    workout = the_workout(a_file(tmp_path, a_gpx()))

    assert workout.started.isoformat() == "2026-03-04T18:30:00+01:00"
    assert (workout.sport, workout.elapsed_s, workout.active_s) == ("running", 120, 120)
    # Two thousandths of a degree on a sphere of 6,371,008.8 m: 2 × 111.195 m.
    assert workout.distance_m == pytest.approx(222.39, abs=0.01)
    assert (workout.mean_heart_rate, workout.max_heart_rate, workout.device_temp_c) == (141, 142, 21.5)


def test_a_tcx_file_is_summed_up_from_its_laps_and_points(tmp_path: Path) -> None:
    workout = the_workout(a_file(tmp_path, a_tcx()))

    assert workout.started == START
    assert (workout.sport, workout.elapsed_s, workout.active_s) == ("cycling", 120, 120)
    assert (workout.distance_m, workout.mean_heart_rate, workout.max_heart_rate) == (200, 141, 142)


def test_two_sessions_of_a_file_are_two_workouts(tmp_path: Path) -> None:
    (found,) = read(a_file(tmp_path, a_fit(sessions=2)))

    first, second = found.contents.workouts
    assert second.started - first.started == timedelta(hours=1)
    assert first.id != second.id


def test_tracks_a_day_apart_are_two_workouts_and_a_rest_is_none(tmp_path: Path) -> None:
    tracks = [a_gpx(start=START + timedelta(hours=hours)) for hours in (0, 1, 24)]
    inner = b"".join(track[track.index(b"<trk>") : track.index(b"</gpx>")] for track in tracks)
    head = tracks[0][: tracks[0].index(b"<trk>")]

    (found,) = read(a_file(tmp_path, head + inner + b"</gpx>"))

    assert [(workout.elapsed_s, workout.active_s) for workout in found.contents.workouts] == [
        (3720, 240),
        (120, 120),
    ]


def test_the_same_file_gives_the_same_workout_packed_or_not_whatever_its_name(tmp_path: Path) -> None:
    plain = the_workout(a_file(tmp_path, a_fit(), "a.fit"))

    assert the_workout(a_file(tmp_path, gzip.compress(a_fit()), "b.fit.gz")) == plain


@pytest.mark.parametrize("whole", [a_fit(points=60), a_gpx(60), a_tcx(60)], ids=["fit", "gpx", "tcx"])
def test_of_a_file_that_was_cut_off_what_can_be_read_is_offered(tmp_path: Path, whole: bytes) -> None:
    (found,) = read(a_file(tmp_path, whole[: len(whole) // 2]))

    assert found.contents.workouts == ()
    assert found.damaged is not None
    assert found.damaged.rejected.reason == "ends too soon: a part of it is missing"
    (workout,) = found.damaged.contents.workouts
    assert workout.started == START
    assert workout.elapsed_s is not None
    assert 0 < workout.elapsed_s < 60 * 59


def test_a_wrong_checksum_is_said_and_the_rest_offered(tmp_path: Path) -> None:
    data = bytearray(a_fit())
    data[-1] ^= 1

    (found,) = read(a_file(tmp_path, bytes(data)))

    assert found.damaged is not None
    assert found.damaged.rejected.reason == "is damaged: its checksum is wrong"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            a_fit(kind=SETTINGS, points=0, sessions=0),
            "is not a workout: the device kept something else in it",
        ),
        (a_fit(points=0, sessions=0), "has no workout in it"),
        (a_fit(start=datetime(1990, 1, 1, tzinfo=UTC)), "has no date: the device’s clock was not set"),
        (a_gpx(timed=False), "does not say when it was: 0 of its 3 points have a time"),
        (a_gpx(0), "has no workout in it"),
        (a_tcx(0).replace(b"StartTime", b"X"), "has no workout in it"),
    ],
)
def test_what_is_not_a_workout_is_listed_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    assert the_reason(a_file(tmp_path, data)) == reason


def test_entities_are_refused_before_they_can_grow(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = a_gpx().replace(b"<gpx ", bomb + b"<gpx ", 1)

    assert the_reason(a_file(tmp_path, data)) == "is not a plain activity file: it declares entities"


def test_a_folder_gives_every_workout_in_it_and_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "2026" / ".hidden").mkdir(parents=True)
    a_file(tmp_path, a_fit(), "1.fit")
    a_file(tmp_path / "2026", gzip.compress(a_gpx()), "2.gpx.gz")
    a_file(tmp_path / "2026" / ".hidden", a_tcx(), "3.tcx")
    a_file(tmp_path, b"# notes", "README.md")

    *found, others = read(tmp_path)

    assert [each.path.name for each in found] == ["1.fit", "2.gpx.gz"]
    assert [rejected.reason for rejected in others.rejected] == ["1 other file is not a workout: README.md"]


def test_a_sites_whole_archive_is_read_with_the_archives_inside(tmp_path: Path) -> None:
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x/2.fit", a_fit())
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("activities/1.tcx.gz", gzip.compress(a_tcx()))
        archive.write(inner, "Uploaded/Part1.zip")
        archive.writestr("media/photo.jpg", b"\xff\xd8\xff" + b"x" * 5000)
        archive.writestr("__MACOSX/._1.fit", a_fit())

    found = read(outer)

    assert [len(each.contents.workouts) for each in found] == [1, 1, 0]
    assert found[-1].rejected[0].reason == "1 other file is not a workout: photo.jpg"


def test_an_archive_that_grows_without_end_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "LARGEST", 1_000_000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.gpx", a_gpx() + b" " * 20_000_000)

    assert the_reason(path) == "is too large to be a workout"


def test_a_damaged_archive_is_one_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "cut.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.fit", a_fit())
    path.write_bytes(path.read_bytes()[:100])

    assert the_reason(path) == "is damaged, or locked with a password"


def test_progress_says_how_far_it_is_and_can_stop_it(tmp_path: Path) -> None:
    for number in range(4):
        a_file(tmp_path, a_gpx(), f"{number}.gpx")
    told: list[tuple[int, int]] = []

    def stop_at_two(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(folder.workouts_in(tmp_path, home=BERLIN, progress=stop_at_two))

    assert told == [(0, 4), (1, 4), (2, 4)]


def test_of_a_file_with_more_in_it_than_a_watch_records_the_first_part_is_offered() -> None:
    # Five steps a message and one for each of its values: the head, what says that it is an activity, and
    # what defines that, take 5 + 6 + 6; a point of four values takes 9, and 9 more to define it.
    steps = 17 + 18 * 60
    data = a_fit(points=100)

    found = fit.read(data, most_steps=steps)

    (recording,) = found.recordings
    assert found.damage == "is too long: only its first part was read"
    assert recording.elapsed_s == 59
    assert fit.read(data).damage is None
