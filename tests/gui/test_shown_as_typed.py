"""What you type is what is shown, whatever it looks like: no markup, no sign that becomes another."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from making import an_episode
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from strategies import notes

from cramplog.domain.draft import EpisodeDraft
from cramplog.gui.pages.form_note import NotePart
from cramplog.gui.theme.theme import Theme
from cramplog.gui.widgets.plain_words import words_of
from cramplog.gui.widgets.text import Text

# Qt has one kind of line end only.
LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
ONE_THEME = [HealthCheck.function_scoped_fixture]


def check_that_it_is_shown_as_typed(theme: Theme, typed: str) -> None:
    note = an_episode(note=typed).note
    label, part = Text(theme, note), NotePart(theme)
    part.show_draft(EpisodeDraft(id=an_episode().id, note=note))

    assert (label.text(), label.textFormat()) == (note, Qt.TextFormat.PlainText)
    assert words_of(part.note) == note.translate(LINE_ENDS)
    label.deleteLater()
    part.deleteLater()


@settings(max_examples=50, deadline=None, suppress_health_check=ONE_THEME)
@given(typed=notes())
def test_a_note_is_shown_as_it_was_typed(theme: Theme, typed: str) -> None:
    check_that_it_is_shown_as_typed(theme, typed)


@pytest.mark.slow
@settings(max_examples=5_000, deadline=None, suppress_health_check=ONE_THEME)
@given(typed=notes())
def test_five_thousand_notes_are_shown_as_they_were_typed(theme: Theme, typed: str) -> None:
    check_that_it_is_shown_as_typed(theme, typed)


def test_a_space_that_must_not_break_stays_one_although_qt_would_lose_it(theme: Theme) -> None:
    part = NotePart(theme)
    part.note.setPlainText("5\u00a0km")

    assert words_of(part.note) == "5\u00a0km"
    assert part.note.toPlainText() == "5 km"
    part.deleteLater()


def test_a_label_of_qts_own_would_take_a_note_for_markup(theme: Theme) -> None:
    label = QLabel("<b>bold</b>")

    assert label.textFormat() == Qt.TextFormat.AutoText
    assert (
        label.sizeHint().width()
        < QLabel("<b>bold</b>", textFormat=Qt.TextFormat.PlainText).sizeHint().width()
    )
    label.deleteLater()
