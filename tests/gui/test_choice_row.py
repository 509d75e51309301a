"""A question is answered, left open or taken back, and the three never mix."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from cramplog.domain.signs import WarningSign
from cramplog.gui.pages.form_signs import SignsPart
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.choice_row import Choice, ChoiceRow
from cramplog.gui.widgets.not_recorded import NotRecorded

Show = Callable[..., QWidget]
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
SIGNS = (Choice("hard", "Hard"), Choice("twitching", "Twitching"), Choice("none", "None of these"))


@pytest.fixture
def row(theme: Theme, shown: Show) -> ChoiceRow:
    row = ChoiceRow(theme, "Ill", YES_NO)
    shown(row)
    return row


@pytest.fixture
def signs(theme: Theme, shown: Show) -> ChoiceRow:
    row = ChoiceRow(theme, "What it looked like", SIGNS, several=True, none_key="none", chips=True)
    shown(row)
    return row


def heard(row: ChoiceRow) -> list[object]:
    answers: list[object] = []
    row.changed.connect(answers.append)
    return answers


def pill(row: ChoiceRow) -> NotRecorded:
    return row.findChildren(NotRecorded)[0]


def click(row: ChoiceRow, key: str) -> None:
    QTest.mouseClick(row.button(key), Qt.MouseButton.LeftButton)


def test_a_new_row_is_not_recorded_which_is_not_no(row: ChoiceRow) -> None:
    assert row.value() is None
    assert pill(row).isVisible()
    assert not row.button("no").isChecked()


def test_a_click_answers_and_takes_the_pill_away(row: ChoiceRow) -> None:
    answers = heard(row)

    click(row, "no")

    assert answers == ["no"]
    assert row.value() == "no"
    assert not pill(row).isVisible()


def test_a_second_click_brings_not_recorded_back_and_never_the_other_answer(row: ChoiceRow) -> None:
    answers = heard(row)

    click(row, "no")
    click(row, "no")

    assert answers == ["no", None]
    assert row.value() is None
    assert pill(row).isVisible()


def test_one_answer_takes_the_place_of_the_other(row: ChoiceRow) -> None:
    click(row, "yes")
    click(row, "no")

    assert row.value() == "no"
    assert not row.button("yes").isChecked()


def test_loading_a_value_says_nothing_to_those_who_listen(row: ChoiceRow) -> None:
    answers = heard(row)

    row.set_value("yes")
    row.set_value(None)

    assert answers == []
    assert row.value() is None


def test_the_height_stays_when_an_answer_is_chosen(row: ChoiceRow) -> None:
    before = row.heightForWidth(row.width())

    click(row, "yes")

    assert row.heightForWidth(row.width()) == before


def test_a_suggestion_says_where_it_is_from_until_the_person_touches_it(row: ChoiceRow) -> None:
    row.suggest("yes", "From your watch")
    suggested = row.is_suggestion()

    click(row, "no")

    assert suggested
    assert not row.is_suggestion()
    assert row.value() == "no"


def test_arrow_keys_walk_without_answering_and_space_answers(row: ChoiceRow) -> None:
    answers = heard(row)
    row.button("yes").setFocus()

    QTest.keyClick(row.button("yes"), Qt.Key.Key_Right)
    walked = list(answers)
    QTest.keyClick(row.button("no"), Qt.Key.Key_Space)

    assert walked == []
    assert row.button("no").hasFocus()
    assert answers == ["no"]


def test_enter_answers_too(row: ChoiceRow) -> None:
    row.button("yes").setFocus()

    QTest.keyClick(row.button("yes"), Qt.Key.Key_Return)

    assert row.value() == "yes"


def test_tab_stops_once_in_a_row_at_the_chosen_answer(row: ChoiceRow) -> None:
    row.set_value("no")

    stops = [key for key in ("yes", "no") if row.button(key).focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops == ["no"]


def test_none_of_these_is_an_answer_and_not_the_lack_of_one(signs: ChoiceRow) -> None:
    before = signs.values()

    click(signs, "none")

    assert before is None
    assert signs.values() == ()


def test_none_of_these_and_a_sign_exclude_each_other(signs: ChoiceRow) -> None:
    click(signs, "hard")
    click(signs, "twitching")
    both = signs.values()
    click(signs, "none")
    none = signs.values()
    click(signs, "hard")

    assert both == ("hard", "twitching")
    assert none == ()
    assert signs.values() == ("hard",)


def test_taking_the_last_sign_away_is_not_recorded(signs: ChoiceRow) -> None:
    click(signs, "hard")
    click(signs, "hard")

    assert signs.values() is None


def test_loading_an_empty_list_chooses_none_of_these(signs: ChoiceRow) -> None:
    signs.set_values(())

    assert signs.button("none").isChecked()
    assert signs.values() == ()


def test_beside_its_label_not_recorded_is_the_last_answer(theme: Theme, shown: Show) -> None:
    row = ChoiceRow(theme, "Did it wake you?", YES_NO, beside=True)
    shown(row)
    row.set_value("yes")
    answers = heard(row)

    click_not_recorded = [
        button for button in row.findChildren(type(row.button("yes"))) if button.kind == "quiet"
    ]
    QTest.mouseClick(click_not_recorded[0], Qt.MouseButton.LeftButton)

    assert answers == [None]
    assert row.value() is None
    assert click_not_recorded[0].isChecked()


def test_a_row_that_must_have_an_answer_keeps_it(theme: Theme, shown: Show) -> None:
    row = ChoiceRow(theme, "Period", YES_NO, clearable=False)
    shown(row)
    row.set_value("yes")

    click(row, "yes")

    assert row.value() == "yes"


def test_answers_that_do_not_fit_stand_in_equal_columns(theme: Theme, shown: Show) -> None:
    heat = tuple(Choice(word, word) for word in ("Cool", "Comfortable", "Warm", "Hot", "Very hot"))
    row = ChoiceRow(theme, "Heat", heat)
    shown(row, width=340)

    places = [row.button(choice.key).geometry() for choice in heat]

    assert len({place.top() for place in places}) > 1
    assert max(place.width() for place in places) - min(place.width() for place in places) <= 1
    assert all(row.rect().contains(place) for place in places)


def toggle_by_screen_reader(button: QAbstractButton) -> None:
    """What a screen reader does with a button that can be chosen."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert QAccessibleActionInterface.toggleAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.toggleAction())


