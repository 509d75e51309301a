"""What the diary knows of the day is suggested in the form with its origin, and not stored untouched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from making import LEFT_CALF, a_day, a_workout, an_id, at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.day import Day
from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.scales import Heat, Hydration
from cramplog.domain.suggestion import Suggestion
from cramplog.domain.workout import Workout
from cramplog.gui.pages.form import FormPage
from cramplog.gui.pages.log import LogPage
from cramplog.gui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
ONSET = "2026-09-11 19:00 +02:00"
THE_DAY = a_day(
    "2026-09-11", cramp_free=None, hydration=Hydration.FAIR, urine_colour=3, heat=Heat.WARM, ill=False
)
RIDE = a_workout("2026-09-11 17:00 +02:00", sport="cycling", elapsed_s=2700, exertion=6, file_sha256="0" * 64)


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot)
    yield made
    made.close()


def the_form(desk: Desk, *records: Day | Workout, onset: str = ONSET) -> FormPage:
    """The form of a cramp that began at `onset`, in a diary with these records."""
    diary = desk.opener(create=True)
    for record in records:
        if isinstance(record, Day):
            diary.diary.check_in(record)
        else:
            diary.diary.keep_workout(record)
    diary.close()
    form = desk.show(FormPage(desk.given))
    form.edit(EpisodeDraft(id=an_id(), started=at(onset), places=(LEFT_CALF,)))
    desk.wait()
    return form


def click(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, LEFT)
    desk.wait()


def stored(desk: Desk) -> Episode:
    return desk.contents().episodes[0]


def test_a_suggestion_left_untouched_is_shown_with_its_origin_and_not_stored(desk: Desk) -> None:
    form = the_form(desk, THE_DAY, RIDE)
    water, exercise = form.questions.water, form.questions.exercise
    form.keep_now()

    kept = stored(desk)
    assert (water.hydration.value(), water.urine.value(), water.heat.value()) == ("fair", 3, "warm")
    assert water.hydration.is_suggestion()
    assert exercise.done.value() == "yes"
    assert (kept.hydration, kept.urine_colour, kept.heat, kept.ill, kept.exercise) == (None,) * 5


def test_a_click_takes_a_suggestion_over_and_a_second_one_clears_it(desk: Desk) -> None:
    form = the_form(desk, THE_DAY)
    click(desk, form.questions.water.hydration.button("fair"))
    taken = stored(desk).hydration
    click(desk, form.questions.water.urine.square(3))
    click(desk, form.questions.water.hydration.button("fair"))

    assert taken is Hydration.FAIR
    assert stored(desk).urine_colour == 3
    assert stored(desk).hydration is None


def test_yes_takes_the_whole_workout_over(desk: Desk) -> None:
    form = the_form(desk, RIDE)
    click(desk, form.questions.exercise.done.button("yes"))

    assert stored(desk).exercise == Exercise(
        done=True, kind="cycling", minutes=45, exertion=6, ended_min_before=75
    )


def test_no_is_stored_against_the_suggestion(desk: Desk) -> None:
    form = the_form(desk, RIDE)
    click(desk, form.questions.exercise.done.button("no"))

    assert stored(desk).exercise == Exercise(done=False)


def test_what_the_cramp_says_itself_is_not_suggested_over(desk: Desk) -> None:
    form = the_form(desk, THE_DAY)
    click(desk, form.questions.water.heat.button("hot"))
    form.edit(EpisodeDraft.of(stored(desk)))
    desk.wait()

    assert form.questions.water.heat.value() == "hot"
    assert not form.questions.water.heat.is_suggestion()
    assert form.questions.water.hydration.is_suggestion()


def test_another_time_of_another_day_takes_its_suggestions_with_it(desk: Desk) -> None:
    form = the_form(desk, THE_DAY, RIDE)
    line = form.questions.when.time_line
    line.clear()
    desk.qtbot.keyClicks(line, "2026-09-02 10:00")
    form.keep_now()
    desk.wait()

    assert form.questions.water.hydration.value() is None
    assert form.questions.exercise.done.value() is None


def test_the_group_says_that_its_words_are_only_suggested(desk: Desk) -> None:
    form = the_form(desk, THE_DAY)
    group = form.questions.group_of(form.questions.water)

    assert group.is_open()
    assert group.handle().accessibleDescription() == "open, Water: Some · Urine: 3 · Warm · 1 more, suggested"


def test_a_workout_counts_for_the_24_hours_after_it_began_and_not_when_it_is_later() -> None:
    onset = at("2026-09-11 16:00 +02:00")

    assert Suggestion().exercise(onset) is None
    assert Suggestion(day=a_day(exercised=False)).exercise(onset) == Exercise(done=False)
    assert Suggestion(day=a_day(exercised=True, hardest_exertion=4, exercise_minutes=20)).exercise(
        onset
    ) == Exercise(done=True, exertion=4, minutes=20)


@pytest.mark.parametrize(
    ("onset", "suggested"),
    [
        ("2026-09-11 16:59 +02:00", None),
        ("2026-09-11 17:00 +02:00", "yes"),
        ("2026-09-11 17:20 +02:00", "yes"),
    ],
)
def test_only_what_had_begun_is_suggested(desk: Desk, onset: str, suggested: str | None) -> None:
    form = the_form(desk, RIDE, onset=onset)

    assert form.questions.exercise.done.value() == suggested


def test_the_day_card_shows_the_watchs_workout_without_storing_it(desk: Desk) -> None:
    diary = desk.opener(create=True)
    diary.diary.keep_workout(RIDE)
    diary.close()
    page = desk.show(LogPage(desk.given))

    assert page.day.exercise.value() == "5"
    assert page.day.exercise.is_suggestion()
    assert desk.contents().days == ()
