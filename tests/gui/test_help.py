"""How is this counted: every chart and reason leads to its definition, without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from cramplog.charts.catalogue import CHARTS
from cramplog.gui.dialogs.help import SECTIONS, HelpDialog
from cramplog.gui.theme.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[HelpDialog]:
    shown = HelpDialog(theme)
    yield shown
    shown.close()
    shown.deleteLater()


def test_every_chart_has_its_explanation() -> None:
    assert {chart.id for chart in CHARTS} <= set(SECTIONS)


@pytest.mark.parametrize("key", sorted(SECTIONS))
def test_each_section_is_found_in_the_text(dialog: HelpDialog, key: str) -> None:
    dialog.show_section(key)

    assert dialog.section() == SECTIONS[key]


def test_a_section_is_scrolled_to(dialog: HelpDialog) -> None:
    dialog.show_section()
    assert dialog.text.verticalScrollBar().value() == 0

    dialog.show_section("triggers")

    assert dialog.text.verticalScrollBar().value() > 1000


def test_definition_and_source_can_be_read(dialog: HelpDialog) -> None:
    dialog.show_section("weeks")

    words = dialog.text.toPlainText()
    assert "Cramps a week is 7 × cramps ÷ known days." in words
    assert "Garwood, Biometrika 1936;28:437" in words


def test_the_text_on_warning_signs_opens_in_the_same_window(dialog: HelpDialog) -> None:
    dialog.show_section()

    dialog.text.anchorClicked.emit(QUrl("warning-signs.md"))

    assert dialog.text.toPlainText().startswith("Warning signs, and where their wording comes from")
