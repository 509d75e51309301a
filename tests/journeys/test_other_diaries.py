"""Other diaries open in windows of their own, a copy goes where it is wanted, and order stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import an_episode, at
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cramplog.bootstrap import Opener
from cramplog.domain.clock import FixedClock
from cramplog.gui.models.episode_table import Column
from cramplog.gui.settings import RECENT_DIARIES, WindowSettings
from cramplog.paths import Paths
from cramplog.storage.diary_file import DiaryFile


@pytest.fixture
def started(program: Program) -> list[Path]:
    """The diaries for which another window was asked for."""
    found: list[Path] = []
    program.window.files.others.start = found.append
    return found


def said(program: Program) -> str:
    """What the banner of the window says."""
    return " ".join(label.text() for label in program.window.notice.findChildren(QLabel))


def another_diary(folder: Path) -> Path:
    with Opener(Paths.under(folder), FixedClock(at("2026-09-01 08:00 +02:00"), "Europe/Berlin"))(
        create=True
    ).file:
        return folder / "diary.db"


def test_a_copy_holds_the_whole_diary_and_can_be_opened(
    program: Program, started: list[Path], tmp_path: Path
) -> None:
    program.built.client.change(
        lambda diary: diary.diary.record(an_episode("2026-09-10 03:00")), owner=program.window
    )
    program.wait()
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()

    program.window.files.others.save_copy(copy)
    program.wait()
    program.window.files.others.open(copy)

    assert started == [copy]
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]
    with DiaryFile.open(copy) as opened, DiaryFile.open_copy(tmp_path / "diary.db") as own:
        assert opened.check().ok
        assert len(opened.contents().episodes) == 1
        assert opened.contents() == own.contents()


@pytest.mark.parametrize("there", [b"", b"what somebody wrote"])
def test_a_copy_never_takes_the_place_of_a_file(program: Program, tmp_path: Path, there: bytes) -> None:
    taken = tmp_path / "letter.db"
    taken.write_bytes(there)

    program.window.files.others.save_copy(taken)
    program.wait()

    assert taken.read_bytes() == there
    assert program.window.notice.isVisible()
    assert f"There is a file {taken} already" in said(program)
    assert list(tmp_path.glob(".letter*")) == []


def test_the_open_diary_a_backup_and_a_missing_file_are_not_opened(
    program: Program, started: list[Path], tmp_path: Path
) -> None:
    others = program.window.files.others
    made: list[Path] = []
    program.built.client.ask(lambda diary: diary.upkeep.back_up().path, made.append, owner=program.window)
    program.wait()

    others.open(tmp_path / "diary.db")
    assert "is the diary that is open here" in said(program)
    others.open(made[0])
    assert "is a backup" in said(program)
    others.open(tmp_path / "gone.db")
    assert "There is no file" in said(program)

    assert started == []


def test_the_diaries_opened_last_stand_in_the_menu(
    program: Program, started: list[Path], tmp_path: Path
) -> None:
    recent = program.window.menus.action("recent")
    assert not recent.isEnabled()
    other = another_diary(tmp_path / "Mum & Dad")
    program.built.settings.remember_diary(other)
    program.built.renew_window()
    program.wait()
    program.window.files.others.start = started.append

    entries = program.window.files.others.menu.actions()
    assert [entry.text() for entry in entries] == [f"&1  {str(other).replace('&', '&&')}"]
    entries[0].trigger()

    assert started == [other]
    assert program.built.settings.recent_diaries == (tmp_path / "diary.db", other)


def test_only_the_last_few_are_remembered_and_none_twice(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path / "window.ini")
    paths = [tmp_path / f"{number}.db" for number in range(RECENT_DIARIES + 2)]

    for path in (*paths, paths[-2]):
        settings.remember_diary(path)

    assert settings.recent_diaries == (paths[-2], paths[-1], *reversed(paths[2:-2]))
    assert WindowSettings(tmp_path / "window.ini").recent_diaries == settings.recent_diaries


def test_the_order_of_the_table_and_the_parts_of_the_help_are_as_they_were_left(program: Program) -> None:
    program.choose("page_diary")
    program.window.pages.diary.list.sortByColumn(Column.PAIN, Qt.SortOrder.AscendingOrder)
    program.choose("help")
    program.window.explaining._help.parts.setSizes((400, 580))
    program.window.explaining._help.parts.splitterMoved.emit(400, 1)
    before = program.window.explaining._help.parts.sizes()
    program.window.explaining._help.close()

    program.built.renew_window()
    program.wait()
    program.choose("page_diary")
    program.choose("help")

    head = program.window.pages.diary.list.horizontalHeader()
    assert (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (
        Column.PAIN,
        Qt.SortOrder.AscendingOrder,
    )
    assert program.window.explaining._help.parts.sizes() == before
    program.window.explaining._help.close()
