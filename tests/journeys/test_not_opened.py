"""A diary that is damaged or cannot be opened: the window says so, and leads out of it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from making import a_day, an_episode, at
from program import PATIENCE_MS, Program
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cramplog import bootstrap
from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.domain.errors import DiaryInUse
from cramplog.gui.actions import ACTIONS, WRITES
from cramplog.gui.dialogs.damage import DamageDialog
from cramplog.gui.diary_client import DiaryClient
from cramplog.gui.tasks import Worker
from cramplog.gui.theme.theme import Theme
from cramplog.paths import Paths
from cramplog.services.rescuing import Finding
from cramplog.storage import failures

CLOCK = FixedClock(at("2026-09-11 20:12 +02:00"), "Europe/Berlin")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "home")


@pytest.fixture
def written(paths: Paths) -> Path:
    """A diary with two cramps and a day, a backup with one cramp and the day, and a bad one between."""
    diary = Opener(paths, CLOCK)(create=True)
    diary.diary.record(an_episode("2026-09-04 20:00 +02:00", note="in the backup"))
    diary.diary.check_in(a_day("2026-09-04"))
    diary.upkeep.back_up()
    diary.diary.record(an_episode("2026-09-05 20:00 +02:00", note="later"))
    bad = diary.upkeep.back_up()
    diary.close()
    bad.path.write_bytes(bad.path.read_bytes()[:-1] + b"x")
    return paths.diary


@pytest.fixture
def start(paths: Paths, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Program]]:
    """Starts the program on the diary as it then is."""
    built = bootstrap.build(paths, clock=CLOCK)

    def begin() -> Program:
        program = Program(built, qtbot, None)
        with qtbot.waitSignals([built.client.failed_to_open, built.client.opened], timeout=1, raising=False):
            built.show()
        qtbot.waitUntil(lambda: built.trouble.dialog is not None, timeout=PATIENCE_MS)
        program.wait()
        return program

    yield begin
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def dialog_of(program: Program) -> DamageDialog:
    dialog = program.built.trouble.dialog
    assert dialog is not None
    return dialog


def told(dialog: DamageDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def notes(program: Program) -> list[str]:
    answers: list[list[str]] = []
    program.built.client.ask(
        lambda diary: [it.note for it in diary.reading.contents().episodes],
        answers.append,
        owner=program.window,
    )
    program.wait()
    return answers[0]


def gone(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def foreign(path: Path) -> None:
    path.write_bytes(b"a shopping list, and no diary")


def start_overwritten(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


@pytest.mark.parametrize(
    ("harm", "title"),
    [
        (gone, "Your diary is missing"),
        (emptied, "Your diary cannot be opened"),
        (foreign, "Your diary cannot be opened"),
        (start_overwritten, "Your diary cannot be opened"),
    ],
)
def test_a_lost_diary_is_no_first_run_and_comes_back_from_the_newest_sound_backup(
    written: Path, start: Callable[[], Program], harm: Callable[[Path], None], title: str
) -> None:
    harm(written)
    before = written.read_bytes() if written.exists() else None
    program = start()
    dialog = dialog_of(program)

    assert dialog.windowTitle() == title
    assert program.built.trouble.notice.isVisible()
    assert dialog.backups.count() == 1
    assert "This backup holds 1 cramp, 1 day." in told(dialog)
    assert "1 of the newest backups did not pass the check" in told(dialog)
    possible = {spec.id for spec in ACTIONS if program.window.menus.action(spec.id).isEnabled()}
    assert {"quit", "larger", "about"} <= possible
    assert possible.isdisjoint({"log", "free_today", "undo", "import", "export", "cramp_now", "page_diary"})
    assert (written.read_bytes() if written.exists() else None) == before

    program.click(dialog.put)

    assert program.built.trouble.dialog is None
    assert notes(program) == ["in the backup"]
    assert not program.built.trouble.notice.isVisible()
    assert "Your diary is back, with 1 cramp." in program.window.notice.accessibleName()
    assert program.window.menus.action("log").isEnabled()
    assert program.window.shell.sidebar.isEnabled()
    if before is not None:
        (kept,) = written.parent.glob("diary.damaged-*.db")
        assert kept.read_bytes() == before


def test_a_diary_whose_end_was_cut_off_is_said_to_be_damaged_and_nothing_is_made(
    written: Path, start: Callable[[], Program]
) -> None:
    os.truncate(written, written.stat().st_size // 2)
    before = {file.name: file.read_bytes() for file in written.parent.rglob("*.db*")}
    program = start()
    dialog = dialog_of(program)

    assert program.built.trouble.notice.isVisible()
    assert "damaged" in told(dialog)
    assert "Nothing was changed in the file, and it is kept whatever you choose." in told(dialog)
    assert "This backup holds 1 cramp, 1 day." in told(dialog)
    assert not hasattr(dialog, "anew")
    program.click(dialog.leave)
    assert not program.window.menus.action("log").isEnabled()
    assert {file.name: file.read_bytes() for file in written.parent.rglob("*.db*")} == before


def test_a_diary_lost_with_its_whole_folder_is_asked_about_and_begun_anew_only_when_asked_twice(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    lost = tmp_path / "data"
    kept = Paths.under(tmp_path / "kept")
    paths = Paths(diary=lost / "diary.db", backups=lost / "backups", logs=kept.logs, settings=kept.settings)
    diary = Opener(paths, CLOCK)(create=True)
    diary.diary.record(an_episode("2026-09-04 20:00 +02:00"))
    diary.close()
    shutil.rmtree(lost)
    built = bootstrap.build(paths, clock=CLOCK)
    built.show()
    qtbot.waitUntil(lambda: built.trouble.dialog is not None, timeout=PATIENCE_MS)
    program = Program(built, qtbot, None)
    program.wait()
    dialog = dialog_of(program)

    assert dialog.windowTitle() == "Your diary is missing"
    assert f"Your diary is not where it was: {paths.diary}." in told(dialog)
    assert "it held 1 cramp, 0 days" in told(dialog)
    assert not paths.diary.exists()
    program.click(dialog.anew)
    assert not paths.diary.exists()
    program.click(dialog.anew)
    assert notes(program) == []
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def changed_row(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE episode SET pain = 9 WHERE rowid = 2")


def test_a_damaged_diary_shows_what_is_sound_and_says_what_is_not(
    written: Path, start: Callable[[], Program]
) -> None:
    changed_row(written)
    before = written.read_bytes()
    program = start()
    dialog = dialog_of(program)

    assert dialog.windowTitle() == "Part of your diary is damaged"
    assert "Sound: 1 cramp, 1 day." in told(dialog)
    assert "Damaged or lost, and not shown: 1 record." in told(dialog)
    program.click(dialog.leave)
    assert notes(program) == ["in the backup"]
    assert program.built.trouble.notice.isVisible()
    assert program.window.menus.action("export").isEnabled()
    assert not program.window.shell.status.warns_of_backup()
    assert written.read_bytes() == before


def ways_to_change(program: Program) -> dict[str, bool]:
    """What changes the diary, and whether it can be chosen; looked at on each page that has it."""
    window, pages = program.window, program.window.pages
    ways = {name: window.menus.action(name).isEnabled() for name in WRITES}
    parts = {
        "log": ("start", "free", "day"),
        "diary": ("log_button", "fill_button"),
        "workouts": ("editor",),
        "courses": ("editor",),
        "form": ("where", "questions"),
    }
    for key, names in parts.items():
        window.shell.show_page(key)
        program.wait()
        ways |= {f"{key}: {name}": getattr(pages.page(key), name).isEnabled() for name in names}
    return ways


def test_where_it_can_only_be_read_nothing_can_be_typed_and_a_backup_opens_it_again(
    written: Path, start: Callable[[], Program]
) -> None:
    changed_row(written)
    program = start()
    assert [way for way, is_open in ways_to_change(program).items() if is_open] == []
    assert program.window.menus.action("export").isEnabled()

    program.click(dialog_of(program).put)

    assert [way for way, is_open in ways_to_change(program).items() if not is_open] == []


def test_what_can_be_read_is_saved_and_the_file_copied_as_it_is(
    written: Path, start: Callable[[], Program], tmp_path: Path
) -> None:
    changed_row(written)
    program = start()
    dialog = dialog_of(program)

    dialog.save_readable(tmp_path / "saved.json")
    program.wait()
    assert "Saved in saved.json: 1 cramp, 1 day." in dialog.said.text()
    dialog.copy_for_help(tmp_path / "help.db")
    program.wait()
    assert str(tmp_path / "help.db") in dialog.said.text()
    dialog.copy_for_help(tmp_path / "no" / "such" / "folder.db")
    program.wait()
    assert "There is no folder" in dialog.said.text()

    document = json.loads((tmp_path / "saved.json").read_text(encoding="utf-8"))
    assert [episode["note"] for episode in document["episodes"]] == ["in the backup"]
    assert (tmp_path / "help.db").read_bytes() == written.read_bytes()
    assert (tmp_path / "help.db").stat().st_mode & 0o777 == 0o600
    dialog.leave.click()


def test_an_empty_diary_is_begun_only_when_asked_twice_and_keeps_what_was_there(
    written: Path, start: Callable[[], Program]
) -> None:
    foreign(written)
    program = start()
    dialog = dialog_of(program)

    program.click(dialog.anew)
    assert "will be empty" in dialog.said.text()
    assert written.read_bytes() == b"a shopping list, and no diary"
    program.click(dialog.anew)

    assert notes(program) == []
    assert "new, empty diary" in program.window.notice.accessibleName()
    (kept,) = written.parent.glob("diary.damaged-*.db")
    assert kept.read_bytes() == b"a shopping list, and no diary"
    assert len(list(written.parent.joinpath("backups").glob("*.db"))) == 2


def test_a_file_put_back_by_hand_is_opened_when_asked_again(
    written: Path, start: Callable[[], Program]
) -> None:
    elsewhere = written.rename(written.with_name("elsewhere.db"))
    program = start()
    dialog = dialog_of(program)
    elsewhere.rename(written)

    program.click(dialog.again)

    program.qtbot.waitUntil(lambda: not program.built.trouble.notice.isVisible(), timeout=PATIENCE_MS)
    assert sorted(notes(program)) == ["in the backup", "later"]


def test_a_newer_diary_is_left_alone_and_no_empty_one_is_offered(
    written: Path, start: Callable[[], Program]
) -> None:
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    before = written.read_bytes()
    program = start()
    dialog = dialog_of(program)

    assert dialog.windowTitle() == "A newer CrampLog wrote this diary"
    assert "Install that version" in told(dialog)
    assert not hasattr(dialog, "anew")
    assert "Only if you cannot install the newer version" in told(dialog)
    assert dialog.backups.count() == 1
    assert written.read_bytes() == before
    dialog.leave.click()


def test_a_diary_that_can_only_be_read_says_why_and_shows_what_it_holds(
    written: Path, paths: Paths, qapp: QApplication, qtbot: QtBot
) -> None:
    elsewhere = DiaryInUse(written, "The diary is open on the computer attic.", host="attic")
    built = bootstrap.build(paths, clock=CLOCK, only_look=elsewhere)
    with qtbot.waitSignal(built.client.opened, timeout=PATIENCE_MS):
        built.show()
    program = Program(built, qtbot, None)
    program.wait()

    assert built.trouble.notice.isVisible()
    assert built.trouble.notice.accessibleName() == (
        "This diary can only be read. The diary is open on the computer attic."
    )
    assert not built.trouble.ask.isVisible()
    assert built.trouble.dialog is None
    assert sorted(notes(program)) == ["in the backup", "later"]
    built.stop()
    built.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def test_a_diary_that_is_only_out_of_reach_is_not_to_be_replaced(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(b"x")
    found = Finding(path=path, exists=True, sound=None, lost=0, backups=(), bad_backups=0)
    client = DiaryClient(Worker("diary"), lambda: Opener(Paths.under(tmp_path))(create=True))
    window = QWidget()
    qtbot.addWidget(window)

    dialog = DamageDialog(Theme(), client, found, failures.out_of_reach(path), window)

    assert "Allow access to the file" in told(dialog)
    assert not hasattr(dialog, "backups")
    assert not hasattr(dialog, "anew")
    assert dialog.again.text() == "Try to open it again"
    client._worker.stop()
