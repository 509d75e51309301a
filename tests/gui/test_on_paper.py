"""The blank sheet from the menus, and a filled one typed into the grid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from making import at
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cramplog.domain.ids import new_id
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.typed_form import FormName, TypedForm
from cramplog.gui.dialogs.on_paper import OnPaper
from cramplog.gui.dialogs.sheet_entry import CRAMPS, DAYS, SheetEntry, SheetView
from cramplog.gui.pages import summary_print
from cramplog.gui.pages.log import LogPage
from cramplog.gui.theme.theme import Theme
from cramplog.report.options import Handout, Paper

TAB, ENTER, CTRL = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


class AtTheDesk:
    """What a person has before them: the menus' entries, what was said, what was explained."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        log = desk.show(LogPage(desk.given))
        self.said: list[str] = []
        self.explained: list[Exception] = []
        self.log = log
        self.paper = OnPaper(
            desk.window,
            desk.given,
            tell=self.said.append,
            explain=self.explained.append,
            left=log.reload,
        )

    def entry(self) -> SheetEntry:
        self.paper.type_in()
        assert self.paper.entry is not None
        self.desk.qtbot.waitUntil(self.paper.entry.isActiveWindow)
        return self.paper.entry

    def type(self, view: SheetView, row: int, *cells: str) -> None:
        """Type a row from its first cell on, Tab after each cell."""
        view.setFocus()
        view.setCurrentIndex(view.table.index(row, 0))
        for cell in cells:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, cell)
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClick(target, TAB)

    def save(self, entry: SheetEntry) -> None:
        self.desk.qtbot.mouseClick(entry.save_button, Qt.MouseButton.LeftButton)
        self.desk.wait()


@pytest.fixture
def at_the_desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[AtTheDesk]:
    desk = Desk(tmp_path, theme, qtbot)
    yield AtTheDesk(desk)
    desk.close()


