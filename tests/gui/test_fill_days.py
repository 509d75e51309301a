"""Past days are filled in at one go, and what was deleted comes back: pages without a cramp of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_course, a_day, a_workout, an_episode
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.changes import Kind
from cramplog.gui.pages.fill_days import FillDaysPage
from cramplog.gui.pages.trash import TrashPage, TrashRow
from cramplog.gui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot)
    yield made
    made.close()


def click(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, LEFT)
    desk.wait()


def test_only_unknown_days_are_offered_and_all_are_one_step(desk: Desk) -> None:
    diary = desk.opener(create=True)
    diary.diary.check_in(a_day("2026-09-05"))
    diary.diary.record(an_episode("2026-09-08 19:40 +02:00"))
    diary.diary.check_in(a_day("2026-09-09", cramp_free=False))
    diary.close()
    page = desk.show(FillDaysPage(desk.given))
    offered = [day.day for day in page.grid.days()]
    click(desk, page.all)
    click(desk, page.grid.button(date(2026, 9, 10)))
    click(desk, page.mark)
    free = [day.date.day for day in desk.contents().days if day.cramp_free]
    desk.undo()

    assert offered == [6, 7, 9, 10]
    assert free == [5, 6, 7, 9]
    assert [day.date.day for day in desk.contents().days if day.cramp_free] == [5]


def test_the_count_is_said_without_blame(desk: Desk) -> None:
    diary = desk.opener(create=True)
    diary.diary.check_in(a_day("2026-09-08"))
    diary.close()
    page = desk.show(FillDaysPage(desk.given))

    assert page.grid.title.text() == "2 days are unknown"
    assert not page.mark.isEnabled()
    assert page.mark.toolTip() == "Choose the days without a cramp first."


def test_an_empty_diary_has_no_unknown_days(desk: Desk) -> None:
    page = desk.show(FillDaysPage(desk.given))

    assert page.grid.days() == ()
    assert page.empty.isVisible()


def test_each_kind_of_record_is_put_back_from_the_trash(desk: Desk) -> None:
    diary = desk.opener(create=True)
    episode, workout, course = an_episode(pain=8), a_workout(sport="rowing"), a_course()
    diary.diary.record(episode)
    diary.diary.keep_workout(workout)
    diary.diary.keep_course(course)
    diary.diary.remove((episode.id,))
    diary.diary.remove((workout.id,), Kind.WORKOUTS)
    diary.diary.remove((course.id,), Kind.COURSES)
    diary.close()
    page = desk.show(TrashPage(desk.given))
    for _each in range(3):
        row = page.list.rows[0]
        assert isinstance(row, TrashRow)
        click(desk, row.put_back)

    contents = desk.contents()
    assert [one.pain for one in contents.episodes] == [8]
    assert contents.workouts == (workout,)
    assert contents.courses == (course,)


def test_the_trash_is_emptied_only_after_a_second_word(desk: Desk) -> None:
    diary = desk.opener(create=True)
    course = a_course()
    diary.diary.keep_course(course)
    diary.diary.remove((course.id,), Kind.COURSES)
    diary.close()
    page = desk.show(TrashPage(desk.given))
    click(desk, page.empty_all)
    still_there = len(page.list.rows)
    click(desk, page.really)

    assert still_there == 1
    assert page.list.rows == ()
