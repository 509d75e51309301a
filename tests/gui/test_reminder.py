"""The daily reminder: off by default, once a day, only of a day that is unknown, and without a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode, at
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cramplog.domain.day import Day
from cramplog.domain.episode import Episode
from cramplog.gui.pages.settings import SettingsPage
from cramplog.gui.reminder import Reminder, is_due
from cramplog.gui.theme.theme import Theme

Said = list[tuple[str, str]]
# It is 20:12 on 11 September.
TODAY = "2026-09-11"


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot)
    made.client.open()
    made.wait()
    yield made
    made.close()


def reminded(desk: Desk, *, desktop_can: bool = True) -> tuple[Said, Said]:
    """What the desktop was told and what the window, after one look at the clock."""
    through_desktop: Said = []
    in_window: Said = []

    def say(title: str, words: str) -> bool:
        if desktop_can:
            through_desktop.append((title, words))
        return desktop_can

    parent = QMainWindow()
    reminder = Reminder(
        desk.client,
        desk.given.settings,
        desk.clock,
        say=say,
        instead=lambda title, words: in_window.append((title, words)),
        parent=parent,
    )
    reminder.look()
    desk.wait()
    reminder.look()
    desk.wait()
    parent.deleteLater()
    return through_desktop, in_window


def test_nobody_is_reminded_who_did_not_ask_for_it(desk: Desk) -> None:
    assert reminded(desk) == ([], [])


def test_an_unknown_day_is_reminded_of_once(desk: Desk) -> None:
    desk.given.settings.reminder = True

    assert reminded(desk) == ([("CrampLog", "A short look at today? One click is enough.")], [])
    assert desk.given.settings.reminded_on == date(2026, 9, 11)
    assert reminded(desk) == ([], [])


def test_where_the_desktop_cannot_say_it_the_window_does(desk: Desk) -> None:
    desk.given.settings.reminder = True

    through_desktop, in_window = reminded(desk, desktop_can=False)

    assert (len(through_desktop), len(in_window)) == (0, 1)


@pytest.mark.parametrize("known", [a_day(TODAY), an_episode(f"{TODAY} 19:00 +02:00")], ids=["free", "cramp"])
def test_a_known_day_is_not_reminded_of(desk: Desk, known: Day | Episode) -> None:
    desk.given.settings.reminder = True
    desk.client.change(
        lambda diary: diary.diary.check_in(known) if isinstance(known, Day) else diary.diary.record(known),
        owner=desk.window,
    )
    desk.wait()

    assert reminded(desk) == ([], [])


@pytest.mark.parametrize(
    ("now", "time", "last", "due"),
    [
        ("2026-09-11 19:59 +02:00", "20:00", None, False),
        ("2026-09-11 20:00 +02:00", "20:00", None, True),
        ("2026-09-11 23:00 +02:00", "20:00", date(2026, 9, 10), True),
        ("2026-09-11 23:00 +02:00", "20:00", date(2026, 9, 11), False),
    ],
)
def test_it_is_due_from_its_time_on_once_a_day(now: str, time: str, last: date | None, due: bool) -> None:
    assert is_due(at(now), time, last) is due


def test_it_is_chosen_on_the_settings_page(desk: Desk) -> None:
    page = desk.show(SettingsPage(desk.given))
    card = page.reminder
    assert not card.wanted.isChecked()
    assert card.time.currentData() == "20:00"

    card.wanted.click()
    card.time.setCurrentIndex(card.time.findData("21:30"))
    card.time.activated.emit(card.time.currentIndex())

    assert desk.given.settings.reminder
    assert desk.given.settings.reminder_time == "21:30"
    # The screen of the tests has no tray: the card says so.
    assert card.no_tray.isVisible()
    assert not card.in_tray.isVisible()
