"""Files that were made to harm who opens them, each written by a function named for what it is."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from cramplog.storage.diary_file import DiaryFile

ID = "00000000-0000-4000-8000-00000000abcd"


def _diary(**parts: object) -> bytes:
    return json.dumps({"format": "cramplog-diary", "version": 1, **parts}).encode()


def _episode(**fields: object) -> bytes:
    usual = {"id": ID, "started": "2026-03-04T02:10:00-05:00", "places": [{"muscle": "calf", "side": "left"}]}
    return _diary(episodes=[{**usual, **fields}])


def _raw_episode(field: str, value: str) -> bytes:
    """With a value that Python's own writer would not write."""
    return _episode(**{field: "HERE"}).replace(b'"HERE"', value.encode("utf-8", "surrogatepass"))


def _zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


_GPX = b'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>%s</trkseg></trk></gpx>'
_POINT = b'<trkpt lat="1" lon="1"><time>2026-03-04T02:10:00Z</time></trkpt>'
_LAUGHS = b"<!DOCTYPE g [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
_QUADRATIC = b"<!DOCTYPE g [<!ENTITY a '" + b"x" * 60_000 + b"'>]>"

CONTENTS: dict[str, bytes] = {
    "empty.json": b"",
    "spaces.json": b" " * 1_000_000,
    "nul.json": b"\0" * 1_000_000,
    "deep_lists.json": b"[" * 200_000,
    "deep_objects.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep_inside.json": _raw_episode("exercise", "[" * 50_000 + "]" * 50_000),
    "nan.json": _raw_episode("pain", "NaN"),
    "infinity.json": _raw_episode("fluid_l", "Infinity"),
    "minus_infinity.json": _raw_episode("air_temp_c", "-Infinity"),
    "huge_number.json": _raw_episode("pain", "1e999"),
    "number_of_many_digits.json": _raw_episode("pain", "9" * 1_000_000),
    "negative_zero_pain.json": _raw_episode("pain", "-0.5"),
    "lone_surrogate.json": _raw_episode("note", '"\\ud800"'),
    "raw_surrogate.json": _raw_episode("note", '"\ud800"'),
    "nul_in_note.json": _raw_episode("note", '"a\\u0000b"'),
    "note_of_a_million.json": _episode(note="x" * 1_000_000),
    "name_of_a_million.json": _diary(person={"name": "x" * 1_000_000}),
    "id_with_path.json": _episode(id="../../etc/passwd"),
    "id_with_sql.json": _episode(id="'; DROP TABLE episode; --"),
    "key_twice.json": b'{"format": "cramplog-diary", "version": 1, "version": 99}',
    "version_as_list.json": _diary(version=[1]),
    "version_huge.json": _diary(version=10**400),
    "episodes_as_object.json": _diary(episodes={"a": 1}),
    "episodes_of_nothing.json": _diary(episodes=[None] * 100_000),
    "year_0.json": _episode(started="0000-01-01T00:00:00Z"),
    "year_99999.json": _episode(started="99999-01-01T00:00:00Z"),
    "offset_of_99_hours.json": _episode(started="2026-03-04T02:10:00+99:00"),
    "zone_with_path.json": _episode(zone="../../../etc/passwd"),
    "rules_of_nan.json": _diary(settings={"criteria": {"severe": {"pain_at_least": 10**30}}}),
    "utf16.json": _episode().decode().encode("utf-16"),
    "utf32.json": _episode().decode().encode("utf-32"),
    "latin1.json": _raw_episode("note", '"é"').decode().encode("latin-1"),
    "cut_off.json": _episode(note="x" * 5_000)[:-4_000],
    "gzip_bomb.json.gz": gzip.compress(b" " * 300_000_000, 9),
    "gzip_in_gzip.json.gz": gzip.compress(gzip.compress(gzip.compress(b" " * 50_000_000))),
    "gzip_cut_off.json.gz": gzip.compress(_episode())[:-10],
    "gzip_of_nonsense.fit.gz": b"\x1f\x8b\x08" + b"\xff" * 10_000,
    "zip_bomb.zip": _zip(**{"diary.json": b"\0" * 300_000_000}),
    "zip_traversal.zip": _zip(**{"../../../../tmp/cramplog-owned.json": _episode()}),
    "zip_of_zip.zip": _zip(**{"a.zip": _zip(**{"b.zip": _zip(**{"c.json": _episode()})})}),
    "zip_of_many.zip": _zip(**{f"{n}.json": b"{}" for n in range(5_000)}),
    "laughs.gpx": b"<?xml version='1.0'?>" + _LAUGHS + b"]><gpx>&j;</gpx>",
    "quadratic.gpx": _QUADRATIC + b"<gpx>" + b"&a;" * 10_000 + b"</gpx>",
    "external.gpx": b"<!DOCTYPE g [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><gpx>&a;</gpx>",
    "external_dtd.tcx": b"<!DOCTYPE g SYSTEM 'http://localhost:9/x.dtd'><TrainingCenterDatabase/>",
    "parameter_entity.gpx": b"<!DOCTYPE g [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><gpx/>",
    "deep.gpx": b"<gpx>" + b"<a>" * 200_000,
    "many_points.gpx": _GPX % (_POINT * 20_000),
    "one_long_line.csv": b"started,muscle,side\n" + b"x" * 20_000_000,
    "many_columns.csv": b",".join(b"c%d" % n for n in range(100_000)) + b"\n",
    "quotes_never_closed.csv": b'started,muscle,side\n"' + b"a,b\n" * 500_000,
    "formula.csv": b"started,muscle,side,note\n2026-03-04T02:10:00Z,calf,left,=cmd|'/C calc'!A0\n",
    "nul.csv": b"started,muscle,side\n\0\0\0\0,calf,left\n" * 1_000,
    "nonsense.fit": b"\x0e\x10\xd9\x07\xff\xff\xff\x7f.FIT" + b"\xff" * 100_000,
    "header_only.fit": b"\x0e\x10\xd9\x07\x00\x00\x00\x00.FIT\x00\x00",
    "sealed_nonsense.sealed": b"CRAMPSEA" + b"\xff" * 1_000,
    "sqlite_nonsense.db": b"SQLite format 3\0" + b"\xff" * 100_000,
    "nonsense.xlsx": _zip(**{"xl/workbook.xml": _LAUGHS + b"]><w>&j;</w>", "[Content_Types].xml": b"<a/>"}),
}

