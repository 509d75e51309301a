"""A page of many parts is made one part after the other, and is whole whenever somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import PATIENCE_MS, Desk
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.draft import EpisodeDraft
from cramplog.gui.pages.form import FormPage
from cramplog.gui.pages.records_page import RecordsPage
from cramplog.gui.pages.settings import SettingsPage
from cramplog.gui.pages_on_demand import KEYS, PagesOnDemand
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.group import Group


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot)
    yield made
    made.close()


def test_a_form_that_is_asked_for_half_made_is_whole(desk: Desk) -> None:
    stack = QStackedWidget(desk.window)
    pages = PagesOnDemand(desk.given, stack, desk.window)
    pages.made.connect(lambda _key, page: stack.addWidget(page))
    pages.make_the_rest()
    desk.qtbot.waitUntil(lambda: stack.findChild(FormPage) is not None)
    begun = stack.findChild(FormPage)
    was_made = pages.is_made("form")
    form = pages.form
    form.edit(EpisodeDraft.begun(started=desk.clock.now(), zone="Europe/Berlin"))

    assert not was_made
    assert form is begun
    at_once = FormPage(desk.given, desk.window)
    assert [one.accessibleName() for one in form.findChildren(Group)] == [
        one.accessibleName() for one in at_once.findChildren(Group)
    ]
    assert not form.make_next()
    desk.qtbot.waitUntil(lambda: all(pages.is_made(key) for key in KEYS))


def test_each_setting_is_there_in_the_end(desk: Desk) -> None:
    page = SettingsPage(desk.given, desk.window, at_once=False)
    parts = 0
    while page.make_next():
        parts += 1

    assert parts > 3
    assert [card.title.text() for card in page.cards()] == [
        card.title.text() for card in SettingsPage(desk.given, desk.window).cards()
    ]


@pytest.mark.parametrize("key", ["workouts", "courses"])
def test_the_editor_of_a_page_that_is_made_in_a_quiet_moment_can_be_used(desk: Desk, key: str) -> None:
    stack = QStackedWidget(desk.window)
    pages = PagesOnDemand(desk.given, stack, desk.window)
    pages.made.connect(lambda _key, page: stack.addWidget(page))
    pages.make_the_rest()
    desk.qtbot.waitUntil(lambda: all(pages.is_made(each) for each in KEYS), timeout=PATIENCE_MS)
    page = pages.page(key)
    desk.show(page).show()

    # The only one of its kind, and in its place.
    assert isinstance(page, RecordsPage)
    assert page.editor.isVisible()
    assert page.isAncestorOf(page.editor)
    assert desk.window.findChildren(type(page.editor)) == [page.editor]
