"""What cannot be is told with the question it answers, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from datetime import date
from typing import Any

import pytest
from making import a_course, a_workout, an_episode

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.domain.errors import InvalidValue
from cramplog.domain.person import Person
from cramplog.words import fields

# Nobody is asked for these.
NOT_ASKED = {"id", "source", "created", "changed"}


@pytest.mark.parametrize(
    ("make", "values", "said"),
    [
        (an_episode, {"duration_s": 800 * 3600}, "How long: must be between 0 and 744 hours"),
        (an_episode, {"pain": 11}, "Pain: must be a whole number from 0 to 10"),
        (an_episode, {"humidity_pct": 101.5}, "Humidity: must be a number from 0 to 100"),
        (an_episode, {"places": ()}, "Where: must name at least one muscle"),
        (a_workout, {"elapsed_s": -1}, "How long: must be between 0 and 744 hours"),
        (a_course, {"name": " "}, "Name: “ ” is needed"),
        (
            a_course,
            {"started": date(2026, 3, 4), "ended": date(2026, 3, 3)},
            "Ended: “2026-03-03” is before the start, 2026-03-04",
        ),
    ],
)
def test_a_refusal_says_which_question_and_why(
    make: Callable[..., object], values: dict[str, Any], said: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        make(**values)

    assert fields.sentence(refused.value) == said


@pytest.mark.parametrize("kind", [Episode, Day, Person])
def test_everything_that_is_asked_for_has_a_word(kind: type[Episode | Day | Person]) -> None:
    asked = {one.name for one in fields_of(kind)} - NOT_ASKED

    assert [name for name in asked if fields.field(name) == name] == []


def test_other_errors_are_told_as_they_are() -> None:
    assert fields.sentence(OSError("the cable is out")) == "the cable is out"
