"""The Backups dialog on a real diary: see, compare, put back, undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import an_episode
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cramplog.bootstrap import Opener
from cramplog.domain.clock import SystemClock
from cramplog.gui.dialogs.backups import BackupsDialog
from cramplog.gui.dialogs.passphrase import PassphraseDialog, with_passphrase
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.pages.page import Tools
from cramplog.gui.settings import WindowSettings
from cramplog.gui.tasks import Tasks
from cramplog.gui.theme.theme import Theme
from cramplog.gui.view_state import ViewState
from cramplog.paths import Paths


@pytest.fixture
def client(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[DiaryClient]:
    """A diary with one cramp, a backup of it, and a second cramp after it."""
    opener = Opener(Paths.under(tmp_path), in_window=True)
    with_backup = opener(create=True)
    with_backup.diary.record(an_episode("2026-03-04 20:00", note="in the backup"))
    with_backup.upkeep.back_up()
    with_backup.diary.record(an_episode("2026-03-05 20:00", note="later"))
    with_backup.close()
    tasks = Tasks()
    made = DiaryClient(
        tasks.diary, lambda: opener(create=True), restoring=opener.restoring, rescuing=opener.rescuing
    )
    with qtbot.waitSignal(made.opened):
        made.open()
    yield made
    made.close()
    tasks.stop()


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, client: DiaryClient, tmp_path: Path) -> Iterator[BackupsDialog]:
    tools = Tools(
        theme=theme,
        client=client,
        drawing=client._worker,
        view=ViewState(),
        settings=WindowSettings(tmp_path / "window.ini"),
        clock=SystemClock(),
    )
    window = QWidget()
    qtbot.addWidget(window)
    shown = BackupsDialog(tools, window)
    shown.show()
    qtbot.waitUntil(lambda: shown.list.rowCount() == 1)
    yield shown
    shown.close()


def notes(qtbot: QtBot, client: DiaryClient, owner: QWidget) -> list[str]:
    answers: list[list[str]] = []
    client.ask(lambda diary: [it.note for it in diary.reading.episodes()], answers.append, owner=owner)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_each_backup_says_what_it_holds_and_that_there_is_one_place_only(dialog: BackupsDialog) -> None:
    assert dialog.list.item(0, 1).text() == "1 cramp, 0 days"
    assert dialog.list.item(0, 2).text() == "asked for"
    assert "Only in one place" in dialog.state.text()
    assert not dialog.put_back.isEnabled()


def test_nothing_is_put_back_before_what_it_would_change_is_shown(
    qtbot: QtBot, dialog: BackupsDialog
) -> None:
    dialog.list.selectRow(0)

    qtbot.waitUntil(lambda: "take away" in dialog.said.text())
    assert dialog.said.text() == (
        "Putting it back would bring 0 records, take away 1 record and change 0 records."
    )
    assert dialog.put_back.isEnabled()
    assert not dialog.bring_back.isEnabled()


def test_putting_back_changes_the_diary_and_can_be_undone_from_the_list(
    qtbot: QtBot, dialog: BackupsDialog, client: DiaryClient
) -> None:
    dialog.list.selectRow(0)
    qtbot.waitUntil(dialog.put_back.isEnabled)
    with qtbot.waitSignal(client.changed):
        dialog.put_back.click()
    qtbot.waitUntil(lambda: dialog.list.rowCount() == 2)
    assert notes(qtbot, client, dialog) == ["in the backup"]
    assert dialog.said.text().startswith("Put back: 1 cramp.")
    assert dialog.list.item(0, 2).text() == "before a restore"

    dialog.list.selectRow(0)
    qtbot.waitUntil(dialog.put_back.isEnabled)
    with qtbot.waitSignal(client.changed):
        dialog.put_back.click()
    qtbot.waitUntil(lambda: dialog.list.rowCount() == 3)
    assert sorted(notes(qtbot, client, dialog)) == ["in the backup", "later"]


def test_only_what_is_missing_is_brought_back(
    qtbot: QtBot, dialog: BackupsDialog, client: DiaryClient
) -> None:
    with qtbot.waitSignal(client.changed):
        client.change(
            lambda diary: diary.diary.remove(tuple(it.id for it in diary.reading.episodes())), owner=dialog
        )
    dialog.list.selectRow(0)
    qtbot.waitUntil(lambda: "bring 1 record" in dialog.said.text())

    with qtbot.waitSignal(client.changed):
        dialog.bring_back.click()

    assert notes(qtbot, client, dialog) == ["in the backup"]


def test_a_second_folder_gets_the_newest_backup_at_once(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path
) -> None:
    dialog.second_folder.choose(tmp_path / "stick")

    qtbot.waitUntil(lambda: str(tmp_path / "stick") in dialog.state.text())
    assert len(list((tmp_path / "stick").glob("*.db"))) == 1


PASSPHRASE = "correct horse battery"


def asked_for_passphrase(qtbot: QtBot, owner: QWidget) -> PassphraseDialog:
    found: list[PassphraseDialog] = []

    def look() -> bool:
        found[:] = [it for it in owner.findChildren(PassphraseDialog) if it.isVisible()]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def type_in(dialog: PassphraseDialog, first: str, again: str | None = None) -> None:
    lines = dialog.fields.findChildren(QLineEdit)
    for line, words in zip(lines, (first, first if again is None else again), strict=False):
        line.setText(words)
    dialog.go_on.click()


def test_a_folder_that_goes_to_the_internet_is_named_and_its_copies_sealed(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox"

    dialog.second_folder.ask_whether_sealed(folder)
    asked = asked_for_passphrase(qtbot, dialog)
    words = "\n".join(label.text() for label in asked.findChildren(QLabel))
    assert "Dropbox copies this folder to the internet" in words
    assert "nobody can ever open the file again" in words
    type_in(asked, "short")
    assert asked.fields.first.problem() == "At least 8 characters."
    type_in(asked, PASSPHRASE, "another horse")
    assert asked.fields.again is not None
    assert "not the same" in asked.fields.again.problem()
    type_in(asked, PASSPHRASE)

    qtbot.waitUntil(lambda: "Its copies are sealed" in dialog.state.text())
    assert [file.suffix for file in folder.iterdir()] == [".sealed"]


def test_copies_are_left_open_where_that_is_chosen(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path
) -> None:
    dialog.second_folder.ask_whether_sealed(tmp_path / "stick")
    asked_for_passphrase(qtbot, dialog).without.click()

    qtbot.waitUntil(lambda: "Its copies are not sealed" in dialog.state.text())
    assert len(list((tmp_path / "stick").glob("*.db"))) == 1


def test_a_sealed_backup_from_a_stick_is_compared_and_put_back_with_its_passphrase(
    qtbot: QtBot, theme: Theme, dialog: BackupsDialog, client: DiaryClient, tmp_path: Path
) -> None:
    made: list[Path] = []
    client.ask(
        lambda diary: diary.upkeep.back_up_sealed(tmp_path / "stick", PASSPHRASE), made.append, owner=dialog
    )
    qtbot.waitUntil(lambda: bool(made))
    with qtbot.waitSignal(client.changed):
        client.change(
            lambda diary: diary.diary.remove(tuple(it.id for it in diary.reading.episodes())), owner=dialog
        )

    with_passphrase(client, theme, made[0], dialog, dialog.choose_file)
    asked = asked_for_passphrase(qtbot, dialog)
    type_in(asked, "another passphrase")
    qtbot.waitUntil(lambda: "is wrong" in asked.fields.first.problem())
    type_in(asked, PASSPHRASE)
    qtbot.waitUntil(lambda: "bring 2 records" in dialog.said.text())
    assert dialog.said.text().startswith(made[0].name)
    with qtbot.waitSignal(client.changed):
        dialog.put_back.click()

    assert sorted(notes(qtbot, client, dialog)) == ["in the backup", "later"]
