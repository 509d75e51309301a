"""CrampLog's own tables: what goes out comes in again, and no spreadsheet calculates a note."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import a_day, an_episode
from strategies import days, diaries, notes

from cramplog.domain.changes import Kind
from cramplog.domain.contents import DiaryContents
from cramplog.domain.episode import Exercise, Relief
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Effect, Method
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.merge import alike
from cramplog.exchange.preview import compare
from cramplog.exchange.tables import own_in, own_out, sheet
from cramplog.exchange.tables.safe_text import guarded, unguarded


def read(folder: Path, data: bytes) -> ReadDiary:
    path = folder / "table.csv"
    path.write_bytes(data)
    table = sheet.text_sheet(path)
    kind = own_in.kind_of(table.head(1)[0][1])
    assert kind is not None
    return own_in.read(table, kind)


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(diaries())
def test_both_tables_come_in_again_with_every_field_equal(tmp_path: Path, contents: DiaryContents) -> None:
    episodes = read(tmp_path, own_out.episodes_table(contents.episodes))
    days = read(tmp_path, own_out.days_table(contents.days))

    assert (episodes.rejected, episodes.unknown, days.rejected, days.unknown) == ((), (), (), ())
    assert episodes.contents.episodes == contents.episodes
    assert all(map(alike, episodes.contents.episodes, contents.episodes))
    assert days.contents.days == contents.days
    assert compare(episodes, contents).changes == ()


@settings(deadline=None)
@given(st.text() | notes())
def test_guarded_text_is_never_a_formula_and_comes_back_as_it_was(text: str) -> None:
    cell = guarded(text)

    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert unguarded(cell) == text


def test_what_a_reader_of_the_table_sees() -> None:
    episode = an_episode(
        "2026-03-04 02:10 -05:00",
        places=(Place(Muscle.CALF, Side.LEFT), Place(Muscle.FOOT, Side.BOTH)),
        pain=7,
        woke=True,
        signs=(),
        air_temp_c=-2.0,
        relief=(Relief(method=Method.STRETCH, effect=Effect.MOSTLY, minutes=3), Relief(method=Method.WALK)),
        exercise=Exercise(done=False),
        note="=1+1",
    )

    data = own_out.episodes_table([episode])

    (row,) = cells(data)
    assert data.startswith(b"\xef\xbb\xbf")
    assert row["started"] == "2026-03-04T02:10:00-05:00"
    assert row["places"] == "calf left; foot both"
    assert (row["pain"], row["woke"], row["signs"], row["ill"]) == ("7", "yes", "none", "")
    assert (row["air_temp_c"], row["relief"]) == ("-2", "stretch mostly 3; walk")
    assert (row["exercise_done"], row["exercise_minutes"], row["note"]) == ("no", "", "'=1+1")


def test_a_table_that_a_spreadsheet_saved_with_its_own_signs_is_read_the_same(tmp_path: Path) -> None:
    episode = an_episode(fluid_l=1.5, note="eins; zwei")
    table = own_out.episodes_table([episode]).decode("utf-8-sig")
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    for row in csv.reader(io.StringIO(table, newline="")):
        writer.writerow([cell.replace("1.5", "1,5") for cell in row])

    found = read(tmp_path, out.getvalue().encode("cp1252"))

    assert found.contents.episodes == (episode,)


def test_a_row_that_cannot_be_is_rejected_with_its_number_and_reason(tmp_path: Path) -> None:
    lines = [
        "id,started,places,pain,mood",
        "00000000-0000-4000-8000-000000000001,2026-03-04T02:10:00-05:00,calf left,11,good",
        "00000000-0000-4000-8000-000000000002,2026-03-04T02:10:00-05:00,calf left,7,",
        "00000000-0000-4000-8000-000000000002,2026-03-05T02:10:00-05:00,calf left,7,",
        ",2026-03-06T02:10:00-05:00,knee left,7,",
        ",2026-03-06T02:10:00-05:00,calf left,7,",
    ]

    found = read(tmp_path, "\n".join(lines).encode())

    assert [(one.place, one.reason) for one in found.rejected] == [
        ("row 2", "Pain: 11 must be a whole number from 0 to 10"),
        ("row 4", "is in the file twice"),
        ("row 5", "Muscle: “knee” must be one of " + ", ".join(Muscle)),
    ]
    assert [one.field for one in found.unknown] == ["episodes[].mood"]
    assert len(found.contents.episodes) == 2


@pytest.mark.parametrize("cell", [";", "stretch; ; walk", "  ", "stretch;"])
def test_an_empty_part_of_what_was_tried_rejects_its_row_alone(tmp_path: Path, cell: str) -> None:
    rows = f"2026-03-04T08:10:00+01:00,calf left,{cell}\n2026-03-05T08:10:00+01:00,calf left,walk\n"

    found = read(tmp_path, f"started,places,relief\n{rows}".encode())

    assert [(each.place, each.reason.split(":")[0]) for each in found.rejected] == [
        ("row 2", "What you tried")
    ]
    assert len(found.contents.episodes) == 1


def test_a_row_without_an_id_is_known_by_its_start_and_places(tmp_path: Path) -> None:
    own = an_episode("2026-03-04 02:10 -05:00", pain=7)
    data = b"started,places,pain,note\n2026-03-04T08:10:00+01:00,calf left,,from the sheet\n"

    preview = compare(read(tmp_path, data), DiaryContents(episodes=(own,)))

    (change,) = preview.changes
    assert change.after == an_episode("2026-03-04 02:10 -05:00", id=own.id, pain=7, note="from the sheet")


@pytest.mark.parametrize("kind", [Kind.EPISODES, Kind.DAYS])
def test_an_empty_table_holds_nothing(tmp_path: Path, kind: Kind) -> None:
    data = own_out.episodes_table([]) if kind is Kind.EPISODES else own_out.days_table([])

    found = read(tmp_path, data)

    assert (found.contents, found.rejected) == (DiaryContents(), ())


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days())
def test_one_day_alone(tmp_path: Path, day: object) -> None:
    found = read(tmp_path, own_out.days_table([day]))  # type: ignore[list-item]

    assert found.contents.days == (day,)


def test_days_written_by_hand(tmp_path: Path) -> None:
    found = read(tmp_path, b"date,cramp_free,weight_kg\n2026-03-04,YES,82.5\n4 March,yes,\n")

    assert found.contents.days == (a_day("2026-03-04", weight_kg=82.5),)
    assert found.rejected[0].place == "row 3"
