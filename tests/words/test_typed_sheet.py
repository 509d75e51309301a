"""A filled paper sheet, typed in cell by cell."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from making import at

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode, Relief
from cramplog.domain.errors import InvalidValue
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Effect, Heat, Hydration, Method, MuscleSign
from cramplog.words.paper import CrampField, DayField
from cramplog.words.typed_sheet import cramp_cell, cramp_of, day_cell, day_of

MARCH = date(2026, 3, 1)
NOW = at("2026-03-31 12:00 +02:00")
BERLIN = ZoneInfo("Europe/Berlin")


def cramp(**cells: str) -> Episode | None:
    return cramp_of(
        {CrampField(name): text for name, text in cells.items()},
        MARCH,
        now=NOW,
        zone=BERLIN,
        zone_name="Europe/Berlin",
    )


@pytest.mark.parametrize(
    ("field", "typed", "shown", "values"),
    [
        (DayField.FREE, "x", "✓", {"cramp_free": True}),
        (DayField.FREE, "-", "–", {"cramp_free": False}),
        (DayField.EXERTION, "0", "0", {"exercised": False}),
        (DayField.EXERTION, "7", "7", {"exercised": True, "hardest_exertion": 7}),
        (DayField.HYDRATION, "3", "3", {"hydration": Hydration.POOR}),
        (DayField.HEAT, "4", "4", {"heat": Heat.HOT}),
        (DayField.ILL, " Y ", "✓", {"ill": True}),
        (DayField.SLEEP, "10", "10", {"sleep_disturbance": 10}),
        (DayField.SLEEP, "", "", {}),
    ],
)
def test_a_days_cell_means_what_stands_on_paper(
    field: DayField, typed: str, shown: str, values: dict[str, Any]
) -> None:
    cell = day_cell(field, typed)

    assert (cell.shown, cell.values) == (shown, values)


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        (CrampField.TIME, "210", "2:10"),
        (CrampField.TIME, "2pm", "14:00"),
        (CrampField.MUSCLE, "ca", "Calf"),
        (CrampField.MUSCLE, "calf, toe", "Calf, Toes"),
        (CrampField.MUSCLE, "front", "Front of thigh"),
        (CrampField.SIDE, "l", "Left"),
        (CrampField.MINUTES, "4", "4"),
        (CrampField.MINUTES, "1:30", "1:30"),
        (CrampField.CIRCUMSTANCE, "asl", "Asleep"),
        (CrampField.SIGNS, "none", "–"),
        (CrampField.TRIED, "str, mas", "Stretching, Massage"),
        (CrampField.EFFECT, "most", "Mostly"),
        (
            CrampField.WARNING,
            "breathe; stiff",
            "Hard to breathe, or coughing blood; Stiff jaw, or cramps of the whole body",
        ),
    ],
)
def test_a_few_letters_are_enough_and_what_is_shown_can_be_typed(
    field: CrampField, typed: str, shown: str
) -> None:
    cell = cramp_cell(field, typed)

    assert cell.shown == shown
    assert cramp_cell(field, cell.shown) == cell


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        (CrampField.DAY, "32", "1 to 31"),
        (CrampField.TIME, "25:00", "not a time"),
        (CrampField.TIME, "midnight", "could be two nights"),
        (CrampField.TIME, "24:00", "could be two nights"),
        (CrampField.TIME, "soon", "not a time"),
        (CrampField.MUSCLE, "elbow", "not one of"),
        (CrampField.MUSCLE, "h", "not one of"),
        (CrampField.PAIN, "11", "0 to 10"),
        (CrampField.PAIN, "²", "0 to 10"),
        (CrampField.WOKE, "maybe", "x for yes"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_cell(field: CrampField, typed: str, reason: str) -> None:
    with pytest.raises(InvalidValue, match=reason) as refused:
        cramp_cell(field, typed)

    assert refused.value.field == field


def test_a_row_becomes_a_cramp() -> None:
    found = cramp(
        day="4", time="2:10", muscle="calf", side="l", minutes="4", pain="7", woke="x", circumstance="asleep",
        signs="hard", tried="stretching, massage", effect="mostly", warning="-", note="after the garden",
    )  # fmt: skip

    assert found is not None
    assert found.started == at("2026-03-04 02:10 +01:00")
    assert found.zone == "Europe/Berlin"
    assert found.places == (Place(Muscle.CALF, Side.LEFT),)
    assert (found.duration_s, found.pain, found.woke) == (240, 7, True)
    assert (found.circumstance, found.signs) == (Circumstance.ASLEEP, (MuscleSign.HARD,))
    assert found.relief == (
        Relief(method=Method.STRETCH, effect=Effect.MOSTLY),
        Relief(method=Method.MASSAGE, effect=Effect.MOSTLY),
    )
    assert found.warning_signs == ()
    assert found.note == "after the garden"


def test_what_is_left_empty_is_not_recorded() -> None:
    found = cramp(day="4", time="2:10", muscle="calf", side="l", pain="")

    assert found is not None
    assert (found.pain, found.woke, found.signs, found.relief, found.warning_signs) == (None,) * 5
    assert cramp(day="", note=" ") is None
    assert day_of({DayField.FREE: "", DayField.ILL: " "}, MARCH) is None


def test_a_row_becomes_a_day() -> None:
    found = day_of({DayField.FREE: "x", DayField.EXERTION: "0", DayField.HEAT: ""}, date(2026, 3, 5))

    assert found == Day(date=date(2026, 3, 5), cramp_free=True, exercised=False)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"time": "2:10", "muscle": "calf", "side": "l"}, "day"),
        ({"day": "4", "muscle": "calf", "side": "l"}, "time"),
        ({"day": "4", "time": "2:10", "side": "l"}, "muscle"),
        ({"day": "4", "time": "2:10", "muscle": "calf"}, "side"),
        ({"day": "4", "time": "2:10", "muscle": "calf", "side": "l", "effect": "mostly"}, "tried"),
        ({"day": "31", "time": "23:00", "muscle": "calf", "side": "l"}, "day"),
    ],
)
def test_a_row_that_lacks_something_says_what(cells: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        cramp(**cells)

    assert refused.value.field == field


def test_a_day_that_the_month_does_not_have_is_refused() -> None:
    with pytest.raises(InvalidValue, match="month"):
        cramp_of(
            {CrampField.DAY: "31", CrampField.TIME: "2:00", CrampField.MUSCLE: "calf", CrampField.SIDE: "l"},
            date(2026, 2, 1),
            now=NOW,
            zone=BERLIN,
            zone_name=None,
        )


def test_an_hour_that_clocks_skipped_is_refused() -> None:
    with pytest.raises(InvalidValue, match="put forward") as refused:
        cramp(day="29", time="2:30", muscle="calf", side="l")

    assert refused.value.field == "time"
