"""The Diary page: a month and a table that are two views of the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import a_day, an_episode
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from cramplog.domain.draft import EpisodeDraft
from cramplog.domain.episode import Episode
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.scales import Circumstance
from cramplog.gui.models.entries import NOT_RECORDED, PainBand
from cramplog.gui.models.episode_table import SECOND_LINE, Column
from cramplog.gui.pages.diary import DiaryPage
from cramplog.gui.pages.diary_month import word_under
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.lettering import over_two_lines
from cramplog.services.open_diary import OpenDiary

LEFT = Qt.MouseButton.LeftButton
RIGHT_FOOT = Place(Muscle.FOOT, Side.RIGHT)

OpenDiaryPage = Callable[..., tuple[Desk, DiaryPage]]


@pytest.fixture
def open_page(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenDiaryPage]:
    """The Diary page on a diary that was filled before."""
    desks: list[Desk] = []

    def show(*episodes: Episode, free: tuple[str, ...] = ()) -> tuple[Desk, DiaryPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        diary: OpenDiary = desk.opener(create=True)
        for episode in episodes:
            diary.diary.record(episode)
        for day in free:
            diary.diary.check_in(a_day(day))
        diary.close()
        return desk, desk.show(DiaryPage(desk.given))

    yield show
    for desk in desks:
        desk.close()


def rows(page: DiaryPage) -> list[tuple[str, str]]:
    """Where and when of each row, from the top down."""
    table = page.list.table
    return [
        (table.index(row, Column.PLACE).data(), table.index(row, Column.WHEN).data())
        for row in range(table.rowCount())
    ]


def chosen_places(page: DiaryPage) -> list[str]:
    table = page.list.table
    found = sorted(index.row() for index in page.list.selectionModel().selectedRows())
    return [table.index(row, Column.PLACE).data() for row in found]


def said_of(page: DiaryPage, day: str) -> str:
    table = page.month.view.table
    return str(table.index_of(date.fromisoformat(day)).data(Qt.ItemDataRole.AccessibleTextRole))


def click_day(desk: Desk, page: DiaryPage, day: str) -> None:
    view = page.month.view
    place = view.visualRect(view.table.index_of(date.fromisoformat(day))).center()
    desk.qtbot.mouseClick(view.viewport(), LEFT, pos=place)


def row_middle(page: DiaryPage, row: int) -> QPoint:
    return page.list.visualRect(page.list.table.index(row, Column.WHEN)).center()


def test_the_four_kinds_of_day_differ_in_words(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(
        an_episode("2026-09-06 20:00 +02:00", pain=4),
        an_episode("2026-09-06 22:00 +02:00", pain=7),
        free=("2026-09-07",),
    )

    assert said_of(page, "2026-09-06") == "Sun 6 Sept: 2 cramps, worst pain 7"
    assert said_of(page, "2026-09-07") == "Mon 7 Sept: free of cramps"
    assert said_of(page, "2026-09-08") == "Tue 8 Sept: unknown"
    assert said_of(page, "2026-09-12") == "Sat 12 Sept: not in this month, or still to come"


def test_a_cramp_in_the_night_stands_on_the_day_before(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(an_episode("2026-09-06 02:10 +02:00", pain=5))

    assert said_of(page, "2026-09-05") == "Sat 5 Sept: 1 cramp, worst pain 5"
    assert said_of(page, "2026-09-06") == "Sun 6 Sept: unknown"
    assert rows(page) == [("Left calf", "Night of 5–6 Sept")]


def test_a_cramp_without_a_pain_is_a_cramp_day_all_the_same(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"))

    assert said_of(page, "2026-09-08") == "Tue 8 Sept: 1 cramp, pain not recorded"


def test_the_newest_cramp_stands_first_with_its_time_and_what_was_done(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(
        an_episode("2026-09-01 20:00 +02:00"),
        an_episode("2026-09-08 19:40 +02:00", circumstance=Circumstance.RESTING, duration_s=180),
    )

    table = page.list.table
    assert [when for _place, when in rows(page)] == ["Tue 8 Sept", "Tue 1 Sept"]
    assert table.index(0, Column.WHEN).data(SECOND_LINE) == "19:40"
    assert table.index(0, Column.PLACE).data(SECOND_LINE) == "Resting"
    assert table.index(0, Column.LENGTH).data() == "3 min"
    assert table.index(1, Column.LENGTH).data() == "–"


def test_a_cramp_of_another_year_says_its_year(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(an_episode("2024-09-01 20:00 +02:00"))

    assert page.list.table.index(0, Column.WHEN).data(SECOND_LINE) == "1 Sept 2024, 20:00"


def test_a_click_on_a_day_chooses_its_cramps(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(
        an_episode("2026-09-06 20:00 +02:00", places=(RIGHT_FOOT,)),
        an_episode("2026-09-07 02:00 +02:00"),
        an_episode("2026-09-08 20:00 +02:00"),
    )

    click_day(desk, page, "2026-09-06")

    assert chosen_places(page) == ["Left calf", "Right foot"]


def test_a_click_on_a_row_marks_its_day_in_its_month(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"), an_episode("2026-07-15 20:00 +02:00"))

    desk.qtbot.mouseClick(page.list.viewport(), LEFT, pos=row_middle(page, 1))

    assert page.month.month == date(2026, 7, 1)
    assert page.month.view.chosen_day() == date(2026, 7, 15)


def test_the_arrow_keys_go_from_day_to_day_and_into_the_month_before(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-08-31 20:00 +02:00"))
    click_day(desk, page, "2026-09-01")

    desk.qtbot.keyClick(page.month.view, Qt.Key.Key_Left)

    assert page.month.month == date(2026, 8, 1)
    assert page.month.view.chosen_day() == date(2026, 8, 31)
    assert chosen_places(page) == ["Left calf"]


def test_the_months_to_come_cannot_be_turned_to(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode())
    later = page.month.later

    assert not later.isEnabled()
    assert later.accessibleDescription() == "The months after this one are still to come."
    desk.qtbot.mouseClick(page.month.earlier, LEFT)
    assert page.month.month == date(2026, 8, 1)
    assert later.isEnabled()


def test_search_looks_into_notes_whatever_the_case(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(
        an_episode("2026-09-06 20:00 +02:00", note="After the GARDEN"),
        an_episode("2026-09-08 20:00 +02:00", note="In bed"),
    )

    desk.qtbot.keyClicks(page.filters.search, "garden")

    assert rows(page) == [("Left calf", "Sun 6 Sept")]


def test_filters_narrow_by_muscle_and_pain(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(
        an_episode("2026-09-05 20:00 +02:00", pain=8, places=(RIGHT_FOOT,)),
        an_episode("2026-09-06 20:00 +02:00", pain=3, places=(RIGHT_FOOT,)),
        an_episode("2026-09-08 20:00 +02:00", pain=8),
    )

    page.filters.muscle.choose(Muscle.FOOT)
    page.filters.pain.choose(PainBand.SEVERE)

    assert rows(page) == [("Right foot", "Sat 5 Sept")]


def test_a_filter_whose_last_cramp_is_deleted_lists_the_rest(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(
        an_episode("2026-09-06 20:00 +02:00"), an_episode("2026-09-07 20:00 +02:00", places=(RIGHT_FOOT,))
    )
    page.filters.muscle.choose(Muscle.FOOT)
    page.list.selectRow(0)

    page.delete_chosen()
    desk.wait()

    assert page.filters.wanted().muscle is None
    assert [place for place, _when in rows(page)] == ["Left calf"]


def test_filters_narrow_by_side_of_the_same_muscle(open_page: OpenDiaryPage) -> None:
    left_foot, right_calf = Place(Muscle.FOOT, Side.LEFT), Place(Muscle.CALF, Side.RIGHT)
    _desk, page = open_page(
        an_episode("2026-09-05 20:00 +02:00", places=(RIGHT_FOOT,)),
        an_episode("2026-09-06 20:00 +02:00", places=(left_foot, right_calf)),
    )

    page.filters.muscle.choose(Muscle.FOOT)
    page.filters.side.choose(Side.RIGHT)

    assert rows(page) == [("Right foot", "Sat 5 Sept")]


@pytest.mark.parametrize(
    ("doing", "shown"),
    [(Circumstance.ASLEEP, "Sat 5 Sept"), (NOT_RECORDED, "Tue 8 Sept")],
)
def test_filters_narrow_by_what_was_done_and_by_its_not_being_recorded(
    open_page: OpenDiaryPage, doing: str, shown: str
) -> None:
    _desk, page = open_page(
        an_episode("2026-09-05 20:00 +02:00", circumstance=Circumstance.ASLEEP),
        an_episode("2026-09-06 20:00 +02:00", circumstance=Circumstance.RESTING),
        an_episode("2026-09-08 20:00 +02:00"),
    )

    page.filters.doing.choose(doing)

    assert [when for _place, when in rows(page)] == [shown]


def test_only_what_the_diary_has_can_be_asked_for(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(
        an_episode("2026-09-05 20:00 +02:00", places=(RIGHT_FOOT,), circumstance=Circumstance.ASLEEP)
    )

    offered = [
        [picker.itemText(number) for number in range(picker.count())]
        for picker in (page.filters.side, page.filters.doing)
    ]
    assert offered == [["Side: any", "Right"], ["Doing: any", "Asleep"]]


def test_the_month_filter_follows_the_month_that_is_shown(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-06 20:00 +02:00"), an_episode("2026-08-06 20:00 +02:00"))
    page.filters.when.choose("month")
    assert [when for _place, when in rows(page)] == ["Sun 6 Sept"]

    desk.qtbot.mouseClick(page.month.earlier, LEFT)

    assert [when for _place, when in rows(page)] == ["Thu 6 Aug"]


@pytest.mark.parametrize(
    ("order", "pains"),
    [
        (Qt.SortOrder.DescendingOrder, ["8", "3", "–"]),
        (Qt.SortOrder.AscendingOrder, ["3", "8", "–"]),
    ],
)
def test_sorted_by_pain_what_is_not_recorded_stands_last(
    open_page: OpenDiaryPage, order: Qt.SortOrder, pains: list[str]
) -> None:
    _desk, page = open_page(
        an_episode("2026-09-05 20:00 +02:00", pain=3),
        an_episode("2026-09-06 20:00 +02:00"),
        an_episode("2026-09-08 20:00 +02:00", pain=8),
    )

    page.list.sortByColumn(Column.PAIN, order)

    assert [page.list.table.index(row, Column.PAIN).data() for row in range(3)] == pains


def test_enter_asks_for_the_form_of_the_chosen_cramp(open_page: OpenDiaryPage) -> None:
    episode = an_episode("2026-09-08 20:00 +02:00", pain=6, note="stairs")
    desk, page = open_page(episode, an_episode("2026-09-01 20:00 +02:00"))
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)
    page.list.selectRow(0)

    desk.qtbot.keyClick(page.list, Qt.Key.Key_Return)

    (draft,) = wanted
    assert (draft.id, draft.pain, draft.note) == (episode.id, 6, "stairs")


def test_a_double_click_asks_for_the_form_too(open_page: OpenDiaryPage) -> None:
    episode = an_episode("2026-09-08 20:00 +02:00")
    desk, page = open_page(episode)
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)

    desk.qtbot.mouseClick(page.list.viewport(), LEFT, pos=row_middle(page, 0))
    desk.qtbot.mouseDClick(page.list.viewport(), LEFT, pos=row_middle(page, 0))

    assert [draft.id for draft in wanted] == [episode.id]


def test_delete_takes_the_chosen_cramp_away_and_undo_brings_it_back(open_page: OpenDiaryPage) -> None:
    episode = an_episode("2026-09-06 02:10 +02:00")
    desk, page = open_page(episode, an_episode("2026-09-08 20:00 +02:00"))
    page.list.selectRow(1)

    desk.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    desk.wait()

    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Cramp of 6 Sept, 02:10 deleted."
    assert rows(page) == [("Left calf", "Tue 8 Sept")]
    undo = next(button for button in page.notice.findChildren(type(page.undo_button)))
    desk.qtbot.mouseClick(undo, LEFT)
    desk.wait()
    assert desk.contents().episodes[0].id == episode.id
    assert not page.notice.isVisible()
    assert page.list.chosen_ids() == (episode.id,)


def test_a_day_whose_cramp_has_no_pain_says_cramp(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(
        an_episode("2026-09-08 20:00 +02:00"), an_episode("2026-09-06 20:00 +02:00", pain=4)
    )
    table = page.month.view.table
    without, rated = (table.mark(table.index_of(date(2026, 9, day))) for day in (8, 6))

    assert (word_under(without), word_under(rated)) == ("cramp", "pain")


def test_the_offer_to_undo_goes_with_the_next_action(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-06 20:00 +02:00"), an_episode("2026-09-08 20:00 +02:00"))
    page.list.selectRow(0)
    page.delete_chosen()
    desk.wait()
    assert page.notice.isVisible()

    desk.client.change(lambda diary: diary.diary.check_in(a_day("2026-09-07")), owner=page)
    desk.wait()

    assert not page.notice.isVisible()


def test_several_cramps_are_deleted_in_one_step(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(*(an_episode(f"2026-09-0{day} 20:00 +02:00") for day in (2, 3, 4)))
    page.list.selectAll()

    page.delete_chosen()
    desk.wait()

    assert page.notice.accessibleName() == "3 cramps deleted."
    desk.undo()
    assert len(desk.contents().episodes) == 3


def test_the_page_says_whether_a_cramp_is_chosen(open_page: OpenDiaryPage) -> None:
    _desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"))
    told: list[bool] = []
    page.choice_changed.connect(lambda: told.append(page.has_choice))
    assert not page.has_choice

    page.list.selectRow(0)

    assert page.has_choice
    assert told[-1]


def test_a_choice_outlives_a_change_elsewhere(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-06 20:00 +02:00", places=(RIGHT_FOOT,)))
    page.list.selectRow(0)

    desk.client.change(lambda diary: diary.diary.record(an_episode("2026-09-08 20:00")), owner=page)
    desk.wait()

    assert chosen_places(page) == ["Right foot"]
    assert page.month.view.chosen_day() == date(2026, 9, 6)


def test_cramps_behind_a_finding_are_chosen_whatever_was_searched_for(open_page: OpenDiaryPage) -> None:
    old = an_episode("2026-06-15 20:00 +02:00", places=(RIGHT_FOOT,))
    _desk, page = open_page(old, an_episode("2026-09-08 20:00 +02:00", note="stairs"))
    page.filters.search.setText("stairs")

    page.show_cramps((old.id,))

    assert chosen_places(page) == ["Right foot"]
    assert page.month.month == date(2026, 6, 1)
    assert page.filters.search.text() == ""


def test_an_empty_diary_says_what_will_be_here_and_how_to_begin(open_page: OpenDiaryPage) -> None:
    desk, page = open_page()
    wanted: list[EpisodeDraft] = []
    page.form_wanted.connect(wanted.append)
    assert not page.list.isVisible()

    desk.qtbot.mouseClick(page.log_button, LEFT)

    (draft,) = wanted
    assert draft.started == desk.clock.now()


def test_a_diary_that_cannot_be_read_is_explained_and_can_be_tried_again(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"))
    whole = desk.paths.diary.read_bytes()
    desk.paths.diary.write_bytes(b"not a diary" * 1000)

    page.reload()
    desk.wait()

    assert not page.list.isVisible()
    desk.paths.diary.write_bytes(whole)
    page.faces.again.emit()
    desk.wait()
    assert page.list.isVisible()


def test_with_large_text_all_words_of_a_cramp_stand_in_one_column(
    open_page: OpenDiaryPage, theme: Theme
) -> None:
    _desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"))
    assert not page.list.isColumnHidden(Column.LENGTH)

    theme.change(text_size=2.0)

    assert page.list.is_compact
    assert page.list.isColumnHidden(Column.LENGTH)


def test_the_undo_button_says_what_it_would_undo(open_page: OpenDiaryPage) -> None:
    desk, page = open_page(an_episode("2026-09-08 20:00 +02:00"))
    assert not page.undo_button.isEnabled()
    page.list.selectRow(0)

    page.delete_chosen()
    desk.wait()

    assert page.undo_button.isEnabled()
    assert page.undo_button.toolTip() == "Undo: delete a cramp"


def test_places_that_are_too_long_for_one_line_go_on_in_the_second(open_page: OpenDiaryPage) -> None:
    places = (
        Place(Muscle.HAMSTRING, Side.LEFT),
        Place(Muscle.UPPER_BACK, Side.MIDDLE),
        Place(Muscle.HAMSTRING, Side.RIGHT),
    )
    _desk, page = open_page(an_episode("2026-09-08 19:40 +02:00", places=places, circumstance="asleep"))
    cell = page.list.table.index(0, Column.PLACE)
    letters = page.theme.font("body")
    room = QFontMetricsF(letters).horizontalAdvance(cell.data()) * 0.7

    whole = cell.data()
    first, second = over_two_lines(whole, cell.data(SECOND_LINE), letters, room)

    # With enough room for both the circumstance would stand alone in the second line.
    assert 0 < len(first) < len(whole)
    assert second == f"{whole.removeprefix(first).strip()} · Asleep"
    assert QFontMetricsF(letters).horizontalAdvance(first) <= room
    # Where even two lines are too few, all of it stands in the tip and is read aloud.
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert cell.data(role) == f"{whole}\nAsleep"