def test_a_sheet_is_typed_in_with_tab_and_saved_as_one_step(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210", "calf", "l", "4", "7", "x", "asl")
    at_the_desk.type(entry.cramps, 1, "6", "8pm", "foot", "r")
    entry.part.button(DAYS).click()
    at_the_desk.type(entry.days, 4, "x", "0")

    at_the_desk.save(entry)

    contents = at_the_desk.desk.contents()
    first, second = contents.episodes
    assert first.started == at("2026-09-04 02:10 +02:00")
    assert (first.places, first.duration_s, first.pain, first.woke) == (
        (Place(Muscle.CALF, Side.LEFT),), 240, 7, True,
    )  # fmt: skip
    assert second.started == at("2026-09-06 20:00 +02:00")
    assert [(day.date, day.cramp_free, day.exercised) for day in contents.days] == [
        (date(2026, 9, 5), True, False)
    ]
    assert at_the_desk.said == ["3 entries saved. Undo takes them back."]
    assert not entry.isVisible()
    at_the_desk.desk.undo()
    assert at_the_desk.desk.contents().episodes == ()
    assert at_the_desk.desk.contents().days == ()


def test_tab_leaves_the_grid_after_its_last_cell_and_before_its_first(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    grid = entry.cramps
    grid.setFocus()
    grid.setCurrentIndex(grid.table.index(0, grid.table.columnCount() - 2))

    QTest.keyClick(grid, TAB)
    assert grid.hasFocus()
    QTest.keyClick(grid, TAB)
    assert entry.save_button.hasFocus()

    grid.setFocus()
    grid.setCurrentIndex(grid.table.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Backtab)
    assert entry.part.button(CRAMPS).hasFocus()


def test_ctrl_tab_leaves_the_grid_from_any_cell(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    grid = entry.cramps
    for key, reached in ((TAB, entry.save_button), (Qt.Key.Key_Backtab, entry.part.button(CRAMPS))):
        grid.setFocus()
        grid.setCurrentIndex(grid.table.index(0, 3))

        QTest.keyClick(grid, key, CTRL)

        assert reached.hasFocus()
        assert grid.currentIndex().column() == 3


def test_ctrl_enter_saves_with_the_cell_that_is_being_typed(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210", "calf")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "left")
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, ENTER, CTRL)
    at_the_desk.desk.wait()

    assert len(at_the_desk.desk.contents().episodes) == 1


def test_what_cannot_be_understood_is_shown_and_nothing_is_saved(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210", "calf", "left", "", "12")

    at_the_desk.save(entry)

    assert entry.isVisible()
    assert entry.notice.accessibleName() == "Pain 0–10, row 1: “12” is not a number from 0 to 10."
    assert entry.cramps.currentIndex().column() == 5
    assert at_the_desk.desk.contents().episodes == ()


def test_what_a_row_lacks_is_asked_for_and_saved_once_it_is_there(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210")
    at_the_desk.save(entry)
    assert entry.notice.accessibleName() == "Where, row 1: “” is needed."

    at_the_desk.type(entry.cramps, 0, "4", "210", "calf", "left")
    at_the_desk.save(entry)

    assert len(at_the_desk.desk.contents().episodes) == 1


def test_a_month_that_is_not_over_has_no_days_of_the_future(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    assert entry.days.table.rowCount() == 11

    entry.month.setCurrentIndex(1)

    assert entry.chosen_month() == date(2026, 8, 1)
    assert entry.days.table.rowCount() == 31


def test_what_was_typed_is_still_there_when_the_grid_is_opened_again(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210")
    entry.reject()

    assert at_the_desk.entry() is entry
    assert entry.cramps.table.index(0, 1).data() == "2:10"
    entry.clear()
    assert entry.cramps.table.is_empty()
    entry.reject()


def test_each_column_says_what_can_be_typed_there(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()

    entry.part.set_value(CRAMPS)
    entry.cramps.setCurrentIndex(entry.cramps.table.index(0, 10))

    assert entry.hint.text() == "It helped: No help, A little, Mostly, All gone"
    assert (
        entry.cramps.table.index(0, 10).data(Qt.ItemDataRole.AccessibleTextRole) == "It helped, row 1: empty"
    )
    entry.reject()


@pytest.mark.parametrize("handout", Handout)
def test_a_handout_is_saved(at_the_desk: AtTheDesk, tmp_path: Path, handout: Handout) -> None:
    at_the_desk.paper.save_to(tmp_path / "out.pdf", handout)
    at_the_desk.desk.wait()

    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert at_the_desk.said == ["Saved as out.pdf"]


def test_a_handout_is_printed(at_the_desk: AtTheDesk, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    summary_print.prepare(printer, Paper.A4)

    at_the_desk.paper.print_on(printer, Handout.SHEET)
    at_the_desk.desk.wait()

    assert at_the_desk.said == ["Sent to the printer."]
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 4


def test_without_a_printer_it_is_said_what_to_do(at_the_desk: AtTheDesk) -> None:
    if summary_print.has_printer():
        pytest.skip("this computer has a printer")

    at_the_desk.paper.print(Handout.GUIDE)

    assert [str(error) for error in at_the_desk.explained] == [
        "No printer was found. Save it as a PDF and print it on another computer."
    ]


def test_what_is_typed_is_offered_on_the_log_page_until_it_is_saved(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    at_the_desk.type(entry.cramps, 0, "4", "210", "calf", "l")

    entry.close_button.click()
    at_the_desk.desk.wait()
    (row,) = at_the_desk.log.unfinished.rows
    assert row.finish.accessibleName() == "Finish it: Paper sheet, not saved · September 2026"

    at_the_desk.save(at_the_desk.entry())
    at_the_desk.log.reload()
    at_the_desk.desk.wait()
    assert at_the_desk.log.unfinished.rows == ()


def test_a_cell_that_is_given_up_is_not_kept(at_the_desk: AtTheDesk) -> None:
    entry = at_the_desk.entry()
    entry.cramps.setFocus()
    QTest.keyClicks(entry.cramps, "4")
    assert entry.typing.form().entries == {"cramps 0 day": "4", "month": "2026-09-01"}

    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Escape)

    assert entry.typing.form().entries == {}


@pytest.mark.parametrize("month", [{}, {"month": "Sept"}], ids=["no month", "not a month"])
def test_a_kept_sheet_that_does_not_say_its_month_is_shown_in_the_month_that_is_chosen(
    at_the_desk: AtTheDesk, month: dict[str, str]
) -> None:
    entries = {"cramps 0 day": "4", "cramps x time": "210", **month}
    kept = TypedForm(id=new_id(), form=FormName.SHEET, entries=entries)
    diary = at_the_desk.desk.opener(create=False)
    diary.drafts.keep_form(kept)
    diary.close()

    entry = at_the_desk.entry()
    at_the_desk.desk.wait()

    assert entry.chosen_month() == date(2026, 9, 1)
    assert entry.typing.form().entries == {"cramps 0 day": "4", "month": "2026-09-01"}
