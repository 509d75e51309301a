"""The latest cramps stand on the Log page before the diary is open, and never longer than they may."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk
from making import an_episode
from pytestqt.qtbot import QtBot

from cramplog.gui.pages.log import LogPage
from cramplog.gui.theme.theme import Theme


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A diary of two cramps."""
    desk = Desk(tmp_path, theme, qtbot)
    diary = desk.opener(create=True)
    diary.diary.record(an_episode("2026-09-08 19:40 +02:00"))
    diary.diary.record(an_episode("2026-09-09 19:40 +02:00"))
    diary.close()
    yield desk
    desk.close()


def at_the_first_look(desk: Desk, page: LogPage) -> list[tuple[int, bool, bool, bool]]:
    """How many rows there are, whether they and today's card can be used, and whether the diary is open."""
    seen: list[tuple[int, bool, bool, bool]] = []
    desk.client.looked.connect(
        lambda _look: seen.append(
            (len(page.entries.rows), page.entries.isVisible(), page.day.isEnabled(), desk.client.is_open)
        )
    )
    return seen


def test_the_latest_cramps_are_there_before_the_diary_is_open(desk: Desk) -> None:
    page = LogPage(desk.given)
    seen = at_the_first_look(desk, page)

    desk.show(page)

    assert seen == [(2, True, False, False)]
    assert desk.client.is_open
    assert page.day.isEnabled()
    assert len(page.entries.rows) == 2
    assert page.entries.isVisible()


def test_they_go_where_the_diary_then_cannot_be_opened(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.paths.diary, isolation_level=None)) as other:
        other.execute("DELETE FROM meta")
    page = LogPage(desk.given)
    seen = at_the_first_look(desk, page)

    desk.show(page)

    assert seen == [(2, True, False, False)]
    assert not desk.client.is_open
    assert not page.entries.isVisible()
