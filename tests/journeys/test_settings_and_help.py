"""Settings, help and the ways on from a finding, in the whole window."""

from __future__ import annotations

from pathlib import Path

from making import a_day, an_episode
from program import Program
from PySide6.QtCore import Qt

from cramplog.domain.changes import Kind
from cramplog.domain.scales import Heat
from cramplog.domain.steps import RecordChange
from cramplog.gui.dialogs.first_steps import FirstSteps
from cramplog.gui.dialogs.help import HelpDialog
from cramplog.gui.theme.tokens import DARK
from cramplog.words.units import Weight


def test_what_is_chosen_on_the_settings_page_is_worn_and_ticked_in_the_menu(program: Program) -> None:
    program.choose("page_settings")

    program.click(program.window.pages.settings.look.look.button("dark"))
    program.click(program.window.pages.settings.look.larger)

    program.qtbot.waitUntil(lambda: program.built.theme.text_size == 1.1)
    assert program.built.theme.palette is DARK
    assert program.window.menus.action("look_dark").isChecked()
    assert program.built.settings.look == "dark"


def test_a_look_chosen_in_the_menu_is_chosen_on_the_settings_page(program: Program) -> None:
    program.choose("look_contrast")

    assert program.window.pages.settings.look.look.value() == "contrast"


def test_a_reason_leads_to_how_it_is_counted(program: Program) -> None:
    fill(program)
    program.choose("page_insights")

    program.click(program.window.pages.insights.reasons.cards["severe"].help_button)

    help_ = program.window.findChild(HelpDialog)
    assert help_ is not None
    assert help_.isVisible()
    assert help_.section() == "Four reasons to see a doctor"
    help_.close()


def test_f1_explains_the_page_that_is_shown_or_the_chart_in_focus(program: Program) -> None:
    fill(program)
    program.choose("page_diary")
    program.choose("help")
    help_ = program.window.findChild(HelpDialog)
    assert help_ is not None
    assert help_.section() == "Diary: see and change what you wrote"
    help_.close()

    program.choose("page_insights")
    program.window.activateWindow()
    program.window.pages.insights.reasons.cards["severe"].help_button.setFocus()
    program.choose("help")

    assert help_.section() == "Four reasons to see a doctor"
    help_.close()


def test_the_first_steps_are_three_and_do_not_come_again(program: Program) -> None:
    assert not program.built.settings.introduced
    program.window.explaining.first_steps(Path("/home/ada/diary.db"))
    steps = program.window.findChild(FirstSteps)
    assert steps is not None
    shown = []
    for _step in range(3):
        shown.append(steps.steps.currentWidget().widget().accessibleName())
        if len(shown) == 3:
            program.click(steps.units.button("american"))
        program.click(steps.next)

    assert shown == [
        "Your diary stays on this computer",
        "CrampLog is not a doctor",
        "So that you can read it well",
    ]
    assert program.built.settings.introduced
    assert program.built.settings.units.weight is Weight.POUNDS
    assert program.window.pages.log.isVisible()


def test_text_is_made_larger_by_key_at_the_first_step(program: Program) -> None:
    program.window.explaining.first_steps()
    steps = program.window.findChild(FirstSteps)
    assert steps is not None
    program.qtbot.waitUntil(steps.isActiveWindow)

    for _press in range(3):
        program.qtbot.keyClick(steps.next, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    program.qtbot.keyClick(steps.next, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)

    assert program.built.settings.text_size == 1.2
    program.click(steps.skip)


def test_the_first_steps_can_be_left_with_esc(program: Program) -> None:
    program.window.explaining.first_steps()
    steps = program.window.findChild(FirstSteps)
    assert steps is not None

    program.qtbot.keyClick(steps, Qt.Key.Key_Escape)

    assert program.built.settings.introduced


def test_add_heat_to_the_cramps_that_lack_it(program: Program) -> None:
    fill(program)
    program.choose("page_insights")
    button = program.window.pages.insights.reasons.cards["no_obvious_cause"].add_buttons[1]
    assert button.text() == "Add heat to 2 cramps"

    program.click(button)

    assert program.window.shell.current_page() == "diary"
    assert len(program.window.pages.diary.list.chosen_ids()) == 2


def fill(program: Program) -> None:
    """Three cramps without exercise, one of them with heat, in 28 known days."""
    cramps = [
        an_episode("2026-09-02 20:00 +02:00", heat=Heat.COOL),
        an_episode("2026-09-04 20:00 +02:00"),
        an_episode("2026-09-06 20:00 +02:00"),
    ]
    days = [a_day(f"2026-08-{number}") for number in range(15, 32)]
    days += [a_day(f"2026-09-{number:02}") for number in range(1, 12)]
    changes = [RecordChange(Kind.EPISODES, one.id, None, one) for one in cramps]
    changes += [RecordChange(Kind.DAYS, one.date.isoformat(), None, one) for one in days]
    program.built.client.change(lambda diary: diary.diary.take_over(tuple(changes)), owner=program.window)
    program.wait()
