"""The command line as its users and their scripts rely on it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from making import at

from cramplog import __version__
from cramplog.bootstrap import Opener
from cramplog.cli.arguments import parse
from cramplog.cli.run import run
from cramplog.domain.clock import FixedClock, SystemClock
from cramplog.paths import Paths
from cramplog.services.open_diary import OpenDiary
from cramplog.services.restoring import Restoring

LOGGED = ("log", "--muscle", "calf", "--side", "left")
DIARIES = Path(__file__).parents[3] / "shared" / "diaries"
OLDER_ADULT = DIARIES / "older-adult-14-months.json"
needs_diaries = pytest.mark.skipif(not OLDER_ADULT.exists(), reason="the simulated diaries are not here")


def exported(cramplog: Any, tmp_path: Path) -> dict[str, Any]:
    """The whole diary as its export has it."""
    out = tmp_path / "out.json"
    assert cramplog("export", "--format", "json", str(out)).status == 0
    document: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("the cable is out"), "cramplog: the cable is out\n"),
        (OSError(5, "Input/output error"), "cramplog: Input/output error\n"),
        (OSError(5, "Input/output error", "a.db"), "cramplog: a.db: Input/output error\n"),
    ],
)
def test_an_error_of_the_system_is_one_line_that_says_something(
    error: OSError, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    class BrokenDoor:
        """Stands where the diary should be opened."""

        clock = SystemClock()

        def __call__(self, *, create: bool) -> OpenDiary:
            assert not create
            raise error

        def restoring(self) -> Restoring:
            raise error

    assert run(parse(["check"]), BrokenDoor()) == 1
    assert capsys.readouterr().err == said


def test_a_logged_cramp_prints_its_id_and_nothing_else(cramplog: Any, tmp_path: Path) -> None:
    said = cramplog(*LOGGED, "--started", "2026-03-04T02:10:00-05:00", "--duration", "4m", "--pain", "7")

    (episode,) = exported(cramplog, tmp_path)["episodes"]
    assert said.status == 0
    assert said.out == episode["id"] + "\n"
    assert said.err == ""
    assert episode["started"] == "2026-03-04T02:10:00-05:00"
    assert episode["duration_s"] == 240
    assert episode["pain"] == 7
    assert episode["places"] == [{"muscle": "calf", "side": "left"}]
    assert episode["source"] == "typed"
    assert episode["hydration"] is None


def test_everything_that_can_be_logged_is_stored(cramplog: Any, tmp_path: Path) -> None:
    cramplog(
        *LOGGED, "--muscle", "foot", "--side", "both", "--started", "2026-10-25T02:10+02:00",
        "--circumstance", "asleep", "--woke", "--sign", "hard", "--repeats", "2", "--warning", "dark_urine",
        "--hydration", "poor", "--urine-colour", "6", "--fluid", "1.5", "--no-heavy-sweating",
        "--heat", "hot", "--air-temp", "31", "--humidity", "60", "--exercise", "running",
        "--exercise-minutes", "60", "--exertion", "7", "--unaccustomed", "--ended-before", "30", "--no-ill",
        "--relief", "stretch:mostly:3", "--relief", "massage", "--soreness", "12",
        "--note", "wie Stein, 10 Uhr",
    )  # fmt: skip

    (episode,) = exported(cramplog, tmp_path)["episodes"]

    assert episode["places"] == [{"muscle": "calf", "side": "left"}, {"muscle": "foot", "side": "both"}]
    assert (episode["circumstance"], episode["woke"], episode["signs"]) == ("asleep", True, ["hard"])
    assert (episode["repeats"], episode["warning_signs"]) == (2, ["dark_urine"])
    assert (episode["hydration"], episode["urine_colour"], episode["fluid_l"]) == ("poor", 6, 1.5)
    assert (episode["heavy_sweating"], episode["heat"], episode["ill"]) == (False, "hot", False)
    assert (episode["air_temp_c"], episode["humidity_pct"], episode["soreness_h"]) == (31, 60, 12)
    assert episode["exercise"] == {
        "done": True,
        "kind": "running",
        "minutes": 60,
        "exertion": 7,
        "unaccustomed": True,
        "ended_min_before": 30,
    }
    assert episode["relief"] == [
        {"method": "stretch", "effect": "mostly", "minutes": 3},
        {"method": "massage", "effect": None, "minutes": None},
    ]
    assert episode["note"] == "wie Stein, 10 Uhr"


def test_no_exercise_is_recorded_as_no_and_not_as_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--exercise", "none")

    assert exported(cramplog, tmp_path)["episodes"][0]["exercise"]["done"] is False


def test_an_hour_that_exists_twice_is_asked_about(cramplog: Any) -> None:
    said = cramplog(*LOGGED, "--started", "2026-10-25 02:30", "--zone", "Europe/Berlin")

    assert said.status == 2
    assert "2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00" in said.err


def test_an_hour_that_clocks_skipped_is_said(cramplog: Any) -> None:
    said = cramplog(*LOGGED, "--started", "2026-03-29 02:30", "--zone", "Europe/Berlin")

    assert said.status == 2
    assert "clocks were put forward" in said.err


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--pain", "11"), "Pain: must be a whole number from 0 to 10"),
        (("--started", "2099-01-01T00:00:00+01:00"), "in the future"),
        (("--started", "soonish"), "soonish"),
        (("--urine-colour", "9"), "Urine colour: must be"),
        (("--muscle", "foot"), "Side: must be given"),
        (("--duration", "long"), "long"),
        (("--started", ""), "--started is empty"),
        (("--exercise", "none", "--exertion", "5"), "Exercise: “none” goes"),
        (("--zone", "Mars/Olympus"), "Mars/Olympus"),
    ],
)
def test_a_value_that_cannot_be_is_named_and_nothing_is_recorded(
    cramplog: Any, tmp_path: Path, options: tuple[str, ...], named: str
) -> None:
    said = cramplog(*LOGGED, *options)

    assert said.status == 2
    assert named in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "diary.db").exists() or exported(cramplog, tmp_path)["episodes"] == []


def test_free_days_are_marked_and_cramp_days_left_alone(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--started", "2026-11-02T20:00:00+01:00")

    said = cramplog("free", "--from", "2026-11-01", "--to", "2026-11-03")

    days = exported(cramplog, tmp_path)["days"]
    assert said.out == (
        "2 days marked as free of cramps (1–3 Nov 2026). "
        "1 day was left as it is: it has a cramp or was marked before.\n"
    )
    assert [(day["date"], day["cramp_free"]) for day in days] == [("2026-11-01", True), ("2026-11-03", True)]


@pytest.mark.parametrize(
    ("first", "last", "dates"),
    [
        ("yesterday", "today", ["2026-11-21", "2026-11-22"]),
        ("20 Nov", "yesterday", ["2026-11-20", "2026-11-21"]),
        # A Sunday, by the calendar of the test.
        ("Friday", "Saturday", ["2026-11-20", "2026-11-21"]),
    ],
)
def test_days_are_typed_as_in_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, last: str, dates: list[str]
) -> None:
    on_sunday = Opener(Paths.under(tmp_path), FixedClock(at("2026-11-22 18:00 +01:00"), "Europe/Berlin"))

    status = run(parse(["free", "--from", first, "--to", last]), on_sunday)

    capsys.readouterr()
    diary = on_sunday(create=False)
    kept = [day.date.isoformat() for day in diary.reading.contents().days]
    diary.close()
    assert (status, kept) == (0, dates)


def test_a_day_that_cannot_be_read_is_wrong_usage(cramplog: Any) -> None:
    said = cramplog("free", "--from", "someday")

    assert said.status == 2
    assert "'someday' is not a day such as “6 Sep 2026” or “yesterday”" in said.err


def test_a_slip_in_the_year_marks_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--started", "2026-11-02T20:00:00+01:00")

    said = cramplog("free", "--from", "2020-01-01", "--to", "2026-11-03")

    assert said.status == 2
    assert "would mark 2499 days at once" in said.err
    assert exported(cramplog, tmp_path)["days"] == []


def test_wrong_words_are_answered_in_one_line_with_the_words_that_are_meant(cramplog: Any) -> None:
    said = cramplog("log", "--muscle", "elbow", "--side", "left")

    assert len(said.err.splitlines()) == 1
    assert "'calf', 'hamstring'" in said.err


def test_a_dry_run_says_what_would_change_and_changes_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    exported(cramplog, tmp_path)
    before = hashlib.sha256((tmp_path / "diary.db").read_bytes()).hexdigest()
    other = tmp_path / "other.db"
    cramplog(*LOGGED, diary=other)
    cramplog("export", "--format", "json", str(tmp_path / "other.json"), diary=other)

    said = cramplog("import", str(tmp_path / "other.json"), "--dry-run", "--json")

    answer = json.loads(said.out)
    assert (answer["applied"], answer["new"], answer["kinds"]["episodes"]["new"]) == (False, 1, 1)
    assert hashlib.sha256((tmp_path / "diary.db").read_bytes()).hexdigest() == before


@needs_diaries
def test_the_older_adults_diary_comes_in_and_out_and_is_counted(cramplog: Any, tmp_path: Path) -> None:
    cramplog("import", str(OLDER_ADULT))
    first = exported(cramplog, tmp_path)

    said = cramplog("analysis", "--as-of", "2026-10-31T20:00:00+01:00", "--days", "425", "--json")
    cramplog("import", str(tmp_path / "out.json"), diary=tmp_path / "second.db")
    cramplog("export", "--format", "json", str(tmp_path / "again.json"), diary=tmp_path / "second.db")

    insights = json.loads(said.out)
    assert (insights["coverage"]["known"], insights["period"]["days"]) == (368, 425)
    assert insights["frequency"]["episodes"] == 83
    assert insights["frequency"]["per_week"] == pytest.approx(1.5788, abs=5e-5)
    assert insights["frequency"]["per_week_ci"] == pytest.approx([1.2575, 1.9572], abs=5e-5)
    again = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert {**again, "exported": None} == {**first, "exported": None}


@needs_diaries
def test_the_same_file_twice_changes_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog("import", str(OLDER_ADULT))
    before = hashlib.sha256((tmp_path / "diary.db").read_bytes()).hexdigest()

    said = cramplog("import", str(OLDER_ADULT), "--json")

    answer = json.loads(said.out)
    assert (answer["new"], answer["changed"], answer["rejected"]) == (0, 0, 0)
    assert hashlib.sha256((tmp_path / "diary.db").read_bytes()).hexdigest() == before


def test_a_page_is_written_for_a_diary_with_one_cramp(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)

    said = cramplog("summary", str(tmp_path / "page.pdf"), "--paper", "letter", "--without", "questions")

    assert said.status == 0, said.err
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_check_says_that_a_diary_is_sound_and_where_it_lies(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)

    said = cramplog("check", "--json")

    answer = json.loads(said.out)
    assert (said.status, answer["ok"], answer["counts"]["episodes"]) == (0, True, 1)
    assert answer["path"] == str(tmp_path / "diary.db")


def test_wrong_usage_is_status_2(cramplog: Any) -> None:
    assert cramplog("log", "--muscle", "elbow", "--side", "left").status == 2
    assert cramplog("analysis", "--days", "0").status == 2
    assert cramplog("analysis", "--days", "28", "--from", "2026-01-01").status == 2
    assert cramplog("dance").status == 2


def test_the_version_is_told(capfd: pytest.CaptureFixture[str], cramplog: Any) -> None:
    assert cramplog("--version").out == f"cramplog {__version__}\n"


def _not_sqlite(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


def _another_programs(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("make", [_not_sqlite, _another_programs, _empty])
@pytest.mark.parametrize("command", [LOGGED, ("analysis",), ("check",), ("free",)], ids=lambda c: c[0])
def test_a_file_that_is_no_diary_is_refused_in_one_line_and_left_alone(
    cramplog: Any, tmp_path: Path, make: Any, command: tuple[str, ...]
) -> None:
    diary = tmp_path / "diary.db"
    make(diary)
    before = (diary.read_bytes(), diary.stat().st_mtime_ns, sorted(path.name for path in tmp_path.iterdir()))

    said = cramplog(*command)

    assert said.status == 1
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
    assert (
        diary.read_bytes(),
        diary.stat().st_mtime_ns,
        sorted(path.name for path in tmp_path.iterdir()),
    ) == before


def test_a_diary_of_a_newer_version_is_refused_and_left_alone(cramplog: Any, tmp_path: Path) -> None:
    diary = tmp_path / "diary.db"
    cramplog(*LOGGED)
    with sqlite3.connect(diary) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = (diary.read_bytes(), diary.stat().st_mtime_ns)

    said = cramplog("analysis")

    assert said.status == 1
    assert "newer" in said.err
    assert len(said.err.splitlines()) == 1
    assert (diary.read_bytes(), diary.stat().st_mtime_ns) == before


def test_a_missing_diary_is_not_made_by_a_command_that_only_reads(cramplog: Any, tmp_path: Path) -> None:
    said = cramplog("analysis", diary=tmp_path / "nowhere.db")

    assert said.status == 1
    assert "nowhere.db" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_lost_diary_with_backups_is_never_taken_for_a_first_run(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    cramplog("export", "--format", "json", str(tmp_path / "out.json"))
    cramplog("import", str(tmp_path / "out.json"))
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    document["days"] = [{"date": "2026-11-01", "cramp_free": True}]
    (tmp_path / "out.json").write_text(json.dumps(document), encoding="utf-8")
    cramplog("import", str(tmp_path / "out.json"))
    (tmp_path / "diary.db").unlink()

    said = cramplog(*LOGGED)

    assert said.status == 1
    assert "backups" in said.err
    assert not (tmp_path / "diary.db").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"not json", b'{"format": "other"}', b'{"format": "cramplog-diary", "version": 99}', b"\xff\xfe"],
)
def test_a_file_that_cannot_be_imported_is_refused_in_one_line(
    cramplog: Any, tmp_path: Path, content: bytes
) -> None:
    cramplog(*LOGGED)
    before = (tmp_path / "diary.db").read_bytes()
    file = tmp_path / "wrong.json"
    file.write_bytes(content)

    said = cramplog("import", str(file))

    assert said.status == 1
    assert "wrong.json" in said.err
    assert len(said.err.splitlines()) == 1
    assert (tmp_path / "diary.db").read_bytes() == before


def test_an_out_file_that_cannot_be_written_is_named(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)

    said = cramplog("export", "--format", "json", str(tmp_path / "no such folder" / "out.json"))

    assert said.status == 1
    assert "no such folder" in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "starts"), [("page.pdf", b"%PDF-1.7"), ("page.png", b"\x89PNG"), ("page.txt", b"Muscle cramp")]
)
def test_the_page_is_written_as_what_its_name_ends_in(
    cramplog: Any, tmp_path: Path, name: str, starts: bytes
) -> None:
    cramplog(*LOGGED)

    said = cramplog("summary", str(tmp_path / name), "--question", "Is it the tablets?", "--no-name")

    assert (said.status, said.out, said.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_the_page_has_room_for_three_questions(cramplog: Any, tmp_path: Path) -> None:
    asked = [part for number in range(4) for part in ("--question", f"{number}?")]

    assert cramplog("summary", str(tmp_path / "page.txt"), *asked).status == 2


@pytest.mark.parametrize(
    "asked",
    [
        ("--without", "sleep", "conditions", "page.txt"),
        ("page.txt", "--without", "sleep", "conditions"),
        ("--without", "sleep,conditions", "page.txt", "--no-name"),
        ("--without", "sleep", "page.txt", "--without", "conditions"),
    ],
)
def test_sections_are_left_out_wherever_the_file_is_named(
    cramplog: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    cramplog(*LOGGED)

    said = cramplog("summary", *asked)

    assert (said.status, said.err) == (0, "")
    assert (tmp_path / "page.txt").read_text("utf-8").count("Left out by choice.") == 2


def test_a_section_that_does_not_exist_is_named(cramplog: Any, tmp_path: Path) -> None:
    said = cramplog("summary", str(tmp_path / "page.txt"), "--without", "sleep,dreams")

    assert said.status == 2
    assert "'dreams' is not a section; there are where, when" in said.err


def test_a_second_picture_is_never_written_over_another_file(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "page-2.png").write_bytes(b"a holiday")

    said = cramplog("summary", str(tmp_path / "page.png"), "--with", "episodes")

    assert said.status == 1
    assert said.err == "cramplog: page-2.png is there already. Choose another name, or move that file away.\n"
    assert (tmp_path / "page-2.png").read_bytes() == b"a holiday"
    assert not (tmp_path / "page.png").exists()


def test_the_page_is_never_written_over_the_diary(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    before = (tmp_path / "diary.db").read_bytes()

    said = cramplog("summary", str(tmp_path / "diary.db"))

    assert said.status == 1
    assert "diary itself" in said.err
    assert (tmp_path / "diary.db").read_bytes() == before


@pytest.mark.parametrize("command", ["sheet", "guide"])
def test_paper_needs_no_diary(cramplog: Any, tmp_path: Path, command: str) -> None:
    said = cramplog(command, str(tmp_path / "out.pdf"), "--paper", "letter")

    assert (said.status, said.out, said.err) == (0, "", "")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
