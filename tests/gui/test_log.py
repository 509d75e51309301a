"""The Log page: seconds to log, one click to say that there was nothing, and a card of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode, an_id, at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.clock import FixedClock
from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Exercise
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance, Heat, Hydration
from cramplog.gui.pages.log import LogPage
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.reading_order import put_in_order
from cramplog.gui.widgets.text import Text
from cramplog.services.open_diary import OpenDiary
from cramplog.words.units import Temperature

LEFT = Qt.MouseButton.LeftButton
TODAY, YESTERDAY = date(2026, 9, 11), date(2026, 9, 10)


@pytest.fixture
def open_log(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Callable[..., tuple[Desk, LogPage]]]:
    """The Log page on a diary that was filled before."""
    desks: list[Desk] = []

    def open_page(fill: Callable[[OpenDiary], object] = lambda _diary: None) -> tuple[Desk, LogPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary = desk.opener(create=True)
        fill(diary)
        diary.close()
        return desk, desk.show(LogPage(desk.given))

    yield open_page
    for desk in desks:
        desk.close()


OpenLog = Callable[..., tuple[Desk, LogPage]]


def click(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, LEFT)
    desk.wait()


def one_cramp(diary: OpenDiary) -> None:
    diary.diary.record(an_episode("2026-09-08 19:40 +02:00", pain=5, duration_s=180))


def the_day(desk: Desk, day: date) -> Day:
    return next(one for one in desk.contents().days if one.date == day)


def test_the_big_button_has_the_focus_and_starts_the_timer(open_log: OpenLog) -> None:
    desk, page = open_log()

    with desk.qtbot.waitSignal(page.timer_wanted):
        desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_Space)


def test_a_cramp_without_a_muscle_stands_first_until_it_is_finished_or_forgotten(open_log: OpenLog) -> None:
    begun = EpisodeDraft(id=an_id(), started=at("2026-09-11 02:10 +02:00"), duration_s=187)
    desk, page = open_log(lambda diary: diary.drafts.keep(begun))
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)

    (row,) = page.unfinished.rows
    assert row.finish.accessibleName() == "Choose a muscle: Night of 10–11 Sept, 02:10 · 3 min"
    click(desk, row.finish)
    click(desk, row.forget)

    assert wanted == [begun]
    assert not page.unfinished.isVisible()


def test_tab_comes_from_the_big_button_to_what_is_not_finished(open_log: OpenLog) -> None:
    begun = [EpisodeDraft(id=an_id(), started=at(f"2026-09-11 0{hour}:10 +02:00")) for hour in (2, 3)]
    desk, page = open_log(lambda diary: [diary.drafts.keep(draft) for draft in begun])
    page.start.setFocus()
    put_in_order(page.window())

    visited = []
    for _step in range(4):
        desk.qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.window().focusWidget())

    first, second = page.unfinished.rows
    assert visited == [first.finish, first.forget, second.finish, second.forget]


def test_an_earlier_cramp_has_no_time_until_one_is_given(open_log: OpenLog) -> None:
    desk, page = open_log()
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)

    click(desk, page.free.earlier)

    assert wanted[0].missing == ("places", "started")


def test_an_empty_diary_says_what_will_be_here(open_log: OpenLog) -> None:
    desk, page = open_log()

    assert page.empty.isVisible()
    assert not page.entries.isVisible()
    with desk.qtbot.waitSignals([page.example_wanted, page.file_wanted]):
        click(desk, page.empty.action_button)
        click(desk, page.empty.second_button)


def test_no_cramps_today_marks_today_and_can_be_taken_back(open_log: OpenLog) -> None:
    desk, page = open_log()

    click(desk, page.free.none_today)
    assert the_day(desk, TODAY).cramp_free is True
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Fri 11 Sept is marked as cramp-free."
    assert not page.free.none_today.isEnabled()
    desk.undo()

    assert desk.contents().days == ()
    assert not page.notice.isVisible()
    assert page.free.none_today.isEnabled()


def test_no_cramps_today_in_the_menu_knows_of_the_cramp_that_was_logged_on_another_page(
    open_log: OpenLog,
) -> None:
    desk, page = open_log()
    page.hide()
    desk.client.change(
        lambda diary: diary.diary.record(an_episode("2026-09-11 19:40 +02:00")), owner=desk.window
    )
    desk.wait()
    said: list[str] = []
    page.said.connect(said.append)

    page.mark_today_free()
    desk.wait()

    assert desk.contents().days == ()
    assert said == ["There is a cramp in the diary for today."]


def test_no_cramps_today_in_the_menu_means_today_after_a_night_on_another_page(
    open_log: OpenLog,
) -> None:
    desk, page = open_log()
    page.hide()
    desk.client.close()
    desk.opener = replace(desk.opener, clock=FixedClock(at("2026-09-12 07:30 +02:00"), "Europe/Berlin"))
    desk.client.open()
    desk.wait()

    page.mark_today_free()
    desk.wait()

    (day,) = desk.contents().days
    assert (day.date, day.cramp_free) == (date(2026, 9, 12), True)


def test_a_diary_with_a_free_day_is_no_longer_called_empty(open_log: OpenLog) -> None:
    desk, page = open_log()

    click(desk, page.free.none_today)

    assert not page.empty.isVisible()
    assert page.entries.isVisible()
    words = [text.text() for text in page.entries.findChildren(Text)]
    assert "No cramps so far. The last ones will stand here." in words
    assert desk.focused().isVisible()


def test_an_entry_says_what_was_going_on_and_what_came_before(open_log: OpenLog) -> None:
    exercise = Exercise(done=True, kind="cycling")
    _desk, page = open_log(
        lambda diary: diary.diary.record(
            an_episode("2026-09-08 19:40 +02:00", circumstance=Circumstance.RESTING, exercise=exercise)
        )
    )

    words = [text.text() for text in page.entries.rows[0].findChildren(Text)]
    assert "Tue 8 Sept, 19:40 · resting · cycling before" in words


def test_no_tick_stands_beside_no_cramps_on_a_day_with_a_cramp(open_log: OpenLog) -> None:
    _desk, page = open_log(lambda diary: diary.diary.record(an_episode("2026-09-11 08:40 +02:00")))

    assert page.free.none_today.icon_name() is None
    assert not page.free.none_today.isEnabled()


def test_no_cramps_since_the_last_known_day_names_the_days_it_marks(open_log: OpenLog) -> None:
    desk, page = open_log(one_cramp)

    assert page.free.none_since.text() == "No cramps since Tuesday (3 days)"
    assert page.free.none_since.accessibleDescription() == (
        "Marks Wed 9, Thu 10 and Fri 11 as cramp-free. You can undo it."
    )
    click(desk, page.free.none_since)

    assert [(day.date.day, day.cramp_free) for day in desk.contents().days] == [
        (9, True), (10, True), (11, True),
    ]  # fmt: skip
    assert page.free.none_since.isHidden()


def test_many_unknown_days_are_named_by_their_ends(open_log: OpenLog) -> None:
    _desk, page = open_log(lambda diary: diary.diary.check_in(a_day("2026-08-30")))

    assert page.free.none_since.text() == "No cramps since Sun 30 Aug (12 days)"
    assert page.free.none_since.accessibleDescription() == (
        "Marks each day from Mon 31 Aug to Fri 11 Sept as cramp-free. You can undo it."
    )


def test_a_day_with_a_cramp_cannot_be_marked_as_free_and_says_why(open_log: OpenLog) -> None:
    _desk, page = open_log(lambda diary: diary.diary.record(an_episode("2026-09-11 10:00 +02:00")))

    assert not page.free.none_today.isEnabled()
    assert page.free.none_today.toolTip() == "There is a cramp in the diary for today."


def test_the_last_four_entries_stand_newest_first(open_log: OpenLog) -> None:
    def fill(diary: OpenDiary) -> None:
        for day in range(1, 7):
            diary.diary.record(an_episode(f"2026-09-0{day} 20:00 +02:00", pain=day, duration_s=60 * day))

    _desk, page = open_log(fill)

    assert [row.episode.pain for row in page.entries.rows] == [6, 5, 4, 3]


def test_an_entry_opens_with_all_that_is_in_it(open_log: OpenLog) -> None:
    desk, page = open_log(one_cramp)
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)

    click(desk, page.entries.rows[0].edit)

    assert wanted == [EpisodeDraft.of(desk.contents().episodes[0])]
    assert page.entries.rows[0].edit.accessibleName() == "Edit: Left calf, Tue 8 Sept, 19:40"


def test_each_click_on_the_card_is_saved_at_once(open_log: OpenLog) -> None:
    desk, page = open_log()
    card = page.day

    click(desk, card.water.button("poor"))
    click(desk, card.urine.square(6))
    click(desk, card.heat.button("hot"))
    click(desk, card.exercise.button("5"))
    click(desk, card.stretched.button("yes"))
    click(desk, card.alcohol.button("no"))
    click(desk, card.ill.button("no"))

    assert the_day(desk, TODAY) == Day(
        date=TODAY, hydration=Hydration.POOR, urine_colour=6, heat=Heat.HOT, exercised=True,
        hardest_exertion=5, stretched=True, alcohol=False, ill=False,
    )  # fmt: skip


def test_last_nights_sleep_is_stored_with_the_day_whose_night_it_was(open_log: OpenLog) -> None:
    desk, page = open_log(lambda diary: diary.diary.check_in(Day(date=YESTERDAY, note="warm evening")))

    click(desk, page.day.sleep.button("2"))

    assert desk.contents().days == (Day(date=YESTERDAY, note="warm evening", sleep_disturbance=2),)


def test_no_exercise_is_a_no_and_taken_back_it_is_not_recorded(open_log: OpenLog) -> None:
    desk, page = open_log()

    click(desk, page.day.exercise.button("0"))
    said = the_day(desk, TODAY)
    click(desk, page.day.exercise.button("0"))

    assert (said.exercised, said.hardest_exertion) == (False, 0)
    assert (the_day(desk, TODAY).exercised, the_day(desk, TODAY).hardest_exertion) == (None, None)


def test_the_card_leaves_alone_what_it_does_not_ask(open_log: OpenLog) -> None:
    kept = Day(date=TODAY, cramp_free=True, air_temp_c=31, weight_kg=82, note="kept", exercise_minutes=45)
    desk, page = open_log(lambda diary: diary.diary.check_in(kept))

    click(desk, page.day.alcohol.button("yes"))

    assert the_day(desk, TODAY) == Day(
        date=TODAY, cramp_free=True, air_temp_c=31, weight_kg=82, note="kept", exercise_minutes=45,
        alcohol=True,
    )  # fmt: skip


def test_a_click_on_the_card_is_one_step_of_undo(open_log: OpenLog) -> None:
    desk, page = open_log()
    click(desk, page.day.water.button("good"))
    click(desk, page.day.ill.button("yes"))

    desk.undo()

    assert the_day(desk, TODAY) == Day(date=TODAY, hydration=Hydration.GOOD)
    assert page.day.ill.value() is None


def test_the_page_follows_what_changes_elsewhere(open_log: OpenLog) -> None:
    desk, page = open_log()
    foot = Place(Muscle.FOOT, Side.RIGHT)

    desk.client.change(
        lambda diary: diary.diary.record(an_episode("2026-09-11 10:00 +02:00", places=(foot,))),
        owner=desk.window,
    )
    desk.wait()

    (row,) = page.entries.rows
    assert row.episode.places == (foot,)
    assert not page.empty.isVisible()


def test_what_is_typed_on_the_card_is_saved_and_nothing_else_of_the_day_is_lost(open_log: OpenLog) -> None:
    desk, page = open_log(lambda diary: diary.diary.check_in(a_day("2026-09-11", alcohol=True)))
    click(desk, page.day.more.handle())
    for field, words in (
        (page.day.more.temperature, "31"),
        (page.day.more.humidity, "60"),
        (page.day.more.fluid, "1,5"),
        (page.day.more.weight, "82.5"),
        (page.day.more.minutes, "45"),
    ):
        desk.qtbot.keyClicks(field.line, words)
    desk.qtbot.keyClicks(page.day.more.note_text, "Garden all day")
    page.keep_now()

    day = the_day(desk, TODAY)
    assert (day.air_temp_c, day.humidity_pct, day.fluid_l, day.weight_kg) == (31, 60, 1.5, 82.5)
    assert (day.exercise_minutes, day.note, day.alcohol, day.ill) == (45, "Garden all day", True, None)


def test_the_card_says_how_hot_the_air_feels(open_log: OpenLog) -> None:
    desk, page = open_log(
        lambda diary: diary.diary.check_in(a_day("2026-09-11", air_temp_c=30.0, humidity_pct=90))
    )

    # NOAA's check value: 86 °F with 90 % feels like 105.4 °F, 40.8 °C.
    assert page.day.more.temperature.editor.accessibleDescription() == "Feels like 41 °C (heat index)"
    assert page.day.more.is_open()
    assert desk.failures == []


def test_a_reader_of_fahrenheit_types_fahrenheit_and_celsius_is_kept(open_log: OpenLog) -> None:
    desk, page = open_log()
    desk.given.settings.choose_unit(Temperature.FAHRENHEIT)
    desk.qtbot.keyClicks(page.day.more.temperature.line, "86")
    page.keep_now()
    kept = the_day(desk, TODAY).air_temp_c
    desk.given.settings.choose_unit(Temperature.CELSIUS)

    assert kept == 30
    assert page.day.more.temperature.line.text() == "30"


def test_one_field_that_was_typed_is_one_step_of_undo(open_log: OpenLog) -> None:
    desk, page = open_log()
    desk.qtbot.keyClicks(page.day.more.weight.line, "8")
    page.keep_now()
    desk.qtbot.keyClicks(page.day.more.weight.line, "2")
    page.keep_now()
    both = the_day(desk, TODAY).weight_kg
    desk.undo()

    assert both == 82
    assert TODAY not in [day.date for day in desk.contents().days]


def test_older_unknown_days_are_counted_gently_and_lead_to_the_page_that_fills_them(
    open_log: OpenLog,
) -> None:
    def with_gaps(diary: OpenDiary) -> None:
        diary.diary.check_in(a_day("2026-09-01"))
        diary.diary.check_in(a_day("2026-09-04"))
        diary.diary.check_in(a_day("2026-09-10"))

    desk, page = open_log(with_gaps)
    wanted: list[str] = []
    page.page_wanted.connect(wanted.append)
    click(desk, page.free.fill)

    assert page.free.fill.text() == "7 days are unknown. Fill in what you remember."
    assert wanted == ["fill_days"]
