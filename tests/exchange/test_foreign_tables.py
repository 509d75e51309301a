"""Tables of other programs: read right, or asked about; never read wrong in silence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from foreign_tables import ods, text, xlsx

from cramplog.domain.day import Day
from cramplog.domain.errors import UnreadableFile
from cramplog.domain.places import Muscle, Place, Side
from cramplog.exchange.asked import Asked
from cramplog.exchange.found import ReadDiary
from cramplog.exchange.home import Home
from cramplog.exchange.tables import foreign, headings, lengths
from cramplog.exchange.tables import read as tables
from cramplog.exchange.tables.guess import Question
from cramplog.exchange.tables.lengths import LengthUnit
from cramplog.exchange.tables.mapping import TableMapping
from cramplog.exchange.tables.meanings import Meaning

BERLIN = Home(zone=ZoneInfo("Europe/Berlin"), name="Europe/Berlin")

Cramp = tuple[str, str, int | None, int | None, str]


def a_file(folder: Path, data: bytes) -> Path:
    path = folder / "table"
    path.write_bytes(data)
    return path


def sheets(path: Path) -> list[tables.Sheet]:
    return tables.sheets_of(path, workbook=path.read_bytes().startswith(b"PK"))


def read(path: Path, said: TableMapping | None = None) -> ReadDiary:
    (found,) = tables.read(sheets(path), Asked(home=BERLIN, table=said))
    return found


def cramps(found: ReadDiary) -> list[Cramp]:
    return [
        (
            f"{each.started:%Y-%m-%d %H:%M}",
            ", ".join(f"{place.side} {place.muscle}" for place in each.places),
            each.duration_s,
            each.pain,
            each.note,
        )
        for each in found.contents.episodes
    ]


NIGHT, EVENING = "2026-03-04 02:10", "2026-03-17 22:30"

FILES: dict[str, tuple[bytes, list[Cramp]]] = {
    "headache diary, American": (
        text(
            "Start Date,Start Time,Severity,Duration,Location,Notes",
            '03/04/2026,2:10 AM,7/10,5 min,Left calf,"woke me, hard"',
            "03/17/2026,10:30 PM,4/10,90 s,Right foot,",
        ),
        [(NIGHT, "left calf", 300, 7, "woke me, hard"), (EVENING, "right foot", 90, 4, "")],
    ),
    "semicolons, Latin-1, decimal comma, German": (
        text(
            "Datum;Uhrzeit;Stärke (0-10);Dauer (min);Körperteil;Bemerkung",
            "04.03.2026;02:10;7;2,5;Wade links;wie Stein – Übel",
            "17.03.2026;22:30;4;10;Fuß rechts;",
            encoding="cp1252",
            between="\r\n",
        ),
        [(NIGHT, "left calf", 150, 7, "wie Stein – Übel"), (EVENING, "right foot", 600, 4, "")],
    ),
    "tabs, ISO times, with a mark": (
        text(
            "timestamp\tmuscle\tside\tpain\tlength",
            "2026-03-04 02:10\tcalf\tL\t7\t0:05:00",
            "2026-03-17T22:30:00\tfoot\tR\t4\t",
            encoding="utf-8-sig",
        ),
        [(NIGHT, "left calf", 300, 7, ""), (EVENING, "right foot", None, 4, "")],
    ),
    "words for pain": (
        text(
            "Date,Time,Pain level,Body part",
            "2026-03-04,02:10,moderate,left calf",
            "2026-03-17,22:30,Severe,right foot",
        ),
        [(NIGHT, "left calf", None, 5, ""), (EVENING, "right foot", None, 8, "")],
    ),
    "crosses for pain": (
        text("Tag;Zeit;Schmerz;Stelle", "4.3.26;2.10 Uhr;++;li. Wade", "17.3.26;22.30 Uhr;+;re. Fuss"),
        [(NIGHT, "left calf", None, 5, ""), (EVENING, "right foot", None, 3, "")],
    ),
    "a title, a stand-in date and empty rows above and between": (
        text(
            "My cramp diary,,,",
            "Exported on 2026-04-01,,,",
            ",,,",
            "Date,Time,Where,Severity",
            "2026-03-04,02:10,both calves,7",
            ",,,",
            "2026-03-17,22:30,neck,4",
            ",,,",
        ),
        [(NIGHT, "both calf", None, 7, ""), (EVENING, "middle neck", None, 4, "")],
    ),
    "month names": (
        text(
            "When?,Day,Time of day,Location",
            'x,"Wed, March 4, 2026",2:10 am,calf (L)',
            "y,17 Mar 2026,10:30 p.m.,foot (R)",
        ),
        [(NIGHT, "left calf", None, None, ""), (EVENING, "right foot", None, None, "")],
    ),
    "times with their offset": (
        text(
            "started_at,body_part,intensity",
            "2026-03-04T02:10:00+01:00,left calf,70",
            "2026-03-17T22:30:00-04:00,right foot,40",
        ),
        [(NIGHT, "left calf", None, 7, ""), (EVENING, "right foot", None, 4, "")],
    ),
    "end instead of duration": (
        text(
            "Start Date/Time,End Date/Time,Location",
            "2026-03-04 02:10,2026-03-04 02:14,left calf",
            "2026-03-17 22:30,2026-03-17 22:31,right foot",
        ),
        [(NIGHT, "left calf", 240, None, ""), (EVENING, "right foot", 60, None, "")],
    ),
    "end as a time after midnight": (
        text(
            "Date,Start time,End time,Location",
            "2026-03-04,02:10,02:14,left calf",
            "2026-03-17,22:30,00:30,right foot",
        ),
        [(NIGHT, "left calf", 240, None, ""), (EVENING, "right foot", 7200, None, "")],
    ),
    "seconds, and a scale of 1 to 5": (
        text(
            "Date,Time,Duration (s),Severity (1-5),Muscle",
            "2026-03-04,02:10,300 s,4,left calf",
            "2026-03-17,22:30,90,2,right foot",
        ),
        [(NIGHT, "left calf", 300, 8, ""), (EVENING, "right foot", 90, 4, "")],
    ),
    "several columns of notes": (
        text(
            "Date,Time,Location,Comment,Details",
            "2026-03-04,02:10,left calf,hard,after wine",
            "2026-03-17,22:30,right foot,,",
        ),
        [
            (NIGHT, "left calf", None, None, "Comment: hard\nDetails: after wine"),
            (EVENING, "right foot", None, None, ""),
        ],
    ),
    "Spanish": (
        text(
            "Fecha;Hora;Intensidad;Duración;Lugar;Notas",
            "04/03/2026;02:10;7;5 minutos;pantorrilla izquierda;fuerte",
            "17/03/2026;22:30;leve;1 hora;pie derecho;",
        ),
        [(NIGHT, "left calf", 300, 7, "fuerte"), (EVENING, "right foot", 3600, 3, "")],
    ),
    "Excel's sep line and pipes in UTF-16": (
        text(
            "sep=|",
            "Date|Time|Location|Pain",
            "2026-03-04|02:10|left calf|7",
            "2026-03-17|22:30|right foot|4",
            encoding="utf-16",
        ),
        [(NIGHT, "left calf", None, 7, ""), (EVENING, "right foot", None, 4, "")],
    ),
    "quoted line breaks and two places": (
        text(
            '"Date","Time","Area","Notes"',
            '"2026-03-04","02:10","left calf; right foot","one\ntwo ""three"""',
            '"2026-03-17","22:30","right foot","x"',
        ),
        [
            (NIGHT, "left calf, right foot", None, None, 'one\ntwo "three"'),
            (EVENING, "right foot", None, None, "x"),
        ],
    ),
    "workbook with a merged title and true dates": (
        xlsx(
            ("Cramps of Ann", None, None, None, None),
            (None,),
            ("Date", "Time", "Severity", "Duration", "Location"),
            (date(2026, 3, 4), time(2, 10), 7, timedelta(minutes=5), "left calf"),
            (date(2026, 3, 17), time(22, 30), "4/10", time(0, 1, 30), "right foot"),
            merged="A1:E1",
        ),
        [(NIGHT, "left calf", 300, 7, ""), (EVENING, "right foot", 90, 4, "")],
    ),
    "workbook with moments in one column and empty rows": (
        xlsx(
            ("Date/Time", "Body area", "Pain (0-100)", "Minutes"),
            (datetime(2026, 3, 4, 2, 10), "left calf", 72, 5),
            (None, None, None, None),
            (datetime(2026, 3, 17, 22, 30), "right foot", 41.0, 1.5),
        ),
        [(NIGHT, "left calf", 300, 7, ""), (EVENING, "right foot", 90, 4, "")],
    ),
    "workbook of texts, European": (
        xlsx(
            ("Datum", "Zeit", "Ort", "Stärke"),
            ("04.03.2026", "02:10", "linke Wade", "mittel"),
            ("17.03.2026", "22:30", "rechter Fuß", "stark"),
        ),
        [(NIGHT, "left calf", None, 5, ""), (EVENING, "right foot", None, 8, "")],
    ),
    "OpenDocument with dates and times": (
        ods(
            ("Date", "Time", "Location", "Pain"),
            ("date=2026-03-04", "time=PT02H10M00S", "left calf", 7),
            ("date=2026-03-17", "time=PT22H30M00S", "right foot", 4),
        ),
        [(NIGHT, "left calf", None, 7, ""), (EVENING, "right foot", None, 4, "")],
    ),
    "OpenDocument of texts with empty rows": (
        ods(
            ("", "", ""),
            ("When", "x", "y"),
            ("Date", "Time", "Location"),
            ("", "", ""),
            ("03/04/2026", "2:10 AM", "left calf"),
            ("03/17/2026", "10:30 PM", "right foot"),
        ),
        [(NIGHT, "left calf", None, None, ""), (EVENING, "right foot", None, None, "")],
    ),
    "columns without a heading for the date": (
        text(",Muscle,Notes", "2026-03-04 02:10,left calf,a", "2026-03-17 22:30,right foot,b"),
        [(NIGHT, "left calf", None, None, "a"), (EVENING, "right foot", None, None, "b")],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_read_as_it_was_meant(tmp_path: Path, name: str) -> None:
    data, expected = FILES[name]

    found = read(a_file(tmp_path, data))

    assert [(each.place, each.reason) for each in found.rejected] == []
    assert cramps(found) == expected


AMBIGUOUS = text("Date,Time,Location", "03/04/2026,02:10,left calf", "05/04/2026,02:10,left calf")


def test_dates_that_can_be_read_in_two_ways_are_asked_about(tmp_path: Path) -> None:
    path = a_file(tmp_path, AMBIGUOUS)

    (guess,) = tables.foreign_tables(sheets(path), Asked(home=BERLIN))

    assert guess.questions == {Question.DAY_FIRST}
    with pytest.raises(UnreadableFile, match="can be read in two ways"):
        read(path)


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2026-04-03"), (False, "2026-03-04")])
def test_the_persons_word_settles_the_dates(tmp_path: Path, day_first: bool, expected: str) -> None:
    found = read(a_file(tmp_path, AMBIGUOUS), TableMapping(day_first=day_first))

    assert f"{found.contents.episodes[0].started:%Y-%m-%d}" == expected


def test_one_date_that_tells_settles_the_others_far_below_the_first_rows(tmp_path: Path) -> None:
    rows = [f"03/04/2026,{number // 60:02d}:{number % 60:02d},left calf" for number in range(300)]

    found = read(a_file(tmp_path, text("Date,Time,Location", *rows, "03/31/2026,02:10,left calf")))

    assert {f"{each.started:%Y-%m-%d}" for each in found.contents.episodes} == {"2026-03-04", "2026-03-31"}


@pytest.mark.parametrize(
    ("data", "question", "said"),
    [
        (text("Date,Location", "2026-03-04,left calf"), Question.CLOCK, TableMapping(clock=time(2, 10))),
        (
            text("Date,Time,Pain", "2026-03-04,02:10,7"),
            Question.PLACE,
            TableMapping(place=Place(Muscle.CALF, Side.LEFT)),
        ),
    ],
)
def test_what_no_column_says_is_asked_about(
    tmp_path: Path, data: bytes, question: Question, said: TableMapping
) -> None:
    path = a_file(tmp_path, data)

    (guess,) = tables.foreign_tables(sheets(path), Asked(home=BERLIN))

    assert guess.questions == {question}
    assert cramps(read(path, said))[0][:2] == (NIGHT, "left calf")


def test_a_table_without_any_date_is_not_one_of_cramps(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no column was found that says when"):
        read(a_file(tmp_path, text("Name,Colour", "calf,red")))


def test_a_row_that_cannot_be_read_is_listed_with_its_number_and_reason(tmp_path: Path) -> None:
    found = read(
        a_file(
            tmp_path,
            text(
                "Date,Time,Location,Pain,Duration",
                "2026-03-04,02:10,left calf,7,5",
                "soon,02:10,left calf,7,5",
                "2026-03-05,25:10,left calf,7,5",
                "2026-03-06,02:10,calf,7,5",
                "2026-03-07,02:10,left knee,7,5",
                "2026-03-08,02:10,left calf,11/10,5",
                "2026-03-09,02:10,left calf,7,a while",
                "2026-03-29,02:30,left calf,7,5",
                "2026-03-04,02:10,left calf,7,5",
                ",02:10,left calf,7,5",
            ),
        )
    )

    assert len(found.contents.episodes) == 1
    assert [(each.place, each.reason) for each in found.rejected] == [
        ("row 3", "Day: “soon” is not a date"),
        ("row 4", "Time: “25:10” is not a time of day"),
        ("row 5", "Where: “calf” does not say which side"),
        ("row 6", "Where: “left knee” names no muscle that CrampLog knows"),
        ("row 7", "Pain: “11/10” must be from 0 to 10"),
        ("row 8", "How long: “a while” is not a length such as “4 min” or “1 h 5 min”"),
        ("row 9", "When: “2026-03-29 02:30” does not exist: clocks were put forward"),
        ("row 10", "is in the file twice"),
        ("row 11", "Day: is missing"),
    ]


def test_a_habit_trackers_noes_are_days_free_of_cramps(tmp_path: Path) -> None:
    data = text("Date,Leg cramps,Notes", "2026-03-03,no,", "2026-03-04,yes,bad", "2026-03-05,0,")

    found = read(a_file(tmp_path, data), TableMapping(clock=time(2, 10), place=Place(Muscle.CALF, Side.BOTH)))

    assert found.contents.days == (
        Day(date=date(2026, 3, 3), cramp_free=True),
        Day(date=date(2026, 3, 5), cramp_free=True),
    )
    assert cramps(found) == [(NIGHT, "both calf", None, None, "bad")]


def test_what_a_spreadsheet_has_as_unknown_is_no_day_free_of_cramps(tmp_path: Path) -> None:
    data = xlsx(["Date", "Calf cramps"], ["2026-03-04", -1], ["2026-03-05", 0])

    found = read(a_file(tmp_path, data), TableMapping(clock=time(2, 10), place=Place(Muscle.CALF, Side.BOTH)))

    assert [day.date.isoformat() for day in found.contents.days] == ["2026-03-05"]
    assert [it.place for it in found.rejected] == ["Sheet1, row 2"]


def test_the_side_is_taken_from_the_persons_word_only_where_the_row_says_none(tmp_path: Path) -> None:
    data = text("Date,Time,Location", "2026-03-04,02:10,calf", "2026-03-17,22:30,right foot")

    found = read(a_file(tmp_path, data), TableMapping(side=Side.LEFT))

    assert [each[1] for each in cramps(found)] == ["left calf", "right foot"]


def test_a_settled_mapping_is_followed_whatever_the_headings_say(tmp_path: Path) -> None:
    path = a_file(tmp_path, text("Notes,Date", "2026-03-04 02:10,left calf", "2026-03-17 22:30,right foot"))
    mapping = TableMapping(heads=1, columns={0: Meaning.STARTED, 1: Meaning.PLACE}, day_first=True)

    (found,) = tables.read(sheets(path), Asked(home=BERLIN, mappings={(path, ""): mapping}))

    assert [each[:2] for each in cramps(found)] == [(NIGHT, "left calf"), (EVENING, "right foot")]


def test_the_first_rows_are_shown_as_they_would_be_read(tmp_path: Path) -> None:
    (guess,) = tables.foreign_tables(sheets(a_file(tmp_path, FILES["Spanish"][0])), Asked(home=BERLIN))

    (first,) = foreign.first_rows(guess.sheet, guess.mapping, BERLIN, 1)

    assert (first.number, first.reason) == (2, None)


LEFT_CALF = Place(Muscle.CALF, Side.LEFT)
# As the programs of these names write them, as far as it is known; each with what is left out, and why.
TRACKERS: dict[str, tuple[bytes, TableMapping | None, list[Cramp], list[str]]] = {
    "Bearable": (
        text(
            '"date formatted","weekday","time of day","category","rating/amount","detail","notes"',
            '"4th Mar 2026","Wednesday","am","Symptom","3","Leg cramps (Moderate)","hard"',
            '"4th Mar 2026","Wednesday","pm","Mood","4","Happy",""',
            '"5th Mar 2026","Thursday","all day","Sleep","7:30","",""',
        ),
        TableMapping(place=LEFT_CALF, clock=time(2, 10)),
        [(NIGHT, "left calf", None, 3, "hard")],
        ["row 3: Symptom: “Happy” is not a cramp", "row 4: Symptom: is not a cramp"],
    ),
    "Migraine Buddy": (
        text(
            "Id,Started,Ended,Lasted,Pain Level,Affected Activities,Symptoms,Pain Positions,Notes",
            "1,2026-03-04 02:10,2026-03-04 02:15,5m,7,,None,Left calf,woke me",
            "2,2026-03-17 22:30,2026-03-17 22:31,1m,4,Work,Nausea,Right foot,",
        ),
        None,
        [(NIGHT, "left calf", 300, 7, "woke me"), (EVENING, "right foot", 60, 4, "")],
        [],
    ),
    "Daylio": (
        text(
            "full_date,date,weekday,time,mood,activities,note_title,note",
            '2026-03-04,March 4,Wednesday,2:10 AM,bad,"leg cramp | family","","hard"',
            '2026-03-05,March 5,Thursday,9:00 PM,good,"running | family","",""',
        ),
        TableMapping(place=LEFT_CALF),
        [(NIGHT, "left calf", None, None, "note: hard")],
        ["row 3: Symptom: “running | family” is not a cramp"],
    ),
    "Loop Habit Tracker": (
        text(
            "Date,Leg cramps,Meditate",
            "2026-03-04,YES_MANUAL,NO",
            "2026-03-05,UNKNOWN,YES_MANUAL",
            "2026-03-06,,NO",
            "2026-03-07,SKIP,NO",
        ),
        TableMapping(place=LEFT_CALF, clock=time(2, 10)),
        [(NIGHT, "left calf", None, None, "")],
        [
            "row 3: Cramp: “UNKNOWN” does not say whether there was a cramp",
            "row 4: Cramp: does not say whether there was a cramp",
            "row 5: Cramp: “SKIP” does not say whether there was a cramp",
        ],
    ),
    "Excel, German": (
        text(
            "Datum;Uhrzeit;Schmerzstärke;Dauer in Minuten;Körperregion;Anmerkungen",
            "04.03.2026;02:10;7;5;linke Wade;hart",
            encoding="cp1252",
        ),
        None,
        [(NIGHT, "left calf", 300, 7, "hart")],
        [],
    ),
    "Excel, Spanish": (
        text(
            "Fecha;Hora;Nivel de dolor;Duración (min);Parte del cuerpo;Comentarios",
            "17/03/2026;22:30;4;10;pie derecho;",
            "04/03/2026;02:10;7;5;pantorrilla izquierda;duro",
        ),
        None,
        [(EVENING, "right foot", 600, 4, ""), (NIGHT, "left calf", 300, 7, "duro")],
        [],
    ),
    "Excel, French": (
        text(
            "Date de début;Heure de début;Intensité de la douleur;Durée (min);Localisation;Remarques",
            "17/03/2026;22h30;4;10;pied droit;",
            "04/03/2026;02h10;7;5;mollet gauche;dur",
        ),
        None,
        [(EVENING, "right foot", 600, 4, ""), (NIGHT, "left calf", 300, 7, "dur")],
        [],
    ),
}


@pytest.mark.parametrize("name", TRACKERS)
def test_the_exports_of_other_trackers_map_by_themselves(tmp_path: Path, name: str) -> None:
    data, said, expected, left_out = TRACKERS[name]

    found = read(a_file(tmp_path, data), said)

    assert cramps(found) == expected
    assert [f"{each.place}: {each.reason}" for each in found.rejected] == left_out


@pytest.mark.parametrize(
    ("cell", "unit", "seconds"),
    [
        ("300", "seconds", 300),
        ("5", "minutes", 300),
        ("0,5", "hours", 1_800),
        (0.5, "hours", 1_800),
        ("0:05", "h:mm", 300),
        ("1:30", "hours", 5_400),
        ("5:30", "minutes", 330),
        ("5:30", "m:ss", 330),
        ("0:05:30", "m:ss", 330),
        ("0:05:30", "h:mm", 330),
        # As a spreadsheet keeps 0:05 and 5:30: a time of day, a span, or a part of a day.
        (time(0, 5), "h:mm", 300),
        (time(5, 30), "m:ss", 330),
        (timedelta(minutes=5), "minutes", 300),
        (5 / 1440, "h:mm", 300),
        # In a spreadsheet half a day; as a text, half an hour.
        (0.5, "h:mm", 43_200),
        ("0.5", "h:mm", 1_800),
        ("0,5", "m:ss", 30),
        (5.5 / 24, "m:ss", 330),
        ("about 5 min", "hours", 300),
        ("1 h 5 min", "seconds", 3_900),
    ],
)
def test_a_length_is_read_in_the_unit_that_was_chosen(cell: Any, unit: str, seconds: int) -> None:
    assert lengths.seconds(cell, LengthUnit(unit)) == seconds


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Duration", None), ("Dauer (min)", "minutes"), ("Dauer (s)", "seconds"),
        ("duration_in_hours", "hours"),
        ("Duration (h:mm)", "h:mm"), ("Dauer [hh:mm]", "h:mm"), ("Length (mm:ss)", "m:ss"),
    ],
)  # fmt: skip
def test_the_heading_says_the_unit(heading: str, unit: str | None) -> None:
    assert headings.length_unit(heading) == unit


