"""How bad and how long: bars and sentences."""

from __future__ import annotations

from typing import Any

import pytest
from making import an_episode

from cramplog.analysis.pain import duration, pain
from cramplog.charts.pain import (
    draw_duration,
    draw_pain,
    summary_duration,
    summary_pain,
    table_duration,
    table_pain,
)
from cramplog.charts.style import ChartStyle

PAINS = pain([an_episode(pain=score) for score in (1, 4, 5, 7, 10)])
LENGTHS = duration([an_episode(duration_s=seconds) for seconds in (59, 60, 299, 300, 600, 601)])


def test_mild_medium_and_severe_are_as_the_scale_says(light: ChartStyle) -> None:
    texts = [point.text for point in draw_pain(PAINS, light, 286).points]

    assert texts == ["mild 1–4: 2 cramps", "medium 5–6: 1 cramp", "severe 7–10: 2 cramps"]


def test_no_pain_has_a_row_only_where_there_is_one(light: ChartStyle) -> None:
    without_pain = pain([an_episode(pain=0), an_episode(pain=3)])

    texts = [point.text for point in draw_pain(without_pain, light, 286).points]

    assert texts[0] == "no pain 0: 1 cramp"


def test_each_bar_is_as_long_as_its_count(light: ChartStyle, see: Any) -> None:
    bars = see(draw_pain(PAINS, light, 286)).marks("row-")

    assert bars["row-1"].boxes[0].width / bars["row-0"].boxes[0].width == pytest.approx(1 / 2)


def test_a_row_without_cramps_says_0_and_has_no_bar(light: ChartStyle, see: Any) -> None:
    seen = see(draw_pain(pain([an_episode(pain=5)]), light, 286))

    assert set(seen.marks("row-")) == {"row-1"}
    assert seen.words().count("0") == 2


def test_the_sentences_of_pain() -> None:
    assert summary_pain(PAINS) == "2 of 5 cramps were severe. Typical pain 5, worst 10."
    assert summary_pain(pain([an_episode(pain=8)])) == "1 of 1 cramp was severe. Typical pain 8, worst 8."
    assert summary_pain(pain([an_episode()])) == "No pain recorded yet."


def test_the_table_of_pain_has_each_score() -> None:
    rows = table_pain(PAINS).rows

    assert len(rows) == 11
    assert rows[0] == ("0", "no pain", "0")
    assert rows[10] == ("10", "severe", "1")


def test_ten_minutes_are_not_over_ten_minutes(light: ChartStyle) -> None:
    texts = [point.text for point in draw_duration(LENGTHS, light, 286).points]

    assert texts == [
        "under 1 min: 1 cramp",
        "1 to 5 min: 2 cramps",
        "5 to 10 min: 2 cramps",
        "over 10 min: 1 cramp",
    ]
    assert table_duration(LENGTHS).rows[3] == ("over 10 min", "1")


def test_the_sentences_of_length() -> None:
    four_minutes = duration([an_episode(duration_s=240)])

    assert summary_duration(four_minutes) == (
        "0 of 1 cramp lasted over 10 minutes. Typical 4 min, longest 4 min."
    )
    # The middle of 299 and 300 seconds is 4.99 minutes, the longest 601 seconds.
    assert summary_duration(LENGTHS) == (
        "1 of 6 cramps lasted over 10 minutes. Typical 5.0 min, longest 10.0 min."
    )
    seconds = duration([an_episode(duration_s=2)])
    assert summary_duration(seconds) == "0 of 1 cramp lasted over 10 minutes. Typical 2 s, longest 2 s."
    assert summary_duration(duration([])) == "No length recorded yet."
