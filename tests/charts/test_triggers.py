"""What was different on cramp days: careful words, and a mark only where there is enough data."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.lines import Line2D

from cramplog.analysis.exact import Interval
from cramplog.analysis.exposures import TriggerId
from cramplog.analysis.odds import Table
from cramplog.analysis.triggers import Finding, Need, Needs, Trigger
from cramplog.charts.style import ChartStyle
from cramplog.charts.trigger_words import finding, missing
from cramplog.charts.triggers import draw_triggers, in_order, summary_triggers, table_triggers


def a_trigger(name: str, *, ratio: float | None = 1.0, said: Finding, **values: Any) -> Trigger:
    """A trigger with 18 of 29 exposed days with a cramp and 10 of 52 others."""
    enough = said is not Finding.NOT_ENOUGH
    needs = Needs(
        cramp_days=Need(28, 24),
        rows=Need(81 if enough else 38, 60),
        exposed=Need(29, 10),
        unexposed=Need(52, 10),
    )
    return Trigger(
        **{
            "id": TriggerId(name),
            "counts": Table(exposed_cramp=18, unexposed_cramp=10, exposed_free=11, unexposed_free=42),
            "ratio": ratio,
            "ci": None if ratio is None else Interval(ratio / 2, ratio * 2),
            "p": 0.01,
            "p_adjusted": 0.02 if enough else None,
            "finding": said,
            "needs": needs,
            **values,
        }
    )


HARD = a_trigger("hard_exercise", ratio=6.7, said=Finding.MORE_OFTEN)
SLEEP = a_trigger("poor_sleep", ratio=2.0, said=Finding.NO_ASSOCIATION)
ALCOHOL = a_trigger("alcohol", ratio=0.9, said=Finding.NO_ASSOCIATION)
STRETCH = a_trigger("not_stretched", ratio=0.2, said=Finding.LESS_OFTEN)
HEAT = a_trigger("hot", ratio=1.4, said=Finding.NOT_ENOUGH)


def test_a_finding_is_an_association_and_never_a_cause() -> None:
    assert summary_triggers([ALCOHOL, HARD]) == (
        "On days with hard exercise, cramps were more common. "
        "This may be chance or something else. It does not show a cause."
    )
    assert summary_triggers([STRETCH]).startswith("On days without stretching, cramps were less common.")


def test_no_link_is_a_result_too() -> None:
    assert summary_triggers([ALCOHOL, HEAT]) == (
        "No clear link between cramps and the 1 kind of day that could be compared."
    )
    assert summary_triggers([ALCOHOL, SLEEP]).endswith("the 2 kinds of days that could be compared.")


def test_too_little_data_says_what_is_missing() -> None:
    assert summary_triggers([HEAT]) == "Not enough data yet: recorded on 38 of 60 days."


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ({"cramp_days": Need(17, 24)}, "17 of 24 cramp days"),
        ({"rows": Need(38, 60)}, "recorded on 38 of 60 days"),
        ({"exposed": Need(3, 10)}, "3 of 10 such days"),
        ({"unexposed": Need(0, 10)}, "0 of 10 other days"),
    ],
)
def test_the_first_thing_missing_is_named(short: dict[str, Need], text: str) -> None:
    full = {name: Need(100, 10) for name in ("cramp_days", "rows", "exposed", "unexposed")}

    assert missing(Needs(**{**full, **short})) == f"Not enough data yet: {text}"


def test_what_is_near_one_shows_no_link_and_what_is_not_could_be_chance() -> None:
    assert (finding(ALCOHOL), finding(SLEEP)) == ("No link seen", "Could be chance")
    without = a_trigger("ill", ratio=None, said=Finding.NO_ASSOCIATION)
    assert finding(without) == "No link seen"


def test_findings_come_first_and_those_without_data_last() -> None:
    assert in_order([HEAT, ALCOHOL, SLEEP, HARD]) == [HARD, SLEEP, ALCOHOL, HEAT]


def test_only_a_finding_has_a_filled_square(light: ChartStyle) -> None:
    marks = marks_of(draw_triggers([HARD, SLEEP, ALCOHOL, HEAT], light, 974))

    assert [mark.get_marker() for mark in marks] == ["s", "o", "o"]
    assert marks[0].get_markerfacecolor() == light.cramp
    assert {mark.get_markerfacecolor() for mark in marks[1:]} == {light.ground}


def test_odds_are_marked_on_a_scale_of_doublings(light: ChartStyle, see: Any) -> None:
    one = a_trigger("hot", ratio=1.0, said=Finding.NO_ASSOCIATION)
    four = a_trigger("ill", ratio=4.0, said=Finding.NO_ASSOCIATION)
    two = a_trigger("alcohol", ratio=2.0, said=Finding.NO_ASSOCIATION)

    at_4, at_2, at_1 = (mark.get_xdata()[0] for mark in marks_of(draw_triggers([one, four, two], light, 974)))

    assert at_4 - at_2 == pytest.approx(at_2 - at_1)


def test_a_range_beyond_the_axis_ends_in_an_arrow(light: ChartStyle) -> None:
    endless = a_trigger("hot", ratio=12.0, ci=Interval(0.01, float("inf")), said=Finding.NO_ASSOCIATION)

    picture = draw_triggers([endless], light, 974)

    shapes = [one.get_marker() for one in picture.figure.get_children() if isinstance(one, Line2D)]
    assert shapes.count("<") == shapes.count(">") == 1


@pytest.mark.parametrize("width", [974, 420])
def test_raw_counts_stand_beside_the_name_at_every_width(light: ChartStyle, see: Any, width: float) -> None:
    words = " ".join(see(draw_triggers([HARD, HEAT], light, width)).words())

    assert "Hard exercise" in words
    assert "18 of 29 such days, 10 of 52 other days" in words
    assert "More common" in words
    assert "recorded on 38 of 60 days" in words


def test_the_pointer_reads_odds_and_range(light: ChartStyle) -> None:
    texts = [point.text for point in draw_triggers([HARD, HEAT], light, 974).points]

    assert texts == [
        "Hard exercise: odds 6.70 times, 95 %: 3.35–13.40. More common.",
        "Hot days: Not enough data yet: recorded on 38 of 60 days",
    ]


def test_the_table_has_the_counts_and_no_odds_without_enough_data() -> None:
    counted = "18 of 29 such days, 10 of 52 other days"

    assert table_triggers([HEAT, HARD]).rows == (
        ("Hard exercise", counted, "6.70", "3.35–13.40", "0.020", "More common"),
        ("Hot days", counted, "–", "–", "–", "Not enough data yet: recorded on 38 of 60 days"),
    )


def marks_of(picture: Any) -> list[Line2D]:
    """The squares and dots, from the top."""
    lines = [one for one in picture.figure.get_children() if isinstance(one, Line2D)]
    return [line for line in lines if line.get_marker() in ("s", "o")]
