"""The Settings page: every change is saved at once, shown where it counts, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cramplog.domain.person import Person, Sex
from cramplog.domain.rules import CriteriaRules, SevereRule
from cramplog.domain.settings import DiarySettings
from cramplog.gui.pages.settings import SettingsPage
from cramplog.gui.theme.theme import Theme
from cramplog.words.units import Weight

LEFT = Qt.MouseButton.LeftButton

OpenSettings = Callable[[], tuple[Desk, SettingsPage]]


@pytest.fixture
def open_page(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[OpenSettings]:
    """The Settings page on an empty diary."""
    desks: list[Desk] = []

    def show() -> tuple[Desk, SettingsPage]:
        desk = Desk(tmp_path, theme, qtbot)
        desks.append(desk)
        return desk, desk.show(SettingsPage(desk.given))

    yield show
    for desk in desks:
        desk.close()


def type_in(desk: Desk, line: QLineEdit, text: str) -> None:
    """Replace what stands in a field, and leave it with Enter."""
    line.setFocus()
    line.selectAll()
    desk.qtbot.keyClick(line, Qt.Key.Key_Backspace)
    desk.qtbot.keyClicks(line, text)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.wait()


def test_a_changed_rule_is_saved_at_once_and_undone_in_one_step(open_page: OpenSettings) -> None:
    desk, page = open_page()

    type_in(desk, page.rules.rules["severe"].fields["pain_at_least"].line, "8")

    assert desk.contents().settings.criteria.severe == SevereRule(pain_at_least=8)
    desk.undo()
    assert desk.contents().settings == DiarySettings()
    assert page.rules.rules["severe"].fields["pain_at_least"].line.text() == "7"


def test_changed_rules_can_be_put_back(open_page: OpenSettings) -> None:
    desk, page = open_page()
    row = page.rules.rules["frequent"]
    assert not row.back.isEnabled()
    type_in(desk, row.fields["episodes"].line, "6")

    desk.qtbot.mouseClick(row.back, LEFT)
    desk.wait()

    assert desk.contents().settings.criteria == CriteriaRules()
    assert row.fields["episodes"].line.text() == "4"


def test_a_share_is_typed_in_percent(open_page: OpenSettings) -> None:
    desk, page = open_page()
    field = page.rules.rules["poor_response"].fields["share"]
    assert field.line.text() == "50"

    type_in(desk, field.line, "66")

    assert desk.contents().settings.criteria.poor_response.share == 0.66


def test_a_number_out_of_its_limits_is_not_saved_and_says_why(open_page: OpenSettings) -> None:
    desk, page = open_page()
    field = page.rules.rules["severe"].fields["pain_at_least"]

    type_in(desk, field.line, "11")

    assert desk.contents().settings == DiarySettings()
    assert field.problem() == "Not saved: type a whole number from 1 to 10."


def test_an_emptied_rule_comes_back(open_page: OpenSettings) -> None:
    desk, page = open_page()
    field = page.rules.rules["severe"].fields["window_days"]

    type_in(desk, field.line, "")

    assert field.line.text() == "28"


def test_two_changes_in_two_cards_do_not_undo_each_other(open_page: OpenSettings) -> None:
    desk, page = open_page()

    type_in(desk, page.day_start.hour.line, "4")
    type_in(desk, page.rules.rules["severe"].fields["or_one_at"].line, "10")

    found = desk.contents().settings
    assert (found.day_starts_hour, found.criteria.severe.or_one_at) == (4, 10)


def test_about_me_is_saved_field_by_field(open_page: OpenSettings) -> None:
    desk, page = open_page()
    person = page.person

    assert isinstance(person.name.editor, QLineEdit)
    type_in(desk, person.name.editor, "Ada Example")
    assert isinstance(person.birth.editor, QLineEdit)
    type_in(desk, person.birth.editor, "3 Feb 1950")
    desk.qtbot.mouseClick(person.sex.button("female"), LEFT)
    desk.qtbot.mouseClick(person.pregnant.button("no"), LEFT)
    type_in(desk, person.height_field.line, "170")
    desk.wait()

    assert desk.contents().person == Person(
        name="Ada Example", birth_date=date(1950, 2, 3), sex=Sex.FEMALE, pregnant=False, height_cm=170
    )


def test_weight_is_typed_in_the_chosen_unit_and_kept_in_kilograms(open_page: OpenSettings) -> None:
    desk, page = open_page()

    desk.qtbot.mouseClick(page.reader.weight.button(Weight.POUNDS), LEFT)
    type_in(desk, page.person.weight.line, "180")

    # 180 × 0.45359237.
    assert desk.contents().person.weight_kg == pytest.approx(81.6466, abs=1e-4)


def test_conditions_not_asked_none_and_ones_own_are_three_things(open_page: OpenSettings) -> None:
    desk, page = open_page()
    row, others = page.person.conditions, page.person.others.editor
    assert desk.contents().person.conditions is None

    desk.qtbot.mouseClick(row.button("none"), LEFT)
    desk.wait()
    assert desk.contents().person.conditions == ()

    desk.qtbot.mouseClick(row.button("diabetes"), LEFT)
    assert isinstance(others, QLineEdit)
    type_in(desk, others, "gout, gout, restless legs")
    assert desk.contents().person.conditions == ("diabetes", "gout", "restless legs")


def test_a_birth_date_to_come_is_not_saved(open_page: OpenSettings) -> None:
    desk, page = open_page()

    assert isinstance(page.person.birth.editor, QLineEdit)
    type_in(desk, page.person.birth.editor, "2027-01-01")

    assert page.person.birth.problem() == "Not saved: this date is still to come."
    assert desk.contents().person == Person()


def test_a_second_folder_gets_the_backups_too(open_page: OpenSettings, tmp_path: Path) -> None:
    desk, page = open_page()
    folder = tmp_path / "stick"
    folder.mkdir()

    page.second_folder.choose(folder)
    desk.wait()
    assert page.backup.second.text() == f"Second folder: {folder}. Its copies are not sealed."

    desk.qtbot.mouseClick(page.backup.leave, LEFT)
    desk.wait()
    assert page.backup.second.text() == "There is no second folder."
    assert not page.backup.leave.isEnabled()


def test_search_leaves_the_settings_with_these_words(open_page: OpenSettings) -> None:
    _desk, page = open_page()

    page.search.setText("weigh")
    assert [card.title.text() for card in page.cards() if card.isVisible()] == ["Units and times", "About me"]
    assert not page.reader.hours.isVisible()

    page.search.setText("no such thing")
    assert not any(card.isVisible() for card in page.cards())

    page.search.setText("")
    assert all(card.isVisible() for card in page.cards())


def test_the_page_asks_for_another_look_and_size(open_page: OpenSettings) -> None:
    desk, page = open_page()
    asked: list[object] = []
    page.look_chosen.connect(asked.append)
    page.text_size_chosen.connect(asked.append)

    desk.qtbot.mouseClick(page.look.look.button("dark"), LEFT)
    desk.qtbot.mouseClick(page.look.larger, LEFT)

    assert asked == ["dark", pytest.approx(1.1)]
