"""Each muscle of the body map can be hit, with the mouse and with the keyboard, on the person's own side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cramplog.domain.places import Muscle, Place, Side
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.body_drawing import View, drawing
from cramplog.gui.widgets.body_figure import BodyFigure
from cramplog.gui.widgets.body_map import BodyMap

Show = Callable[..., QWidget]
LEFT_CALF = Place(Muscle.CALF, Side.LEFT)
RIGHT_CALF = Place(Muscle.CALF, Side.RIGHT)
BOTH_CALVES = Place(Muscle.CALF, Side.BOTH)
ABDOMEN = Place(Muscle.ABDOMEN, Side.MIDDLE)
REGIONS = [(view, place) for view in View for place in drawing(view).regions]


def in_words(place: Place) -> str:
    return f"{place.side.value} {place.muscle.value}"


@pytest.fixture
def body(theme: Theme, shown: Show) -> BodyMap:
    body = BodyMap(theme, in_words)
    shown(body, width=480, height=900)
    return body


def point_inside(figure: BodyFigure, place: Place) -> QPointF:
    """A point well inside the muscle's own shape, whatever its form."""
    shape = figure.outline(place)
    box = shape.boundingRect()
    spots = [
        QPointF(box.left() + box.width() * x / 20, box.top() + box.height() * y / 20)
        for y in range(1, 20)
        for x in range(1, 20)
    ]
    inside = [spot for spot in spots if shape.contains(spot)]
    return min(inside, key=lambda spot: (spot - box.center()).manhattanLength())


def test_both_drawings_hold_every_muscle_that_has_a_place_on_the_body() -> None:
    drawn = {place.muscle for _view, place in REGIONS}

    assert drawn == set(Muscle) - {Muscle.OTHER}


@pytest.mark.parametrize(("view", "place"), REGIONS)
def test_a_click_inside_a_muscle_chooses_that_muscle_and_side(
    body: BodyMap, view: View, place: Place
) -> None:
    figure = body.figure(view)

    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=point_inside(figure, place).toPoint())

    assert body.places() == (place,)


@pytest.mark.parametrize(("view", "place"), REGIONS)
def test_the_keyboard_reaches_every_muscle_and_chooses_it(theme: Theme, view: View, place: Place) -> None:
    figure = BodyFigure(theme, view, in_words)
    pressed: list[Place] = []
    figure.clicked.connect(pressed.append)

    # Before the first arrow key no muscle is aimed at.
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert pressed == []
    QTest.keyClick(figure, Qt.Key.Key_Down)
    for key in way_to(figure, place):
        QTest.keyClick(figure, key)
    QTest.keyClick(figure, Qt.Key.Key_Space)

    assert pressed == [place]
    figure.deleteLater()


def way_to(figure: BodyFigure, goal: Place) -> list[Qt.Key]:
    """The arrow keys that lead from the first muscle to `goal`, found by walking through all of them."""
    picture = drawing(View.FRONT if "front" in figure.accessibleName() else View.BACK)
    arrows = {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, -1),
        Qt.Key.Key_Down: (0, 1),
    }
    first = figure.focused_place()
    assert first is not None
    ways: dict[Place, list[Qt.Key]] = {first: []}
    waiting = [first]
    while waiting:
        here = waiting.pop(0)
        for key, step in arrows.items():
            there = picture.beside(here, *step)
            if there not in ways:
                ways[there] = [*ways[here], key]
                waiting.append(there)
    return ways[goal]


def test_left_is_the_persons_own_left(body: BodyMap) -> None:
    front, back = body.figure(View.FRONT), body.figure(View.BACK)
    thigh = Place(Muscle.QUADRICEPS, Side.LEFT)

    assert front.outline(thigh).boundingRect().center().x() > front.width() / 2
    assert back.outline(LEFT_CALF).boundingRect().center().x() < back.width() / 2


def test_the_head_and_the_empty_ground_choose_nothing(body: BodyMap) -> None:
    figure = body.figure(View.FRONT)

    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPointF(3, 3).toPoint())

    assert body.places() == ()


def test_left_and_right_together_are_both_and_a_click_takes_one_away(body: BodyMap) -> None:
    figure = body.figure(View.BACK)
    left, right = (point_inside(figure, place).toPoint() for place in (LEFT_CALF, RIGHT_CALF))

    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=left)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=right)
    together = body.places()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=left)

    assert together == (BOTH_CALVES,)
    assert body.places() == (RIGHT_CALF,)


def test_both_adds_the_other_side_and_leaves_the_middle(body: BodyMap) -> None:
    body.set_places([LEFT_CALF, ABDOMEN])

    QTest.mouseClick(body.both, Qt.MouseButton.LeftButton)

    assert body.places() == (BOTH_CALVES, ABDOMEN)


def test_both_says_why_it_cannot_be_pressed(body: BodyMap) -> None:
    assert not body.both.isEnabled()
    assert body.both.accessibleDescription() == "Choose a left or right muscle first."


def test_several_places_are_kept_in_the_order_of_choosing(body: BodyMap) -> None:
    heard: list[object] = []
    body.changed.connect(heard.append)
    back, front = body.figure(View.BACK), body.figure(View.FRONT)

    QTest.mouseClick(back, Qt.MouseButton.LeftButton, pos=point_inside(back, LEFT_CALF).toPoint())
    QTest.mouseClick(front, Qt.MouseButton.LeftButton, pos=point_inside(front, ABDOMEN).toPoint())

    assert heard == [(LEFT_CALF,), (LEFT_CALF, ABDOMEN)]


def test_a_chip_takes_its_place_away(body: BodyMap) -> None:
    body.set_places([LEFT_CALF, ABDOMEN])

    QTest.mouseClick(body.chips()[0], Qt.MouseButton.LeftButton)

    assert body.places() == (ABDOMEN,)
    assert [chip.text() for chip in body.chips()] == ["middle abdomen"]


def test_the_list_does_the_same_as_the_picture(body: BodyMap) -> None:
    body.set_places([LEFT_CALF])
    QTest.mouseClick(body.list_button, Qt.MouseButton.LeftButton)
    listed = body.body_list()

    shows_left = listed.button(LEFT_CALF).isChecked()
    QTest.mouseClick(listed.button(RIGHT_CALF), Qt.MouseButton.LeftButton)

    assert shows_left
    assert listed.isVisible()
    assert body.places() == (BOTH_CALVES,)


def test_the_list_holds_every_muscle(body: BodyMap) -> None:
    buttons = [body.body_list().button(place) for _view, place in REGIONS]

    assert len(buttons) == len(REGIONS)
    assert body.body_list().button(Place(Muscle.OTHER, Side.LEFT)).text() == "left other"


def test_a_muscle_seen_from_both_sides_lights_up_on_both(body: BodyMap) -> None:
    shoulder = Place(Muscle.SHOULDER, Side.LEFT)
    body.set_places([shoulder])

    lit = []
    for view in View:
        figure = body.figure(view)
        spot = point_inside(figure, shoulder).toPoint()
        lit.append(figure.grab().toImage().pixelColor(spot).name().upper())

    assert lit == ["#0E5A72", "#0E5A72"]
