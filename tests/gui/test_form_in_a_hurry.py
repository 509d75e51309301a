"""Forms whose diary is slow: what was said while a save was on its way is saved as well."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from making import LEFT_CALF, an_id
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode, Exercise
from cramplog.domain.scales import Hydration, Source
from cramplog.gui.pages.form import FormPage
from cramplog.gui.pages.log import LogPage
from cramplog.gui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A desk with an empty diary."""
    made = Desk(tmp_path, theme, qtbot)
    yield made
    made.close()


@pytest.fixture
def form(desk: Desk) -> FormPage:
    """A form on a new cramp that begins now."""
    page = desk.show(FormPage(desk.given))
    page.edit(EpisodeDraft(id=an_id(), started=desk.clock.now(), zone="Europe/Berlin", source=Source.TYPED))
    return page


@pytest.fixture
def busy(desk: Desk) -> Iterator[threading.Event]:
    """The diary's worker does something else until this is set."""
    free = threading.Event()
    desk.given.client.ask(lambda _diary: free.wait(10), lambda _found: None, owner=desk.given.client)
    yield free
    free.set()


def only_episode(desk: Desk) -> Episode:
    (episode,) = desk.contents().episodes
    return episode


def test_a_note_typed_while_a_save_is_on_its_way_outlives_the_next_cramp(
    desk: Desk, form: FormPage, busy: threading.Event
) -> None:
    form.where.map.changed.emit((LEFT_CALF,))
    form.questions.note.note.setPlainText("Woke me twice.")

    form.edit(EpisodeDraft(id=an_id(), zone="Europe/Berlin"))
    busy.set()
    desk.wait()

    assert only_episode(desk).note == "Woke me twice."


def test_a_cramp_deleted_while_its_save_is_on_its_way_does_not_come_back(
    desk: Desk, form: FormPage, busy: threading.Event
) -> None:
    form.where.map.changed.emit((LEFT_CALF,))
    form.questions.note.note.setPlainText("A mistake.")

    desk.qtbot.mouseClick(form.foot.delete, LEFT)
    busy.set()
    desk.wait()
    desk.qtbot.wait(400)
    desk.wait()

    assert desk.contents().episodes == ()


def test_a_note_is_saved_though_the_muscle_was_taken_away(desk: Desk, form: FormPage) -> None:
    form.where.map.changed.emit((LEFT_CALF,))
    desk.wait()

    form.where.map.changed.emit(())
    form.questions.note.note.setPlainText("It moved.")
    form.keep_now()
    desk.wait()

    assert form.head.words() == "Choose a muscle. Until then the last saved state is kept."
    assert (only_episode(desk).places, only_episode(desk).note) == ((LEFT_CALF,), "It moved.")


def test_an_answer_about_today_takes_nothing_else_of_the_day_away(
    desk: Desk, request: pytest.FixtureRequest
) -> None:
    page = desk.show(LogPage(desk.given))
    desk.wait()
    busy = request.getfixturevalue("busy")

    page.mark_today_free()
    page.day.water.button(Hydration.GOOD).click()
    busy.set()
    desk.wait()

    (day,) = desk.contents().days
    assert (day.cramp_free, day.hydration) == (True, Hydration.GOOD)


def test_details_of_exercise_that_are_seen_are_recorded_after_no_and_yes_again(
    desk: Desk, form: FormPage
) -> None:
    part = form.questions.exercise
    form.where.map.changed.emit((LEFT_CALF,))
    for key in ("yes", "no", "yes"):
        part.done.button(key).click()
        if part.kind_line.text() == "":
            part.kind_line.setText("running")
            part.kind_line.textEdited.emit("running")

    form.keep_now()
    desk.wait()

    assert part.kind_line.text() == "running"
    assert only_episode(desk).exercise == Exercise(done=True, kind="running")


def test_a_one_and_a_nought_are_a_ten(desk: Desk, form: FormPage) -> None:
    form.where.map.changed.emit((LEFT_CALF,))
    form.questions.pain.square(0).setFocus()

    desk.qtbot.keyClicks(form.questions.pain.square(0), "10")
    form.keep_now()
    desk.wait()

    assert only_episode(desk).pain == 10