def test_a_screen_readers_toggle_answers_and_takes_back_as_a_click_does(row: ChoiceRow) -> None:
    answers = heard(row)

    toggle_by_screen_reader(row.button("no"))
    toggle_by_screen_reader(row.button("yes"))
    toggle_by_screen_reader(row.button("yes"))

    assert answers == ["no", "yes", None]
    assert row.value() is None


def test_an_answer_that_the_program_shows_is_told_to_nobody_and_a_click_once(row: ChoiceRow) -> None:
    answers = heard(row)
    clicks: list[bool] = []
    row.button("yes").clicked.connect(lambda chosen: clicks.append(chosen))

    row.set_value("yes")
    assert (answers, clicks) == ([], [])
    click(row, "yes")

    assert (answers, clicks) == ([None], [False])


def test_a_warning_sign_that_a_screen_reader_toggles_is_recorded(theme: Theme, shown: Show) -> None:
    signs = SignsPart(theme)
    shown(signs)
    told: list[dict[str, object]] = []
    signs.chosen.connect(told.append)

    toggle_by_screen_reader(signs.box(WarningSign.DARK_URINE))
    toggle_by_screen_reader(signs.none)

    assert told == [{"warning_signs": (WarningSign.DARK_URINE,)}, {"warning_signs": ()}]
    assert not signs.box(WarningSign.DARK_URINE).isChecked()
