"""The theme: sizes that follow the text, letters and drawings that ship, and colours in one folder only."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget

import cramplog
from cramplog.gui.theme import fonts
from cramplog.gui.theme.theme import Theme, system_palette
from cramplog.gui.theme.tokens import DARK, LIGHT, NIGHT, PALETTES
from cramplog.gui.widgets.button import Button
from cramplog.gui.widgets.columns import Columns
from cramplog.gui.widgets.focus_ring import FocusRing
from cramplog.gui.widgets.page_frame import PageFrame
from cramplog.gui.widgets.shell import Shell
from cramplog.gui.widgets.sidebar import Entry
from cramplog.gui.widgets.text import Text
from cramplog.paths import resource

ICONS = [
    "stopwatch",
    "calendar",
    "chart",
    "page",
    "runner",
    "pill",
    "sliders",
    "clock",
    "check",
    "warning",
    "print",
    "undo",
    "redo",
    "plus",
    "minus",
    "close",
    "edit",
    "search",
    "left",
    "right",
    "down",
    "up",
    "menu",
    "list",
    "lock",
    "download",
    "copy",
    "trash",
    "info",
    "moon",
    "question",
]
PAGES = (Entry(key="log", text="Log", icon="stopwatch"), Entry(key="diary", text="Diary", icon="calendar"))


@pytest.mark.parametrize(
    ("role", "at_100", "at_200"),
    [("timer", 248, 496), ("figure", 36, 72), ("title", 28, 56), ("section", 20, 40), ("body", 16, 32)],
)
def test_every_role_grows_with_the_text_size(theme: Theme, role: str, at_100: int, at_200: int) -> None:
    before = theme.type.pixels(role)
    theme.change(text_size=2.0)

    assert (before, theme.type.pixels(role)) == (at_100, at_200)


def test_a_text_size_out_of_range_is_brought_into_it(theme: Theme) -> None:
    theme.change(text_size=9)
    largest = theme.text_size
    theme.change(text_size=0.1)

    assert (largest, theme.text_size) == (2.0, 0.9)


def test_targets_never_become_smaller_than_at_100_percent(theme: Theme) -> None:
    theme.change(text_size=0.9)

    assert (theme.target.main, theme.target.choice, theme.target.link) == (48, 44, 24)
    assert (theme.target.pain_width, theme.target.pain_height) == (48, 52)


def test_a_change_that_changes_nothing_is_not_told(theme: Theme) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(1))

    theme.change(palette=LIGHT)
    theme.change(palette=DARK)

    assert told == [1]


def test_a_theme_of_its_own_dresses_one_widget_only(theme: Theme, qapp: QApplication) -> None:
    window, night = QWidget(), Theme(NIGHT)
    inside, outside = Text(night, "03:07", "figure", tone="accent", parent=window), QLabel("day")

    night.apply(inside)

    assert inside.palette().window().color().name().upper() == NIGHT.window
    assert qapp.palette().window().color().name().upper() == LIGHT.window
    for widget in (window, outside):
        widget.deleteLater()


def test_the_system_decides_where_the_person_did_not(qapp: QApplication) -> None:
    assert system_palette() in PALETTES


def test_the_shipped_letters_are_used_in_three_weights(theme: Theme) -> None:
    widths = [
        QFontMetricsF(theme.font("body", weight=weight)).horizontalAdvance("Cramp now")
        for weight in (400, 600, 700)
    ]

    assert theme.font().family() == fonts.FAMILY
    assert widths == sorted(set(widths))


def test_equal_figures_are_equally_wide_and_others_are_not(theme: Theme) -> None:
    equal = QFontMetricsF(theme.font("timer", equal_figures=True))
    own = QFontMetricsF(theme.font("timer"))

    assert equal.horizontalAdvance("1111") == equal.horizontalAdvance("0000")
    assert own.horizontalAdvance("1111") < own.horizontalAdvance("0000")


def test_german_spanish_and_our_signs_have_letters(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font())

    missing = [sign for sign in "äöüÄÖÜßáéíóúñÑ¿¡–—…×·½¼°“”‘’„«»±²§" if not metrics.inFontUcs4(ord(sign))]

    assert missing == []


@pytest.mark.parametrize("name", ICONS)
def test_each_icon_is_drawn_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    image = theme.icon(name, "cramp").pixmap(24, 24).toImage()

    assert (194, 78, 0) in colours_of(image)


@pytest.mark.parametrize("name", ICONS)
def test_each_icon_is_one_line_of_two_pixels_without_a_fill(name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"' in drawing
    assert drawing.count("fill=") == 1


def test_a_chosen_icon_has_another_colour(theme: Theme) -> None:
    icon = theme.icon("calendar")

    chosen = icon.pixmap(24, 24, QIcon.Mode.Normal, QIcon.State.On).toImage()

    assert (14, 90, 114) in colours_of(chosen)


def colours_of(image: QImage) -> set[tuple[int, int, int]]:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {(pixel.red(), pixel.green(), pixel.blue()) for pixel in pixels if pixel.alpha() > 200}


def test_only_the_theme_folder_holds_colours() -> None:
    room = Path(cramplog.__file__).parent / "gui"

    holding = [
        str(file.relative_to(room))
        for file in room.rglob("*.py")
        if "theme" not in file.parts and re.search(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    ]

    assert holding == []


def test_the_widgets_import_nothing_heavy() -> None:
    code = (
        "import pkgutil, importlib, sys, cramplog.gui.widgets as w, cramplog.gui.theme as t\n"
        "for room in (w, t):\n"
        "    for module in pkgutil.iter_modules(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "heavy = {'sqlalchemy', 'matplotlib', 'numpy', 'scipy', 'typst', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )

    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(cramplog.__file__).parents[1],
    )

    assert found.stdout.strip() == "[]"


def test_words_are_never_read_as_markup(theme: Theme) -> None:
    words = Text(theme, "<b>5 < 7</b>")
    plain = Text(theme, "5")

    assert words.text() == "<b>5 < 7</b>"
    assert words.sizeHint().width() > 5 * plain.sizeHint().width()
    for widget in (words, plain):
        widget.deleteLater()


def test_the_ring_lies_outside_of_the_widget_that_has_the_focus(theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    buttons = [Button(theme, "One"), Button(theme, "Two")]
    for button in buttons:
        layout.addWidget(button)
    ring = FocusRing(theme, window, qapp)
    window.show()
    window.activateWindow()
    buttons[1].setFocus()
    qapp.processEvents()

    around = QRect(ring.mapTo(window, QPoint(0, 0)), ring.size())

    assert ring.isVisible()
    assert around == buttons[1].geometry().adjusted(-6, -6, 6, 6)
    window.close()
    window.deleteLater()


def test_a_dialog_over_the_window_shows_where_the_keyboard_is_too(theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(Button(theme, "Below"))
    FocusRing(theme, window, qapp)
    window.show()
    dialog = QDialog(window)
    button = Button(theme, "Above")
    QVBoxLayout(dialog).addWidget(button)
    dialog.open()
    dialog.activateWindow()
    button.setFocus()
    qapp.processEvents()

    rings = dialog.findChildren(FocusRing)

    assert [(ring.isVisible(), ring.widget()) for ring in rings] == [(True, button)]
    window.close()
    window.deleteLater()


def test_enter_presses_the_button_that_has_the_focus_once(theme: Theme, qapp: QApplication) -> None:
    button = Button(theme, "Cramp now")
    presses: list[str] = []
    button.clicked.connect(lambda: presses.append("once"))

    for held in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, autorep=held)
        qapp.sendEvent(button, key)

    assert presses == ["once"]
    button.deleteLater()


def test_widgets_that_show_the_focus_themselves_have_no_ring(theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    button = Button(theme, "Own")
    button.setProperty("own_focus", True)
    layout.addWidget(button)
    ring = FocusRing(theme, window, qapp)
    window.show()
    window.activateWindow()
    button.setFocus()
    qapp.processEvents()

    assert not ring.isVisible()
    window.close()
    window.deleteLater()


@pytest.fixture
def shell(theme: Theme, qapp: QApplication) -> Iterator[Shell]:
    shell = Shell(theme, PAGES)
    for entry in PAGES:
        page = PageFrame(theme, entry.text, "September")
        page.content.addWidget(Columns(theme))
        shell.add_page(entry.key, page)
    shell.resize(1280, 860)
    shell.show()
    shell.show_page("log")
    qapp.processEvents()
    yield shell
    shell.close()
    shell.deleteLater()


def test_a_wide_window_has_the_sidebar(shell: Shell) -> None:
    assert shell.sidebar.isVisible()
    assert not shell.bar.isVisible()


def test_a_narrow_window_has_a_button_for_the_pages(shell: Shell, qapp: QApplication) -> None:
    shell.resize(999, 700)
    qapp.processEvents()

    assert not shell.sidebar.isVisible()
    assert shell.bar.isVisible()
    assert shell.findChildren(Columns)[0].stands_in_one()


def test_large_text_has_it_too(shell: Shell, theme: Theme, qapp: QApplication) -> None:
    theme.change(text_size=1.5)
    qapp.processEvents()

    assert shell.bar.isVisible()
    assert not shell.sidebar.isVisible()


def test_the_sidebar_and_the_menu_show_the_same_pages(shell: Shell) -> None:
    shown: list[str] = []
    shell.page_shown.connect(shown.append)

    shell.sidebar.row("diary").click()
    by_sidebar = shell.current_page()
    shell.bar.menu().actions()[0].trigger()

    assert by_sidebar == "diary"
    assert shell.current_page() == "log"
    assert shown == ["diary", "log"]


def test_the_timer_covers_everything_and_goes_again(shell: Shell, qapp: QApplication) -> None:
    timer = QLabel("00:07")

    shell.fill_with(timer)
    qapp.processEvents()
    covered = (timer.isVisible(), shell.sidebar.isVisible())
    shell.fill_with(None)
    qapp.processEvents()

    assert covered == (True, False)
    assert shell.sidebar.isVisible()
    timer.deleteLater()
