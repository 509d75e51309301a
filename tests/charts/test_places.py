"""The body map: the person's own left is left, and both sides colour both."""

from __future__ import annotations

from typing import Any

from matplotlib.colors import to_hex

from cramplog.analysis.places import PlaceCount
from cramplog.charts.body import outlines
from cramplog.charts.places import draw_places, summary_places, table_places
from cramplog.charts.style import ChartStyle
from cramplog.domain.places import Muscle, Side


def count(muscle: Muscle, side: Side, episodes: int) -> PlaceCount:
    return PlaceCount(muscle=muscle, side=side, episodes=episodes)


LEFT_CALF = count(Muscle.CALF, Side.LEFT, 20)
RIGHT_CALF = count(Muscle.CALF, Side.RIGHT, 5)
BOTH_FEET = count(Muscle.FOOT, Side.BOTH, 2)


def fill(see: Any, picture: Any, region: str) -> str:
    return to_hex(see(picture).marks()[region].get_facecolor()).upper()


def test_a_muscle_has_the_colour_of_its_count(light: ChartStyle, see: Any) -> None:
    picture = draw_places((LEFT_CALF, RIGHT_CALF), light, 440)

    assert fill(see, picture, "back-calf-left") == light.heat[4]
    assert fill(see, picture, "back-calf-right") == light.heat[1]
    assert fill(see, picture, "back-hamstring-left") == light.body_muscle


def test_the_persons_left_is_on_the_right_of_the_front_view_and_on_the_left_of_the_back_view() -> None:
    front, back = outlines("front"), outlines("back")

    assert front["hand-left"].get_extents().x0 > 200 > front["hand-right"].get_extents().x1
    assert back["hand-left"].get_extents().x1 < 200 < back["hand-right"].get_extents().x0


def test_a_cramp_on_both_sides_colours_both_and_is_listed_once(light: ChartStyle, see: Any) -> None:
    picture = draw_places((BOTH_FEET,), light, 440)

    assert fill(see, picture, "front-foot-left") == fill(see, picture, "front-foot-right") == light.heat[2]
    assert see(picture).words().count("Both feet") == 1


def test_a_muscle_seen_from_both_sides_is_coloured_on_both(light: ChartStyle, see: Any) -> None:
    picture = draw_places((BOTH_FEET,), light, 440)

    assert fill(see, picture, "back-foot-left") == fill(see, picture, "front-foot-left")


def test_a_place_outside_the_drawing_is_in_the_list(light: ChartStyle, see: Any) -> None:
    picture = draw_places((count(Muscle.OTHER, Side.LEFT, 3),), light, 440)

    assert "Another muscle, left" in see(picture).words()


def test_more_places_than_rows_are_counted_below(light: ChartStyle, see: Any) -> None:
    every = tuple(count(muscle, Side.LEFT, 1) for muscle in Muscle)

    words = see(draw_places(every, light, 440)).words()

    listed = [one for one in words if one == "1"]
    assert f"{len(every) - len(listed)} more places" in words


def test_the_pointer_reads_the_muscle_and_its_count(light: ChartStyle) -> None:
    texts = {point.text for point in draw_places((LEFT_CALF, BOTH_FEET), light, 440).points}

    assert texts == {"Left calf: 20 cramps", "Left foot: 2 cramps", "Right foot: 2 cramps"}


def test_the_sentence_names_the_most_frequent_muscle_with_its_sides() -> None:
    # No side of the calf alone is as frequent as the left foot.
    found = (
        count(Muscle.FOOT, Side.LEFT, 4),
        count(Muscle.CALF, Side.LEFT, 3),
        count(Muscle.CALF, Side.RIGHT, 2),
        count(Muscle.CALF, Side.BOTH, 2),
    )

    assert summary_places(found, 11) == "Most often: Calf 7 (left 3, right 2, both 2), in 11 cramps."
    one = (count(Muscle.JAW, Side.MIDDLE, 1),)
    assert summary_places(one, 1) == "Most often: Jaw 1, in 1 cramp."


def test_places_that_add_up_to_more_than_the_cramps_are_explained() -> None:
    found = (count(Muscle.CALF, Side.LEFT, 1), count(Muscle.FOOT, Side.LEFT, 1))

    assert summary_places(found, 1) == (
        "Most often: Calf 1 (left 1), in 1 cramp. A cramp may count in more than one place."
    )


def test_the_table_has_every_place() -> None:
    assert table_places((LEFT_CALF, BOTH_FEET)).rows == (("Left calf", "20"), ("Both feet", "2"))