DOCTORED = {
    "trigger.db": "CREATE TRIGGER t AFTER INSERT ON episode BEGIN DELETE FROM episode; END",
    "view_for_a_table.db": "ALTER TABLE workout RENAME TO w; CREATE VIEW workout AS SELECT * FROM w",
    "endless_view.db": "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n)"
    " SELECT x FROM n",
    "generated_column.db": "ALTER TABLE day ADD COLUMN g TEXT AS (hex(zeroblob(100000000)))",
    "huge_blob.db": "CREATE TABLE big (b); INSERT INTO big VALUES (zeroblob(30000000))",
    "counts_wrong.db": "UPDATE meta SET episodes = 1000000",
    "value_changed.db": "UPDATE episode SET pain = 3",
    "other_program.db": "PRAGMA application_id = 7",
    "newer.db": "PRAGMA user_version = 1000",
    "wal.db": "PRAGMA journal_mode = WAL",
}


def write(name: str, path: Path, sound: Path) -> None:
    """Write the hostile file of this name to `path`; the doctored ones are made of the diary `sound`."""
    if name in CONTENTS:
        path.write_bytes(CONTENTS[name])
        return
    path.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(DOCTORED[name])


def a_sound_diary(path: Path, episode: object) -> None:
    """A diary with one cramp."""
    with DiaryFile.create(path) as file, file.write() as writing:
        writing.episodes.save(episode)  # type: ignore[arg-type]
