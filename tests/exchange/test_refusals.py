"""Files from outside: one bad record is refused by itself, a file that is no diary as a whole."""

from __future__ import annotations

import codecs
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wrong_values import BAD_EPISODES, BAD_RECORDS, ID, OTHER_ID, an_episode_record

from cramplog.domain.changes import Kind
from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import diary_json, json_text
from cramplog.exchange.found import ReadDiary
from cramplog.words import fields

FILE = Path("from-outside.json")


def document(**parts: Any) -> bytes:
    return json.dumps({"format": "cramplog-diary", "version": 1, **parts}).encode()


def read(data: bytes) -> ReadDiary:
    return diary_json.read(data, FILE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"not JSON",
        b"[]",
        b"null",
        b'"cramplog-diary"',
        b"{}",
        b'{"format": "cramplog-diary"}',
        b'{"format": "cramplog-diary", "version": null}',
        b'{"format": "cramplog-diary", "version": "1"}',
        b'{"format": "cramplog-diary", "version": true}',
        b'{"format": "cramplog-diary", "version": 0}',
        b'{"format": "cramplog-diary", "version": NaN}',
        b'{"format": "another-diary", "version": 1}',
        b'{"format": ["cramplog-diary"], "version": 1}',
        b'{"format": "cramplog-diary", "version": 1, "version": 1}',
        b'{"format": "cramplog-diary", "version": 1, "episodes": [',
        b'{"format": "cramplog-diary", "version": 1} and more',
        b'{"format": "cramplog-diary", "version": 1, "x": NaN}',
        b'{"format": "cramplog-diary", "version": 1, "x": -Infinity}',
        b'{"format": "cramplog-diary", "version": 1, "person": {"note": "raw \x00 control"}}',
        b"SQLite format 3\x00" + bytes(84),
        "Krämpfe".encode("latin-1"),
        codecs.BOM_UTF16_LE + document().decode().encode("utf-16-le"),
        document().decode().encode("utf-16-be"),
        document().decode().encode("utf-32"),
        b'{"format": "cramplog-diary", "version": 1, "app": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        document(episodes=json.loads("[" * 32 + "]" * 32)),
    ],
    ids=lambda data: repr(data[:40]),
)
def test_what_is_no_diary_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)

    message = str(refused.value)
    assert message.startswith("from-outside.json ")
    assert message.endswith(".")
    assert "\n" not in message


def test_a_newer_version_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match=r"newer CrampLog\. Update CrampLog"):
        read(b'{"format": "cramplog-diary", "version": 2, "cramps": []}')


def test_a_file_that_says_which_encoding_it_has_is_read() -> None:
    found = read(codecs.BOM_UTF8 + document(episodes=[an_episode_record(note="Wade")]))

    assert found.contents.episodes[0].note == "Wade"


@pytest.mark.parametrize(("wrong", "field"), BAD_EPISODES, ids=lambda value: str(value)[:40])
def test_one_bad_record_is_rejected_by_itself_and_says_which_field(wrong: dict[str, Any], field: str) -> None:
    good = an_episode_record(id=OTHER_ID)

    found = read(document(episodes=[good, an_episode_record(**wrong)]))

    assert [episode.id for episode in found.contents.episodes] == [OTHER_ID]
    (rejected,) = found.rejected
    assert (rejected.file, rejected.kind, rejected.place) == (
        "from-outside.json",
        Kind.EPISODES,
        "episodes[1]",
    )
    assert rejected.reason.startswith(f"{fields.field(field)}: ")
    assert len(rejected.reason) < 900


@pytest.mark.parametrize(
    ("part", "records", "place", "field"), BAD_RECORDS, ids=lambda value: str(value)[:40]
)
def test_every_kind_of_record_is_rejected_with_its_place(
    part: str, records: Any, place: str, field: str
) -> None:
    found = read(document(**{part: records}))

    (rejected,) = found.rejected
    assert (rejected.kind, rejected.place) == (Kind(part), place)
    assert rejected.reason.startswith(f"{fields.field(field)}: ")


def test_a_part_that_is_no_list_is_rejected_and_the_rest_stands() -> None:
    found = read(document(episodes={"0": an_episode_record()}, days=[{"date": "2026-03-04"}]))

    assert [(rejected.place, rejected.reason) for rejected in found.rejected] == [
        ("episodes", "must be a list")
    ]
    assert len(found.contents.days) == 1


def test_numbers_no_computer_can_hold_reject_their_record_only() -> None:
    text = document(episodes=[an_episode_record(fluid_l=7777), an_episode_record(id=OTHER_ID)]).decode()

    for endless in ("1e400", "-1e400", "9" * 5_000):
        found = read(text.replace("7777", endless).encode())

        assert [rejected.place for rejected in found.rejected] == ["episodes[0]"]
        assert len(found.contents.episodes) == 1


def test_a_key_named_twice_rejects_its_record_only() -> None:
    text = document(episodes=[an_episode_record(pain=3), an_episode_record(id=OTHER_ID)]).decode()

    found = read(text.replace('"pain": 3', '"pain": 3, "pain": 9').encode())

    assert [(rejected.place, rejected.reason) for rejected in found.rejected] == [
        ("episodes[0]", "episode: “pain” is named twice in it")
    ]


def test_the_second_record_with_the_same_id_is_rejected() -> None:
    found = read(document(episodes=[an_episode_record(pain=3), an_episode_record(id=ID.upper(), pain=9)]))

    assert [episode.pain for episode in found.contents.episodes] == [3]
    assert [(each.place, each.id, each.reason) for each in found.rejected] == [
        ("episodes[1]", ID.upper(), "is in the file twice")
    ]


