"""The Workouts page: typed in, changed, rated in the list, deleted, and each step taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Desk
from making import a_workout
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.domain.workout import Workout
from cramplog.gui.pages.workout_rows import WorkoutRow
from cramplog.gui.pages.workouts import WorkoutsPage
from cramplog.gui.theme.theme import Theme
from cramplog.words.units import Temperature

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_page(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> Iterator[Callable[..., tuple[Desk, WorkoutsPage]]]:
    desks: list[Desk] = []

    def open_one(*workouts: Workout) -> tuple[Desk, WorkoutsPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary = desk.opener(create=True)
        for workout in workouts:
            diary.diary.keep_workout(workout)
        diary.close()
        return desk, desk.show(WorkoutsPage(desk.given))

    yield open_one
    for desk in desks:
        desk.close()


OpenPage = Callable[..., tuple[Desk, WorkoutsPage]]


def click(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, LEFT)
    desk.wait()


def row(page: WorkoutsPage, number: int = 0) -> WorkoutRow:
    found = page.list.rows[number]
    assert isinstance(found, WorkoutRow)
    return found


def from_a_watch() -> Workout:
    return a_workout(
        "2026-09-10 18:00 +02:00",
        sport="running",
        elapsed_s=3600,
        distance_m=10_012.34,
        device_temp_c=26.0,
        file_sha256="0" * 64,
    )


def test_a_workout_is_typed_in_with_a_time_and_no_more(open_page: OpenPage) -> None:
    desk, page = open_page()
    desk.qtbot.keyClicks(page.editor.sport_line, "rowing")
    desk.qtbot.keyClicks(page.editor.when.time_line, "yesterday 18:30")
    click(desk, page.editor.save)

    (kept,) = desk.contents().workouts
    assert (kept.sport, kept.started.isoformat()) == ("rowing", "2026-09-10T18:30:00+02:00")
    assert (kept.elapsed_s, kept.exertion, kept.distance_m, kept.note) == (None, None, None, "")
    assert page.editor.sport_line.text() == ""


def test_without_a_time_nothing_is_saved_and_the_reason_is_said(open_page: OpenPage) -> None:
    desk, page = open_page()
    desk.qtbot.keyClicks(page.editor.sport_line, "rowing")
    click(desk, page.editor.save)

    assert desk.contents().workouts == ()
    assert page.editor.when.time.problem() == "Say when it was."
    assert page.editor.sport_line.text() == "rowing"


def test_effort_is_filled_in_with_one_click_in_the_list_and_taken_back(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    click(desk, row(page).exertion.button("5"))
    rated = desk.contents().workouts[0]
    desk.undo()

    assert rated.exertion == 5
    assert rated.distance_m == 10_012.34
    assert desk.contents().workouts[0].exertion is None
    assert row(page).exertion.value() is None


def test_the_temperature_of_a_watch_is_named_as_the_devices(open_page: OpenPage) -> None:
    _desk, page = open_page(from_a_watch())

    words = " ".join(label.text() for label in row(page).findChildren(QLabel))
    assert "26 °C on the device" in words


def test_a_change_keeps_what_was_not_touched(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    click(desk, row(page).change)
    page.editor.sport_line.clear()
    desk.qtbot.keyClicks(page.editor.sport_line, "trail running")
    click(desk, page.editor.save)

    (kept,) = desk.contents().workouts
    assert kept.sport == "trail running"
    assert (kept.distance_m, kept.elapsed_s, kept.device_temp_c) == (10_012.34, 3600, 26.0)
    assert kept.file_sha256 == "0" * 64


def test_a_number_that_cannot_be_is_not_dropped_in_silence(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    click(desk, row(page).change)
    page.editor.humidity.line.clear()
    desk.qtbot.keyClicks(page.editor.humidity.line, "140")
    click(desk, page.editor.save)

    assert desk.contents().workouts[0].humidity_pct is None
    assert page.editor.humidity.problem() == "Not saved: type a number from 0 to 100."
    assert page.editor.humidity.line.text() == "140"


@pytest.mark.parametrize("part", ["length", "zone"])
def test_a_length_or_a_zone_that_cannot_be_read_is_not_dropped_in_silence(
    open_page: OpenPage, part: str
) -> None:
    desk, page = open_page()
    when = page.editor.when
    desk.qtbot.keyClicks(when.time_line, "yesterday 18:00")
    line = when.length_line if part == "length" else when.zone.line
    when.zone.link.click()
    line.setText("an hour or so")
    click(desk, page.editor.save)

    assert desk.contents().workouts == ()
    assert line.text() == "an hour or so"
    assert (when.length if part == "length" else when.zone.field).problem().startswith("Not saved: ")


def test_a_deleted_workout_comes_back_with_undo(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    said: list[str] = []
    page.removed.connect(lambda words, _changed: said.append(words))
    click(desk, row(page).change)
    click(desk, page.editor.delete)
    gone = desk.contents().workouts
    desk.undo()

    assert gone == ()
    assert said == ["Running, Thu 10 Sept, 18:00 deleted."]
    assert len(desk.contents().workouts) == 1


def test_a_workout_in_the_future_is_refused_and_what_was_typed_stays(open_page: OpenPage) -> None:
    desk, page = open_page()
    desk.qtbot.keyClicks(page.editor.when.time_line, "2026-09-12 10:00")
    click(desk, page.editor.save)

    assert desk.contents().workouts == ()
    assert page.editor.when.time.problem()


def test_a_long_list_is_shown_a_few_at_a_time(open_page: OpenPage) -> None:
    desk, page = open_page(*(a_workout(f"2026-08-{day:02} 18:00 +02:00") for day in range(1, 20)))
    first = len(page.list.rows)
    click(desk, page.list.more)

    assert (first, len(page.list.rows)) == (8, 19)
    assert page.list.more.isHidden()


def test_what_was_typed_and_not_saved_comes_back_after_another_one_was_changed(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    desk.qtbot.keyClicks(page.editor.sport_line, "hiking")
    click(desk, row(page).change)
    desk.qtbot.keyClicks(page.editor.note.note, "uphill")
    click(desk, page.editor.cancel)

    assert page.editor.sport_line.text() == "hiking"
    assert page.editor.found.isVisible()
    assert [workout.note for workout in desk.contents().workouts] == [""]


def test_a_change_that_was_typed_and_not_saved_stays_with_its_workout(open_page: OpenPage) -> None:
    desk, page = open_page(from_a_watch())
    click(desk, row(page).change)
    desk.qtbot.keyClicks(page.editor.note.note, "uphill")
    # The list rates it meanwhile: that is saved, and what is being typed stays.
    click(desk, row(page).exertion.button("5"))

    assert page.editor.note.note.toPlainText() == "uphill"
    assert page.editor.exertion.value() == "5"
    click(desk, page.editor.save)
    (kept,) = desk.contents().workouts
    assert (kept.note, kept.exertion, kept.distance_m) == ("uphill", 5, 10_012.34)


def test_forgetting_it_leaves_an_empty_form(open_page: OpenPage) -> None:
    desk, page = open_page()
    desk.qtbot.keyClicks(page.editor.sport_line, "rowing")
    page.editor.flush()
    page.go_on(page.editor.typing())
    click(desk, page.editor.forget)

    assert page.editor.sport_line.text() == ""
    assert not page.editor.found.isVisible()
    diary = desk.opener(create=False)
    try:
        assert diary.drafts.forms() == ()
    finally:
        diary.close()


def test_a_temperature_means_the_same_after_another_unit_was_chosen(open_page: OpenPage) -> None:
    desk, page = open_page()
    page.editor.more.set_open(True)
    desk.qtbot.keyClicks(page.editor.air_temp.line, "20")
    typed = page.editor.typing()
    desk.given.settings.choose_unit(Temperature.FAHRENHEIT)
    page.go_on(typed)

    assert page.editor.air_temp.line.text() == "68"


def test_what_was_typed_for_a_workout_comes_back_over_all_that_is_known_of_it(open_page: OpenPage) -> None:
    workout = from_a_watch()
    desk, _seen = open_page(workout)
    left = TypedForm(id=workout.id, form=FormName.WORKOUT, title="", entries={"note": "uphill"})
    page = WorkoutsPage(desk.given)
    desk.window.setCentralWidget(page)
    page.show()
    page.go_on(left)
    desk.wait()

    assert page.editor.cancel.isVisible()
    click(desk, page.editor.save)
    (kept,) = desk.contents().workouts
    assert kept == replace(workout, note="uphill")
