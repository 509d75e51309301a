"""The live timer: three clicks, no time lost whatever happens, and nothing kept of a mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk import HandClock
from making import LEFT_CALF, an_episode, at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.bootstrap import Opener
from cramplog.domain.contents import DiaryContents
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Source
from cramplog.gui.application import Application
from cramplog.gui.pages.timer import TimerPage
from cramplog.gui.pages.timer_digits import clock_text
from cramplog.gui.pages.timer_steps import stretch_words
from cramplog.gui.pages.timer_where import TimerWhere
from cramplog.gui.theme.theme import Theme
from cramplog.gui.theme.tokens import NIGHT
from cramplog.gui.widgets.body_drawing import View
from cramplog.paths import Paths, resource

LEFT = Qt.MouseButton.LeftButton
BEGAN = "2026-09-06 02:10 +02:00"


@pytest.fixture
def clock() -> HandClock:
    """Ten past two at night."""
    return HandClock(at(BEGAN))


OpenWindow = Callable[[], Application]


@pytest.fixture
def open_window(
    tmp_path: Path, clock: HandClock, theme: Theme, qtbot: QtBot
) -> Iterator[tuple[OpenWindow, Callable[[], None]]]:
    """Opens the whole program on one folder, as often as it is asked to, and closes it."""
    built: list[Application] = []

    def open_one() -> Application:
        one = bootstrap.build(Paths.under(tmp_path), clock=clock)
        built.append(one)
        one.show()
        qtbot.waitUntil(lambda: one.window.pages.log.day.isEnabled(), timeout=10_000)
        return one

    def close_one() -> None:
        one = built.pop()
        one.stop()
        one.window.deleteLater()

    yield open_one, close_one
    while built:
        close_one()


def click(qtbot: QtBot, program: Application, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)
    wait(qtbot, program)


def wait(qtbot: QtBot, program: Application) -> None:
    qtbot.waitUntil(lambda: not program.tasks.are_busy, timeout=10_000)


def click_calf(qtbot: QtBot, program: Application, page: TimerPage) -> None:
    figure = page.where.map.figure(View.BACK)
    inside = figure.outline(LEFT_CALF).boundingRect().center().toPoint()
    qtbot.mouseClick(figure, LEFT, pos=inside)
    wait(qtbot, program)


def contents(folder: Path, clock: HandClock) -> DiaryContents:
    diary = Opener(Paths.under(folder), clock)(create=False)
    try:
        return diary.reading.contents()
    finally:
        diary.close()


Opens = tuple[OpenWindow, Callable[[], None]]


def test_three_clicks_lead_from_the_start_to_a_saved_cramp(
    tmp_path: Path, open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    program = open_window[0]()
    click(qtbot, program, program.window.pages.log.start)
    page = program.window.timer.page
    click_calf(qtbot, program, page)
    clock.go_on(187)
    click(qtbot, program, page.stop)
    wait(qtbot, program)

    (saved,) = contents(tmp_path, clock).episodes
    assert saved.started == at(BEGAN)
    assert saved.places == (LEFT_CALF,)
    assert saved.duration_s == 187
    assert saved.source is Source.TIMER
    assert program.window.pages.form.isVisible()
    assert program.window.pages.form.head.words() == "Saved. Add what you like, now or later."
    assert program.window.menuBar().isVisible()


def test_the_keyboard_alone_is_enough(
    tmp_path: Path, open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    program = open_window[0]()
    window = program.window
    window.activateWindow()
    focused = window.focusWidget()
    assert focused is window.pages.log.start
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    wait(qtbot, program)
    clock.go_on(60)
    qtbot.keyClick(window.timer.page.stop, Qt.Key.Key_Return)
    wait(qtbot, program)
    focused = window.focusWidget()
    assert focused is window.pages.form.where.map.figure(View.BACK)
    qtbot.keyClick(focused, Qt.Key.Key_Down)
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    wait(qtbot, program)

    (saved,) = contents(tmp_path, clock).episodes
    assert (saved.places, saved.duration_s) == ((LEFT_CALF,), 60)


def test_the_timer_is_found_again_after_the_program_ended_during_a_cramp(
    open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    open_one, close_one = open_window
    first = open_one()
    click(qtbot, first, first.window.pages.log.start)
    click_calf(qtbot, first, first.window.timer.page)
    close_one()
    clock.go_on(400)

    second = open_one()
    page = second.window.timer.page
    wait(qtbot, second)

    assert page.isVisible()
    assert page.digits.text() == "06:40"
    assert page.where.map.places() == (LEFT_CALF,)


def test_a_cramp_without_a_muscle_waits_on_the_log_page_and_is_not_counted(
    tmp_path: Path, open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    program = open_window[0]()
    window = program.window
    click(qtbot, program, window.pages.log.start)
    clock.go_on(90)
    click(qtbot, program, window.timer.page.stop)

    click(qtbot, program, window.pages.form.foot.done)
    wait(qtbot, program)

    assert contents(tmp_path, clock).episodes == ()
    (row,) = window.pages.log.unfinished.rows
    assert row.draft.duration_s == 90
    assert row.draft.missing == ("places",)


def test_nothing_is_kept_of_a_mistake(
    tmp_path: Path, open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    program = open_window[0]()
    window = program.window
    click(qtbot, program, window.pages.log.start)
    click_calf(qtbot, program, window.timer.page)
    click(qtbot, program, window.timer.page.mistake)
    wait(qtbot, program)

    assert window.pages.log.isVisible()
    assert not window.timer.page.is_running()
    assert contents(tmp_path, clock) == DiaryContents()
    assert window.pages.log.unfinished.rows == ()


def test_past_ten_minutes_the_warning_stands_over_the_digits(
    open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    program = open_window[0]()
    click(qtbot, program, program.window.pages.log.start)
    page = program.window.timer.page
    clock.go_on(600)
    qtbot.waitUntil(lambda: page.digits.text() == "10:00")
    assert not page.long.isVisible()
    clock.go_on(1)
    qtbot.waitUntil(page.long.isVisible)

    assert page.long.accessibleName() == (
        "Get help today. This cramp has gone on for more than 10 minutes. Get medical help today."
    )
    assert page.theme.palette is NIGHT


def test_the_usual_places_are_offered_first(
    tmp_path: Path, open_window: Opens, clock: HandClock, qtbot: QtBot
) -> None:
    foot, thigh = Place(Muscle.FOOT, Side.RIGHT), Place(Muscle.HAMSTRING, Side.LEFT)
    diary = Opener(Paths.under(tmp_path), clock)(create=True)
    for day, place in ((1, foot), (2, foot), (3, thigh)):
        diary.diary.record(an_episode(f"2026-09-0{day} 20:00 +02:00", places=(place,)))
    diary.close()
    program = open_window[0]()
    click(qtbot, program, program.window.pages.log.start)
    page = program.window.timer.page

    click(qtbot, program, page.where.usual(thigh))

    assert page.where.map.places() == (thigh,)
    assert page.steps.stretch() == "Sit, leg straight. Lean forward and hold."
    # Where most people have their cramps, after the own ones.
    assert page.where.usual(Place(Muscle.CALF, Side.LEFT)).isVisible()


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00"), (187, "03:07"), (3599, "59:59"), (3600, "1:00:00"), (-5, "00:00")]
)
def test_hours_appear_after_sixty_minutes(seconds: int, shown: str) -> None:
    assert clock_text(seconds) == shown


def test_the_stretch_is_that_of_the_muscle_chosen_last() -> None:
    assert stretch_words(()) == "Make the muscle long, slowly. Hold until it eases."
    assert (
        stretch_words((Place(Muscle.FOOT, Side.LEFT), LEFT_CALF)) == "Pull your toes up. Hold until it eases."
    )


def test_the_drawing_shows_the_stretch_of_the_muscle_chosen_last(theme: Theme, qtbot: QtBot) -> None:
    where = TimerWhere(theme)
    qtbot.addWidget(where)
    drawn = [where.stretch.picture.drawing()]
    for muscle in (Muscle.CALF, Muscle.HAMSTRING, Muscle.QUADRICEPS, Muscle.TOES, Muscle.FOREARM, Muscle.JAW):
        where.set_places((LEFT_CALF, Place(muscle, Side.RIGHT)))
        drawn.append(where.stretch.picture.drawing())

    assert drawn == ["neutral", "calf", "hamstring", "quadriceps", "foot", "hand", "neutral"]
    assert where.stretch.picture.accessibleName() == "Make the muscle long, slowly"


def test_the_drawings_wear_the_colours_of_the_palette(theme: Theme, qtbot: QtBot) -> None:
    drawings = {path.stem: path.read_text("utf-8") for path in resource("stretches").glob("*.svg")}

    assert sorted(drawings) == ["calf", "foot", "hamstring", "hand", "neutral", "quadriceps"]
    for drawing in drawings.values():
        assert set(re.findall("#[0-9A-Fa-f]{6}", drawing)) <= {
            NIGHT.ink2,
            NIGHT.colour("body_rest"),
            NIGHT.accent,
            NIGHT.line,
        }


def test_the_night_palette_can_be_switched_off(
    open_window: tuple[OpenWindow, Callable[[], None]], qtbot: QtBot
) -> None:
    open_one, _close = open_window
    program = open_one()
    program.settings.night_timer = False
    program.window.timer.start()

    assert program.window.timer.page.theme.palette is program.theme.palette


def test_cramp_now_is_in_the_menu_with_a_key(open_window: tuple[OpenWindow, Callable[[], None]]) -> None:
    open_one, _close = open_window
    program = open_one()
    action = program.window.menus.action("cramp_now")
    action.trigger()

    assert action.shortcut().toString() == "Ctrl+Return"
    assert program.window.timer.page.is_running()


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 860, 1.0), (1280, 860, 1.5), (1280, 860, 2.0), (1024, 700, 1.0), (800, 600, 1.0)],
)
def test_digits_button_and_the_four_steps_are_seen_without_scrolling(
    qtbot: QtBot, open_window: Opens, width: int, height: int, size: float
) -> None:
    program = open_window[0]()
    program.theme.change(text_size=size)
    program.window.resize(width, height)
    program.window.timer.start()
    wait(qtbot, program)
    page = program.window.timer.page

    # The room is shared anew once the layout has its last word.
    last = page.steps.cards()[-1]
    qtbot.waitUntil(lambda: last.mapTo(page, last.rect().bottomLeft()).y() < page.height())
    for part in (page.digits, page.stop, *page.steps.cards()):
        below = part.mapTo(page, part.rect().bottomLeft()).y()
        assert below < page.height(), part.accessibleName()
    # The digits stay the largest thing of all.
    assert page.digits.height() >= page.stop.height() * 0.8


def test_map_and_drawing_are_seen_too_in_the_first_window(qtbot: QtBot, open_window: Opens) -> None:
    program = open_window[0]()
    program.window.resize(1280, 860)
    program.window.timer.start()
    wait(qtbot, program)
    page = program.window.timer.page

    assert page.where.map.isVisible()
    caption = page.where.stretch.words
    assert caption.isVisible()
    assert caption.mapTo(page, caption.rect().bottomLeft()).y() < page.height()


def test_in_a_low_window_the_map_goes_before_the_drawing(qtbot: QtBot, open_window: Opens) -> None:
    program = open_window[0]()
    program.window.resize(1280, 640)
    program.window.timer.start()
    wait(qtbot, program)
    page = program.window.timer.page

    assert not page.where.map.isVisible()
    caption = page.where.stretch.words
    assert caption.isVisible()
    assert caption.mapTo(page, caption.rect().bottomLeft()).y() < page.height()
