"""Every word on every page and dialog is said in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import shiboken6
from babel import Locale
from checklist import findings
from every_place import TABLE, TABLE_NAME, example, walk
from program import Program
from pseudo import marked, spoken, unmarked
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from cramplog.domain.contents import DiaryContents
from cramplog.gui import help_texts
from cramplog.gui.settings import WindowSettings
from cramplog.i18n import LANGUAGES, chosen_language
from cramplog.words.units import Temperature

_LETTERS = re.compile(r"[^\W\d_]+")
# Names that are the same in every language.
_NAMES = ["CrampLog", "PDF", "FHIR", "Europe", "Berlin", "Florida Orthopaedic Institute", "A", "am", "pm"]


def test_every_word_was_marked_and_has_room_for_longer_ones(tmp_path: Path, qtbot: QtBot) -> None:
    found: dict[str, object] = {}
    with spoken(marked, tmp_path), example(tmp_path / "diary", qtbot) as program:
        known = _own_words(program)
        for name, widget in walk(program):
            texts = {*_shown(widget), *_read_out(widget)}
            left = {text for text in texts if _foreign(text, known | _words_of_files(name))}
            if left:
                found[name] = left
            found |= findings(name, widget)

    assert found == {}


def test_another_language_is_spoken_at_once_on_the_same_page(program: Program, tmp_path: Path) -> None:
    before = program.window
    program.choose("page_summary")
    program.window.pages.summary.choices.questions[0].setText("Is it the statin?")

    with spoken(marked, tmp_path / "words"):
        program.built.renew_window()
        program.wait()

        window = program.window
        assert window is not before
        assert not shiboken6.isValid(before)
        assert window.isVisible()
        assert window.pages.summary.isVisible()
        assert window.pages.summary.choices.questions[0].text() == "Is it the statin?"
        assert window.pages.summary.print_button.text() == marked("Print")
        assert window.menus.action("page_log").text() == marked("&Log")
        assert window.shell.status.words() == marked("All changes saved on this computer")


def test_nothing_of_the_window_before_answers_when_the_units_change(program: Program, tmp_path: Path) -> None:
    program.choose("page_workouts")

    with spoken(marked, tmp_path / "words"):
        program.built.renew_window()
        program.wait()
    # An error in a slot fails the test.
    program.built.settings.choose_unit(Temperature.FAHRENHEIT)
    program.wait()

    assert program.built.settings.units.temperature is Temperature.FAHRENHEIT


def test_the_chosen_language_is_that_of_the_commands_too(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path / "window.ini")
    assert chosen_language(tmp_path / "window.ini") == ""

    settings.language = "en"

    assert chosen_language(tmp_path / "window.ini") == "en"
    assert WindowSettings(tmp_path / "window.ini").language == "en"
    (tmp_path / "window.ini").write_text("[reader]\nlanguage=xx\n")
    assert chosen_language(tmp_path / "window.ini") == ""


def _foreign(text: str, known: set[str]) -> set[str]:
    return {word for word in _LETTERS.findall(unmarked(text)) if word.casefold() not in known}


def _words_of_files(place: str) -> set[str]:
    """What a place shows of files: the person's own table, or the help, which is not translated here."""
    titles = [help_texts.title(topic) for topic in help_texts.TOPICS]
    texts = {"help": titles, "import of a table": [TABLE_NAME, TABLE]}.get(place, [])
    return {word.casefold() for text in texts for word in _LETTERS.findall(text)}


def _own_words(program: Program) -> set[str]:
    """What the person wrote, names of days and months, and names that are the same everywhere."""
    contents: list[DiaryContents] = []
    program.built.client.ask(lambda diary: diary.reading.contents(), contents.append, owner=program.window)
    program.wait()
    diary = contents[0]
    written = [
        *(one.note for one in diary.episodes),
        *(one.exercise.kind or "" for one in diary.episodes if one.exercise is not None),
        *(one.note for one in diary.days),
        *(one.sport or "" for one in diary.workouts),
        *(one.note for one in diary.workouts),
        *(text for one in diary.courses for text in (one.name, one.dose or "", one.note)),
        *(dose.dose for one in diary.courses for dose in one.doses or ()),
        diary.person.name or "",
    ]
    locale = Locale.parse("en_GB")
    calendar = [
        name
        for names in (locale.days, locale.months)
        for use in names.values()
        for width in use.values()
        for name in width.values()
    ]
    texts = (*written, *calendar, *_NAMES, *LANGUAGES.values())
    return {word.casefold() for text in texts for word in _LETTERS.findall(text)}


def _shown(root: QWidget) -> Iterator[str]:
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield widget.toolTip()
        yield widget.windowTitle()
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
    for action in root.findChildren(QAction):
        yield action.text()
        yield action.toolTip()


def _read_out(root: QWidget) -> Iterable[str]:
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        found: QAccessibleInterface = waiting.pop()
        if found.state().invisible or isinstance(found.object(), QTextBrowser):
            continue
        yield found.text(QAccessible.Text.Name)
        yield found.text(QAccessible.Text.Description)
        waiting += [child for at in range(found.childCount()) if (child := found.child(at)) is not None]
