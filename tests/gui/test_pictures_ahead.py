"""Pictures of periods that are one click away are drawn ahead, and are then those that would be drawn."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.changes import Kind
from cramplog.domain.period_choice import PeriodChoice, Span
from cramplog.domain.steps import RecordChange
from cramplog.gui.pages.insights import InsightsPage
from cramplog.gui.pages.insights_drawing import draw
from cramplog.gui.pages.insights_kept import KeptPictures, Wanted
from cramplog.gui.tasks import Worker
from cramplog.gui.theme.charts import chart_style
from cramplog.gui.theme.theme import Theme

TEN_DAYS = [f"2026-0{month}-{day:02d}" for month in (7, 8, 9) for day in (2, 5, 9, 10)]


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """Twelve cramps and twelve free days of a summer; the clock stands at 11 September 2026."""
    desk = Desk(tmp_path, theme, qtbot)
    diary = desk.opener(create=True)
    cramps = [an_episode(f"{day} 20:00 +02:00", pain=5) for day in TEN_DAYS]
    free = [a_day(f"{day[:-2]}{int(day[-2:]) + 1:02d}") for day in TEN_DAYS[::2]]
    changes = [RecordChange(Kind.EPISODES, one.id, None, one) for one in cramps]
    changes += [RecordChange(Kind.DAYS, one.date.isoformat(), None, one) for one in free]
    diary.diary.take_over(tuple(changes))
    diary.close()
    desk.given.view.choose(PeriodChoice(Span.DAYS_28))
    yield desk
    desk.close()


def shown(page: InsightsPage) -> dict[str, QImage]:
    return {name: card.picture.image() for name, card in page.charts.cards.items()}


def kept(page: InsightsPage) -> KeptPictures:
    return page.charts._kept


def count(page: InsightsPage) -> int:
    return len(kept(page)._kept)


def test_while_somebody_looks_the_pictures_of_the_other_periods_are_drawn(desk: Desk, qtbot: QtBot) -> None:
    page = desk.show(InsightsPage(desk.given))
    first = count(page)

    qtbot.waitUntil(lambda: count(page) > 2 * first, timeout=20_000)

    desk.wait()
    # A card that was laid out again was drawn for both widths.
    assert first >= len(page.charts.cards)


@pytest.mark.parametrize("then", [None, Span.ALL, Span.DAYS_90])
def test_every_picture_has_the_room_that_it_was_drawn_for(
    desk: Desk, then: Span | None, qtbot: QtBot
) -> None:
    page = desk.show(InsightsPage(desk.given))
    if then is not None:
        desk.given.view.choose(PeriodChoice(then))
        desk.wait()

    pictures = [card.picture for card in page.charts.cards.values()]

    assert len(pictures) > 3
    qtbot.waitUntil(lambda: all(each.height() == each.heightForWidth(each.width()) for each in pictures))


def test_a_picture_that_was_kept_is_the_one_that_would_be_drawn(desk: Desk) -> None:
    page = desk.show(InsightsPage(desk.given))
    before = shown(page)
    desk.given.view.choose(PeriodChoice(Span.DAYS_90))
    desk.wait()
    other = shown(page)
    held = count(page)

    desk.given.view.choose(PeriodChoice(Span.DAYS_28))
    desk.wait()

    # Nothing was drawn for it, and what is shown is what was shown before.
    assert count(page) == held
    assert shown(page) == before
    assert other["calendar"] != before["calendar"]


def test_after_a_change_of_the_diary_every_picture_is_drawn_anew(desk: Desk) -> None:
    page = desk.show(InsightsPage(desk.given))
    before = shown(page)["calendar"]

    desk.given.client.change(
        lambda diary: diary.diary.record(an_episode("2026-09-11 08:00 +02:00", pain=9)), owner=page
    )
    desk.wait()

    data = page.charts.answer()
    assert data is not None
    now = shown(page)["calendar"]
    style = chart_style(desk.given.theme.palette, text_size=desk.given.theme.text_size)
    width = page.charts.cards["calendar"].picture.width()
    assert now != before
    assert now == draw("calendar", data, style, width=width, density=now.devicePixelRatio()).image


def test_what_is_kept_is_small_and_has_the_same_pixels_and_words(desk: Desk) -> None:
    page = desk.show(InsightsPage(desk.given))
    data = page.charts.answer()
    assert data is not None
    wanted = Wanted(
        chart="calendar",
        data=data,
        style=chart_style(desk.given.theme.palette),
        width=500.0,
        density=2.0,
    )
    pictures = KeptPictures()

    drawn = pictures.picture(wanted)
    again = pictures.picture(wanted)

    assert pictures.has(wanted)
    assert again.image == drawn.image
    assert again.image.devicePixelRatio() == 2.0
    assert [spot.said() for spot in again.spots] == [spot.said() for spot in drawn.spots]
    pictures.forget()
    assert not pictures.has(wanted)


def test_a_polite_worker_does_first_what_is_in_sight(qtbot: QtBot) -> None:
    hidden, seen = QObject(), QWidget()
    qtbot.addWidget(seen)
    seen.show()
    qtbot.waitExposed(seen)
    worker = Worker("polite", polite=True)
    done: list[str] = []
    go_on = threading.Event()
    for name, owner in (("first", hidden), ("second", hidden), ("seen", seen)):
        worker.ask(
            lambda: go_on.wait(5),
            done=lambda _waited, name=name: done.append(name),
            failed=lambda error: done.append(str(error)),
            owner=owner,
        )

    # Nothing begins before the window has had its turn, and by then all three are asked for.
    go_on.set()
    qtbot.waitUntil(lambda: not worker.is_busy)
    worker.stop()

    assert done == ["seen", "first", "second"]