TITLED = text(
    "Date,Time,Location,Duration", "(see below),,,", "Datum,Zeit,Ort,Dauer", "04.03.2026,02:10,left calf,0:05"
)


def test_the_row_of_the_headings_and_the_unit_can_be_said(tmp_path: Path) -> None:
    path = a_file(tmp_path, TITLED)

    asked = Asked(home=BERLIN, heads=3, lengths_in=LengthUnit.HOURS_AND_MINUTES)
    (found,) = tables.read(sheets(path), asked)

    assert cramps(found) == [(NIGHT, "left calf", 300, None, "")]
    assert found.rejected == ()


@pytest.mark.parametrize("heading", ["Duration", "Duration (min)"])
def test_lengths_that_can_be_read_in_two_ways_are_asked_about(tmp_path: Path, heading: str) -> None:
    path = a_file(tmp_path, text(f"Date,Time,Location,{heading}", "2026-03-04,02:10,left calf,0:05"))

    (guess,) = tables.foreign_tables(sheets(path), Asked(home=BERLIN))

    assert guess.questions == {Question.LENGTHS}
    with pytest.raises(UnreadableFile, match="its lengths can be read in two ways"):
        read(path)


def test_a_table_can_be_said_to_have_no_headings(tmp_path: Path) -> None:
    path = a_file(tmp_path, text("2026-03-04 02:10,calf", "2026-03-05 02:10,calf"))

    (guess,) = tables.foreign_tables(sheets(path), Asked(home=BERLIN, heads=0))

    assert (guess.mapping.heads, guess.mapping.columns) == (0, {0: Meaning.STARTED})


