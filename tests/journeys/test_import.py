"""Files of every kind on their way into the diary, through the window."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from activity_files import a_fit
from foreign_tables import text
from making import an_episode
from program import Program
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from cramplog.domain.contents import DiaryContents
from cramplog.exchange.choices import Choices, Keep
from cramplog.gui.dialogs.import_wizard import ImportWizard
from cramplog.gui.widgets.picker import Picker


def contents(program: Program) -> DiaryContents:
    found: list[DiaryContents] = []
    program.built.client.ask(lambda diary: diary.file.contents(), found.append, owner=program.window)
    program.wait()
    return found[0]


def brought_in(program: Program, *paths: Path) -> ImportWizard:
    program.window.files.bring_in_files(paths)
    program.wait()
    return program.window.files.wizard


def pick(program: Program, picker: Picker, key: object) -> None:
    picker.choose(key)
    picker.activated.emit(picker.currentIndex())
    program.wait()


def test_a_workout_is_shown_imported_and_rated(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "run.fit"
    path.write_bytes(a_fit())

    wizard = brought_in(program, path)
    assert wizard.next.text() == "Import"
    program.click(wizard.next)
    (picker,) = wizard.exertions.pickers.values()
    pick(program, picker, 7)
    program.click(wizard.next)

    assert [workout.exertion for workout in contents(program).workouts] == [7]


def test_an_import_is_one_step_that_is_taken_back_and_done_again(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_bytes(text("Date,Time,Where", "17/03/2026,02:10,left calf", "18/03/2026,02:10,left calf"))
    wizard = brought_in(program, path)
    program.click(wizard.next)
    program.click(wizard.next)
    imported = contents(program)
    named = program.window.menus.action("undo").text()
    program.choose("undo")
    taken_back = contents(program)
    program.choose("redo")

    assert named.endswith("Undo: import")
    assert len(imported.episodes) == 2
    assert taken_back.episodes == ()
    assert contents(program).episodes == imported.episodes


def test_a_table_is_asked_about_and_the_answer_is_remembered(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_bytes(text("Date,Time,Where", "03/04/2026,02:10,left calf", "05/04/2026,02:10,left calf"))

    wizard = brought_in(program, path)
    page = wizard._tables[-1]
    assert not wizard.next.isEnabled()
    pick(program, page.choices.day_first, False)
    assert page.table.item(1, 0).text() == "Wed, 4 Mar 2026, 02:10, Left calf"
    program.click(wizard.next)
    program.click(wizard.next)
    again = brought_in(program, path)

    assert [f"{cramp.started:%m-%d}" for cramp in contents(program).episodes] == ["03-04", "05-04"]
    assert again.next.isEnabled()
    again.reject()


def test_the_row_of_the_headings_and_the_unit_are_chosen_and_remembered(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "diary.csv"
    rows = ("Wann,Wo,Lang", "04.03.2026 02:10,left calf,0:05", "17.03.2026 22:30,right foot,0:10")
    path.write_bytes(text("Date,Time,Location,Duration", *rows))

    wizard = brought_in(program, path)
    page = wizard._tables[-1]
    assert page.choices.heads.itemText(2) == "Headings in row 2: Wann | Wo | Lang"
    pick(program, page.choices.heads, 2)
    assert page.table.horizontalHeaderItem(1).text() == "Wann"
    pick(program, page.columns[1], "place")
    pick(program, page.columns[2], "duration")
    pick(program, page.choices.lengths, "h:mm")
    assert page.table.item(1, 0).text() == "Wed, 4 Mar 2026, 02:10, Left calf, 5 min"
    program.click(wizard.next)
    program.click(wizard.next)
    # The next export has one more line above its headings.
    path.write_bytes(text("Date,Time,Location,Duration", "of April,,,", *rows))
    again = brought_in(program, path)

    assert [cramp.duration_s for cramp in contents(program).episodes] == [300, 600]
    assert again._tables[-1].mapping.heads == 3
    assert again._tables[-1].table.item(1, 0).text() == "Wed, 4 Mar 2026, 02:10, Left calf, 5 min"
    again.reject()


def test_what_differs_is_shown_and_the_persons_word_counts(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    heads = "id,started,places,pain,changed"
    key = "00000000-0000-4000-8000-000000000001"
    path.write_bytes(text(heads, f"{key},2026-03-04T02:10:00+01:00,calf left,4,2026-03-05T08:00:00+01:00"))
    first = brought_in(program, path)
    program.click(first.next)
    path.write_bytes(text(heads, f"{key},2026-03-04T02:10:00+01:00,calf left,9,2026-03-04T08:00:00+01:00"))

    wizard = brought_in(program, path)
    assert not wizard.next.isEnabled()
    words = " ".join(label.text() for label in wizard.preview.findChildren(QLabel))
    assert "Pain: 4 in the diary, 9 in the file" in words
    assert "It stays as it is in your diary." in words
    shown = wizard.pages.count()
    for keep in (Keep.DIARY, Keep.FILE):
        wizard.preview.chosen.emit(Choices(all=keep))
    program.wait()
    # The answer to the last choice only.
    assert wizard.pages.count() == shown + 1
    assert "The one in the file is taken." in " ".join(
        label.text() for label in wizard.preview.findChildren(QLabel)
    )
    pick(program, wizard.preview.all_conflicts, "diary")
    pick(program, wizard.preview.all_conflicts, "file")
    words = " ".join(label.text() for label in wizard.preview.findChildren(QLabel))
    assert "The one in the file is taken." in words
    program.click(wizard.next)

    assert [cramp.pain for cramp in contents(program).episodes] == [9]


def test_an_import_that_is_cancelled_leaves_nothing_behind(program: Program, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.fit").write_bytes(a_fit(points=5 + number))

    program.window.files.bring_in_files((tmp_path,))
    program.window.files.wizard.reject()
    program.wait()

    assert contents(program) == DiaryContents()


def test_a_long_import_shows_how_far_it_is_and_cancel_leaves_nothing_of_it(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    first = datetime.fromisoformat("2025-01-01T02:10:00+01:00")
    rows = (f"{(first + timedelta(hours=hour)).isoformat()},calf left" for hour in range(4_000))
    path.write_bytes(text("started,places", *rows))
    wizard = brought_in(program, path)
    seen: list[int] = []
    wizard.bar.valueChanged.connect(seen.append)

    def cancel_in_the_middle(done: int, _total: int) -> None:
        if done == 1_000:
            program.qtbot.mouseClick(wizard.cancel, Qt.MouseButton.LeftButton)

    wizard._told.moved.connect(cancel_in_the_middle, Qt.ConnectionType.BlockingQueuedConnection)
    program.qtbot.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    program.wait()

    assert 1_000 in seen
    assert contents(program) == DiaryContents()
    assert not program.window.menus.action("undo").isEnabled()


def test_files_that_are_dropped_as_an_archive_are_brought_in(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "export_1.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("activities/run.fit", a_fit())
        archive.writestr("README.txt", "mine")

    drop(program, path)
    program.click(program.window.files.wizard.next)
    program.window.files.wizard.reject()

    assert [workout.sport for workout in contents(program).workouts] == ["running"]


def test_the_second_table_of_an_export_replaces_nothing_and_says_so(program: Program, tmp_path: Path) -> None:
    (tmp_path / "out-days.csv").write_text("mine")

    program.window.files.export_to(tmp_path / "out.csv")
    program.wait()

    words = " ".join(label.text() for label in program.window.notice.findChildren(QLabel))
    assert "out-days.csv is there already. Choose another name, or move that file away." in words
    assert (tmp_path / "out-days.csv").read_text() == "mine"


def test_why_a_record_is_left_out_is_said_in_the_words_of_the_questions(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(text("started,places,pain", "2026-03-04T02:10:00+01:00,calf left,11"))

    wizard = brought_in(program, path)

    (shown,) = wizard.preview.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == "row 2: Pain: 11 must be a whole number from 0 to 10"
    wizard.reject()


def test_a_file_that_cannot_be_read_is_explained(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    brought_in(program, path)

    words = [label.text() for label in program.window.notice.findChildren(QLabel)]
    assert "picture.png is not of a kind that CrampLog can read." in " ".join(words)


def drop(program: Program, path: Path) -> QDragEnterEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(program.window, enters)
    drops = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(program.window, drops)
    program.wait()
    return enters


def test_files_dropped_on_the_window_are_brought_in(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "run.fit"
    path.write_bytes(a_fit())

    enters = drop(program, path)

    assert enters.isAccepted()
    assert program.window.files.wizard.preview is not None
    program.window.files.wizard.reject()


@pytest.mark.parametrize("name", ["diary.json", "tables.csv", "record.fhir.json", "calendar.ics"])
def test_every_kind_of_export_is_written(program: Program, tmp_path: Path, name: str) -> None:
    program.window.files.export_to(tmp_path / name)
    program.wait()

    assert (tmp_path / name).stat().st_size > 0


def test_a_sealed_copy_comes_in_with_its_passphrase(program: Program, tmp_path: Path) -> None:
    program.built.client.change(
        lambda opened: opened.diary.record(an_episode("2026-09-08 19:40 +02:00", note="zebrafish")),
        owner=program.window,
    )
    program.wait()
    out = tmp_path / "out.sealed"
    program.choose("export_sealed")
    asked = program.window.files.sealed_copy.dialog
    assert "The diary on this computer is not encrypted by CrampLog." in "".join(
        label.text() for label in asked.findChildren(QLabel)
    )
    asked.reject()
    program.window.files.sealed_copy.save(out, "correct horse battery")
    program.wait()
    assert b"zebrafish" not in out.read_bytes()
    program.choose("undo")

    wizard = brought_in(program, out)
    assert wizard.title.text() == "This file is sealed"
    line = wizard.passphrase.first.editor
    program.qtbot.keyClicks(line, "wrong horse battery")
    program.qtbot.keyClick(line, Qt.Key.Key_Return)
    program.wait()
    assert "is wrong" in wizard.passphrase.first.problem()
    program.qtbot.keyClicks(line, "correct horse battery")
    program.qtbot.keyClick(line, Qt.Key.Key_Return)
    program.wait()
    assert wizard.next.text() == "Import"
    program.click(wizard.next)

    assert [it.note for it in contents(program).episodes] == ["zebrafish"]
