"""A document read part by part is what Python's own reader reads whole, or is refused."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.domain.errors import UnreadableFile
from cramplog.exchange import json_text, json_walk
from cramplog.exchange.json_walk import Part, parts
from cramplog.exchange.progress import Cancelled

FILE = Path("part-by-part.json")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=8,
)  # fmt: skip


def put_together(found: list[Part]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for key, place, value in found:
        if place is None:
            document[key] = value
        else:
            document.setdefault(key, []).append(value)
    return document


@pytest.fixture(params=[1, 7, 1_000_000])
def window(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many bytes become text at once: a value, a number, a letter of two bytes are cut everywhere."""
    monkeypatch.setattr(json_walk, "AT_ONCE", request.param)
    return int(request.param)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4), st.sampled_from([None, 1]), st.booleans())
def test_the_parts_make_up_the_document(
    document: dict[str, Any], indent: int | None, ascii_only: bool
) -> None:
    written = json.dumps(document, indent=indent, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")

    for at_once in (1, 5, 1_000_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(json_walk, "AT_ONCE", at_once)
            assert put_together(list(parts(written, FILE))) == document


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        (b"", "part-by-part.json is empty."),
        (b'{"a": 1', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": [1, 2', "part-by-part.json is not sound JSON (line 1)."),
        (b'{\n"a": [1\n 2]}', "part-by-part.json is not sound JSON (line 3)."),
        (b'{\n\n"a": [1,]}', "part-by-part.json is not sound JSON (line 3)."),
        (b'{"a": [,1]}', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": 1,}', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a" 1}', "part-by-part.json is not sound JSON (line 1)."),
        (b"{1: 2}", "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": 1}}', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": 1}\n[]', "part-by-part.json is not sound JSON (line 2)."),
        (b'[1, 2', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": NaN}', "part-by-part.json is not sound JSON."),
        (b'{"a": [1, -Infinity]}', "part-by-part.json is not sound JSON."),
        (b'{"a": "\n"}', "part-by-part.json is not sound JSON (line 1)."),
        (b'{"a": "\xff"}', "part-by-part.json is not text in UTF-8."),
        (b'{"a": "\xc3', "part-by-part.json is not text in UTF-8."),
        (b'{"a": 1, "b": 2, "a": 3}', "part-by-part.json is broken: it has one part twice."),
        (b'{"a": [], "a": []}', "part-by-part.json is broken: it has one part twice."),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", "part-by-part.json is nested too deep to be a diary."),
    ],
)  # fmt: skip
def test_what_is_unsound_is_refused_wherever_the_window_ends(
    window: int, written: bytes, refusal: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        list(parts(written, FILE))

    assert str(refused.value) == refusal


def test_a_mark_of_the_encoding_is_passed_over(window: int) -> None:
    assert list(parts(b'\xef\xbb\xbf {"a": [12, "\xc3\xa9"], "b": []}', FILE)) == [
        Part("a", 0, 12),
        Part("a", 1, "é"),
        Part("b", None, []),
    ]


@pytest.mark.parametrize("written", [b"[1, 2]", b'"text"', b"12", b"null"])
def test_what_is_no_object_has_no_parts(window: int, written: bytes) -> None:
    assert list(parts(written, FILE)) == []


def test_only_a_window_of_a_large_document_is_there_at_once() -> None:
    element = json.dumps({"note": "x" * 400, "pain": 7}).encode()
    written = b'{"episodes": [' + b",".join([element] * 20_000) + b"]}"
    tracemalloc.start()
    try:
        count = sum(1 for _part in parts(written, FILE))
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert count == 20_000
    # Read whole, it takes about seven times the file: 60 MB.
    assert most < len(written)


def test_reading_says_how_far_it_is_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_walk, "AT_ONCE", 10)
    written = b'{"a": [' + b"1, " * 20 + b"1]}"
    told: list[tuple[int, int]] = []

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    list(parts(written, FILE, lambda done, total: told.append((done, total))))

    assert told == [(done, 70) for done in range(0, 70, 10)]
    with pytest.raises(Cancelled):
        list(parts(written, FILE, stop))


@pytest.mark.parametrize("inside", [b"{},", b"[],", b"0,"])
def test_more_values_than_a_diary_has_are_refused(monkeypatch: pytest.MonkeyPatch, inside: bytes) -> None:
    monkeypatch.setattr(json_text, "MOST_VALUES", 1_000)
    monkeypatch.setattr(json_walk, "AT_ONCE", 500)

    assert len(list(parts(b'{"a": [' + inside * 990 + b"1]}", FILE))) == 991
    commas = b'"' + b"," * 90 + b'"'
    assert len(list(parts(b'{"a": [' + b",".join([commas] * 20) + b"]}", FILE))) == 20
    for written in (b'{"a": [' + inside * 1_000 + b"1]}", b'{"a": [[' + inside * 1_000 + b"1]]}"):
        with pytest.raises(UnreadableFile, match="too many values"):
            list(parts(written, FILE))