def test_the_second_check_in_of_a_day_is_rejected() -> None:
    found = read(document(days=[{"date": "2026-03-04", "ill": True}, {"date": "2026-03-04", "ill": False}]))

    assert [day.ill for day in found.contents.days] == [True]
    assert [(each.place, each.id) for each in found.rejected] == [("days[1]", "2026-03-04")]


def test_ids_in_capitals_and_whole_numbers_with_a_point_are_taken() -> None:
    found = read(document(episodes=[an_episode_record(id=ID.upper(), pain=7.0, duration_s=240.0)]))

    (episode,) = found.contents.episodes
    assert (episode.id, episode.pain, episode.duration_s) == (ID, 7, 240)
    assert isinstance(episode.pain, int)


@pytest.mark.parametrize("note", [{}, {"note": None}, {"note": ""}], ids=str)
def test_a_note_left_out_null_or_empty_is_an_empty_note(note: dict[str, Any]) -> None:
    assert read(document(episodes=[an_episode_record(**note)])).contents.episodes[0].note == ""


def test_halves_of_letters_and_controls_are_taken_out_of_texts() -> None:
    text = document(
        episodes=[an_episode_record(note="@")], courses=[{"id": ID, "kind": "other", "name": "@"}]
    )

    found = read(text.replace(b"@", rb"a\ud800\u0000\u0007b"))

    assert found.contents.episodes[0].note == "ab"
    assert found.contents.courses[0].name == "ab"


def test_unknown_fields_are_counted_and_kept_out() -> None:
    records = [
        an_episode_record(mood="low", exercise={"done": True, "shoes": "red"}),
        an_episode_record(id=OTHER_ID, mood="high", places=[{"muscle": "calf", "side": "left", "depth": 1}]),
    ]
    settings = {"theme": "dark", "criteria": {"luck": {}, "severe": {"colour": 1}}}

    found = read(document(episodes=records, settings=settings, plans=[]))

    assert [(unknown.field, unknown.count) for unknown in found.unknown] == [
        ("episodes[].exercise.shoes", 1),
        ("episodes[].mood", 2),
        ("episodes[].places[].depth", 1),
        ("plans", 1),
        ("settings.criteria.luck", 1),
        ("settings.criteria.severe.colour", 1),
        ("settings.theme", 1),
    ]
    assert found.rejected == ()


def test_names_from_the_file_can_be_printed_anywhere() -> None:
    data = document(episodes=[{"id": "@@" * 500, "@" * 500: 1}]).replace(b"@", rb"\ud800\n")

    found = read(data)

    for text in (found.unknown[0].field, found.rejected[0].id, found.rejected[0].reason):
        assert text is not None
        assert len(text.encode()) < 400
        assert text.isprintable()


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = (
    "id",
    "started",
    "places",
    "pain",
    "exercise",
    "relief",
    "signs",
    "note",
    "date",
    "name",
    "doses",
    "criteria",
)


@given(st.dictionaries(st.sampled_from([*Kind, "exported"]), json_values | st.lists(
    st.dictionaries(st.sampled_from(KEYS), json_values, max_size=4), max_size=2), max_size=6))  # fmt: skip
def test_no_document_whatever_it_holds_ends_in_a_traceback(parts: dict[str, Any]) -> None:
    found = read(document(**parts))

    assert found.contents.episodes == ()


@given(st.binary(max_size=200))
def test_no_bytes_whatever_they_are_end_in_a_traceback(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b'"' + b'\\"' * 1_000_000,
        b'{"a": "' + b"x" * 20_000_000,
        b"[" + b"[],[]," * 2_000_000 + b"[]]",
        b"[" + b"1," * 11_000_000 + b"1]",
        b"{" + b'"a":1,' * 1_000_000 + b'"a":1}',
        b"9" * 5_000_000,
    ],
    ids=["endless escapes", "one long line", "many lists", "many numbers", "one key", "one number"],
)
def test_bombs_are_refused_within_two_seconds(data: bytes) -> None:
    begun = time.process_time()

    with pytest.raises(UnreadableFile):
        read(data)

    assert time.process_time() - begun < 2


def test_brackets_inside_texts_do_not_count_as_nesting() -> None:
    note = "[" * 500 + '"{\\'

    assert read(document(episodes=[an_episode_record(note=note)])).contents.episodes[0].note == note


def test_nesting_up_to_the_limit_is_read() -> None:
    deep = "[" * (json_text.DEEPEST - 1) + "]" * (json_text.DEEPEST - 1)

    found = read(b'{"format": "cramplog-diary", "version": 1, "x": ' + deep.encode() + b"}")

    assert [unknown.field for unknown in found.unknown] == ["x"]


def test_files_that_cannot_be_opened_say_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no file"):
        diary_json.read_file(tmp_path / "missing.json")
    with pytest.raises(UnreadableFile, match="is not a file"):
        diary_json.read_file(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are a POSIX thing")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    with pytest.raises(UnreadableFile, match="is not a file"):
        diary_json.read_file(pipe)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary_json, "LARGEST", 1_000_000)
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 1_000_001)

    with pytest.raises(UnreadableFile, match="larger than 1 MB"):
        diary_json.read_file(path)


def test_a_diary_of_nothing_but_unsound_records_is_refused_as_a_whole(tmp_path: Path) -> None:
    def a_diary(unsound: int) -> bytes:
        document = {"format": "cramplog-diary", "version": 1, "episodes": [None] * unsound}
        return json.dumps(document).encode()

    at_the_limit = diary_json.read(a_diary(10_000), tmp_path / "diary.json")
    with pytest.raises(UnreadableFile, match=r"More than 10,000 records in diary\.json"):
        diary_json.read(a_diary(10_001), tmp_path / "diary.json")

    assert len(at_the_limit.rejected) == 10_000