def test_a_workbook_whose_packing_is_damaged_is_refused_with_a_sentence(tmp_path: Path) -> None:
    data = bytearray(xlsx(["Date", "Time"], *([f"2026-03-{day:02}", "02:10"] for day in range(1, 29))))
    begins = data.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
    data[begins + 4 : begins + 60] = b"\xff" * 56

    with pytest.raises(UnreadableFile, match="is not a sound spreadsheet"):
        sheets(a_file(tmp_path, bytes(data)))


@pytest.mark.parametrize("data", [b"PK\x03\x04 xl/workbook.xml", b"PK\x03\x04" + b"\x00" * 1000])
def test_a_broken_workbook_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(a_file(tmp_path, data))


def a_vast_workbook() -> bytes:
    """Two cells, the second at the far corner: the library would ask for 549 GB, and end the program."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["XFD1048576"] = "Date", 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_that_asks_for_all_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="too large"):
        read(a_file(tmp_path, a_vast_workbook()))


def test_a_document_that_repeats_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    whole = zipfile.ZipFile(io.BytesIO(ods(("Date", "x"))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            content = content.replace(
                b"<table:table-row", b'<table:table-row table:number-rows-repeated="1048576"'
            )
            content = content.replace(
                b"<table:table-cell", b'<table:table-cell table:number-columns-repeated="1024"'
            )
            archive.writestr(name, content)

    with pytest.raises(UnreadableFile, match="too large"):
        read(a_file(tmp_path, out.getvalue()))
