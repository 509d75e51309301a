"""Files of every kind in and out on the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from activity_files import a_fit, a_gpx

LOGGED = ("log", "--muscle", "calf", "--side", "left", "--started", "2026-03-04T02:10:00+01:00")
AMBIGUOUS = "Date,Time,Location\n03/04/2026,02:10,left calf\n05/04/2026,02:10,left calf\n"


def counts(said: Any) -> tuple[int, int, int, int]:
    found = json.loads(said.out)
    return found["new"], found["same"], found["changed"], found["rejected"]


@pytest.mark.parametrize("content", ["{}", "", "\x00\x01\x02", "{broken", AMBIGUOUS])
def test_a_file_that_cannot_be_read_leaves_no_diary_behind(
    cramplog: Any, tmp_path: Path, content: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content)

    said = cramplog("import", str(bad))

    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("cramplog: bad.json")
    assert said.err.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["bad.json"]


def test_a_folder_of_workouts_comes_in_once(cramplog: Any, tmp_path: Path) -> None:
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "a.fit").write_bytes(a_fit())
    (folder / "b.gpx").write_bytes(a_gpx())
    (folder / "cut.fit").write_bytes(a_fit(points=60)[:400])

    first = cramplog("import", str(folder), "--json")
    again = cramplog("import", str(folder), "--json")

    # Both recorded the same half hour: the second only adds to the first.
    assert counts(first) == (1, 0, 1, 1)
    assert counts(again)[0] == 0
    damaged = json.loads(first.out)["damaged"]
    assert [(one["file"], one["workouts"], one["taken"]) for one in damaged] == [("cut.fit", 1, False)]


def test_what_can_be_read_of_a_damaged_file_is_taken_on_request(cramplog: Any, tmp_path: Path) -> None:
    path = tmp_path / "cut.fit"
    path.write_bytes(a_fit(points=60)[:400])

    offered = cramplog("import", "--dry-run", "--json", str(path))
    taken = cramplog("import", "--damaged", "--json", str(path))

    assert counts(offered) == (0, 0, 0, 1)
    assert counts(taken) == (1, 0, 0, 0)


@pytest.mark.parametrize(("option", "month"), [("day-first", "2026-04-03"), ("month-first", "2026-03-04")])
def test_the_command_line_settles_unclear_dates(
    cramplog: Any, tmp_path: Path, option: str, month: str
) -> None:
    (tmp_path / "table.csv").write_text(AMBIGUOUS)

    cramplog("import", str(tmp_path / "table.csv"), "--dates", option)

    cramplog("export", "--format", "json", str(tmp_path / "out.json"))
    episodes = json.loads((tmp_path / "out.json").read_text())["episodes"]
    assert episodes[0]["started"] == f"{month}T02:10:00+0{1 if option == 'month-first' else 2}:00"
    assert episodes[0]["source"] == "import"


def test_both_tables_are_written_and_come_in_again(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED, "--note", "=1+1")
    cramplog("free", "--from", "2026-03-01", "--to", "2026-03-02")

    said = cramplog("export", "--format", "csv", str(tmp_path / "out.csv"))
    again = cramplog("import", "--json", str(tmp_path / "out.csv"), str(tmp_path / "out-days.csv"))

    rows = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline=""))
    assert [(row["places"], row["note"]) for row in rows] == [("calf left", "'=1+1")]
    assert said.status == 0
    assert counts(again) == (0, 3, 0, 0)


def test_into_a_folder_the_tables_go_by_their_names(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "tables").mkdir()

    cramplog("export", "--format", "csv", str(tmp_path / "tables"))

    assert sorted(file.name for file in (tmp_path / "tables").iterdir()) == ["days.csv", "episodes.csv"]


def test_a_fhir_bundle_is_written_with_and_without_snomed(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)

    cramplog("export", "--format", "fhir", str(tmp_path / "with.json"))
    cramplog("export", "--format", "fhir", "--no-snomed", str(tmp_path / "without.json"))

    assert "55300003" in (tmp_path / "with.json").read_text()
    assert "snomed" not in (tmp_path / "without.json").read_text()
    assert json.loads((tmp_path / "without.json").read_text())["resourceType"] == "Bundle"


def test_a_backup_is_merged_into_another_diary(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "other").mkdir()

    said = cramplog("import", "--json", str(tmp_path / "diary.db"), diary=tmp_path / "other" / "diary.db")
    again = cramplog("import", "--json", str(tmp_path / "diary.db"), diary=tmp_path / "other" / "diary.db")

    assert json.loads(said.out)["kinds"]["episodes"]["new"] == 1
    assert counts(again)[0] == 0


@pytest.mark.parametrize(
    ("rows", "option"),
    [
        ("Date,Time,Location\n03/04/2026,02:10,left calf\n", "--dates day-first|month-first"),
        ("Date,Time,Location,Duration\n2026-03-04,02:10,left calf,5:30\n", "--lengths h:mm|m:ss"),
        ("Mon,Tue\nup,down\n", "--headings ROW"),
        ("Date,Location\n2026-03-04,left calf\n", "--time HH:MM"),
        ("Date,Time\n2026-03-04,02:10\n", "--place MUSCLE:SIDE"),
    ],
)
def test_what_a_table_leaves_open_is_asked_with_the_option_that_answers_it(
    cramplog: Any, tmp_path: Path, rows: str, option: str
) -> None:
    (tmp_path / "table.csv").write_text(rows)

    said = cramplog("import", str(tmp_path / "table.csv"))

    assert said.status == 1
    assert said.err.endswith(f" Add {option}.\n")
    assert said.err.count("\n") == 1


def test_the_second_table_of_an_export_replaces_nothing(cramplog: Any, tmp_path: Path) -> None:
    cramplog(*LOGGED)
    (tmp_path / "out-days.csv").write_text("mine")

    said = cramplog("export", "--format", "csv", str(tmp_path / "out.csv"))

    assert (said.status, said.out) == (1, "")
    assert said.err == (
        "cramplog: out-days.csv is there already. Choose another name, or move that file away.\n"
    )
    assert (tmp_path / "out-days.csv").read_text() == "mine"


def test_why_a_record_is_left_out_is_said_in_the_words_of_the_questions(
    cramplog: Any, tmp_path: Path
) -> None:
    given = {"id": "x", "started": "2026-03-04T02:10:00Z", "places": [{"muscle": "calf", "side": "left"}]}
    key = "00000000-0000-4000-8000-000000000001"
    records = [given, {**given, "id": key, "pain": 11}, {**given, "id": key, "woke": "maybe"}]
    document = {"format": "cramplog-diary", "version": 1, "episodes": records}
    (tmp_path / "diary.json").write_text(json.dumps(document))

    said = cramplog("import", "--dry-run", str(tmp_path / "diary.json"))

    assert said.out.splitlines()[-3:] == [
        "  episodes[0]: id: “x” must be a UUID in lower-case text",
        "  episodes[1]: Pain: 11 must be a whole number from 0 to 10",
        "  episodes[2]: Woke you: “maybe” must be true or false",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("command", [("analysis", "--json"), ("check",)])
def test_a_reader_that_has_gone_is_no_mistake(
    cramplog: Any, tmp_path: Path, command: tuple[str, ...]
) -> None:
    cramplog(*LOGGED)
    reads, writes = os.pipe()
    os.close(reads)

    with os.fdopen(writes, "wb") as nobody:
        ended = subprocess.run(
            [sys.executable, "-m", "cramplog", "--diary", str(tmp_path / "diary.db"), *command],
            stdout=nobody,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (ended.returncode, ended.stderr) == (141, "")
