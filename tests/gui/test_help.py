"""How is this counted: every chart and reason leads to its definition, without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from cramplog.charts.catalogue import CHARTS
from cramplog.gui import help_texts, page_list
from cramplog.gui.actions import ACTIONS, keys_of
from cramplog.gui.dialogs.help import SECTIONS, HelpDialog
from cramplog.gui.theme.theme import Theme
from cramplog.i18n import LANGUAGES
from cramplog.paths import resource


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


@pytest.mark.parametrize("topic", help_texts.TOPICS)
def test_every_topic_can_be_read_and_leads_only_to_topics(topic: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", help_texts.text(topic))

    assert help_texts.text(topic).startswith(f"# {help_texts.title(topic)}\n")
    assert [link for link in links if link.endswith(".md") and link[:-3] not in help_texts.TOPICS] == []


def test_every_page_of_the_window_has_its_topic() -> None:
    assert {entry.key for entry in page_list.entries()} <= set(help_texts.OF_PAGE)
    assert set(help_texts.OF_PAGE.values()) <= set(help_texts.TOPICS)


def test_the_help_is_searched_for_all_of_the_words(dialog: HelpDialog) -> None:
    dialog.open_on_top()

    dialog.search.setText("stick folder")

    shown = [dialog.topics.item(row).text() for row in range(dialog.topics.count())]
    assert "Backups: nothing gets lost" in shown
    assert "Getting started" not in shown
    assert dialog.text.textCursor().selectedText().casefold() == "stick"

    dialog.search.setText("zebra")
    assert dialog.topics.count() == 0
    assert dialog.nothing.isVisible()


def test_every_key_is_in_the_help() -> None:
    text = help_texts.text(help_texts.SHORTCUTS)

    missing = [spec.id for spec in ACTIONS for key in keys_of(spec) if key.toString() not in text]
    assert missing == []


@pytest.mark.parametrize("topic", [topic for topic in help_texts.TOPICS if topic != help_texts.SHORTCUTS])
def test_a_translated_topic_has_the_same_headings_in_the_same_places(topic: str) -> None:
    def levels(name: str) -> list[str]:
        text = resource("help", name).read_text(encoding="utf-8")
        return re.findall(r"^(#+) ", text, flags=re.MULTILINE)

    translated = [f"{topic}.{language}.md" for language in LANGUAGES if language != "en"]
    assert [levels(name) for name in translated] == [levels(f"{topic}.md")] * len(translated)
