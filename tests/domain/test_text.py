"""Texts: what was typed stays, and what no screen, page or file can carry is taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import a_course, an_episode

from cramplog.domain.person import Person


def note_of(text: str) -> str:
    return an_episode(note=text).note


@pytest.mark.parametrize(
    "text",
    [
        "",
        "woke up, calf like stone",
        "two lines\nand a\ttab",
        "  spaces at both ends  ",
        "Wade – «aua» 足つり",
        "👩🏽‍⚕️ family of signs joined by a joiner",
        "e\u0301 stays two signs",
        "\u202eright to left\u202c",
        "<b>not bold</b> & {braces} %(name)s #set page()",
    ],
)
def test_a_note_is_kept_as_it_was_typed(text: str) -> None:
    assert note_of(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b", "ab"),
        ("a\x07\x1b[31mb", "a[31mb"),
        ("a\x7f\x85b", "ab"),
        ("a\ud800b\udfff", "ab"),
        ("a\ufffe\uffffb", "ab"),
        ("a\ufdd0\U0001fffeb", "ab"),
    ],
)
def test_line_ends_become_one_kind_and_controls_go(typed: str, kept: str) -> None:
    assert note_of(typed) == kept


@given(st.text() | st.text(st.characters(categories=["Cc", "Cs", "Cn", "Zl", "Zp"])))
def test_every_note_can_be_written_as_utf_8_and_cleaning_it_again_changes_nothing(text: str) -> None:
    note = note_of(text)

    assert note.encode("utf-8").decode("utf-8") == note
    assert "\x00" not in note
    assert note_of(note) == note


def test_the_limit_of_a_note_counts_what_is_kept() -> None:
    assert len(note_of("n" * 100_000 + "\x00")) == 100_000


def test_a_name_is_one_line() -> None:
    assert a_course("  Magnesium\n  citrate\t").name == "Magnesium citrate"
    assert Person(name="Ann\r\nExample").name == "Ann Example"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x00"])
def test_a_name_that_says_nothing_is_not_recorded(typed: str) -> None:
    assert Person(name=typed).name is None
